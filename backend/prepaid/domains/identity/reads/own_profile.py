"""What a consumer reads of himself."""

from typing import Any, Final

from prepaid.core.actor import Actor
from prepaid.core.database import Database

OWN: Final = """
SELECT id, phone_masked, name_masked, id_card_masked, identified_at, created_at FROM consumer WHERE id = $1
"""


async def own_profile(database: Database, actor: Actor) -> Any | None:
    """The caller's row, masked; None for whoever is no consumer."""
    async with database.read(actor) as source:
        rows = await source.fetch(OWN, actor.account_id)
    return rows[0] if rows else None
