"""Placing an order."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.idempotency import IdempotencyKeyReused
from prepaid.core.jobs import enqueue
from prepaid.domains.contracts.commands.accept_agreement import Agreement, accept_agreement, current_agreement
from prepaid.domains.contracts.commands.accept_agreement import Channel as AgreementChannel
from prepaid.domains.contracts.reads.contract_rows import contract_in_force, rule_parameters
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.identity.commands.ensure_customer import ensure_customer
from prepaid.domains.identity.reads.consumers import ConsumerFacts
from prepaid.domains.ordering.commands.advance import note_placed
from prepaid.domains.ordering.commands.guards import (
    SalePlace,
    Seller,
    authorised_seller,
    ensure_known_enough,
    ensure_merchant_sells,
    ensure_room,
    permits_of,
    reachable_buyer,
    sale_place,
)
from prepaid.domains.ordering.commands.quote import CartItem, Quote, quote
from prepaid.domains.ordering.commands.tenders import Balance, tenders_for
from prepaid.domains.ordering.commands.write_lines import write_lines
from prepaid.domains.ordering.errors import AgreementNeeded, OrderPending, PriceChanged
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.reads.orders import lines_of, pending_order
from prepaid.domains.ordering.rules.numbers import new_order_number
from prepaid.domains.ordering.rules.orders import LIFE, OF_CARD, SaleChannel
from prepaid.domains.ordering.rules.terms import Shares, frozen_shares
from prepaid.domains.salescontrol.commands.quota import take_quota
from prepaid.kit import clock
from prepaid.kit.ids import GlobalId, uuid7
from prepaid.kit.money import Fen, format_yuan

EXPIRE: Final = "ordering.expire"
AGREED_FOR: Final = "order"
ACCEPTED_IN: Final = {
    SaleChannel.MINI_PROGRAM: AgreementChannel.MINI_PROGRAM,
    SaleChannel.COUNTER: AgreementChannel.COUNTER,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is ordered."""

    merchant_id: UUID
    account_id: UUID
    """The buyer."""
    channel: SaleChannel
    items: Sequence[CartItem]
    expected_total_fen: Fen
    """What the buyer was shown."""
    idempotency_key: str
    store_id: UUID | None = None
    """None: the ONLINE store."""
    salesperson_id: UUID | None = None
    card_id: UUID | None = None
    agreement_sha256: bytes | None = None
    """Of the agreement that the buyer was shown and accepted; a card needs one."""
    balance: Balance | None = None
    """What a card pays of a single service."""


@dataclass(frozen=True, slots=True)
class Placed:
    """The order, and whether it had been waiting already (`resumable`)."""

    order: Order
    resumed: bool


async def place_order(tx: WriteSession, actor: Actor, wanted: Wanted) -> Placed:
    """Write an order down with everything that it depends on; from now on nothing of it is computed anew.

    A buyer has one pending order for a card (for a card type while none is open): asked for the same again, that one
    is answered to be paid.

    Raises:
        CartInvalid, NotFound, ProductNotOnSale, NotSoldForOpening, NotSoldForRecharge, CardOfOtherType.
        PriceChanged: with the price that was shown and the one of now.
        PhoneNotBound, IdentityRequired, AgreementNeeded, AgreementTextChanged, NoTemplateInForce.
        MerchantNotSelling, SaleBlocked, the refusals of sales control, NotAuthorised, SalespersonNotSelling.
        CardFaceOverLimit, CardFrozen, CardExpired, CardNotActive, OrderPending, BalanceShort, BalanceNotUsable.
        IdempotencyKeyReused.
    """
    assert actor.account_id is not None
    async with tx.under(DbRole.WORKER):
        known = await _with_key(tx, wanted, actor.account_id)
        if known is not None:
            return Placed(known, resumed=False)
        buyer = await reachable_buyer(tx, wanted.account_id)
        place = await sale_place(tx, actor, wanted.merchant_id, wanted.store_id)
        priced = await quote(
            tx, merchant_id=wanted.merchant_id, items=wanted.items, account_id=wanted.account_id, card_id=wanted.card_id
        )
        if priced.cart.total_fen != wanted.expected_total_fen:
            raise _price_changed(wanted.expected_total_fen, priced.cart.total_fen)
        waiting = await _waiting(tx, wanted, priced)
        if waiting is not None:
            return Placed(waiting, resumed=True)
        await ensure_merchant_sells(tx, wanted.merchant_id, priced.kind)
        permits = await permits_of(tx, actor, priced, place.store_id)
        seller = await authorised_seller(tx, priced, wanted.salesperson_id)
        await ensure_known_enough(tx, priced, buyer)
        await ensure_room(tx, priced)
        agreement = await _agreement(tx, wanted, priced)
        order = await _write(tx, wanted, priced, buyer, place, seller, agreement, actor.account_id)
        for permit, line in zip(permits, await lines_of(tx, order), strict=True):
            await take_quota(tx, actor, permit, order_line_id=line.id, count=line.quantity)
        if agreement is not None and wanted.agreement_sha256 is not None:
            await accept_agreement(
                tx,
                actor,
                merchant_id=wanted.merchant_id,
                agreement=agreement,
                shown=wanted.agreement_sha256,
                subject_kind=AGREED_FOR,
                subject_id=order.id,
                channel=ACCEPTED_IN[wanted.channel],
                account_id=wanted.account_id,
            )
    return Placed(order, resumed=False)


