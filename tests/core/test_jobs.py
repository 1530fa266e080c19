"""Jobs: they exist exactly when the business act committed, run on somebody's behalf, retry, and stay when failed."""

import asyncio
import sys
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
import pytest
from pgqueuer.adapters.drivers.asyncpg import AsyncpgPoolDriver
from pgqueuer.core.qm import QueueManager
from sqlalchemy import text

from prepaid.core import audit, jobs, tasks
from prepaid.core.actor import SYSTEM, Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.jobs import JobContext, Retry, enqueue, failed_jobs, job, requeue, run_due, run_worker
from prepaid.core.services import Services
from prepaid.core.settings import Settings
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.core import killed_worker

runs: list[dict[str, Any]] = []
waiting: dict[str, asyncio.Event] = {}


@job("test.note")
async def note(ctx: JobContext, *, number: int, card_id: UUID | None = None) -> None:
    runs.append({"number": number, "card_id": card_id, "actor": ctx.actor, "attempt": ctx.attempt})


@job("test.audited")
async def audited(ctx: JobContext, *, store_id: UUID) -> None:
    await audit.record(ctx.tx, "store.checked", object_type="Store", object_id=store_id)


@job("test.stubborn", retry=Retry(attempts=3, first=timedelta(minutes=1)))
async def stubborn(ctx: JobContext, *, secret: str) -> None:
    runs.append({"attempt": ctx.attempt})
    await ctx.tx.execute(text("CREATE TEMP TABLE left_behind (x int) ON COMMIT PRESERVE ROWS"))
    raise ValueError(secret)


@job("test.chain")
async def chain(ctx: JobContext, *, left: int) -> None:
    runs.append({"left": left})
    if left:
        await enqueue(ctx.tx, "test.chain", payload={"left": left - 1})


@job("test.slow")
async def slow(ctx: JobContext) -> None:
    runs.append({"slow": "began"})
    waiting["began"].set()
    await waiting["go"].wait()
    runs.append({"slow": "ended"})


@pytest.fixture(autouse=True)
def _nothing_ran() -> None:
    runs.clear()
    waiting.update(began=asyncio.Event(), go=asyncio.Event())


def queueing(name: str, **options: Any) -> Callable[[WriteSession], Awaitable[int | None]]:
    async def command(tx: WriteSession) -> int | None:
        return await enqueue(tx, name, **options)

    return command


async def test_a_job_exists_exactly_when_its_act_committed(services: Services, cashier: Actor) -> None:
    async def refused(tx: WriteSession) -> None:
        await enqueue(tx, "test.note", payload={"number": 1})
        raise NotFound

    with pytest.raises(NotFound):
        await services.database.run(cashier, refused)
    await services.database.run(cashier, queueing("test.note", payload={"number": 2, "card_id": uuid7()}))
    assert await run_due(services) == 1
    assert runs[0]["number"] == 2
    assert isinstance(runs[0]["card_id"], UUID)


