"""Redeeming: everything that a redemption moves, in one transaction."""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.core.events import publish
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.identity.models import Consumer
from prepaid.domains.ordering.commands.record_consumption import ConsumedService, Consumption, record_consumption
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.rules.numbers import new_order_number
from prepaid.domains.redemption.commands.class_teacher import given_by_teacher
from prepaid.domains.redemption.commands.codes import find_code, session_code
from prepaid.domains.redemption.commands.perform_card import perform_card
from prepaid.domains.redemption.commands.perform_order import perform_order
from prepaid.domains.redemption.commands.reach import reached_cards, reached_orders
from prepaid.domains.redemption.events import Redeemed
from prepaid.domains.redemption.models import Redemption, RedemptionCode, RedemptionItem
from prepaid.domains.redemption.reads.counters import Counter, counter_of
from prepaid.domains.redemption.rules.redemptions import (
    MOST_ITEMS,
    UNDO_WINDOW,
    ItemSource,
    Means,
    RedemptionKind,
    RedemptionStatus,
)
from prepaid.domains.redemption.rules.wanted import Wanted, WantedItem
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def redeem(tx: WriteSession, actor: Actor, wanted: Wanted) -> Redemption:
    """Perform what was chosen, all or nothing: lots, ledger, custody, the order that records it, what performers earn.

    The code is used by it. Locks: code, cards, orders, then the ledger's accounts (domain/01, 18).

    Raises:
        NotFound, StaffNotAllowed, MerchantBlocked, OutOfHours: the counter.
        CodeUnknown, TokenUsed, TokenExpired, TooManyAttempts: the code.
        WrongStore, CardFrozen, CardExpired, CardNotActive, Insufficient: an item, at `items.N`.
        InvalidValue: no items, too many, or one that names neither card nor order.
        SessionNotNow, SessionCancelled, NotOfThisClass: the meeting of a class (`reactions.timetable`).
    """
    _ensure_whole(wanted.items)
    async with tx.under(DbRole.WORKER):
        wanted = await given_by_teacher(tx, wanted)
        counter = await counter_of(tx, actor, wanted.merchant_id, wanted.store_id)
        code = await _live_code(tx, counter, wanted)
        cards = await reached_cards(tx, code, counter, wanted.items)
        orders = await reached_orders(tx, code, counter, wanted.items)
        redemption = await _begin(tx, actor, counter, code, list(cards.values()), list(orders.values()))
        redemption.class_session_id = wanted.class_session_id
        items = [
            await _perform(tx, redemption, cards, orders, item, position) for position, item in enumerate(wanted.items)
        ]
        await _finish(tx, redemption, code, cards, items)
        await _note(tx, redemption, items)
        await publish(
            tx,
            Redeemed(
                merchant_id=redemption.merchant_id,
                redemption_id=redemption.id,
                store_id=redemption.store_id,
                account_id=redemption.account_id,
                order_id=redemption.order_id,
                class_session_id=redemption.class_session_id,
                value_fen=redemption.value_fen,
                commission_fen=sum(item.commission_fen for item in items),
                redeemed_at=redemption.redeemed_at,
            ),
        )
    return redemption


def _ensure_whole(items: Sequence[WantedItem]) -> None:
    if not 0 < len(items) <= MOST_ITEMS:
        raise InvalidValue(path=("items",), reason="OUT_OF_RANGE")
    for place, item in enumerate(items):
        if (item.card_id is None) == (item.order_line_id is None):
            raise InvalidValue(path=("items", str(place)), reason="INCOMPLETE")
        if item.quantity <= 0 or (item.unit is LotUnit.PERIOD and item.quantity != 1):
            raise InvalidValue(path=("items", str(place), "quantity"), reason="OUT_OF_RANGE")
        if item.card_id is not None and item.service_id is None and item.unit is not LotUnit.MONEY:
            raise InvalidValue(path=("items", str(place), "serviceId"), reason="EMPTY")


async def _live_code(tx: WriteSession, counter: Counter, wanted: Wanted) -> RedemptionCode:
    """The code, locked: whoever comes later with the same one waits here, and finds it used."""
    if wanted.session is not None:
        return await session_code(tx, counter, wanted.session)
    if wanted.code is not None:
        return await find_code(tx, counter, wanted.code, lock=True)
    raise InvalidValue(path=("code",), reason="EMPTY")


