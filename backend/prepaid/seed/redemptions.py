"""Redemptions of the demo: what a consumer bought is performed, undone, disputed; a trial visit of a card is used.

Each through the commands, at an hour at which the store is open; the oldest has settled.
"""

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime, time, timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import SYSTEM, Actor, DbRole, ScopeKind, Via
from prepaid.core.database import Database, WriteSession
from prepaid.domains.cards.models import Card, CardLot
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.ordering.models import Order, OrderLine
from prepaid.domains.redemption.commands.codes import issue_code
from prepaid.domains.redemption.commands.disputes import dispute_item
from prepaid.domains.redemption.commands.redeem import redeem
from prepaid.domains.redemption.commands.settle import settle_redemption
from prepaid.domains.redemption.commands.undo_redemption import undo_redemption
from prepaid.domains.redemption.models import Redemption, RedemptionItem
from prepaid.domains.redemption.rules.wanted import Wanted, WantedItem
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.rules.stores import Weekday
from prepaid.kit import clock
from prepaid.seed.acting import acting, person_with
from prepaid.seed.orders import SELLING

SETTLED_DAYS_AGO: Final = 16
UNDONE_DAYS_AGO: Final = 5
DISPUTED_DAYS_AGO: Final = 3
RECENT_DAYS_AGO: Final = 1
WEEK: Final = tuple(Weekday)
NOON: Final = time(12)


async def seed_redemptions(database: Database, merchants: Mapping[str, UUID]) -> None:
    """Redeem at the counter of the merchant that sells, once; `merchants` by their keys."""
    merchant_id = merchants[SELLING]
    async with database.write(SYSTEM) as tx:
        if await tx.scalar(select(Redemption.id).limit(1)) is not None:
            return
        counter = await _counter(tx, merchant_id)
    lines = counter.lines
    with _noon(counter.store, SETTLED_DAYS_AGO):
        old = await counter.redeem(database, lines[0], performer_id=counter.performer)
    await database.run(SYSTEM, lambda tx: settle_redemption(tx, merchant_id=merchant_id, redemption_id=old.id))
    with _noon(counter.store, UNDONE_DAYS_AGO):
        wrong = await counter.redeem(database, lines[3])
        with clock.travel(timedelta(minutes=12)):
            await counter.undo(database, wrong, "顾客临时改约，撤销本次核销")
    with _noon(counter.store, DISPUTED_DAYS_AGO):
        doubted = await counter.redeem(database, lines[4], quantity=2)
    await counter.dispute(database, doubted, "当天并未到店，请核实这两次核销")
    with _noon(counter.store, RECENT_DAYS_AGO):
        await counter.redeem(database, lines[4], performer_id=counter.performer)
        await counter.trial(database)
    await database.run(counter.consumer, lambda tx: issue_code(tx, counter.consumer, merchant_id=merchant_id))


class _Counter:
    """The demo's cashier in the store of the orders, and the consumer before him."""

    def __init__(
        self,
        cashier: Actor,
        consumer: Actor,
        store: Store,
        lines: Sequence[OrderLine],
        card: tuple[Card, CardLot] | None,
        performer: UUID | None,
    ) -> None:
        self.cashier, self.consumer, self.store, self.lines = cashier, consumer, store, lines
        self.card, self.performer = card, performer

    async def redeem(
        self, database: Database, line: OrderLine, *, quantity: int = 1, performer_id: UUID | None = None
    ) -> Redemption:
        item = WantedItem(order_line_id=line.id, quantity=quantity, performer_id=performer_id)
        return await self._redeem(database, self.consumer, item)

    async def trial(self, database: Database) -> None:
        """A visit that somebody else was given with his card."""
        if self.card is None:
            return
        card, lot = self.card
        item = WantedItem(card_id=card.id, unit=LotUnit.VISIT, service_id=lot.service_ids[0])
        assert card.holder_account_id is not None
        await self._redeem(database, consumer_actor(card.holder_account_id), item)

    async def _redeem(self, database: Database, consumer: Actor, item: WantedItem) -> Redemption:
        merchant_id = self.store.merchant_id
        code = await database.run(consumer, lambda tx: issue_code(tx, consumer, merchant_id=merchant_id))
        wanted = Wanted(merchant_id=merchant_id, store_id=self.store.id, items=[item], code=code.code)
        return await database.run(self.cashier, lambda tx: redeem(tx, self.cashier, wanted))

    async def undo(self, database: Database, redemption: Redemption, reason: str) -> None:
        which = {"merchant_id": redemption.merchant_id, "redemption_id": redemption.id}
        await database.run(self.cashier, lambda tx: undo_redemption(tx, self.cashier, **which, reason=reason))

    async def dispute(self, database: Database, redemption: Redemption, reason: str) -> None:
        async def disputing(tx: WriteSession) -> None:
            async with tx.under(DbRole.WORKER):
                items = select(RedemptionItem.id).filter_by(redemption_id=redemption.id)
                item_id = (await tx.scalars(items)).one()
            await dispute_item(tx, self.consumer, merchant_id=redemption.merchant_id, item_id=item_id, reason=reason)

        await database.run(self.consumer, disputing)


async def _counter(tx: WriteSession, merchant_id: UUID) -> _Counter:
    of = {"merchant_id": merchant_id}
    paid = select(Order).filter_by(**of, kind="SINGLE_SERVICE", payment_status="PAID").order_by(Order.placed_at)
    orders = (await tx.scalars(paid)).all()
    lines = [(await tx.scalars(select(OrderLine).filter_by(**of, order_id=order.id))).one() for order in orders]
    store = await tx.get_one(Store, (merchant_id, orders[0].store_id))
    held = (
        select(Card, CardLot)
        .join(CardLot, (CardLot.merchant_id == Card.merchant_id) & (CardLot.card_id == Card.id))
        .where(
            Card.merchant_id == merchant_id,
            Card.status == "ACTIVE",
            Card.holds == [],
            Card.holder_account_id.is_not(None),
            CardLot.available > 1,
            CardLot.unit == "VISIT",
        )
    )
    found = (await tx.execute(held.order_by(Card.number).limit(1))).first()
    performs = select(Salesperson.id).filter_by(**of, performs=True, status="ACTIVE").order_by(Salesperson.staff_number)
    return _Counter(
        cashier=await acting(tx, person_with("cashier", merchant=SELLING)),
        consumer=consumer_actor(orders[0].account_id),
        store=store,
        lines=lines,
        card=(found[0], found[1]) if found else None,
        performer=await tx.scalar(performs.limit(1)),
    )


def consumer_actor(account_id: UUID) -> Actor:
    """Who acts when this consumer does."""
    return Actor(via=Via.BEARER, db_role=DbRole.CONSUMER, account_id=account_id, scope=ScopeKind.SELF)


def _noon(store: Store, days_ago: int) -> AbstractContextManager[None]:
    """The clock at noon, so many days ago, or a day before where the store was closed."""
    day: date = clock.today_shanghai() - timedelta(days=days_ago)
    while WEEK[day.weekday()].value in store.closed_weekdays:
        day -= timedelta(days=1)
    return clock.travel(datetime.combine(day, NOON, clock.SHANGHAI) - clock.now())
