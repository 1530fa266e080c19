"""Core's own jobs, and schedules: in legal time, caught up after a stop, queued once."""

import asyncio
from datetime import timedelta

import asyncpg
import pytest
from pgqueuer.core.executors import ScheduleExecutorFactoryParameters
from pgqueuer.domain.models import Schedule
from pgqueuer.domain.types import CronEntrypoint, CronExpression

from prepaid.core import attempts, audit, idempotency
from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.jobs import enqueue, run_due, run_worker
from prepaid.core.jobs.schedules import LegalTimeExecutor
from prepaid.core.services import Services
from prepaid.core.settings import Settings
from prepaid.kit import clock
from prepaid.kit.clock import SHANGHAI
from prepaid.kit.codec import fingerprint


async def never(_: Schedule) -> None:
    raise AssertionError("not called")


@pytest.mark.parametrize(("hour", "minute"), [(4, 20), (0, 0), (23, 59)])
def test_schedules_are_read_in_legal_time(hour: int, minute: int) -> None:
    cron = CronExpression(f"{minute} {hour} * * *")
    parameters = ScheduleExecutorFactoryParameters(CronEntrypoint("x"), cron, never, clean_old=False)
    following = LegalTimeExecutor(parameters).get_next()
    assert clock.now() < following <= clock.now() + timedelta(days=1)
    assert (following.astimezone(SHANGHAI).hour, following.astimezone(SHANGHAI).minute) == (hour, minute)


async def run(services: Services, name: str) -> None:
    async with services.database.write(SYSTEM) as tx:
        await enqueue(tx, name, payload={})
    assert await run_due(services) == 1


async def test_old_keys_and_counters_are_forgotten(
    services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    async with services.database.write(cashier) as tx:
        await idempotency.claim(tx, "a" * 16, fingerprint({}))
    hour = timedelta(hours=1)
    await attempts.charge(services.database, "PIN", "x", limit=5, window=hour, lock_for=hour)
    await superuser.execute("UPDATE idempotency_key SET recorded_at = now() - interval '1 year'")
    await superuser.execute(
        "INSERT INTO pgqueuer_log (job_id, status, priority, entrypoint, created)"
        " VALUES (0, 'queued', 0, 'x', now() - interval '1 year')"
    )
    with clock.travel(timedelta(days=4)):
        await run(services, "core.purge")
    for table in ("idempotency_key", "attempt_counter", "pgqueuer_log WHERE job_id = 0"):
        assert await superuser.fetchval(f"SELECT count(*) FROM {table}") == 0, table


async def test_a_schedule_that_fell_due_while_no_worker_ran_is_caught_up_once(
    services: Services, settings_here: Settings, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    async with services.database.write(cashier) as tx:
        await audit.record(tx, "store.renamed", object_type="Store", object_id=None)
    await superuser.execute(
        "INSERT INTO pgqueuer_schedules (expression, entrypoint, next_run)"
        " VALUES ('* * * * *', 'audit.seal', now() - interval '3 days')"
    )
    stop = asyncio.Event()
    working = asyncio.create_task(run_worker(settings_here, stop=stop))
    async with asyncio.timeout(30):
        while not await superuser.fetchval("SELECT count(*) FROM audit_block"):
            await asyncio.sleep(0.05)
    stop.set()
    await asyncio.wait_for(working, 30)
    assert await superuser.fetchval("SELECT count(*) FROM pgqueuer_log WHERE status = 'successful'") == 1
