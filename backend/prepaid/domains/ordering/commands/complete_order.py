"""What PAID means: carrying out what was bought, and writing the deal, all in the transaction of the payment."""

import structlog

from prepaid.core import events
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.core.jobs import enqueue
from prepaid.domains.ordering.commands.advance import advance_commission, advance_payment
from prepaid.domains.ordering.commands.close_order import end
from prepaid.domains.ordering.commands.fill_card import fill_card
from prepaid.domains.ordering.commands.guards import ensure_merchant_sells
from prepaid.domains.ordering.commands.issue_receipt import issue_receipt
from prepaid.domains.ordering.commands.spend_balance import spend_balance
from prepaid.domains.ordering.commands.strike_deal import strike_deal
from prepaid.domains.ordering.events import OrderPaid
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.reads.orders import lines_of, tenders_of
from prepaid.domains.ordering.rules.orders import (
    OF_CARD,
    PENDING,
    CloseReason,
    CommissionStatus,
    OrderKind,
    PaymentStatus,
    TenderKind,
)
from prepaid.domains.payment.commands.leave_unapplied import leave_unapplied
from prepaid.domains.payment.events import PaymentSucceeded
from prepaid.domains.salescontrol.commands.note_sale import note_sale
from prepaid.kit import clock

REPORT_DELIVERY = "ordering.report_delivery"
log = structlog.get_logger(__name__)


async def complete_order(tx: WriteSession, order: Order, *, payment: PaymentSucceeded | None) -> bool:
    """Carry a locked order out that is paid; False when it could not be, and the money goes back by itself.

    `payment`: None where a card paid all of it; then a refusal goes on to whoever pays. Runs as the worker.
    """
    if PaymentStatus(order.payment_status) not in PENDING:
        assert payment is not None
        await leave_unapplied(
            tx, merchant_id=order.merchant_id, payment_id=payment.payment_id, code=f"ORDER_{order.payment_status}"
        )
        return False
    if payment is None:
        await _carry_out(tx, order, None)
        return True
    try:
        async with tx.begin_nested():
            await _carry_out(tx, order, payment)
    except Refusal as refusal:
        await tx.refresh(order)
        log.warning("opening_failed", order_id=str(order.id), code=refusal.code)
        await leave_unapplied(
            tx, merchant_id=order.merchant_id, payment_id=payment.payment_id, code=CloseReason.OPENING_FAILED.value
        )
        await end(tx, order, CloseReason.OPENING_FAILED, failure=refusal.code)
        return False
    return True


async def _carry_out(tx: WriteSession, order: Order, payment: PaymentSucceeded | None) -> None:
    now = clock.now()
    kind = OrderKind(order.kind)
    await ensure_merchant_sells(tx, order.merchant_id, kind)
    lines = await lines_of(tx, order)
    order.paid_at = now
    await advance_payment(tx, order, PaymentStatus.PAID, payment_id=payment.payment_id if payment else None)
    if kind in OF_CARD:
        assert payment is not None
        await fill_card(tx, order, lines[0], payment)
    for tender in await tenders_of(tx, order):
        if tender.kind == TenderKind.CARD_BALANCE:
            await spend_balance(tx, order, tender)
        elif payment is not None:
            tender.payment_id = payment.payment_id
        tender.settled_at = now
    for line in lines:
        await note_sale(
            tx,
            merchant_id=order.merchant_id,
            order_line_id=line.id,
            store_id=order.store_id,
            amount_fen=line.net_fen,
            at=now,
        )
    deal = await strike_deal(tx, order, lines)
    if deal.commission_fen:
        await advance_commission(tx, order, CommissionStatus.PENDING)
    await issue_receipt(tx, order, lines, payment)
    await tx.flush()
    if payment is not None:
        which = {"merchant_id": order.merchant_id, "order_id": order.id}
        await enqueue(tx, REPORT_DELIVERY, payload=which, tenant=order.merchant_id)
    await events.publish(
        tx,
        OrderPaid(
            merchant_id=order.merchant_id,
            order_id=order.id,
            deal_id=deal.id,
            kind=order.kind,
            account_id=order.account_id,
            store_id=order.store_id,
            salesperson_id=order.salesperson_id,
            card_id=order.card_id,
            amount_fen=order.total_fen,
            commission_fen=deal.commission_fen,
            sold_at=now,
        ),
    )
