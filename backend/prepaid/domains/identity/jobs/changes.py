"""Closing change requests that nobody decided in time."""

from typing import Final

from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.identity.commands.expire_changes import BATCH, expire_changes

EXPIRE_CHANGES: Final = "identity.expire_changes"


@job(EXPIRE_CHANGES)
async def expire_overdue_changes(ctx: JobContext) -> None:
    """Expire what is overdue; a full batch is followed by another run."""
    if await expire_changes(ctx.tx) == BATCH:
        await enqueue(ctx.tx, EXPIRE_CHANGES, payload={})


schedule(EXPIRE_CHANGES, "7 * * * *")
