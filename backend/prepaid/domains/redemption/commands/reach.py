"""What a code reaches: cards and orders of the consumer, locked in one order, usable in this store."""

from collections.abc import Callable, Sequence
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Path
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.reads.cards import card_of
from prepaid.domains.catalog.models import CardTypeVersion, ServiceVersion
from prepaid.domains.ordering.models import Order, OrderLine
from prepaid.domains.ordering.reads.orders import locked_order
from prepaid.domains.ordering.rules.orders import SOLD, OrderKind, PaymentStatus
from prepaid.domains.redemption.errors import WrongStore
from prepaid.domains.redemption.models import RedemptionCode
from prepaid.domains.redemption.reads.counters import Counter
from prepaid.domains.redemption.rules.wanted import WantedItem
from prepaid.domains.stores.models import Region, Store
from prepaid.domains.stores.reads.stores import within
from prepaid.domains.stores.rules.scope import StoreScope, StoreScopeKind
from prepaid.kit import clock


async def reached_cards(
    tx: WriteSession, code: RedemptionCode, counter: Counter, items: Sequence[WantedItem]
) -> dict[UUID, Card]:
    """The cards of the items, locked in the order of their ids. Raises `NotFound`, `WrongStore`."""
    places = _places(items, lambda item: item.card_id)
    cards = {}
    for card_id in sorted(places):
        path = ("items", str(places[card_id]), "cardId")
        card = await card_of(tx, code.merchant_id, card_id, *path, lock=True)
        if not opens_card(code, card):
            raise NotFound(path=path)
        version = select(CardTypeVersion.redemption_scope).filter_by(merchant_id=code.merchant_id)
        scope = await tx.scalar(version.filter_by(id=card.card_type_version_id))
        assert scope is not None
        await ensure_place(tx, counter, StoreScope.from_json(scope), path[:2])
        cards[card_id] = card
    return cards


async def reached_orders(
    tx: WriteSession, code: RedemptionCode, counter: Counter, items: Sequence[WantedItem]
) -> dict[UUID, Order]:
    """The paid orders of the items by line, locked in the order of their ids. Raises `NotFound`, `WrongStore`."""
    places = _places(items, lambda item: item.order_line_id)
    if not places:
        return {}
    query = select(OrderLine).where(OrderLine.merchant_id == code.merchant_id, OrderLine.id.in_(places))
    lines = {line.id: line for line in await tx.scalars(query)}
    orders: dict[UUID, Order] = {}
    for order_id in sorted({line.order_id for line in lines.values()}):
        orders[order_id] = await locked_order(tx, code.merchant_id, order_id)
    found = {}
    for line_id, place in places.items():
        path = ("items", str(place), "orderLineId")
        line = lines.get(line_id)
        if line is None or not opens_order(code, orders[line.order_id]):
            raise NotFound(path=path)
        version = await tx.get_one(ServiceVersion, (code.merchant_id, line.version_id))
        await ensure_place(tx, counter, StoreScope.from_json(version.store_scope), path[:2])
        found[line_id] = orders[line.order_id]
    return found


def opens_card(code: RedemptionCode, card: Card) -> bool:
    """Whether a code speaks for a card."""
    if code.order_id is not None:
        return False
    if code.card_id is not None:
        return code.card_id == card.id
    return code.account_id is not None and card.holder_account_id == code.account_id


def opens_order(code: RedemptionCode, order: Order) -> bool:
    """Whether a code speaks for an order of single services that can still be performed."""
    if order.kind != OrderKind.SINGLE_SERVICE or PaymentStatus(order.payment_status) not in SOLD:
        return False
    if code.order_id is not None:
        return code.order_id == order.id
    return code.card_id is None and order.account_id == code.account_id


async def ensure_place(tx: WriteSession, counter: Counter, scope: StoreScope, path: Path) -> None:
    """Whether something is redeemed in this store. Raises `WrongStore` with the names of where it is."""
    if await within(tx, scope, counter.merchant_id, counter.store_id, clock.now()):
        return
    model: type[Store] | type[Region] = Store if scope.kind is StoreScopeKind.STORES else Region
    query = select(model.name).where(model.merchant_id == counter.merchant_id, model.id.in_(scope.ids))
    raise WrongStore(path=path, allowed="、".join(sorted(await tx.scalars(query))))


def _places(items: Sequence[WantedItem], which: Callable[[WantedItem], UUID | None]) -> dict[UUID, int]:
    found: dict[UUID, int] = {}
    for place, item in enumerate(items):
        key = which(item)
        if key is not None:
            found.setdefault(key, place)
    return found