async def _begin(
    tx: WriteSession,
    actor: Actor,
    counter: Counter,
    code: RedemptionCode,
    cards: Sequence[Card],
    orders: Sequence[Order],
) -> Redemption:
    now = clock.now()
    windows = [timedelta(minutes=card.undo_window_minutes) for card in cards]
    account_id, masked = await _consumer(tx, code, cards, orders)
    return Redemption(
        merchant_id=counter.merchant_id,
        id=uuid7(),
        number=new_order_number(clock.shanghai_day(now)),
        kind=RedemptionKind.COUNTER.value,
        status=RedemptionStatus.PENDING.value,
        means=code.means,
        account_id=account_id,
        holder_masked=masked,
        store_id=counter.store_id,
        store_name=counter.store_name,
        cashier_account_id=counter.cashier_id,
        cashier_membership_id=actor.membership_id,
        cashier_name=counter.cashier_name,
        code_id=code.id,
        redeemed_at=now,
        redeemed_on=clock.shanghai_day(now),
        value_fen=0,
        pending_fen=0,
        undo_until=now + min([*windows, *([UNDO_WINDOW] if orders else [])], default=UNDO_WINDOW),
    )


async def _consumer(
    tx: WriteSession, code: RedemptionCode, cards: Sequence[Card], orders: Sequence[Order]
) -> tuple[UUID | None, str]:
    """Whose record it is, and what he is shown as; the buyer of a card that bears no name counts."""
    owners = [card.holder_account_id or card.purchaser_account_id for card in cards]
    account_id = code.account_id or next((each for each in owners if each), None)
    masked = next((card.holder_phone_masked for card in cards if card.holder_phone_masked), None)
    masked = masked or next((order.buyer_masked for order in orders), "")
    if code.means == Means.CODE:
        return account_id, masked
    # An account of staff may hold a card; the record of orders is kept for consumers.
    known = account_id and await tx.scalar(select(Consumer.id).filter_by(id=account_id))
    return known or None, masked


async def _perform(
    tx: WriteSession,
    redemption: Redemption,
    cards: dict[UUID, Card],
    orders: dict[UUID, Order],
    item: WantedItem,
    position: int,
) -> RedemptionItem:
    if item.card_id is not None:
        return await perform_card(tx, redemption, cards[item.card_id], item, position)
    assert item.order_line_id is not None
    return await perform_order(tx, redemption, orders[item.order_line_id], item, position)


async def _finish(
    tx: WriteSession,
    redemption: Redemption,
    code: RedemptionCode,
    cards: dict[UUID, Card],
    items: Sequence[RedemptionItem],
) -> None:
    redemption.value_fen = sum(item.value_fen for item in items)
    redemption.pending_fen = sum(item.pending_fen for item in items)
    of_cards = [item for item in items if item.source == ItemSource.CARD]
    if of_cards and redemption.account_id is not None:
        first = cards[of_cards[0].card_id]  # type: ignore[index]  # items of cards name one
        order = await _recorded(tx, redemption, redemption.account_id, first, of_cards)
        redemption.order_id = order.id
    tx.add(redemption)
    await tx.flush()
    tx.add_all(items)
    code.used_at, code.redemption_id = redemption.redeemed_at, redemption.id
    await tx.flush()


async def _recorded(
    tx: WriteSession, redemption: Redemption, account_id: UUID, card: Card, items: Sequence[RedemptionItem]
) -> Order:
    assert redemption.cashier_account_id is not None
    what = Consumption(
        merchant_id=redemption.merchant_id,
        number=redemption.number,
        account_id=account_id,
        buyer_masked=redemption.holder_masked,
        cashier_id=redemption.cashier_account_id,
        store_id=redemption.store_id,
        store_name=redemption.store_name,
        card_id=card.id,
        card_number=card.number,
        key=f"redemption-{redemption.id}",
        at=redemption.redeemed_at,
    )
    services = [
        ConsumedService(item.service_id, item.quantity if item.unit == LotUnit.VISIT else 1, item.value_fen)
        for item in items
        if item.service_id is not None
    ]
    return await record_consumption(tx, what, services, total_fen=sum(item.value_fen for item in items))


async def _note(tx: WriteSession, redemption: Redemption, items: Sequence[RedemptionItem]) -> None:
    await audit.record(
        tx,
        "redemption.redeemed",
        object_type="Redemption",
        object_id=redemption.id,
        tenant=redemption.merchant_id,
        after={
            "number": redemption.number,
            "means": redemption.means,
            "store": redemption.store_id,
            "valueFen": redemption.value_fen,
            "items": len(items),
        },
    )
