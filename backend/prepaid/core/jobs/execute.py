"""Running one job: its transaction, its actor, its place in the trace, and what of a failure is kept."""

import asyncio
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from traceback import format_tb
from typing import Any
from uuid import UUID

import orjson
import structlog
from opentelemetry import trace
from opentelemetry.propagate import extract
from pgqueuer.domain.errors import RetryRequested
from pgqueuer.domain.models import Job as QueuedJob

from prepaid.core import tasks
from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.database import WriteSession, sqlstate
from prepaid.core.errors import NotFound, Refusal
from prepaid.core.jobs.context import JobContext
from prepaid.core.jobs.registry import Job
from prepaid.core.services import Services
from prepaid.core.tasks import TaskEnded

CRASHES = 5
"""A job that was taken over so much oftener than it failed is taken to be what kills the workers."""

log = structlog.get_logger(__name__)
tracer = trace.get_tracer(__name__)


class JobFailed(Exception):
    """What queue and log keep of a failure: class, code and place. Messages may hold personal data."""


async def execute(services: Services, job: Job, queued: QueuedJob) -> None:
    """Run a job in a transaction of its own.

    Raises:
        RetryRequested: it failed or was cut off, and is to run again after the delay.
        JobFailed: it failed for the last time.
    """
    headers = queued.headers or {}
    with (
        structlog.contextvars.bound_contextvars(job=job.name, job_id=queued.id, request_id=headers.get("request_id")),
        tracer.start_as_current_span(f"job {job.name}", context=extract(headers.get("otel") or {})),
    ):
        try:
            await _stop_a_killer(services, job, queued)
            await services.database.run(
                _actor(headers), lambda tx: _call(tx, services, job, queued), timeout_ms=_ms(job.timeout)
            )
        except Exception as error:
            outcome = _after(error, job, queued)
            if isinstance(outcome, JobFailed):
                await _fail_task(services, headers, error)
            raise outcome from None
        except asyncio.CancelledError:
            # Cancelled from outside: pgqueuer would note the job as cancelled and forget it.
            raise RetryRequested(reason="cut off") from None


async def _call(tx: WriteSession, services: Services, job: Job, queued: QueuedJob) -> None:
    payload: dict[str, Any] = orjson.loads(queued.payload or b"{}")
    await job.run(JobContext(tx, services, queued.id, queued.attempts + 1), **payload)


def _actor(headers: dict[str, Any]) -> Actor:
    def reference(name: str) -> UUID | None:
        return UUID(headers[name]) if name in headers else None

    return replace(
        SYSTEM,
        account_id=reference("account_id"),
        membership_id=reference("membership_id"),
        token_id=reference("token_id"),
        merchant_id=reference("merchant_id"),
        template=headers.get("template"),
        request_id=headers.get("request_id"),
        policy_version=headers.get("policy_version", 0),
    )


def _after(error: Exception, job: Job, queued: QueuedJob) -> Exception:
    attempt = queued.attempts + 1
    last = attempt >= job.retry.attempts or isinstance(error, JobFailed)
    kept = JobFailed(_describe(error))
    stack = "".join(format_tb(error.__traceback__))
    log.error("job_failed" if last else "job_will_retry", attempt=attempt, error=str(kept), stack=stack)
    if last:
        return kept
    delay = min(job.retry.longest, job.retry.first * 2 ** min(attempt - 1, 30))
    return RetryRequested(delay=delay, reason=str(kept))


async def _fail_task(services: Services, headers: dict[str, Any], error: Exception) -> None:
    """Tell the user who waits for the job's task that nothing will come of it."""
    if "task_id" not in headers:
        return
    tenant, task_id = _actor(headers).tenant, UUID(headers["task_id"])
    code = error.code if isinstance(error, Refusal) else "INTERNAL_ERROR"
    with suppress(TaskEnded, NotFound):
        await services.database.run(SYSTEM, lambda tx: tasks.fail(tx, tenant, task_id, code))


def _describe(error: BaseException) -> str:
    if isinstance(error, JobFailed):
        return str(error)
    place = error.__traceback__
    while place is not None and place.tb_next is not None:
        place = place.tb_next
    code = getattr(error, "code", None) or sqlstate(error)
    where = f"{place.tb_frame.f_code.co_filename.rpartition('/')[2]}:{place.tb_lineno}" if place else "?"
    return " ".join(filter(None, (type(error).__name__, code if isinstance(code, str) else None, f"at {where}")))


async def _stop_a_killer(services: Services, job: Job, queued: QueuedJob) -> None:
    """Refuse a job whose runs keep ending without an answer: it kills its workers, or blocks them for good."""
    if datetime.now(UTC) - queued.created < timedelta(seconds=10):
        return
    async with services.database.aside(SYSTEM) as connection:
        runs = await connection.fetchval(RUNS, queued.id)
    if runs > 1 + CRASHES:
        raise JobFailed(f"{runs - 1} runs ended without an answer")


RUNS = """
SELECT count(*) FROM pgqueuer_log
WHERE job_id = $1 AND status = 'picked'
  AND id > coalesce((SELECT max(id) FROM pgqueuer_log WHERE job_id = $1 AND status = 'queued'), 0)
"""
"""Runs since it was last put back into the queue, this one included."""


def _ms(duration: timedelta) -> int:
    return int(duration.total_seconds() * 1000)
