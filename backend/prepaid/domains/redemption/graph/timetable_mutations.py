"""Mutations of the timetable."""

from collections.abc import Mapping
from typing import Any, Final

from prepaid.domains.identity.graph.reading import own_merchant
from prepaid.domains.redemption.commands import end_timetable_class as ending
from prepaid.domains.redemption.commands import enrol_in_class as enrolling
from prepaid.domains.redemption.commands import save_timetable_class as saving
from prepaid.domains.redemption.graph.timetable_inputs import (
    CancelClassSessionInput,
    CreateTimetableClassInput,
    EndTimetableClassInput,
    EnrolInClassInput,
    LeaveClassInput,
    UpdateTimetableClassInput,
)
from prepaid.domains.redemption.graph.timetable_types import ClassEnrolment, ClassSession, TimetableClass
from prepaid.domains.redemption.models.timetable import ClassEnrolment as EnrolmentRow
from prepaid.domains.redemption.models.timetable import TimetableClass as ClassRow
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref

EDIT: Final = "timetable.edit"
ENROL: Final = "timetable.enrol"


@mutation(permission=EDIT, idempotent=True, payload={"timetable_class": TimetableClass})
async def create_timetable_class(ctx: MutationContext, input: CreateTimetableClassInput) -> Mapping[str, Any]:
    """Put a class on the timetable; its meetings of the coming four weeks are written at once."""
    merchant_id = own_merchant(ctx.actor, input.merchant_id)
    return _class(await saving.create_class(ctx.tx, ctx.actor, merchant_id=merchant_id, details=input.read()))


@mutation(permission=EDIT, payload={"timetable_class": TimetableClass})
async def update_timetable_class(ctx: MutationContext, input: UpdateTimetableClassInput) -> Mapping[str, Any]:
    """Change a class; meetings that are over stay as they were."""
    which = _which(input.class_id)
    return _class(await saving.update_class(ctx.tx, ctx.actor, **which, details=input.read()))


@mutation(permission=EDIT, payload={"timetable_class": TimetableClass})
async def end_timetable_class(ctx: MutationContext, input: EndTimetableClassInput) -> Mapping[str, Any]:
    """The class does not meet any more."""
    return _class(await ending.end_class(ctx.tx, ctx.actor, **_which(input.class_id), reason=input.reason))


@mutation(permission=EDIT, payload={"class_session": ClassSession})
async def cancel_class_session(ctx: MutationContext, input: CancelClassSessionInput) -> Mapping[str, Any]:
    """One meeting is not held; nothing can be redeemed for it any more."""
    found = input.session_id.of("ClassSession", path=("sessionId",))
    which = {"merchant_id": found.tenant, "session_id": found.id}
    meeting = await ending.cancel_session(ctx.tx, ctx.actor, **which, reason=input.reason)
    return {"class_session": ref(ClassSession, meeting.merchant_id, meeting.id)}


@mutation(permission=ENROL, payload={"class_enrolment": ClassEnrolment, "timetable_class": TimetableClass})
async def enrol_in_class(ctx: MutationContext, input: EnrolInClassInput) -> Mapping[str, Any]:
    """Put a card on the roster of a class; nothing is taken from it before it attends."""
    which = _which(input.class_id)
    card = input.card_id.of("Card", path=("cardId",))
    return _enrolment(await enrolling.enrol(ctx.tx, ctx.actor, **which, card_id=card.id))


@mutation(permission=ENROL, payload={"class_enrolment": ClassEnrolment, "timetable_class": TimetableClass})
async def leave_class(ctx: MutationContext, input: LeaveClassInput) -> Mapping[str, Any]:
    """Take a card off the roster of a class."""
    found = input.enrolment_id.of("ClassEnrolment", path=("enrolmentId",))
    which = {"merchant_id": found.tenant, "enrolment_id": found.id}
    return _enrolment(await enrolling.leave(ctx.tx, ctx.actor, **which, reason=input.reason))


def _which(class_id: GlobalID) -> dict[str, Any]:
    found = class_id.of("TimetableClass", path=("classId",))
    return {"merchant_id": found.tenant, "class_id": found.id}


def _class(course: ClassRow) -> Mapping[str, Any]:
    return {"timetable_class": ref(TimetableClass, course.merchant_id, course.id)}


def _enrolment(row: EnrolmentRow) -> Mapping[str, Any]:
    return {
        "class_enrolment": ref(ClassEnrolment, row.merchant_id, row.id),
        "timetable_class": ref(TimetableClass, row.merchant_id, row.class_id),
    }
