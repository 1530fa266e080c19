"""Writing the coming meetings of classes."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert

from prepaid.core.database import WriteSession
from prepaid.domains.redemption.models.redemptions import Redemption
from prepaid.domains.redemption.models.timetable import ClassSession, TimetableClass
from prepaid.domains.redemption.rules.timetable import HORIZON_DAYS, ClassSessionStatus, ClassStatus, MeetingPlan
from prepaid.domains.stores.rules.stores import Weekday
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


def plan_of(course: TimetableClass) -> MeetingPlan:
    """When a class meets."""
    weekday = None if course.weekday is None else Weekday(course.weekday)
    return MeetingPlan(weekday, course.first_on, course.last_on)


async def plan_sessions(tx: WriteSession, course: TimetableClass) -> int:
    """Write the meetings of the coming four weeks that are not written yet; doing it again writes nothing."""
    if course.status != ClassStatus.ACTIVE:
        return 0
    today = clock.today_shanghai()
    rows = [
        {
            "merchant_id": course.merchant_id,
            "id": uuid7(),
            "class_id": course.id,
            "held_on": day,
            "store_id": course.store_id,
            "teacher_id": course.teacher_id,
            "starts": course.starts,
            "ends": course.ends,
            "status": ClassSessionStatus.PLANNED.value,
        }
        for day in plan_of(course).days(today, today + timedelta(days=HORIZON_DAYS - 1))
    ]
    if not rows:
        return 0
    new = insert(ClassSession).on_conflict_do_nothing(index_elements=["merchant_id", "class_id", "held_on"])
    written = await tx.scalars(new.returning(ClassSession.id), rows)
    return len(written.all())


async def drop_coming_sessions(tx: WriteSession, merchant_id: UUID, class_id: UUID) -> None:
    """Take back the meetings from today on that nobody came to and nobody cancelled."""
    came = select(Redemption.id).where(
        Redemption.merchant_id == ClassSession.merchant_id, Redemption.class_session_id == ClassSession.id
    )
    await tx.execute(
        delete(ClassSession).where(
            ClassSession.merchant_id == merchant_id,
            ClassSession.class_id == class_id,
            ClassSession.held_on >= clock.today_shanghai(),
            ClassSession.status == ClassSessionStatus.PLANNED.value,
            ~came.exists(),
        )
    )
