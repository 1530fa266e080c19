"""What core does by itself: sealing the audit trail, and forgetting what has served its time."""

from datetime import timedelta

from sqlalchemy import text, update

from prepaid.core import attempts, idempotency
from prepaid.core.audit.seal import LARGEST_BLOCK, seal
from prepaid.core.jobs.context import JobContext
from prepaid.core.jobs.registry import job, schedule
from prepaid.core.tables import StoredFile
from prepaid.kit import clock

QUEUE_LOG_DAYS = 30
UPLOADS_EXPIRE_AFTER = timedelta(days=1)
PURGE_QUEUE_LOG = text("DELETE FROM pgqueuer_log WHERE created < now() - make_interval(days => :days)")
PURGE_QUEUE_STATISTICS = text("DELETE FROM pgqueuer_statistics WHERE created < now() - make_interval(days => :days)")


@job("audit.seal", at_once=1)
async def seal_audit(ctx: JobContext) -> None:
    """Seal what was recorded since the last minute, in as many blocks as it takes."""
    while (block := await seal(ctx.services.database)) is not None and block.count == LARGEST_BLOCK:
        continue


@job("core.purge", at_once=1)
async def purge(ctx: JobContext) -> None:
    """Forget old idempotency keys, attempt counters and the queue's log; close uploads that never came."""
    while await idempotency.purge(ctx.tx):
        continue
    await attempts.purge(ctx.services.database)
    for statement in (PURGE_QUEUE_LOG, PURGE_QUEUE_STATISTICS):
        await ctx.tx.execute(statement, {"days": QUEUE_LOG_DAYS})
    abandoned = (StoredFile.status == "PENDING", StoredFile.created_at < clock.now() - UPLOADS_EXPIRE_AFTER)
    await ctx.tx.execute(update(StoredFile).where(*abandoned).values(status="REJECTED", rejection="EXPIRED"))


schedule("audit.seal", "* * * * *")
schedule("core.purge", "20 4 * * *")
