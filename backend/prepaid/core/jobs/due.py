"""Running what is due by the business clock, here and now: for tests and the sandbox, where the clock moves."""

from datetime import timedelta
from uuid import uuid4

import asyncpg
from pgqueuer.adapters.drivers.asyncpg import AsyncpgDriver
from pgqueuer.adapters.persistence.queries import Queries
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.models import Job as QueuedJob
from pgqueuer.domain.models import TracebackRecord
from pgqueuer.domain.types import QueueEntrypoint, QueueManagerId
from pgqueuer.ports.repository import EntrypointExecutionParameter

from prepaid.core.jobs.execute import JobFailed, execute
from prepaid.core.jobs.queries import AS_WORKER, queries_over
from prepaid.core.jobs.registry import jobs
from prepaid.core.services import Services
from prepaid.kit import clock

BATCH = 10
ABANDONED = timedelta(hours=1)
BRING_FORWARD = """
UPDATE pgqueuer SET execute_after = now() - interval '1 second'
WHERE status = 'queued' AND execute_after <= $1 AND attempts <= $2
"""


async def run_due(services: Services) -> int:
    """Run every job that is due by the business clock, and those that they enqueue; returns how many ran.

    One after the other, in the order of the queue. A job that fails waits for its retry time.
    """
    connection = await asyncpg.connect(services.database.url, server_settings=AS_WORKER)
    queries = queries_over(AsyncpgDriver(connection))
    manager = QueueManagerId(uuid4())
    names = {QueueEntrypoint(name): EntrypointExecutionParameter(0) for name in jobs()}
    ran = 0
    try:
        await connection.execute(BRING_FORWARD, clock.now(), 2**31 - 1)
        while batch := await queries.dequeue(BATCH, names, manager, None, ABANDONED):
            for queued in batch:
                await _run(services, queries, queued)
                ran += 1
            await connection.execute(BRING_FORWARD, clock.now(), 0)
    finally:
        await connection.close()
    return ran


async def _run(services: Services, queries: Queries, queued: QueuedJob) -> None:
    try:
        await execute(services, jobs()[queued.entrypoint], queued)
    except RetryRequested as retry:
        await queries.retry_job(queued, retry.delay, TracebackRecord.from_exception(retry, queued.id))
    except JobFailed as failure:
        await queries.log_jobs([(queued, "failed", TracebackRecord.from_exception(failure, queued.id))])
    else:
        await queries.log_jobs([(queued, "successful", None)])
