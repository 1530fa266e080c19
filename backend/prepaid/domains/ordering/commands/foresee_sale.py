"""What selling something at a desk would do, told before anybody decides: nothing is written."""

from collections.abc import Awaitable, Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor, DbRole
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.domains.cards.errors import IdentityRequired
from prepaid.domains.cards.models import Card
from prepaid.domains.cards.rules.cards import ALIVE
from prepaid.domains.identity.commands.bind_phone import read_phone
from prepaid.domains.identity.models import MerchantCustomer
from prepaid.domains.identity.reads.consumers import ConsumerFacts, consumer_facts, consumer_with_phone, phone_index
from prepaid.domains.ordering.commands.guards import (
    authorised_seller,
    ensure_known_enough,
    ensure_merchant_sells,
    ensure_room,
    permits_of,
    sale_place,
)
from prepaid.domains.ordering.commands.quote import CartItem, Quote, quote
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.reads.orders import pending_order
from prepaid.kit import clock

NOBODY: Final = ConsumerFacts(UUID(int=0), None, None, None, None, None)
"""A buyer whom the bank does not know yet: without cards, orders and name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """What is asked about."""

    merchant_id: UUID
    store_id: UUID
    items: Sequence[CartItem]
    phone: str | None = None
    salesperson_id: UUID | None = None
    card_id: UUID | None = None


@dataclass(slots=True, kw_only=True)
class Foreseen:
    """What it would cost, and everything that would refuse it, in the order in which `place_order` asks."""

    known: bool = False
    """Whether the buyer has bought here before."""
    buyer_name: str | None = None
    """Masked; None for one who has not bought here, or has no name on record."""
    identified: bool = False
    identity_needed: bool = False
    quote: Quote | None = None
    cards: Sequence[Card] = ()
    """The buyer's cards that the package could go on."""
    waiting: Order | None = None
    """An order of the buyer that waits for this card."""
    refusals: Sequence[Refusal] = ()


async def foresee_sale(tx: WriteSession, actor: Actor, sale: Sale, *, keyring: KeyRing) -> Foreseen:
    """Price a sale for whom stands at the desk and say what would refuse it.

    Raises:
        PhoneMalformed, NotFound: not one of the cashier's stores.
    """
    found = Foreseen()
    async with tx.under(DbRole.WORKER):
        place = await sale_place(tx, actor, sale.merchant_id, sale.store_id)
        buyer = await _buyer(tx, sale, keyring)
        customer = await tx.scalar(
            select(MerchantCustomer).filter_by(merchant_id=sale.merchant_id, account_id=buyer.account_id)
        )
        found.known, found.identified = customer is not None, buyer.identified
        found.buyer_name = buyer.name_masked if customer is not None else None
        try:
            found.quote = await quote(
                tx,
                merchant_id=sale.merchant_id,
                items=sale.items,
                account_id=buyer.account_id if sale.phone else None,
                card_id=sale.card_id,
            )
        except Refusal as refusal:
            found.refusals = [refusal]
            return found
        if found.quote.package is not None:
            found.cards = await _cards(tx, found.quote, buyer)
        found.waiting = await _waiting(tx, found.quote, buyer)
        refusals = [
            await _refusal(ensure_merchant_sells(tx, sale.merchant_id, found.quote.kind)),
            await _refusal(permits_of(tx, actor, found.quote, place.store_id)),
            await _refusal(authorised_seller(tx, found.quote, sale.salesperson_id)),
            await _refusal(ensure_room(tx, found.quote)),
        ]
        found.refusals = [each for each in refusals if each is not None]
        found.identity_needed = isinstance(
            await _refusal(ensure_known_enough(tx, found.quote, buyer)), IdentityRequired
        )
    return found


async def _buyer(tx: WriteSession, sale: Sale, keyring: KeyRing) -> ConsumerFacts:
    if sale.phone is None:
        return NOBODY
    account_id = await consumer_with_phone(tx, phone_index(keyring, read_phone(sale.phone)))
    return await consumer_facts(tx, account_id) if account_id else NOBODY


async def _cards(tx: WriteSession, priced: Quote, buyer: ConsumerFacts) -> Sequence[Card]:
    assert priced.package is not None
    assert priced.package.card_type is not None
    alive = [each.value for each in ALIVE]
    query = select(Card).filter_by(
        merchant_id=priced.merchant_id,
        holder_account_id=buyer.account_id,
        card_type_id=priced.package.card_type.product_id,
    )
    return (await tx.scalars(query.where(Card.status.in_(alive)).order_by(Card.opened_at))).all()


async def _waiting(tx: WriteSession, priced: Quote, buyer: ConsumerFacts) -> Order | None:
    if priced.pending_for is None:
        return None
    order = await pending_order(tx, priced.merchant_id, buyer.account_id, priced.pending_for)
    return order if order is not None and clock.now() < order.expires_at else None


async def _refusal(asked: Awaitable[object]) -> Refusal | None:
    try:
        await asked
    except Refusal as refusal:
        return refusal
    return None
