"""Who may sell what, to whom: everything that can refuse an order, asked before anything is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.commands.thresholds import ANONYMOUS_THRESHOLD_FEN, SUMMED_OVER, ensure_face_limit
from prepaid.domains.cards.errors import IdentityRequired
from prepaid.domains.cards.reads.cards import card_of
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.domains.catalog.rules.products import CardKind, EntitlementKind
from prepaid.domains.identity.errors.consumers import PhoneNotBound
from prepaid.domains.identity.models import Merchant
from prepaid.domains.identity.reads.consumers import ConsumerFacts, consumer_facts
from prepaid.domains.identity.rules.permissions import CLOSED_BY, Gate, GateState
from prepaid.domains.merchants.reads.sale_gate import ensure_sale_allowed
from prepaid.domains.ordering.commands.quote import Quote
from prepaid.domains.ordering.errors import MerchantNotSelling
from prepaid.domains.ordering.reads.access import may_act_in
from prepaid.domains.ordering.reads.orders import anonymous_within
from prepaid.domains.ordering.rules.orders import OF_CARD, OrderKind
from prepaid.domains.salescontrol.commands.ensure_sellable import Permit, ensure_sellable
from prepaid.domains.salesforce.commands.authorise import authorise
from prepaid.domains.stores.models import Region, Store
from prepaid.domains.stores.reads.regions import regions_of_store
from prepaid.domains.stores.rules.stores import StoreType
from prepaid.kit import clock


@dataclass(frozen=True, slots=True, kw_only=True)
class SalePlace:
    """Where it is sold, as the place was then."""

    store_id: UUID
    store_name: str
    region_id: UUID | None
    region_path: str | None


@dataclass(frozen=True, slots=True)
class Seller:
    """Who sells; a buyer who serves himself may name nobody."""

    id: UUID
    name: str


async def sale_place(tx: WriteSession, actor: Actor, merchant_id: UUID, store_id: UUID | None) -> SalePlace:
    """The store of a sale: the seller's, or the merchant's ONLINE store (domain/01, 7). Runs as the worker.

    Raises:
        NotFound: not the merchant's, or not one of the cashier's stores.
    """
    wanted = select(Store).filter_by(merchant_id=merchant_id)
    wanted = wanted.filter_by(id=store_id) if store_id else wanted.filter_by(type=StoreType.ONLINE.value)
    store: Store | None = await tx.scalar(wanted)
    staff = actor.db_role is not DbRole.CONSUMER
    if store is None or (staff and not may_act_in(actor, merchant_id, store.id)):
        raise NotFound(path=("storeId",))
    regions = await regions_of_store(tx, merchant_id, store.id, clock.today_shanghai())
    region = await tx.get(Region, (merchant_id, regions[0])) if regions else None
    return SalePlace(
        store_id=store.id,
        store_name=store.name,
        region_id=region.id if region else None,
        region_path=region.path if region else None,
    )


async def reachable_buyer(tx: WriteSession, account_id: UUID) -> ConsumerFacts:
    """The buyer. Raises `NotFound`, `PhoneNotBound`."""
    buyer = await consumer_facts(tx, account_id)
    if buyer.phone_masked is None:
        raise PhoneNotBound
    return buyer


async def ensure_merchant_sells(tx: WriteSession, merchant_id: UUID, kind: OrderKind) -> None:
    """The state of the merchant; for cards the whole sale gate. Runs as the worker.

    Raises:
        MerchantNotSelling, SaleBlocked.
    """
    gate = await tx.scalar(select(Merchant.gate).filter_by(id=merchant_id))
    if gate is None or Gate.SALES in CLOSED_BY[GateState(gate)]:
        raise MerchantNotSelling
    if kind in OF_CARD:
        await ensure_sale_allowed(tx, merchant_id)


async def ensure_known_enough(tx: WriteSession, quote: Quote, buyer: ConsumerFacts) -> None:
    """Name and number where the law asks for them; orders that wait to be paid count too, so that none is split.

    Raises:
        IdentityRequired.
    """
    package = quote.package
    if package is None or package.card_type is None or buyer.identified:
        return
    amount_fen = quote.cart.total_fen
    if package.card_type.kind != CardKind.REGISTERED:
        amount_fen += await anonymous_within(tx, buyer, clock.now() - SUMMED_OVER)
        if amount_fen < ANONYMOUS_THRESHOLD_FEN:
            return
    raise IdentityRequired(path=("buyer",), within_fen=amount_fen)


async def ensure_room(tx: WriteSession, quote: Quote) -> None:
    """The face limit of the card that the package goes on. Raises `CardFaceOverLimit`."""
    package = quote.package
    if package is None or package.card_type is None:
        return
    card, card_type = None, package.card_type
    if quote.card is not None:
        card = await card_of(tx, quote.merchant_id, quote.card.id)
        card_type = await tx.get_one(CardTypeVersion, (quote.merchant_id, card.card_type_version_id))
    money = [each for each in package.entitlements if each["kind"] == EntitlementKind.MONEY]
    stored = sum(each["amount_fen"] - each["paid_fen"] for each in money)
    await ensure_face_limit(tx, quote.merchant_id, card_type, card=card, added_fen=quote.cart.total_fen + stored)


async def permits_of(tx: WriteSession, actor: Actor, quote: Quote, store_id: UUID) -> Sequence[Permit]:
    """Sales control of every line. Raises its refusals, with the place of the line."""
    return [
        await ensure_sellable(
            tx,
            actor,
            merchant_id=quote.merchant_id,
            product=item.ref,
            store_id=store_id,
            count=line.quantity,
            path=("items", str(place)),
        )
        for place, (item, line) in enumerate(zip(quote.items, quote.cart.lines, strict=True))
    ]


async def authorised_seller(tx: WriteSession, quote: Quote, salesperson_id: UUID | None) -> Seller | None:
    """The seller, if the sale has one. Raises `NotFound`, `SalespersonNotSelling`, `NotAuthorised`."""
    if salesperson_id is None:
        return None
    person = await authorise(
        tx,
        merchant_id=quote.merchant_id,
        salesperson_id=salesperson_id,
        products=[item.ref for item in quote.items],
        path=("items",),
    )
    return Seller(person.id, person.name)
