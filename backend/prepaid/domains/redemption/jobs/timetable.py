"""The coming meetings of all classes, kept four weeks ahead."""

from typing import Final

from sqlalchemy import select

from prepaid.core.jobs import JobContext, job, schedule
from prepaid.domains.redemption.commands.plan_class_sessions import plan_sessions
from prepaid.domains.redemption.models.timetable import TimetableClass
from prepaid.domains.redemption.rules.timetable import ClassStatus

PLAN_SESSIONS: Final = "redemption.plan_class_sessions"


@job(PLAN_SESSIONS)
async def plan_class_sessions(ctx: JobContext) -> None:
    """Write what is missing; running it again changes nothing."""
    active = select(TimetableClass).where(TimetableClass.status == ClassStatus.ACTIVE.value)
    for course in (await ctx.tx.scalars(active)).all():
        await plan_sessions(ctx.tx, course)


schedule(PLAN_SESSIONS, "12 0 * * *")
