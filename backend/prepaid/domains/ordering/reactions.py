"""What ordering does when payment tells it something (same transaction), and what people are told of orders."""

from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.events import reacts_to
from prepaid.domains.cards.reads.cards import card_of
from prepaid.domains.notifications.commands.notify import Recipient, notify
from prepaid.domains.ordering.commands.advance import advance_payment
from prepaid.domains.ordering.commands.close_order import end
from prepaid.domains.ordering.commands.complete_order import complete_order
from prepaid.domains.ordering.commands.pay_order import ORDER
from prepaid.domains.ordering.events import OrderClosed, OrderPaid
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.reads.orders import channel_tender, locked_order
from prepaid.domains.ordering.rules import notices
from prepaid.domains.ordering.rules.orders import SOLD, CloseReason, PaymentStatus
from prepaid.domains.payment.events import Payable, PayableInvolved, PaymentClosed, PaymentRefunded, PaymentSucceeded
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId


@reacts_to(PayableInvolved)
async def lock_first(tx: WriteSession, fact: PayableInvolved) -> None:
    """Card, then order, before the payment's own lock (domain/01, 18)."""
    if fact.payable.kind != ORDER:
        return
    async with tx.under(DbRole.WORKER):
        order = await tx.get(Order, (fact.merchant_id, fact.payable.id))
        if order is not None and order.card_id is not None:
            await card_of(tx, fact.merchant_id, order.card_id, lock=True)
        await _order(tx, fact.merchant_id, fact.payable)


@reacts_to(PaymentSucceeded)
async def carry_out(tx: WriteSession, fact: PaymentSucceeded) -> None:
    """The order is paid."""
    if fact.payable.kind != ORDER:
        return
    async with tx.under(DbRole.WORKER):
        order = await _order(tx, fact.merchant_id, fact.payable)
        if order is not None:
            await complete_order(tx, order, payment=fact)


@reacts_to(PaymentClosed)
async def offer_ended(tx: WriteSession, fact: PaymentClosed) -> None:
    """Nothing came of this offer: the order can be paid again until its own time is over."""
    if fact.payable.kind != ORDER:
        return
    async with tx.under(DbRole.WORKER):
        order = await _order(tx, fact.merchant_id, fact.payable)
        tender = await channel_tender(tx, order) if order else None
        if order is None or tender is None or tender.payment_id != fact.payment_id:
            return
        if PaymentStatus(order.payment_status) is not PaymentStatus.PAYING:
            return
        tender.payment_id = None
        await advance_payment(tx, order, PaymentStatus.UNPAID, reason=fact.reason, payment_id=fact.payment_id)
        if clock.now() >= order.expires_at:
            await end(tx, order, CloseReason.EXPIRED)


@reacts_to(PaymentRefunded)
async def money_went_back(tx: WriteSession, fact: PaymentRefunded) -> None:
    """A sold order counts what its buyer got back; one whose opening failed only tells him."""
    if fact.payable.kind != ORDER:
        return
    async with tx.under(DbRole.WORKER):
        order = await _order(tx, fact.merchant_id, fact.payable)
        if order is None:
            return
        tender = await channel_tender(tx, order)
        if PaymentStatus(order.payment_status) in SOLD and tender is not None and tender.payment_id == fact.payment_id:
            order.refunded_fen += fact.amount_fen
            whole = order.refunded_fen == order.total_fen
            to = PaymentStatus.REFUNDED if whole else PaymentStatus.PARTLY_REFUNDED
            if order.payment_status != to:
                await advance_payment(tx, order, to, payment_id=fact.payment_id)
        await _tell(tx, order, notices.REFUNDED, amount_fen=fact.amount_fen)


@reacts_to(OrderPaid)
async def tell_paid(tx: WriteSession, fact: OrderPaid) -> None:
    """The buyer."""
    order = await tx.get_one(Order, (fact.merchant_id, fact.order_id))
    await _tell(tx, order, notices.PAID, amount_fen=fact.amount_fen)


@reacts_to(OrderClosed)
async def tell_failed(tx: WriteSession, fact: OrderClosed) -> None:
    """The buyer, when his money came and nothing could be done with it (domain/01, 6)."""
    if fact.reason == CloseReason.OPENING_FAILED:
        order = await tx.get_one(Order, (fact.merchant_id, fact.order_id))
        await _tell(tx, order, notices.OPENING_FAILED, amount_fen=order.total_fen)


async def _order(tx: WriteSession, merchant_id: UUID, payable: Payable) -> Order | None:
    try:
        return await locked_order(tx, merchant_id, payable.id)
    except NotFound:
        return None


async def _tell(tx: WriteSession, order: Order, kind: notices.NoticeKind, *, amount_fen: int) -> None:
    target = GlobalId("Order", order.merchant_id, order.id)
    data = {"number": order.number, "yuan": notices.format_yuan(amount_fen)}
    await notify(tx, kind, [Recipient(PLATFORM_TENANT, order.account_id)], data=data, target=target)
