"""Closing orders whose time is over."""

from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.core.jobs import JobContext, job
from prepaid.domains.ordering.commands.close_order import expire_order
from prepaid.domains.ordering.commands.place_order import EXPIRE


@job(EXPIRE)
async def expire(ctx: JobContext, *, merchant_id: UUID, order_id: UUID) -> None:
    """Runs once at the order's end; a payment that came first leaves nothing to do."""
    await ctx.services.database.run(SYSTEM, lambda tx: expire_order(tx, merchant_id=merchant_id, order_id=order_id))
