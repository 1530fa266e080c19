"""Sending a refund that failed as a transfer to a verified wallet of the same name."""

from typing import Final
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.crypto import DataKeys
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.ledger.commands.payouts import fail_payout
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.commands.pay_out import PayoutWish, pay_out
from prepaid.domains.payment.errors import PayerUnknown, RefundNotFailed
from prepaid.domains.payment.events import Cause
from prepaid.domains.payment.models import Payment, PaymentRefund, Payout
from prepaid.domains.payment.reads.subjects import kinds_of, locked
from prepaid.domains.payment.rules.payouts import RefundPayout, Wallet
from prepaid.domains.payment.rules.states import EventKind, PaymentRefundState

CAUSE: Final = "PAYMENT_REFUND"


async def redirect_to_payer(
    tx: WriteSession, data_keys: DataKeys, *, merchant_id: UUID, payment_refund_id: UUID, real_name: str
) -> Payout:
    """The same to the wallet that paid, and only if it belongs to a person of this name.

    Nobody can name another wallet here: for the wallet of a holder who is not the payer, after-sales has his proof.

    Raises:
        NotFound, RefundNotFailed, PayeeNameInvalid, MerchantCannotCollect.
        PayerUnknown: the provider never told who paid.
    """
    async with tx.under(DbRole.WORKER):
        refund = await tx.get(PaymentRefund, (merchant_id, payment_refund_id))
        if refund is None:
            raise NotFound(path=("paymentRefundId",))
        payment = await tx.get_one(Payment, (merchant_id, refund.payment_id))
        if not payment.payer_openid:
            raise PayerUnknown
        subject = payment.payer_account_id or payment.id
        to = Wallet(openid=payment.payer_openid, real_name=real_name, subject_id=subject)
        return await redirect_refund(tx, data_keys, merchant_id=merchant_id, payment_refund_id=payment_refund_id, to=to)


async def redirect_refund(
    tx: WriteSession, data_keys: DataKeys, *, merchant_id: UUID, payment_refund_id: UUID, to: Wallet
) -> Payout:
    """Pay the refund out to the wallet instead; it counts as refunded when the payout has succeeded.

    Raises:
        NotFound.
        RefundNotFailed: it is under way, done, or redirected already.
        PayeeNameInvalid, PayerUnknown, MerchantCannotCollect.
    """
    async with tx.under(DbRole.WORKER):
        refund = await locked(tx, PaymentRefund, merchant_id, payment_refund_id)
        if refund.state != PaymentRefundState.FAILED:
            raise RefundNotFailed
        if EventKind.REFUND_REDIRECTED not in await kinds_of(tx, refund):
            # Its own hold goes over to the payout; that of a payout that failed has been given back already.
            await fail_payout(tx, merchant_id, kind=TransferKind.REFUND_PAYOUT, payout_id=refund.id)
        wish = PayoutWish(
            cause=Cause(CAUSE, refund.id),
            purpose=RefundPayout(refund.refund_id),
            to=to,
            amount_fen=refund.amount_fen,
            remark=refund.reason,
            payment_refund_id=refund.id,
        )
        payout = await pay_out(tx, data_keys, merchant_id=merchant_id, wish=wish)
        await note_event(tx, refund, EventKind.REFUND_REDIRECTED, variant=str(payout.id), amount_fen=refund.amount_fen)
        await restate(tx, refund)
        await audit.record(
            tx,
            "payment_refund.redirected",
            object_type="PaymentRefund",
            object_id=refund.id,
            tenant=merchant_id,
            after={"reference": refund.reference, "payout": payout.reference, "payee": payout.payee_name_masked},
        )
    return payout
