"""Jobs that failed for the last time: they stay in the queue until somebody runs them again or drops them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import orjson

from prepaid.core.database import WriteSession

FAILED = """
SELECT job.id, job.entrypoint, job.payload, job.created, job.updated, failure.traceback ->> 'exception_message' AS error
FROM pgqueuer AS job
LEFT JOIN LATERAL (
    SELECT traceback FROM pgqueuer_log AS log WHERE log.job_id = job.id AND log.status = 'failed'
    ORDER BY log.id DESC LIMIT 1
) AS failure ON true
WHERE job.status = 'failed' ORDER BY job.updated DESC LIMIT $1
"""
REQUEUE = """
WITH requeued AS (
    UPDATE pgqueuer SET status = 'queued', execute_after = now(), updated = now(), attempts = 0, queue_manager_id = NULL
    WHERE id = ANY($1::bigint[]) AND status = 'failed' RETURNING id, entrypoint, priority
), logged AS (
    INSERT INTO pgqueuer_log (job_id, status, entrypoint, priority)
    SELECT id, 'queued', entrypoint, priority FROM requeued
)
SELECT count(*) FROM requeued
"""


@dataclass(frozen=True, slots=True)
class FailedJob:
    """A job that needs a decision."""

    id: int
    name: str
    payload: dict[str, Any]
    enqueued_at: datetime
    failed_at: datetime
    error: str | None
    """Class, code and place of the last failure."""


async def failed_jobs(tx: WriteSession, limit: int = 100) -> list[FailedJob]:
    """The last jobs that failed, newest first (worker)."""
    rows = await (await tx.raw()).fetch(FAILED, limit)
    return [
        FailedJob(
            row["id"], row["entrypoint"], orjson.loads(row["payload"]), row["created"], row["updated"], row["error"]
        )
        for row in rows
    ]


async def requeue(tx: WriteSession, ids: Sequence[int]) -> int:
    """Run failed jobs again, as if they were new (worker); returns how many."""
    requeued: int = await (await tx.raw()).fetchval(REQUEUE, list(ids))
    return requeued
