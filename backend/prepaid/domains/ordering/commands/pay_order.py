"""Asking to be paid for an order."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.reads.consumers import openid_of
from prepaid.domains.ordering.commands.advance import advance_payment
from prepaid.domains.ordering.commands.close_order import ensure_pending
from prepaid.domains.ordering.commands.complete_order import complete_order
from prepaid.domains.ordering.commands.guards import ensure_merchant_sells
from prepaid.domains.ordering.models import Order
from prepaid.domains.ordering.reads.access import ensure_own
from prepaid.domains.ordering.reads.orders import channel_tender, lines_of, locked_order
from prepaid.domains.ordering.rules.orders import PAYMENT_LIFE, OrderKind, PaymentStatus
from prepaid.domains.payment.commands.request_payment import Payer, request_payment
from prepaid.domains.payment.events import Payable
from prepaid.domains.payment.models import Payment
from prepaid.domains.payment.rules.timing import SHORTEST_LIFE
from prepaid.kit import clock
from prepaid.providers.payments import PaymentMethod

ORDER: Final = "ORDER"
"""Kind of the payable."""


@dataclass(frozen=True, slots=True)
class Paying:
    """The order, and what is to be paid; None where a card has paid all of it."""

    order: Order
    payment: Payment | None


async def pay_order(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, order_id: UUID, method: PaymentMethod, appid: str
) -> Paying:
    """Offer a pending order to its payer; asked again while an offer is open, that one is answered.

    JSAPI is paid in the mini-program (`appid`) by the buyer himself, NATIVE by whoever scans the code at the counter.
    An order that a card pays whole is carried out at once.

    Raises:
        NotFound, OrderClosed, OrderPaid.
        MerchantNotSelling, SaleBlocked: it may not sell any more.
        MerchantCannotCollect, PayerUnknown, AlreadyPaid.
    """
    async with tx.under(DbRole.WORKER):
        order = await locked_order(tx, merchant_id, order_id, "orderId")
        ensure_own(actor, order)
        ensure_pending(order)
        await ensure_merchant_sells(tx, merchant_id, OrderKind(order.kind))
        tender = await channel_tender(tx, order)
        if tender is None:
            await complete_order(tx, order, payment=None)
            return Paying(order, None)
        openid = await openid_of(tx, order.account_id, appid) if method is PaymentMethod.JSAPI else None
        now = clock.now()
        payment = await request_payment(
            tx,
            merchant_id=merchant_id,
            payable=Payable(ORDER, order.id),
            amount_fen=tender.amount_fen,
            description="、".join(line.name for line in await lines_of(tx, order)),
            method=method,
            payer=Payer(account_id=order.account_id, openid=openid),
            expires_at=max(min(now + PAYMENT_LIFE, order.expires_at), now + SHORTEST_LIFE),
        )
        if tender.payment_id != payment.id:
            tender.payment_id = payment.id
            if PaymentStatus(order.payment_status) is PaymentStatus.UNPAID:
                await advance_payment(tx, order, PaymentStatus.PAYING, payment_id=payment.id)
        await tx.flush()
    return Paying(order, payment)
