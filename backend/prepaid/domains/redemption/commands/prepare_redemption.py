"""What is usable at this counter now, before anything is chosen: nothing is consumed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound, Refusal
from prepaid.domains.cards.commands.card_pin import check_card_pin
from prepaid.domains.cards.commands.consume import ensure_usable
from prepaid.domains.cards.errors import CardPinWrong
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.cards import card_with_number, lots_of
from prepaid.domains.cards.rules.cards import ALIVE
from prepaid.domains.catalog.models import CardType, CardTypeVersion, Service, ServiceVersion
from prepaid.domains.identity.commands.charge_attempt import charge_attempt
from prepaid.domains.identity.rules.attempt_limits import AttemptLimit
from prepaid.domains.ordering.models import Order, OrderLine
from prepaid.domains.ordering.rules.orders import SOLD, OrderKind
from prepaid.domains.redemption.commands.codes import find_code
from prepaid.domains.redemption.commands.reach import ensure_place, opens_card, opens_order
from prepaid.domains.redemption.errors import CardOrPinWrong, CodeUnknown
from prepaid.domains.redemption.models import OrderLineUse, RedemptionCode
from prepaid.domains.redemption.reads.code_key import code_key
from prepaid.domains.redemption.reads.counters import Counter, counter_of
from prepaid.domains.redemption.rules import codes
from prepaid.domains.redemption.rules.entries import Entry, entries_of
from prepaid.domains.redemption.rules.redemptions import Means
from prepaid.domains.stores.rules.scope import StoreScope
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

CARD_NUMBERS = AttemptLimit("redemption_card", 30)
"""Card numbers and order numbers that a cashier types; PINs are counted for each card besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What the consumer showed: exactly one of them, a card with its PIN."""

    code: str | None = None
    card_number: str | None = None
    pin: str | None = None
    order_number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsableCard:
    """A card, and what of it is usable here; with a refusal nothing is."""

    card: Card
    type_name: str
    entries: Sequence[Entry]
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class UsableLine:
    """A paid line of single services with pieces left."""

    order: Order
    line: OrderLine
    available: int
    value_fen: int
    """Worth of the next piece."""
    refusal: Refusal | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """What a cashier chooses from, and the session that he redeems by."""

    session: str
    expires_at: datetime
    holder_masked: str
    cards: Sequence[UsableCard]
    lines: Sequence[UsableLine]


async def prepare_redemption(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, store_id: UUID, shown: Shown
) -> Prepared:
    """Recognise the consumer, and list what he may use in this store now.

    Raises:
        NotFound, StaffNotAllowed, MerchantBlocked, OutOfHours: the counter.
        CodeUnknown, TokenUsed, TokenExpired, CardOrPinWrong, CardPinNotSet, TooManyAttempts: what was shown.
        InvalidValue: nothing was shown, or more than one thing.
    """
    async with tx.under(DbRole.WORKER):
        counter = await counter_of(tx, actor, merchant_id, store_id)
        code = await _recognised(tx, counter, shown)
        cards = [await _usable_card(tx, counter, card) for card in await _cards(tx, code)]
        lines = [each for order in await _orders(tx, code) for each in await _usable_lines(tx, counter, order)]
    until = clock.now() + codes.SESSION_LIFE
    session = codes.session_text(code_key(), merchant_id, store_id, counter.cashier_id, code.id, until)
    masked = [each.card.holder_phone_masked for each in cards] + [each.order.buyer_masked for each in lines]
    return Prepared(
        session=session,
        expires_at=until,
        holder_masked=next((each for each in masked if each), ""),
        cards=cards,
        lines=lines,
    )


async def _recognised(tx: WriteSession, counter: Counter, shown: Shown) -> RedemptionCode:
    match shown:
        case Shown(code=str(code), card_number=None, pin=None, order_number=None):
            return await find_code(tx, counter, code)
        case Shown(code=None, card_number=str(number), pin=str(pin), order_number=None):
            return await _by_card(tx, counter, number, pin)
        case Shown(code=None, card_number=None, pin=None, order_number=str(number)):
            return await _by_order(tx, counter, number)
    raise InvalidValue(path=("code",), reason="INCOMPLETE")


async def _by_card(tx: WriteSession, counter: Counter, number: str, pin: str) -> RedemptionCode:
    await charge_attempt(tx.database, CARD_NUMBERS, str(counter.cashier_id))
    try:
        card = await card_with_number(tx, counter.merchant_id, codes.spoken(number))
        await check_card_pin(tx, card, pin)
    except (NotFound, CardPinWrong):
        raise CardOrPinWrong(path=("pin",)) from None
    row = _row(counter, Means.CARD_PIN, account_id=card.holder_account_id, card_id=card.id)
    tx.add(row)
    await tx.flush()
    return row


async def _by_order(tx: WriteSession, counter: Counter, number: str) -> RedemptionCode:
    await charge_attempt(tx.database, CARD_NUMBERS, str(counter.cashier_id))
    of = {"merchant_id": counter.merchant_id, "number": codes.spoken(number).upper(), "kind": OrderKind.SINGLE_SERVICE}
    order = await tx.scalar(
        select(Order).filter_by(**of).where(Order.payment_status.in_([each.value for each in SOLD]))
    )
    if order is None:
        raise CodeUnknown(path=("orderNumber",))
    row = _row(counter, Means.ORDER_NUMBER, account_id=order.account_id, order_id=order.id)
    tx.add(row)
    await tx.flush()
    return row


def _row(counter: Counter, means: Means, **of: Any) -> RedemptionCode:
    now = clock.now()
    return RedemptionCode(
        merchant_id=counter.merchant_id,
        id=uuid7(),
        means=means.value,
        issued_at=now,
        expires_at=now + codes.SESSION_LIFE,
        **of,
    )


async def _cards(tx: WriteSession, code: RedemptionCode) -> list[Card]:
    if code.order_id is not None:
        return []
    which = {"id": code.card_id} if code.card_id else {"holder_account_id": code.account_id}
    query = select(Card).filter_by(merchant_id=code.merchant_id, **which)
    alive = query.where(Card.status.in_([each.value for each in ALIVE])).order_by(Card.opened_at, Card.id)
    return [card for card in await tx.scalars(alive) if opens_card(code, card)]


async def _orders(tx: WriteSession, code: RedemptionCode) -> list[Order]:
    if code.card_id is not None:
        return []
    which: Mapping[str, Any] = {"id": code.order_id} if code.order_id else {"account_id": code.account_id}
    query = select(Order).filter_by(merchant_id=code.merchant_id, kind=OrderKind.SINGLE_SERVICE.value, **which)
    return [order for order in await tx.scalars(query.order_by(Order.placed_at)) if opens_order(code, order)]


async def _usable_card(tx: WriteSession, counter: Counter, card: Card) -> UsableCard:
    now = clock.now()
    version = await tx.get_one(CardTypeVersion, (card.merchant_id, card.card_type_version_id))
    kind = await tx.get_one(CardType, (card.merchant_id, card.card_type_id))
    refusal: Refusal | None = None
    try:
        ensure_usable(card, now)
        await ensure_place(tx, counter, StoreScope.from_json(version.redemption_scope), ())
    except Refusal as found:
        refusal = found
    lots = await lots_of(tx, card)
    used = {service for lot in lots for service in lot.service_ids}
    query = select(Service.id, Service.name).where(Service.merchant_id == card.merchant_id, Service.id.in_(used))
    names = {service: name for service, name in await tx.execute(query)}  # noqa: C416
    entries = entries_of(lots, names, now)
    return UsableCard(card=card, type_name=kind.name, entries=entries, refusal=refusal)


async def _usable_lines(tx: WriteSession, counter: Counter, order: Order) -> list[UsableLine]:
    of_order = {"merchant_id": order.merchant_id, "order_id": order.id}
    found = []
    for line in await tx.scalars(select(OrderLine).filter_by(**of_order).order_by(OrderLine.position)):
        use = await tx.get(OrderLineUse, (line.merchant_id, line.id))
        used, frozen = (use.used, use.frozen) if use else (0, 0)
        available = line.quantity - used - frozen
        if available <= 0:
            continue
        version = await tx.get_one(ServiceVersion, (line.merchant_id, line.version_id))
        refusal: Refusal | None = None
        try:
            await ensure_place(tx, counter, StoreScope.from_json(version.store_scope), ())
        except Refusal as wrong:
            refusal = wrong
        value = line.unit_fen[used]
        found.append(UsableLine(order=order, line=line, available=available, value_fen=value, refusal=refusal))
    return found
