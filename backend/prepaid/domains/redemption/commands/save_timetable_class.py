"""Putting a class on the timetable, and moving it."""

import re
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, or_, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.core.obstacles import ensure_none
from prepaid.domains.catalog.models import Service
from prepaid.domains.identity.commands.wording import free_text, name_text
from prepaid.domains.redemption.commands.plan_class_sessions import drop_coming_sessions, plan_sessions
from prepaid.domains.redemption.errors.timetable import (
    CapacityBelowRoster,
    ClassPeriodInvalid,
    ClassTimesInvalid,
    TeacherBusy,
)
from prepaid.domains.redemption.models.timetable import ClassEnrolment, TimetableClass
from prepaid.domains.redemption.reads.timetable import class_of
from prepaid.domains.redemption.reads.timetable_obstacles import EDITING
from prepaid.domains.redemption.rules.timetable import ClassStatus, overlap
from prepaid.domains.redemption.rules.timetable_details import ClassDetails
from prepaid.domains.salesforce.errors import SalespersonNotSelling
from prepaid.domains.salesforce.reads.people import salesperson_of
from prepaid.domains.salesforce.rules.people import SalespersonStatus
from prepaid.domains.stores.reads.stores import store_of
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.pinyin import search_text

CLOCK: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
LARGEST_CLASS: Final = 500


async def create_class(tx: WriteSession, actor: Actor, *, merchant_id: UUID, details: ClassDetails) -> TimetableClass:
    """Put a class on the timetable and write its meetings of the coming four weeks.

    Raises:
        NotFound: store, service or teacher is not the merchant's.
        ClassTimesInvalid, ClassPeriodInvalid, InvalidValue.
        SalespersonNotSelling: the teacher is suspended or has left.
        TeacherBusy: the teacher gives another class at the time.
    """
    columns = await _checked(tx, merchant_id, details, None)
    course = TimetableClass(
        merchant_id=merchant_id,
        id=uuid7(),
        number=await _next_number(tx, merchant_id),
        status=ClassStatus.ACTIVE.value,
        created_at=clock.now(),
        **columns,
    )
    tx.add(course)
    await tx.flush()
    await plan_sessions(tx, course)
    await _record(tx, course, "timetable_class.created", None)
    return course


async def update_class(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, class_id: UUID, details: ClassDetails
) -> TimetableClass:
    """Change a class. Meetings that are over, were cancelled or that somebody came to stay as they are.

    Raises:
        NotFound, ClassEnded, CapacityBelowRoster, and what `create_class` raises.
    """
    course = await class_of(tx, actor, merchant_id, class_id)
    await ensure_none(tx, actor, EDITING, course, path=("classId",))
    await _ensure_places(tx, course, details.capacity)
    before = _said(course)
    for name, value in (await _checked(tx, merchant_id, details, class_id)).items():
        setattr(course, name, value)
    await tx.flush()
    await drop_coming_sessions(tx, merchant_id, class_id)
    await plan_sessions(tx, course)
    await _record(tx, course, "timetable_class.updated", before)
    return course


async def _ensure_places(tx: WriteSession, course: TimetableClass, capacity: int) -> None:
    on_roster = select(func.count()).where(
        ClassEnrolment.merchant_id == course.merchant_id,
        ClassEnrolment.class_id == course.id,
        ClassEnrolment.left_at.is_(None),
    )
    enrolled = await tx.scalar(on_roster) or 0
    if capacity < enrolled:
        raise CapacityBelowRoster(path=("capacity",), enrolled=enrolled)


async def _checked(tx: WriteSession, merchant_id: UUID, given: ClassDetails, class_id: UUID | None) -> dict[str, Any]:
    name = name_text(given.name, ("name",))
    if not (CLOCK.fullmatch(given.starts) and CLOCK.fullmatch(given.ends) and given.starts < given.ends):
        raise ClassTimesInvalid(path=("starts",))
    last_on = given.first_on if given.weekday is None else given.last_on
    if last_on is not None and last_on < given.first_on:
        raise ClassPeriodInvalid(path=("lastOn",))
    if not 1 <= given.capacity <= LARGEST_CLASS:
        raise InvalidValue(path=("capacity",), reason="OUT_OF_RANGE")
    await store_of(tx, merchant_id, given.store_id, "storeId")
    if await tx.get(Service, (merchant_id, given.service_id)) is None:
        raise NotFound(path=("serviceId",))
    # The lock makes two who give one teacher two classes at once wait for each other.
    teacher = await salesperson_of(tx, merchant_id, given.teacher_id, ("teacherId",), lock=True)
    if teacher.status != SalespersonStatus.ACTIVE:
        raise SalespersonNotSelling(path=("teacherId",), salesperson=teacher.name, status=teacher.status)
    await _ensure_free(tx, merchant_id, given, teacher.name, class_id)
    return {
        "name": name,
        "search": search_text(name),
        "store_id": given.store_id,
        "service_id": given.service_id,
        "teacher_id": given.teacher_id,
        "weekday": given.weekday and given.weekday.value,
        "starts": given.starts,
        "ends": given.ends,
        "first_on": given.first_on,
        "last_on": last_on,
        "capacity": given.capacity,
        "note": free_text(given.note, ("note",)),
    }


async def _ensure_free(
    tx: WriteSession, merchant_id: UUID, given: ClassDetails, teacher: str, class_id: UUID | None
) -> None:
    day = given.weekday.value if given.weekday else f"{given.first_on:%A}".upper()
    last = given.first_on if given.weekday is None else given.last_on
    others = select(TimetableClass).where(
        TimetableClass.merchant_id == merchant_id,
        TimetableClass.teacher_id == given.teacher_id,
        TimetableClass.status == ClassStatus.ACTIVE.value,
        or_(TimetableClass.last_on.is_(None), TimetableClass.last_on >= given.first_on),
        or_(
            TimetableClass.weekday == day,
            TimetableClass.weekday.is_(None) & (func.to_char(TimetableClass.first_on, "FMDAY") == day),
        ),
    )
    if last is not None:
        others = others.where(TimetableClass.first_on <= last)
    if class_id is not None:
        others = others.where(TimetableClass.id != class_id)
    for other in await tx.scalars(others):
        if overlap(given.starts, given.ends, other.starts, other.ends):
            raise TeacherBusy(path=("starts",), teacher=teacher, other=other.name)


async def _next_number(tx: WriteSession, merchant_id: UUID) -> str:
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"class:{merchant_id}", 0))))
    own = select(func.count()).select_from(TimetableClass).where(TimetableClass.merchant_id == merchant_id)
    return f"K{(await tx.scalar(own) or 0) + 1:03d}"


def _said(course: TimetableClass) -> dict[str, Any]:
    return {
        "number": course.number,
        "name": course.name,
        "store": course.store_id,
        "service": course.service_id,
        "teacher": course.teacher_id,
        "weekday": course.weekday,
        "starts": course.starts,
        "ends": course.ends,
        "firstOn": course.first_on.isoformat(),
        "lastOn": course.last_on and course.last_on.isoformat(),
        "capacity": course.capacity,
    }


async def _record(tx: WriteSession, course: TimetableClass, act: str, before: dict[str, Any] | None) -> None:
    await audit.record(
        tx,
        act,
        object_type="TimetableClass",
        object_id=course.id,
        tenant=course.merchant_id,
        before=before,
        after=_said(course),
    )
