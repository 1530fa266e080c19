"""Timetable of the demo: classes of the dance school and the rink, with rosters, on every day of the week."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import func, or_, select

from prepaid.core.database import Database, WriteSession
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.catalog.models import Service
from prepaid.domains.redemption.commands.end_timetable_class import cancel_session, end_class
from prepaid.domains.redemption.commands.enrol_in_class import enrol
from prepaid.domains.redemption.commands.save_timetable_class import create_class
from prepaid.domains.redemption.models.timetable import ClassSession, TimetableClass
from prepaid.domains.redemption.rules.timetable_details import ClassDetails
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.rules.stores import Weekday
from prepaid.kit import clock
from prepaid.seed.opened import SEEDER


@dataclass(frozen=True, slots=True)
class DemoClass:
    """A class of the demo; `service` and `teacher` count among the merchant's own."""

    name: str
    service: int
    teacher: int
    starts: str
    ends: str
    capacity: int


CLASSES: Final[Mapping[str, tuple[DemoClass, ...]]] = {
    "xinghe": (
        DemoClass("中国舞启蒙 · 晨班", 0, 0, "09:30", "11:00", 12),
        DemoClass("中国舞启蒙 · 午后班", 0, 0, "15:00", "16:30", 12),
        DemoClass("街舞少儿 · 傍晚班", 1, 1, "18:30", "20:00", 16),
    ),
    "yunling": (DemoClass("滑冰小班课", 1, 0, "16:00", "17:00", 8),),
}
ON_A_ROSTER: Final = 6


async def seed_timetable(database: Database, merchants: Mapping[str, UUID]) -> None:
    """Give each merchant with teachers its classes, where it has none."""
    for key, classes in CLASSES.items():
        merchant_id = merchants[key]
        async with database.write(SEEDER) as tx:
            if await tx.scalar(select(TimetableClass.id).filter_by(merchant_id=merchant_id).limit(1)):
                continue
            for each in classes:
                await _on_every_day(tx, merchant_id, each)
            await _once_and_over(tx, merchant_id, classes[0])


async def _on_every_day(tx: WriteSession, merchant_id: UUID, each: DemoClass) -> None:
    """Today's and the next two days' classes: whoever opens the demo then finds one at the counter."""
    today = clock.today_shanghai()
    for offset in range(3):
        day = today + timedelta(days=offset)
        details = await _details(tx, merchant_id, each, weekday=list(Weekday)[day.weekday()])
        course = await create_class(tx, tx.actor, merchant_id=merchant_id, details=details)
        await _roster(tx, course)
        if offset == 2:
            coming = select(ClassSession.id).filter_by(merchant_id=merchant_id, class_id=course.id)
            session_id = (await tx.scalars(coming.order_by(ClassSession.held_on.desc()).limit(1))).one()
            reason = "场馆消防检修，当日停课"
            await cancel_session(tx, tx.actor, merchant_id=merchant_id, session_id=session_id, reason=reason)


async def _once_and_over(tx: WriteSession, merchant_id: UUID, each: DemoClass) -> None:
    once = await _details(tx, merchant_id, each, weekday=None, name="公开体验课", hours=("13:00", "14:00"))
    await create_class(tx, tx.actor, merchant_id=merchant_id, details=once)
    over = await _details(tx, merchant_id, each, weekday=Weekday.SUNDAY, name="暑期集训班", hours=("07:30", "09:00"))
    course = await create_class(tx, tx.actor, merchant_id=merchant_id, details=over)
    await end_class(tx, tx.actor, merchant_id=merchant_id, class_id=course.id, reason="暑期集训已结束")


async def _details(
    tx: WriteSession,
    merchant_id: UUID,
    each: DemoClass,
    *,
    weekday: Weekday | None,
    name: str | None = None,
    hours: tuple[str, str] | None = None,
) -> ClassDetails:
    own = {"merchant_id": merchant_id}
    services = list(await tx.scalars(select(Service.id).filter_by(**own).order_by(Service.number)))
    teaching = select(Salesperson.id).filter_by(**own, performs=True).order_by(Salesperson.staff_number)
    teachers = list(await tx.scalars(teaching))
    store = select(Store.id).filter_by(**own).where(Store.type != "ONLINE").order_by(Store.number).limit(1)
    today = clock.today_shanghai()
    starts, ends = hours or (each.starts, each.ends)
    return ClassDetails(
        name=name or each.name,
        starts=starts,
        ends=ends,
        store_id=(await tx.scalars(store)).one(),
        service_id=services[each.service % len(services)],
        teacher_id=teachers[each.teacher % len(teachers)],
        weekday=weekday,
        first_on=today - timedelta(days=60) if weekday else today + timedelta(days=5),
        capacity=each.capacity,
    )


async def _roster(tx: WriteSession, course: TimetableClass) -> None:
    """Cards that may be used for the class, as far as the demo has sold any."""
    may = or_(CardLot.service_ids.contains([course.service_id]), func.cardinality(CardLot.service_ids) == 0)
    usable = (
        select(Card.id)
        .join(CardLot, (CardLot.merchant_id == Card.merchant_id) & (CardLot.card_id == Card.id))
        .where(Card.merchant_id == course.merchant_id, Card.status == "ACTIVE", may)
        .group_by(Card.id)
        .order_by(func.min(Card.number))
        .limit(min(ON_A_ROSTER, course.capacity))
    )
    for card_id in (await tx.scalars(usable)).all():
        await enrol(tx, tx.actor, merchant_id=course.merchant_id, class_id=course.id, card_id=card_id)
