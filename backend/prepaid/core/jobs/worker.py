"""The worker process: runs jobs and schedules until it is told to stop, and finishes what it has in hand."""

import asyncio
import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from functools import partial

import asyncpg
import stamina
import structlog
from pgqueuer.adapters.drivers.asyncpg import AsyncpgPoolDriver
from pgqueuer.core.qm import QueueManager
from pgqueuer.core.sm import SchedulerManager
from pgqueuer.domain.errors import FailingListenerError
from pgqueuer.domain.models import HealthCheckEvent
from pgqueuer.domain.models import Job as QueuedJob
from pgqueuer.ports.driver import NotifyCallback

from prepaid.core.jobs.execute import execute
from prepaid.core.jobs.queries import AS_WORKER, queries_over
from prepaid.core.jobs.registry import Job, jobs, schedules
from prepaid.core.jobs.schedules import plan
from prepaid.core.jobs.schema import SETTINGS
from prepaid.core.services import Services, open_services
from prepaid.core.settings import Settings
from prepaid.core.settings import settings as process_settings

HEARTBEAT_TIMEOUT = timedelta(seconds=30)
BATCH = 5
AT_ONCE = 10
POLL = timedelta(seconds=5)
"""So often the queue is looked at even if no notification comes."""
PROBE = timedelta(seconds=10)
"""So long may a probe of the listening connection take."""
CLOSE_SECONDS = 5
CONNECTION_LOST = (
    OSError,
    TimeoutError,
    asyncpg.PostgresConnectionError,
    asyncpg.OperatorInterventionError,
    asyncpg.InsufficientResourcesError,
    asyncpg.InterfaceError,
    FailingListenerError,
)

log = structlog.get_logger(__name__)


async def run_worker(
    settings: Settings | None = None,
    *,
    stop: asyncio.Event | None = None,
    heartbeat_timeout: timedelta = HEARTBEAT_TIMEOUT,
) -> None:
    """Work until `stop` is set (by default on SIGTERM and SIGINT), then finish the jobs in hand and return.

    A worker that dies is noticed by the silence of its heartbeat; after `heartbeat_timeout` another takes
    its jobs over. A lost database is waited for.
    """
    stop = stop or _stop_on_signals()
    async with open_services(settings or process_settings()) as services:
        async for attempt in stamina.retry_context(
            on=CONNECTION_LOST, attempts=None, timeout=None, wait_initial=0.2, wait_max=5
        ):
            with attempt:
                await _work(services, stop, heartbeat_timeout)


async def _work(services: Services, stop: asyncio.Event, heartbeat_timeout: timedelta) -> None:
    """Work until stopped; raises when the database is lost."""
    async with _pool(services.database.url) as pool:
        lost = asyncio.Event()
        driver = WatchedDriver(pool, lost)
        queries = queries_over(driver)
        queue = ListeningQueue(queries, SETTINGS.channel)
        queue.listening = driver.listening
        for job in jobs().values():
            run = partial(_run, services, job)
            queue.entrypoint(job.name, concurrency_limit=job.at_once, accepts_context=False, on_failure="hold")(run)
        scheduler = SchedulerManager(queries)
        for each in schedules():
            plan(scheduler, each, services)

        def finish(_: object) -> None:
            queue.shutdown.set()
            scheduler.shutdown.set()

        # The managers are not cancelled but told to finish, by whichever of them or of `stop` comes first.
        told = [asyncio.create_task(stop.wait()), asyncio.create_task(lost.wait())]
        managers = [
            asyncio.create_task(
                queue.run(
                    dequeue_timeout=POLL,
                    batch_size=BATCH,
                    max_concurrent_tasks=AT_ONCE,
                    shutdown_on_listener_failure=True,
                    heartbeat_timeout=heartbeat_timeout,
                )
            ),
            asyncio.create_task(scheduler.run()),
        ]
        for task in (*told, *managers):
            task.add_done_callback(finish)
        log.info("worker_ready", jobs=len(jobs()), schedules=len(schedules()))
        try:
            outcomes = await asyncio.gather(*managers, return_exceptions=True)
        finally:
            for task in told:
                task.cancel()
        failures = [outcome for outcome in outcomes if isinstance(outcome, BaseException)]
        if failures or lost.is_set():
            failure = failures[0] if failures else ConnectionError("the listening connection was lost")
            log.warning("worker_lost_database", error=type(failure).__name__)
            raise failure
        log.info("worker_finished")


class WatchedDriver(AsyncpgPoolDriver):
    """Tells at once when the listening connection dies; pgqueuer alone would notice by its next health check."""

    def __init__(self, pool: asyncpg.Pool, lost: asyncio.Event) -> None:
        super().__init__(pool)
        self.listening = asyncio.Event()
        self._lost = lost

    async def add_listener(self, channel: str, callback: NotifyCallback) -> None:
        """Listen, and watch the connection."""
        await super().add_listener(channel, callback)
        assert self._listener_connection is not None
        self._listener_connection.add_termination_listener(lambda _: self._lost.set())
        self.listening.set()


class ListeningQueue(QueueManager):
    """Probes the listening connection once there is one; pgqueuer's first probe may run ahead of it and be lost."""

    listening: asyncio.Event

    async def listener_healthy(self, timeout: timedelta = PROBE) -> HealthCheckEvent:  # noqa: ASYNC109 - pgqueuer's
        """A notification there and back. Raises `FailingListenerError` when it does not arrive in time."""
        await self.listening.wait()
        return await super().listener_healthy(timeout)


async def _run(services: Services, job: Job, queued: QueuedJob) -> None:
    await execute(services, job, queued)


@asynccontextmanager
async def _pool(url: str) -> AsyncIterator[asyncpg.Pool]:
    """Connections of the queue itself; what jobs do goes over the pools of the services."""
    pool = await asyncpg.create_pool(url, min_size=2, max_size=4, server_settings=AS_WORKER)
    try:
        yield pool
        await asyncio.wait_for(pool.close(), CLOSE_SECONDS)
    finally:
        pool.terminate()


def _stop_on_signals() -> asyncio.Event:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop
