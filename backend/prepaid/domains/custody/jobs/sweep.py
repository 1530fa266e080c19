"""Finding instructions that nobody works on any more: a worker died, or a job was lost."""

from datetime import timedelta
from typing import Final

from sqlalchemy import select

from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.custody.commands.attempting import TO_SEND
from prepaid.domains.custody.commands.requesting import PERFORM
from prepaid.domains.custody.models import WalletOperation
from prepaid.kit import clock

SWEEP: Final = "custody.sweep"
SWEPT_AT_ONCE: Final = 500
LEFT_ALONE: Final = timedelta(seconds=15)
"""An instruction that has just become due has a job of its own."""


@job(SWEEP, at_once=1)
async def sweep(ctx: JobContext) -> None:
    """Have everything looked at that is due; what waits for another instruction or is frozen goes on waiting."""
    query = select(WalletOperation.merchant_id, WalletOperation.id).where(
        WalletOperation.state.in_(TO_SEND), WalletOperation.due_at < clock.now() - LEFT_ALONE
    )
    for merchant_id, operation_id in await ctx.tx.execute(query.order_by(WalletOperation.due_at).limit(SWEPT_AT_ONCE)):
        await enqueue(
            ctx.tx,
            PERFORM,
            payload={"merchant_id": merchant_id, "operation_id": operation_id},
            dedupe_key=f"{PERFORM}:{operation_id}",
            tenant=merchant_id,
        )


schedule(SWEEP, "* * * * *")
