"""What core does by itself: sealing the audit trail, and forgetting what has served its time."""

from sqlalchemy import text

from prepaid.core import attempts, idempotency
from prepaid.core.audit.seal import LARGEST_BLOCK, seal
from prepaid.core.files.purge import delete_expired, delete_orphans, expire_files
from prepaid.core.jobs.context import JobContext
from prepaid.core.jobs.enqueue import enqueue
from prepaid.core.jobs.registry import job, schedule

QUEUE_LOG_DAYS = 30
PURGE_QUEUE_LOG = text("DELETE FROM pgqueuer_log WHERE created < now() - make_interval(days => :days)")
PURGE_QUEUE_STATISTICS = text("DELETE FROM pgqueuer_statistics WHERE created < now() - make_interval(days => :days)")


@job("audit.seal", at_once=1)
async def seal_audit(ctx: JobContext) -> None:
    """Seal what was recorded since the last minute, in as many blocks as it takes."""
    while (block := await seal(ctx.services.database)) is not None and block.count == LARGEST_BLOCK:
        continue


@job("core.purge", at_once=1)
async def purge(ctx: JobContext) -> None:
    """Forget old idempotency keys, attempt counters and the queue's log."""
    while await idempotency.purge(ctx.tx):
        continue
    await attempts.purge(ctx.services.database)
    for statement in (PURGE_QUEUE_LOG, PURGE_QUEUE_STATISTICS):
        await ctx.tx.execute(statement, {"days": QUEUE_LOG_DAYS})


@job("files.expire", at_once=1)
async def expire(ctx: JobContext) -> None:
    """End files whose time is over: uploads that nobody used, exports."""
    await expire_files(ctx.tx)
    await enqueue(ctx.tx, "files.delete", payload={}, dedupe_key="files.delete")


@job("files.delete", at_once=1)
async def delete(ctx: JobContext) -> None:
    """Delete the bytes of files that have expired."""
    await delete_expired(ctx.services.database, ctx.services.files.store)


@job("files.delete_orphans", at_once=1)
async def orphans(ctx: JobContext) -> None:
    """Delete bytes that were stored by something that did not live to say so."""
    await delete_orphans(ctx.services.database, ctx.services.files.store)


schedule("audit.seal", "* * * * *")
schedule("core.purge", "20 4 * * *")
schedule("files.expire", "35 * * * *")
schedule("files.delete_orphans", "50 4 * * 0")
