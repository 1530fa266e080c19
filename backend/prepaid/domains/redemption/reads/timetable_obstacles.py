"""Why something cannot be done with a class, a meeting or a roster at present."""

from typing import Any, Final

from sqlalchemy import ColumnElement, func, select

from prepaid.core.obstacles import Obstacle
from prepaid.domains.redemption.errors.timetable import ClassEnded, ClassFull, EnrolmentOver, SessionOver
from prepaid.domains.redemption.models.timetable import ClassEnrolment, ClassSession, TimetableClass
from prepaid.kit import clock


def enrolled(course: Any = TimetableClass) -> ColumnElement[int]:
    """How many cards are on the roster of a class."""
    return (
        select(func.count())
        .where(
            ClassEnrolment.merchant_id == course.merchant_id,
            ClassEnrolment.class_id == course.id,
            ClassEnrolment.left_at.is_(None),
        )
        .correlate(TimetableClass)
        .scalar_subquery()
    )


ENDED: Final = Obstacle(ClassEnded, lambda ask: TimetableClass.status == "ENDED")
FULL: Final = Obstacle(
    ClassFull,
    lambda ask: enrolled() >= TimetableClass.capacity,
    {"capacity": lambda ask: TimetableClass.capacity},
)
EDITING: Final = (ENDED,)
ENROLLING: Final = (ENDED, FULL)
LEAVING: Final = (Obstacle(EnrolmentOver, lambda ask: ClassEnrolment.left_at.is_not(None)),)
CANCELLING: Final = (
    Obstacle(
        SessionOver,
        lambda ask: (ClassSession.status == "CANCELLED") | (ClassSession.held_on < clock.today_shanghai()),
    ),
)
