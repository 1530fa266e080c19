"""Captured money that credits nothing goes back by itself."""

from typing import Final
from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.refunds import decide_order_refund
from prepaid.domains.payment.commands.note_event import note_event
from prepaid.domains.payment.commands.raise_alert import raise_alert
from prepaid.domains.payment.commands.refund_payment import refund_payment
from prepaid.domains.payment.errors import NotCaptured
from prepaid.domains.payment.models import Payment, PaymentRefund
from prepaid.domains.payment.reads.subjects import locked
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.domains.payment.rules.states import EventKind, UnappliedReason
from prepaid.kit.ids import uuid7

TOLD: Final = {
    UnappliedReason.LATE: ("订单已关闭，自动退款", AlertKind.LATE_SUCCESS),
    UnappliedReason.SECOND: ("重复支付，自动退款", AlertKind.SECOND_SUCCESS),
    UnappliedReason.NOT_APPLICABLE: ("订单未能完成，自动退款", AlertKind.NOT_APPLICABLE),
}
"""What the payer reads, and what the bank is told."""


async def leave_unapplied(tx: WriteSession, *, merchant_id: UUID, payment_id: UUID, code: str) -> PaymentRefund:
    """The owner cannot use a payment that he was just told of (CAPTURED_UNAPPLIED, domain/01, 6): it is refunded.

    To be called within the reaction to `PaymentSucceeded`. `code`: the owner's own, e.g. OPENING_FAILED.

    Raises:
        NotCaptured: the payment credits nothing.
    """
    async with tx.under(DbRole.WORKER):
        payment = await locked(tx, Payment, merchant_id, payment_id)
        if not payment.credited:
            raise NotCaptured
        return await send_back(tx, payment, UnappliedReason.NOT_APPLICABLE, code)


async def send_back(tx: WriteSession, payment: Payment, reason: UnappliedReason, code: str | None) -> PaymentRefund:
    """Refund all of a captured, locked payment, whose money the ledger still owes on the payable."""
    payment.credited, payment.unapplied_reason, payment.unapplied_code = False, reason.value, code
    await note_event(tx, payment, EventKind.UNAPPLIED, code=code or reason.value)
    text, alert = TOLD[reason]
    refund_id = uuid7()
    await decide_order_refund(
        tx,
        payment.merchant_id,
        refund_id=refund_id,
        order_id=payment.payable_id,
        refund_fen=payment.amount_fen,
        fee_fen=0,
    )
    await raise_alert(
        tx,
        alert,
        merchant_id=payment.merchant_id,
        subject=payment.reference,
        detail={"amount_fen": payment.amount_fen, "code": code},
    )
    return await refund_payment(
        tx,
        merchant_id=payment.merchant_id,
        payment_id=payment.id,
        refund_id=refund_id,
        amount_fen=payment.amount_fen,
        reason=text,
    )
