"""Ending a class, and cancelling one of its meetings."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.obstacles import ensure_none
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.redemption.commands.plan_class_sessions import drop_coming_sessions
from prepaid.domains.redemption.models.timetable import ClassSession, TimetableClass
from prepaid.domains.redemption.reads.timetable import class_of, visible_session
from prepaid.domains.redemption.reads.timetable_obstacles import CANCELLING, EDITING
from prepaid.domains.redemption.rules.timetable import ClassSessionStatus, ClassStatus


async def end_class(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, class_id: UUID, reason: str
) -> TimetableClass:
    """The class does not meet any more; what was attended stays on record.

    Raises:
        NotFound, ClassEnded, ReasonTooShort.
    """
    reason = reason_text(reason)
    course = await class_of(tx, actor, merchant_id, class_id)
    await ensure_none(tx, actor, EDITING, course, path=("classId",))
    course.status = ClassStatus.ENDED.value
    await tx.flush()
    await drop_coming_sessions(tx, merchant_id, class_id)
    await audit.record(
        tx,
        "timetable_class.ended",
        object_type="TimetableClass",
        object_id=course.id,
        tenant=merchant_id,
        before={"status": ClassStatus.ACTIVE},
        after={"status": ClassStatus.ENDED},
        reason=reason,
    )
    return course


async def cancel_session(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, session_id: UUID, reason: str
) -> ClassSession:
    """One meeting is not held (停课); nothing can be redeemed for it any more.

    Raises:
        NotFound, SessionOver, ReasonTooShort.
    """
    reason = reason_text(reason)
    meeting = await visible_session(tx, actor, merchant_id, session_id)
    await ensure_none(tx, actor, CANCELLING, meeting, path=("sessionId",))
    meeting.status, meeting.cancel_reason = ClassSessionStatus.CANCELLED.value, reason
    await tx.flush()
    await audit.record(
        tx,
        "class_session.cancelled",
        object_type="ClassSession",
        object_id=meeting.id,
        tenant=merchant_id,
        before={"status": ClassSessionStatus.PLANNED},
        after={
            "status": ClassSessionStatus.CANCELLED,
            "heldOn": meeting.held_on.isoformat(),
            "class": meeting.class_id,
        },
        reason=reason,
    )
    return meeting
