"""Carrying a handover out at its cut-off, with a result for each item."""

from collections.abc import Mapping
from contextlib import suppress
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.commission.commands.end_access import end_access
from prepaid.domains.commission.commands.fund_lines import fund_lines
from prepaid.domains.commission.commands.keep_customer import keep_customer
from prepaid.domains.commission.commands.note_item import note_item
from prepaid.domains.commission.commands.run_payout import start_run
from prepaid.domains.commission.errors import NothingToPay
from prepaid.domains.commission.events import HandedOver
from prepaid.domains.commission.models import CommissionLine, CustomerKeeper, Handover
from prepaid.domains.commission.reads.lines import lock_lines, lock_orders, original
from prepaid.domains.commission.rules.handover import (
    HANDOVER_STATES,
    HandoverResult,
    HandoverState,
    HandoverSubject,
    dealt,
)
from prepaid.domains.commission.rules.lines import LINE_STATES, REVIEWABLE, LineState
from prepaid.domains.commission.rules.payouts import RunKind
from prepaid.domains.ordering.commands.change_seller import change_seller
from prepaid.domains.ordering.models import Order, OrderLine
from prepaid.domains.ordering.rules.orders import PENDING
from prepaid.domains.salesforce.commands.authorise import authorise
from prepaid.domains.salesforce.models import Salesperson
from prepaid.kit import clock


async def carry_out_handover(tx: WriteSession, actor: Actor, handover: Handover) -> None:
    """Settle what was earned, move customers and open orders, end access. The handover is locked; runs as the worker.

    Whatever the merchant cannot pay now is paid when it has the money; an order that no successor may sell stays.
    """
    await _move_orders(tx, handover, await _move_customers(tx, handover))
    await _settle(tx, actor, handover)
    await end_access(tx, actor, handover)
    handover.state = HANDOVER_STATES.advance(HandoverState(handover.state), HandoverState.DONE).value
    handover.done_at = clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "handover.done",
        object_type="Handover",
        object_id=handover.id,
        tenant=handover.merchant_id,
        after={"state": handover.state},
    )
    await events.publish(tx, HandedOver(handover.merchant_id, handover.id, handover.leaver_name))


async def _settle(tx: WriteSession, actor: Actor, handover: Handover) -> None:
    """What the leaver earned is approved, without waiting for the end of its freeze, and paid."""
    merchant_id = handover.merchant_id
    fits = [
        *original(salesperson_id=handover.leaver_id),
        CommissionLine.state.in_([*REVIEWABLE, LineState.APPROVED]),
    ]
    orders = select(CommissionLine.order_id).where(CommissionLine.merchant_id == merchant_id, *fits)
    await lock_orders(tx, merchant_id, list(await tx.scalars(orders)))
    lines = await lock_lines(tx, merchant_id, *fits)
    now = clock.now()
    for line in lines:
        if line.state in REVIEWABLE:
            line.state = LINE_STATES.advance(LineState(line.state), LineState.APPROVED).value
            line.reviewed_at, line.reviewed_by = now, actor.account_id
            line.frozen_until = min(line.frozen_until, now)
    await tx.flush()
    await fund_lines(tx, lines)
    for line in lines:
        funded = line.transfer_id is not None
        await note_item(
            tx,
            handover,
            HandoverSubject.COMMISSION,
            line.id,
            f"{line.order_number or ''} {line.subject}".strip(),
            HandoverResult.SETTLED if funded else HandoverResult.WAITS_FOR_FUNDS,
            amount_fen=line.amount_fen - line.reversed_fen,
        )
    with suppress(NothingToPay):
        await start_run(tx, actor, merchant_id=merchant_id, kind=RunKind.HANDOVER, salesperson_ids=[handover.leaver_id])


async def _move_customers(tx: WriteSession, handover: Handover) -> Mapping[UUID, UUID]:
    """Customers go to the successors in turn; answers who has which now."""
    kept = select(CustomerKeeper).filter_by(merchant_id=handover.merchant_id, salesperson_id=handover.leaver_id)
    keepers = {row.account_id: row for row in await tx.scalars(kept.order_by(CustomerKeeper.id).with_for_update())}
    who = dealt(handover.successor_ids, list(keepers))
    names = await _names(tx, handover)
    for account_id, successor_id in who.items():
        masked = keepers[account_id].buyer_masked
        await keep_customer(
            tx,
            merchant_id=handover.merchant_id,
            account_id=account_id,
            salesperson_id=successor_id,
            buyer_masked=masked,
        )
        await note_item(
            tx,
            handover,
            HandoverSubject.CUSTOMER,
            account_id,
            masked,
            HandoverResult.MOVED,
            successor_id=successor_id,
            successor_name=names[successor_id].name,
        )
    return who


async def _move_orders(tx: WriteSession, handover: Handover, customers: Mapping[UUID, UUID]) -> None:
    """Orders that wait to be paid go to their customer's successor, or to the first who may sell what they hold."""
    waiting = select(Order.id).where(
        Order.merchant_id == handover.merchant_id,
        Order.salesperson_id == handover.leaver_id,
        Order.payment_status.in_(PENDING),
    )
    names = await _names(tx, handover)
    for order in await lock_orders(tx, handover.merchant_id, list(await tx.scalars(waiting))):
        if order.payment_status not in PENDING:
            continue
        first = customers.get(order.account_id)
        candidates = sorted(handover.successor_ids, key=lambda each: each != first)
        code = ""
        for successor_id in candidates:
            code = await _refusal(tx, order, successor_id)
            if not code:
                await change_seller(tx, order, names[successor_id])
                break
        taken = None if code else successor_id
        await note_item(
            tx,
            handover,
            HandoverSubject.OPEN_ORDER,
            order.id,
            order.number,
            HandoverResult.REFUSED if code else HandoverResult.MOVED,
            amount_fen=order.total_fen,
            successor_id=taken,
            successor_name=names[taken].name if taken else None,
            code=code or None,
        )


async def _refusal(tx: WriteSession, order: Order, successor_id: UUID) -> str:
    """Why this successor may not sell what the order holds; empty when he may."""
    held = select(OrderLine).filter_by(merchant_id=order.merchant_id, order_id=order.id)
    products = [ProductRef(ProductKind(line.product_kind), line.product_id) for line in await tx.scalars(held)]
    try:
        await authorise(tx, merchant_id=order.merchant_id, salesperson_id=successor_id, products=products)
    except Refusal as refusal:
        return refusal.code
    return ""


async def _names(tx: WriteSession, handover: Handover) -> dict[UUID, Salesperson]:
    found = select(Salesperson).where(
        Salesperson.merchant_id == handover.merchant_id, Salesperson.id.in_(handover.successor_ids)
    )
    return {person.id: person for person in await tx.scalars(found)}