async def _with_key(tx: WriteSession, wanted: Wanted, placed_by: UUID) -> Order | None:
    """The order that this key made before: the key of a client outlives the table of keys."""
    of = {"merchant_id": wanted.merchant_id, "placed_by": placed_by, "idempotency_key": wanted.idempotency_key}
    known: Order | None = await tx.scalar(select(Order).filter_by(**of))
    if known is not None and (known.account_id, known.total_fen) != (wanted.account_id, wanted.expected_total_fen):
        raise IdempotencyKeyReused(path=("idempotencyKey",))
    return known


async def _waiting(tx: WriteSession, wanted: Wanted, priced: Quote) -> Order | None:
    """The pending order of this buyer and card, if it asks the same. Raises `OrderPending`."""
    if priced.pending_for is None:
        return None
    key = f"order:{wanted.merchant_id}:{wanted.account_id}:{priced.pending_for}"
    await tx.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(key, 0))))
    order = await pending_order(tx, wanted.merchant_id, wanted.account_id, priced.pending_for)
    if order is None:
        return None
    (line,) = await lines_of(tx, order)
    same = (line.version_id, order.total_fen) == (priced.items[0].version_id, priced.cart.total_fen)
    if not same or clock.now() >= order.expires_at:
        which = GlobalId("Order", order.merchant_id, order.id).encode()
        raise OrderPending(path=("items",), number=order.number, order=which)
    return order


async def _agreement(tx: WriteSession, wanted: Wanted, priced: Quote) -> Agreement | None:
    """The agreement of a card, as it reads for this merchant now."""
    if priced.kind not in OF_CARD:
        return None
    if wanted.agreement_sha256 is None:
        raise AgreementNeeded(path=("agreementHash",))
    return await current_agreement(tx, scene=Scene.CONSUMER_AGREEMENT, merchant_id=wanted.merchant_id)


async def _write(
    tx: WriteSession,
    wanted: Wanted,
    priced: Quote,
    buyer: ConsumerFacts,
    place: SalePlace,
    seller: Seller | None,
    agreement: Agreement | None,
    placed_by: UUID,
) -> Order:
    contract = await contract_in_force(tx, wanted.merchant_id, Scene.MERCHANT_AGREEMENT)
    agreed = rule_parameters(contract) if contract else None
    shares = frozen_shares(agreement.parameters, agreed) if agreement else Shares(0, 0)
    card_type = priced.package.card_type if priced.package else None
    now = clock.now()
    order = Order(
        merchant_id=wanted.merchant_id,
        id=uuid7(),
        number=new_order_number(clock.shanghai_day(now)),
        kind=priced.kind.value,
        channel=wanted.channel.value,
        account_id=wanted.account_id,
        buyer_masked=buyer.phone_masked or "",
        placed_by=placed_by,
        idempotency_key=wanted.idempotency_key,
        store_id=place.store_id,
        store_name=place.store_name,
        region_id=place.region_id,
        region_path=place.region_path,
        salesperson_id=seller.id if seller else None,
        salesperson_name=seller.name if seller else None,
        payment_status="UNPAID",
        commission_status="NONE",
        list_fen=priced.cart.list_fen,
        gross_fen=sum(line.gross_fen for line in priced.cart.lines),
        total_fen=priced.cart.total_fen,
        refunded_fen=0,
        pending_for=priced.pending_for,
        card_type_id=card_type.product_id if card_type else None,
        card_type_version_id=card_type.id if card_type else None,
        card_id=priced.card.id if priced.card else None,
        card_number=priced.card.number if priced.card else None,
        agreement_version_id=agreement.version_id if agreement else None,
        merchant_contract_id=contract.id if contract else None,
        terms=agreement.parameters.as_json() if agreement else {},
        custody_bps=shares.custody_bps,
        holdback_bps=shares.holdback_bps,
        placed_at=now,
        expires_at=now + LIFE[priced.kind],
    )
    tx.add(order)
    await tx.flush()
    await write_lines(tx, order, priced)
    tx.add_all(await tenders_for(tx, order, priced, wanted.balance))
    await tx.flush()
    await note_placed(tx, order)
    await ensure_customer(tx, order.merchant_id, buyer)
    which = {"merchant_id": order.merchant_id, "order_id": order.id}
    await enqueue(tx, EXPIRE, payload=which, tenant=order.merchant_id, run_at=order.expires_at)
    await audit.record(
        tx,
        "order.placed",
        object_type="Order",
        object_id=order.id,
        tenant=order.merchant_id,
        after={"number": order.number, "kind": order.kind, "totalFen": order.total_fen, "channel": order.channel},
    )
    return order


def _price_changed(expected_fen: Fen, current_fen: Fen) -> PriceChanged:
    return PriceChanged(
        path=("expectedTotalFen",),
        expected_fen=expected_fen,
        current_fen=current_fen,
        expected_yuan=format_yuan(expected_fen),
        current_yuan=format_yuan(current_fen),
    )
