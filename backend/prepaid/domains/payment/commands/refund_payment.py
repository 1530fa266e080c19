"""Giving money of a payment back to its payer."""

from typing import Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys, place
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.ledger.commands.payouts import begin_refund_payout
from prepaid.domains.payment.commands.fail_refund import LIMIT, fail_refund
from prepaid.domains.payment.commands.note_event import note_event
from prepaid.domains.payment.errors import NotCaptured, PaymentAmountInvalid, RefundDiffers, RefundExceedsPayment
from prepaid.domains.payment.models import Payment, PaymentRefund
from prepaid.domains.payment.reads.subjects import locked, merchant_number
from prepaid.domains.payment.rules.payouts import Wallet
from prepaid.domains.payment.rules.references import ReferenceKind, new_reference
from prepaid.domains.payment.rules.states import CAPTURED, EventKind
from prepaid.domains.payment.rules.timing import refundable_at_provider
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen, check_fen

REFUND: Final = "payment.refund"
FALLBACK_NAME: Final = "payment_refund.fallback_name_cipher"
LONGEST_REASON: Final = 40


async def refund_payment(
    tx: WriteSession,
    *,
    merchant_id: UUID,
    payment_id: UUID,
    refund_id: UUID,
    amount_fen: Fen,
    reason: str,
    fallback: Wallet | None = None,
    data_keys: DataKeys | None = None,
) -> PaymentRefund:
    """Order that a decided refund, or a part of it, goes back the way the payment came.

    `refund_id`: what the ledger owes it under (`decide_refund`, `decide_order_refund`); asking again for the same
    refund and payment answers the same row. `fallback`: the verified wallet of the same name that it goes to when
    the provider cannot refund any more (after a year, after 50 refunds) or fails; needs `data_keys`. Without it
    such a refund waits, FAILED, until somebody calls `redirect_refund`. The owner hears `PaymentRefunded` or
    `PaymentRefundFailed`.

    Raises:
        NotFound, NotCaptured, PaymentAmountInvalid.
        RefundDiffers: the same refund was asked for with another amount.
        RefundExceedsPayment: less is left of the payment.
        InsufficientFunds: the ledger owes less on the refund.
    """
    if check_fen(amount_fen) <= 0:
        raise PaymentAmountInvalid
    async with tx.under(DbRole.WORKER):
        payment = await locked(tx, Payment, merchant_id, payment_id)
        if payment.state not in CAPTURED or payment.paid_at is None:
            raise NotCaptured
        known = await tx.scalar(
            select(PaymentRefund).filter_by(merchant_id=merchant_id, payment_id=payment_id, refund_id=refund_id)
        )
        if known is not None:
            if known.amount_fen != amount_fen:
                raise RefundDiffers
            return known
        left_fen = payment.amount_fen - payment.refunding_fen
        if amount_fen > left_fen:
            raise RefundExceedsPayment(refundable_fen=left_fen)
        of = {"merchant_id": merchant_id, "payment_id": payment_id}
        count = await tx.scalar(select(func.count()).select_from(PaymentRefund).filter_by(**of)) or 0
        refund = await _begin(tx, payment, refund_id, amount_fen, reason)
        if fallback is not None:
            await _keep_fallback(tx, refund, fallback, data_keys)
        if refundable_at_provider(payment.paid_at, count, clock.now()):
            which = {"merchant_id": merchant_id, "payment_refund_id": refund.id}
            await enqueue(tx, REFUND, payload=which, tenant=merchant_id)
        else:
            await fail_refund(tx, payment, refund, LIMIT)
    return refund


async def _begin(tx: WriteSession, payment: Payment, refund_id: UUID, amount_fen: Fen, reason: str) -> PaymentRefund:
    merchant_id, row_id, now = payment.merchant_id, uuid7(), clock.now()
    number = await merchant_number(tx, merchant_id)
    held = await begin_refund_payout(tx, merchant_id, payout_id=row_id, refund_id=refund_id, amount_fen=amount_fen)
    payment.refunding_fen += amount_fen
    refund = PaymentRefund(
        merchant_id=merchant_id,
        id=row_id,
        payment_id=payment.id,
        refund_id=refund_id,
        reference=new_reference(ReferenceKind.REFUND, number, clock.shanghai_day(now)),
        amount_fen=amount_fen,
        reason=reason[:LONGEST_REASON],
        state="REQUESTED",
        created_at=now,
        transfer_id=held.id,
    )
    tx.add(refund)
    await note_event(tx, refund, EventKind.REFUND_REQUESTED, amount_fen=amount_fen)
    return refund


async def _keep_fallback(tx: WriteSession, refund: PaymentRefund, wallet: Wallet, data_keys: DataKeys | None) -> None:
    if data_keys is None:
        raise ValueError("a payee's name is kept encrypted: give the data keys")
    at = place(FALLBACK_NAME, refund.merchant_id, refund.id)
    cipher = await data_keys.encrypt(tx, wallet.subject_id, wallet.real_name, at, tenant=refund.merchant_id)
    refund.fallback_openid, refund.fallback_subject_id = wallet.openid, wallet.subject_id
    refund.fallback_name_cipher = cipher
    await tx.flush()
