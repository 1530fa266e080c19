"""Schedules: at its times a schedule enqueues its job, which then runs and is retried like every other."""

from datetime import UTC, datetime

from croniter import croniter
from pgqueuer.core.executors import ScheduleExecutor
from pgqueuer.core.sm import SchedulerManager
from pgqueuer.domain.models import Schedule as DueSchedule

from prepaid.core.jobs.enqueue import enqueue
from prepaid.core.jobs.registry import Schedule, jobs
from prepaid.core.services import Services
from prepaid.kit.clock import SHANGHAI


class LegalTimeExecutor(ScheduleExecutor):
    """Reads the cron expression in the legal time zone; pgqueuer alone would read it in UTC."""

    def get_next(self) -> datetime:
        """The next time after now, in UTC."""
        following: datetime = croniter(self.parameters.expression, datetime.now(SHANGHAI)).get_next(datetime)
        return following.astimezone(UTC)


def plan(scheduler: SchedulerManager, schedule: Schedule, services: Services) -> None:
    """Tell the scheduler of a worker about a schedule.

    Raises:
        LookupError: its job is not declared.
    """
    if schedule.job not in jobs():
        raise LookupError(f"the schedule {schedule.cron} runs the job {schedule.job}, which is not declared")

    async def tick(_: DueSchedule) -> None:
        async with services.database.write() as tx:
            await enqueue(tx, schedule.job, payload=schedule.payload, dedupe_key=f"schedule:{schedule.job}")

    scheduler.schedule(schedule.job, schedule.cron, executor_factory=LegalTimeExecutor, accepts_context=False)(tick)
