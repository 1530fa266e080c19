"""A refund that cannot go back the way the money came."""

from typing import Final

from prepaid.core import events
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.commands.raise_alert import raise_alert
from prepaid.domains.payment.events import Payable, PaymentRefundFailed
from prepaid.domains.payment.models import Payment, PaymentRefund
from prepaid.domains.payment.reads.subjects import kinds_of
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.domains.payment.rules.states import EventKind, EventSource

LIMIT: Final = "LIMIT"
"""Our own code: the provider takes no refund of this charge any more."""
REDIRECT: Final = "payment.redirect"


async def fail_refund(
    tx: WriteSession, payment: Payment, refund: PaymentRefund, code: str, source: EventSource = EventSource.OWN
) -> bool:
    """Note it. With a fallback a job sends the money there; without one the bank and the owner are told.

    What is held for it in the ledger stays held: the provider may still bring it through. False: known already.
    """
    tries = (await kinds_of(tx, refund)).count(EventKind.REFUND_RETRIED)
    if not await note_event(tx, refund, EventKind.REFUND_FAILED, source, variant=str(tries), code=code):
        return False
    refund.failure = code
    await restate(tx, refund)
    if refund.fallback_openid is not None:
        which = {"merchant_id": refund.merchant_id, "payment_refund_id": refund.id}
        await enqueue(tx, REDIRECT, payload=which, tenant=refund.merchant_id)
    else:
        await tell_failed(tx, payment, refund, code)
    return True


async def tell_failed(tx: WriteSession, payment: Payment, refund: PaymentRefund, code: str) -> None:
    """Somebody has to name another way."""
    await raise_alert(
        tx,
        AlertKind.REFUND_FAILED,
        merchant_id=refund.merchant_id,
        subject=refund.reference,
        detail={"code": code, "amount_fen": refund.amount_fen},
    )
    fact = PaymentRefundFailed(
        merchant_id=refund.merchant_id,
        payment_id=payment.id,
        payment_refund_id=refund.id,
        payable=Payable(payment.payable_kind, payment.payable_id),
        refund_id=refund.refund_id,
        amount_fen=refund.amount_fen,
        code=code,
    )
    await events.publish(tx, fact)
