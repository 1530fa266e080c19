"""The roster of a class."""

from uuid import UUID

from sqlalchemy import func, or_, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.obstacles import ensure_none
from prepaid.domains.cards.models import CardLot
from prepaid.domains.cards.reads.visible import visible_card
from prepaid.domains.catalog.models import Service
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.redemption.errors.timetable import AlreadyEnrolled, CardNotForClass
from prepaid.domains.redemption.models.timetable import ClassEnrolment
from prepaid.domains.redemption.reads.timetable import class_of, enrolment_of
from prepaid.domains.redemption.reads.timetable_obstacles import ENROLLING, LEAVING
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def enrol(tx: WriteSession, actor: Actor, *, merchant_id: UUID, class_id: UUID, card_id: UUID) -> ClassEnrolment:
    """Put a card on the roster. It reserves a place; nothing is taken from the card before it attends.

    Raises:
        NotFound: the class or the card is not the caller's to see.
        ClassEnded, ClassFull, AlreadyEnrolled.
        CardNotForClass: no lot of the card, used up or not, may be used for the service.
    """
    course = await class_of(tx, actor, merchant_id, class_id)
    card = await visible_card(tx, actor, merchant_id, card_id, "cardId")
    open_ones = select(ClassEnrolment.id).where(
        ClassEnrolment.merchant_id == merchant_id,
        ClassEnrolment.class_id == class_id,
        ClassEnrolment.card_id == card.id,
        ClassEnrolment.left_at.is_(None),
    )
    if await tx.scalar(open_ones):
        raise AlreadyEnrolled(path=("cardId",))
    await ensure_none(tx, actor, ENROLLING, course, path=("classId",))
    usable = select(CardLot.id).where(
        CardLot.merchant_id == merchant_id,
        CardLot.card_id == card.id,
        or_(CardLot.service_ids.contains([course.service_id]), func.cardinality(CardLot.service_ids) == 0),
    )
    if await tx.scalar(usable.limit(1)) is None:
        service = await tx.scalar(select(Service.name).filter_by(merchant_id=merchant_id, id=course.service_id))
        raise CardNotForClass(path=("cardId",), service=service)
    enrolment = ClassEnrolment(
        merchant_id=merchant_id,
        id=uuid7(),
        class_id=class_id,
        card_id=card.id,
        enrolled_at=clock.now(),
        left_at=None,
        leave_reason=None,
    )
    tx.add(enrolment)
    await tx.flush()
    await _record(tx, enrolment, "class_enrolment.made", None)
    return enrolment


async def leave(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, enrolment_id: UUID, reason: str
) -> ClassEnrolment:
    """Take a card off the roster; its place is free at once.

    Raises:
        NotFound, EnrolmentOver, ReasonTooShort.
    """
    reason = reason_text(reason)
    enrolment = await enrolment_of(tx, actor, merchant_id, enrolment_id)
    await ensure_none(tx, actor, LEAVING, enrolment, path=("enrolmentId",))
    enrolment.left_at, enrolment.leave_reason = clock.now(), reason
    await tx.flush()
    await _record(tx, enrolment, "class_enrolment.left", reason)
    return enrolment


async def _record(tx: WriteSession, enrolment: ClassEnrolment, act: str, reason: str | None) -> None:
    await audit.record(
        tx,
        act,
        object_type="ClassEnrolment",
        object_id=enrolment.id,
        tenant=enrolment.merchant_id,
        after={"class": enrolment.class_id, "card": enrolment.card_id},
        reason=reason,
    )