async def test_a_job_acts_for_whoever_enqueued_it(
    services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    store = uuid7()
    await services.database.run(cashier, queueing("test.audited", payload={"store_id": store}))
    await run_due(services)
    event = await superuser.fetchrow("SELECT * FROM audit_event")
    assert (event["merchant_id"], event["actor_account_id"]) == (cashier.merchant_id, cashier.account_id)
    assert (event["object_id"], event["template"]) == (store, "merchant")


@pytest.mark.parametrize("role", list(DbRole))
async def test_every_role_enqueues_and_none_but_the_worker_sees_the_queue(
    services: Services, cashier: Actor, role: DbRole
) -> None:
    actor = replace(cashier, db_role=role)
    await services.database.run(actor, queueing("test.note", payload={"number": 1}))
    for statement in ("SELECT * FROM pgqueuer", "UPDATE pgqueuer SET priority = 9", "DELETE FROM pgqueuer_log"):
        if role is not DbRole.WORKER:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                async with services.database.aside(actor) as connection:
                    await connection.execute(statement)


async def test_the_function_with_the_owners_rights_is_not_led_astray(services: Services, cashier: Actor) -> None:
    """A table of the caller's own that is called like the queue does not get the job."""
    async with services.database.aside(cashier) as connection:
        await connection.execute("CREATE TEMP TABLE pgqueuer (LIKE public.alembic_version)")
        await connection.execute("SET LOCAL search_path = pg_temp")
        payload = b'{"number": 5}'
        await connection.execute("SELECT public.enqueue_job('test.note', $1, NULL, NULL, NULL, 0)", payload)
    assert await run_due(services) == 1


async def test_a_dedupe_key_queues_once_and_again_after_the_run(services: Services, cashier: Actor) -> None:
    again = queueing("test.note", payload={"number": 1}, dedupe_key="rebuild")
    first, second = [await services.database.run(cashier, again) for _ in range(2)]
    assert isinstance(first, int)
    assert second is None
    assert await run_due(services) == 1
    assert isinstance(await services.database.run(cashier, again), int)


async def test_a_later_job_waits_for_the_business_clock(services: Services, cashier: Actor) -> None:
    tomorrow = clock.now() + timedelta(days=1)
    await services.database.run(cashier, queueing("test.note", payload={"number": 1}, run_at=tomorrow))
    assert await run_due(services) == 0
    with clock.travel(timedelta(hours=23)):
        assert await run_due(services) == 0
    with clock.travel(timedelta(hours=25)):
        assert await run_due(services) == 1


async def test_jobs_of_jobs_run_too(services: Services, cashier: Actor) -> None:
    await services.database.run(cashier, queueing("test.chain", payload={"left": 3}))
    assert await run_due(services) == 4
    assert [run["left"] for run in runs] == [3, 2, 1, 0]


async def test_failures_retry_roll_back_and_stay_visible_without_their_message(
    services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    phone = "13812345678"
    await services.database.run(cashier, queueing("test.stubborn", payload={"secret": phone}))
    assert await run_due(services) == 1
    assert await run_due(services) == 0
    for minutes in (2, 5):
        with clock.travel(timedelta(minutes=minutes)):
            assert await run_due(services) == 1
    assert [run["attempt"] for run in runs] == [1, 2, 3]
    async with services.database.write(SYSTEM) as tx:
        (failed,) = await failed_jobs(tx)
    assert (failed.name, failed.payload) == ("test.stubborn", {"secret": phone})
    assert failed.error
    assert failed.error.startswith("ValueError at test_jobs.py:")
    log = str(await superuser.fetch("SELECT traceback FROM pgqueuer_log WHERE traceback IS NOT NULL"))
    assert "ValueError" in log
    assert phone not in log


async def test_the_task_of_a_job_fails_with_its_last_run(
    services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    async def command(tx: WriteSession) -> None:
        task_id = await tasks.start(tx, "test.import")
        await enqueue(tx, "test.stubborn", payload={"secret": "x"}, task_id=task_id)

    await services.database.run(cashier, command)
    states = []
    for minutes in (0, 2, 5):
        with clock.travel(timedelta(minutes=minutes)):
            await run_due(services)
        states.append(await superuser.fetchval("SELECT concat_ws(' ', state, error) FROM task"))
    assert states == ["QUEUED", "QUEUED", "FAILED INTERNAL_ERROR"]


async def test_a_failed_job_can_be_run_again(services: Services, cashier: Actor) -> None:
    await services.database.run(cashier, queueing("test.stubborn", payload={"secret": "x"}))
    for minutes in (0, 2, 5):
        with clock.travel(timedelta(minutes=minutes)):
            await run_due(services)
    async with services.database.write(SYSTEM) as tx:
        (failed,) = await failed_jobs(tx)
        assert await requeue(tx, [failed.id]) == 1
        assert await requeue(tx, [failed.id]) == 0
    assert await run_due(services) == 1
    assert runs[-1]["attempt"] == 1


async def test_a_job_that_kills_its_workers_is_stopped(
    services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    job_id = await services.database.run(cashier, queueing("test.note", payload={"number": 1}))
    await superuser.execute("UPDATE pgqueuer SET created = now() - interval '1 hour'")
    await superuser.execute(
        "INSERT INTO pgqueuer_log (job_id, status, entrypoint, priority)"
        " SELECT $1, 'picked', 'test.note', 0 FROM generate_series(1, 6)",
        job_id,
    )
    await run_due(services)
    assert runs == []
    async with services.database.write(SYSTEM) as tx:
        (failed,) = await failed_jobs(tx)
        assert failed.error == "6 runs ended without an answer"
        await requeue(tx, [failed.id])
    assert await run_due(services) == 1
    assert len(runs) == 1


async def test_contents_do_not_fit_into_a_payload(services: Services, cashier: Actor) -> None:
    with pytest.raises(ValueError, match="references, not contents"):
        await services.database.run(cashier, queueing("test.note", payload={"text": "长" * 10_000}))


def test_two_jobs_of_one_name_and_wrong_cron_expressions_are_refused() -> None:
    with pytest.raises(ValueError, match="two jobs"):
        job("test.note")(note)
    with pytest.raises(ValueError, match="not a cron"):
        jobs.schedule("test.note", "every day")


async def test_a_worker_runs_jobs_and_finishes_what_it_has_in_hand(
    settings_here: Settings, services: Services, cashier: Actor
) -> None:
    stop = asyncio.Event()
    working = asyncio.create_task(run_worker(settings_here, stop=stop))
    await services.database.run(cashier, queueing("test.slow", payload={}))
    await asyncio.wait_for(waiting["began"].wait(), 20)
    stop.set()
    done, _ = await asyncio.wait({working}, timeout=0.3)
    assert not done
    waiting["go"].set()
    await asyncio.wait_for(working, 20)
    assert runs == [{"slow": "began"}, {"slow": "ended"}]


async def test_a_job_that_is_cut_off_is_not_forgotten(
    settings_here: Settings, services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    """As when a process ends in a hurry; pgqueuer alone would delete the job as cancelled."""
    stop = asyncio.Event()
    working = asyncio.create_task(run_worker(settings_here, stop=stop))
    await services.database.run(cashier, queueing("test.slow", payload={}))
    await asyncio.wait_for(waiting["began"].wait(), 20)
    stop.set()
    for task in asyncio.all_tasks():
        if "QueueManager._dispatch" in repr(task):
            task.cancel()
    await asyncio.wait_for(working, 20)
    assert await superuser.fetchval("SELECT count(*) FROM pgqueuer WHERE status = 'queued'") == 1


async def test_a_worker_survives_the_loss_of_its_connections(
    settings_here: Settings, services: Services, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    stop = asyncio.Event()
    working = asyncio.create_task(run_worker(settings_here, stop=stop, heartbeat_timeout=timedelta(seconds=2)))
    await services.database.run(cashier, queueing("test.slow", payload={}))
    await asyncio.wait_for(waiting["began"].wait(), 20)
    waiting["began"].clear()
    waiting["go"].set()
    await superuser.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND application_name = 'prepaid worker'"
    )
    await services.database.run(cashier, queueing("test.slow", payload={}))
    await asyncio.wait_for(waiting["began"].wait(), 30)
    stop.set()
    await asyncio.wait_for(working, 30)
    assert await superuser.fetchval("SELECT count(*) FROM pgqueuer WHERE status = 'failed'") == 0


async def test_a_worker_that_is_slow_to_listen_has_not_lost_its_database(
    settings_here: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    stop = asyncio.Event()
    listen, probe = AsyncpgPoolDriver.add_listener, QueueManager.listener_healthy

    async def listens_late(driver: AsyncpgPoolDriver, channel: str, callback: Any) -> None:
        for _ in range(100):  # turns of the loop in which a probe would have gone out
            await asyncio.sleep(0)
        await listen(driver, channel, callback)
        order.append("listens")

    async def probes(queue: QueueManager, timeout: timedelta) -> Any:
        order.append("probes")
        answer = await probe(queue, timeout)
        stop.set()
        return answer

    monkeypatch.setattr(AsyncpgPoolDriver, "add_listener", listens_late)
    monkeypatch.setattr(QueueManager, "listener_healthy", probes)
    await asyncio.wait_for(run_worker(settings_here, stop=stop), 20)
    assert order == ["listens", "probes"]


@pytest.mark.slow
@pytest.mark.faults
async def test_the_jobs_of_a_killed_worker_are_taken_over(
    settings_here: Settings, services: Services, cashier: Actor, tmp_path: Path
) -> None:
    """The first worker dies by SIGKILL in the middle of the job."""
    died = tmp_path / "died"
    await services.database.run(cashier, queueing("test.kill_once", payload={"marker": str(died)}))
    victim = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tests.core.killed_worker", str(settings_here.database_url), str(tmp_path)
    )
    assert await asyncio.wait_for(victim.wait(), 60) == -9
    assert died.exists()
    stop = asyncio.Event()
    working = asyncio.create_task(run_worker(settings_here, stop=stop, heartbeat_timeout=timedelta(seconds=2)))
    await asyncio.wait_for(killed_worker.survived.wait(), 30)
    stop.set()
    await asyncio.wait_for(working, 30)
    async with services.database.aside(SYSTEM) as connection:
        ours = "FROM {} WHERE entrypoint = 'test.kill_once'"
        assert await connection.fetchval(f"SELECT count(*) {ours.format('pgqueuer')}") == 0
        outcomes = await connection.fetch(f"SELECT status::text {ours.format('pgqueuer_log')} ORDER BY id")
        assert [outcome["status"] for outcome in outcomes] == ["picked", "picked", "successful"]
