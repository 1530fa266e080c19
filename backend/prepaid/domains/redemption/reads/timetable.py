"""Classes, meetings and rosters that commands need."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Path
from prepaid.domains.catalog.models import Service
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.redemption.errors.timetable import NotOfThisClass, SessionCancelled, SessionNotNow
from prepaid.domains.redemption.models.timetable import ClassEnrolment, ClassSession, TimetableClass
from prepaid.domains.redemption.rules.timetable import ClassSessionStatus
from prepaid.kit import clock


async def class_of(tx: WriteSession, actor: Actor, merchant_id: UUID, class_id: UUID) -> TimetableClass:
    """One class, locked; within stores one sees those of one's own. Raises `NotFound`."""
    found = await tx.get(TimetableClass, (merchant_id, class_id), with_for_update=True)
    if found is None or _elsewhere(actor, found.store_id):
        raise NotFound(path=("classId",))
    return found


async def visible_session(tx: WriteSession, actor: Actor, merchant_id: UUID, session_id: UUID) -> ClassSession:
    """One meeting, locked; within stores one sees those of one's own. Raises `NotFound`."""
    found = await session_of(tx, merchant_id, session_id, ("sessionId",))
    if _elsewhere(actor, found.store_id):
        raise NotFound(path=("sessionId",))
    return found


async def session_of(tx: WriteSession, merchant_id: UUID, session_id: UUID, path: Path) -> ClassSession:
    """One meeting, locked. Raises `NotFound`."""
    found = await tx.get(ClassSession, (merchant_id, session_id), with_for_update=True)
    if found is None:
        raise NotFound(path=path)
    return found


async def enrolment_of(tx: WriteSession, actor: Actor, merchant_id: UUID, enrolment_id: UUID) -> ClassEnrolment:
    """One entry of a roster, locked; within stores of one's own classes. Raises `NotFound`."""
    found = await tx.get(ClassEnrolment, (merchant_id, enrolment_id), with_for_update=True)
    if found is not None:
        course = await tx.get_one(TimetableClass, (merchant_id, found.class_id))
        if not _elsewhere(actor, course.store_id):
            return found
    raise NotFound(path=("enrolmentId",))


def _elsewhere(actor: Actor, store_id: UUID) -> bool:
    return actor.scope in WITHIN_STORES and store_id not in actor.store_ids


async def ensure_meeting(
    tx: WriteSession,
    *,
    merchant_id: UUID,
    session_id: UUID,
    store_id: UUID,
    service_ids: Collection[UUID | None],
    path: Path = ("classSessionId",),
) -> ClassSession:
    """Whether lessons of these services may be redeemed for a meeting, in this store, now.

    Raises:
        NotFound: no meeting of this merchant.
        SessionNotNow: of another day or store.
        SessionCancelled, NotOfThisClass.
    """
    meeting = await session_of(tx, merchant_id, session_id, path)
    if meeting.store_id != store_id or meeting.held_on != clock.today_shanghai():
        raise SessionNotNow(path=path, heldOn=f"{meeting.held_on:%Y-%m-%d} {meeting.starts}")
    if meeting.status != ClassSessionStatus.PLANNED:
        raise SessionCancelled(path=path, reason=meeting.cancel_reason)
    course = select(Service.id, Service.name).join(
        TimetableClass,
        (TimetableClass.merchant_id == Service.merchant_id) & (TimetableClass.service_id == Service.id),
    )
    wanted, named = (
        await tx.execute(course.where(TimetableClass.merchant_id == merchant_id, TimetableClass.id == meeting.class_id))
    ).one()
    if set(service_ids) != {wanted}:
        raise NotOfThisClass(path=path, service=named)
    return meeting
