"""Closing an order that nobody is to pay any more."""

from uuid import UUID

from prepaid.core import events
from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.ordering.commands.advance import advance_payment
from prepaid.domains.ordering.errors import OrderClosed as OrderClosedRefusal
from prepaid.domains.ordering.errors import OrderPaid as OrderPaidRefusal
from prepaid.domains.ordering.events import OrderClosed
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.reads.access import ensure_own
from prepaid.domains.ordering.reads.orders import channel_tender, lines_of, locked_order
from prepaid.domains.ordering.rules.orders import PENDING, CloseReason, PaymentStatus
from prepaid.domains.payment.commands.close_payment import close_payment
from prepaid.domains.payment.errors import AlreadyPaid
from prepaid.domains.salescontrol.commands.quota import give_back_quota
from prepaid.kit import clock


async def close_order(tx: WriteSession, actor: Actor, *, merchant_id: UUID, order_id: UUID) -> Order:
    """The buyer or a cashier gives an order up; what it held is given back, a payment under way is closed.

    Closed already, it stays as it is.

    Raises:
        NotFound: no such order, or another's.
        OrderPaid: it was paid meanwhile.
    """
    async with tx.under(DbRole.WORKER):
        order = await locked_order(tx, merchant_id, order_id, "orderId")
        ensure_own(actor, order)
        status = PaymentStatus(order.payment_status)
        if status is PaymentStatus.CLOSED:
            return order
        if status not in PENDING:
            raise OrderPaidRefusal(path=("orderId",))
        await end(tx, order, CloseReason.CANCELLED)
    return order


async def expire_order(tx: WriteSession, *, merchant_id: UUID, order_id: UUID) -> bool:
    """Close an order whose time is over; False where there is nothing to do, or its payment has come after all."""
    async with tx.under(DbRole.WORKER):
        try:
            order = await locked_order(tx, merchant_id, order_id)
        except NotFound:
            return False
        if PaymentStatus(order.payment_status) not in PENDING or clock.now() < order.expires_at:
            return False
        try:
            await end(tx, order, CloseReason.EXPIRED)
        except OrderPaidRefusal:
            return False
    return True


async def end(tx: WriteSession, order: Order, reason: CloseReason, *, failure: str | None = None) -> None:
    """Close a locked, unpaid order. A success of its payment from now on is late and goes back by itself.

    Raises:
        OrderPaid: its payment is captured; whoever captured it decides.
    """
    tender = await channel_tender(tx, order)
    if reason is not CloseReason.OPENING_FAILED and tender is not None and tender.payment_id is not None:
        try:
            await close_payment(tx, merchant_id=order.merchant_id, payment_id=tender.payment_id)
        except AlreadyPaid:
            raise OrderPaidRefusal(path=("orderId",)) from None
    order.closed_at, order.close_reason, order.failure = (clock.now(), reason.value, failure)
    await advance_payment(tx, order, PaymentStatus.CLOSED, reason=reason.value)
    for line in await lines_of(tx, order):
        await give_back_quota(tx, merchant_id=order.merchant_id, order_line_id=line.id)
    await events.publish(tx, OrderClosed(order.merchant_id, order.id, order.account_id, reason.value))


def ensure_pending(order: Order) -> None:
    """Raises `OrderClosed`, `OrderPaid`."""
    status = PaymentStatus(order.payment_status)
    if status is PaymentStatus.CLOSED or (status in PENDING and clock.now() >= order.expires_at):
        raise OrderClosedRefusal(path=("orderId",))
    if status not in PENDING:
        raise OrderPaidRefusal(path=("orderId",))
