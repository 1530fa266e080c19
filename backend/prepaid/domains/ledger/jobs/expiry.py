"""Pending transfers that run out."""

from typing import Final

from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.ledger.commands.expire_pending import BATCH, expire_pending

EXPIRE_PENDING: Final = "ledger.expire_pending"


@job(EXPIRE_PENDING)
async def expire_overdue_transfers(ctx: JobContext) -> None:
    """Let overdue transfers expire; a full batch is followed by another run."""
    if await expire_pending(ctx.tx) == BATCH:
        await enqueue(ctx.tx, EXPIRE_PENDING, payload={})


schedule(EXPIRE_PENDING, "* * * * *")
