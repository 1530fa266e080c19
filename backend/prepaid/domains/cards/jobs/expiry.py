"""Cards that expire."""

from typing import Final

from prepaid.core.jobs import JobContext, job, schedule
from prepaid.domains.cards.commands.expire_cards import AT_ONCE, expire_cards

EXPIRE_CARDS: Final = "cards.expire"


@job(EXPIRE_CARDS)
async def expire(ctx: JobContext) -> None:
    """Note every card that has expired; running it again changes nothing."""
    while await ctx.services.database.run(ctx.actor, expire_cards) == AT_ONCE:
        pass


schedule(EXPIRE_CARDS, "*/10 * * * *")
