"""Asking the provider now, or trying a failed refund again."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.commands.receive_payout import ASK_PAYOUT
from prepaid.domains.payment.commands.receive_refund import ASK_REFUND
from prepaid.domains.payment.commands.refund_payment import REFUND
from prepaid.domains.payment.commands.request_payment import ASK
from prepaid.domains.payment.errors import NothingToAsk
from prepaid.domains.payment.models import Payment, PaymentRefund, Payout
from prepaid.domains.payment.reads.subjects import kinds_of, locked
from prepaid.domains.payment.rules.states import (
    CAPTURED,
    PAYOUT_UNDER_WAY,
    REFUND_UNDER_WAY,
    EventKind,
    PaymentRefundState,
)

LAST_STEP = 20
"""Asked so late, a job asks again after the longest pause only."""


async def ask_about_payment(tx: WriteSession, *, merchant_id: UUID, payment_id: UUID) -> Payment:
    """Let a job ask the provider what became of a payment that is not captured, also of a closed one.

    Raises:
        NotFound, NothingToAsk.
    """
    async with tx.under(DbRole.WORKER):
        payment = await locked(tx, Payment, merchant_id, payment_id)
        if payment.state in CAPTURED:
            raise NothingToAsk
        which = {"merchant_id": merchant_id, "payment_id": payment_id, "step": LAST_STEP}
        await enqueue(tx, ASK, payload=which, tenant=merchant_id)
        await _audit(tx, payment)
    return payment


async def ask_about_refund(tx: WriteSession, *, merchant_id: UUID, payment_refund_id: UUID) -> PaymentRefund:
    """Let a job ask about a refund that is under way, or order one again that failed and went no other way.

    Raises:
        NotFound, NothingToAsk.
    """
    async with tx.under(DbRole.WORKER):
        refund = await locked(tx, PaymentRefund, merchant_id, payment_refund_id)
        which = {"merchant_id": merchant_id, "payment_refund_id": payment_refund_id}
        kinds = await kinds_of(tx, refund)
        if refund.state in REFUND_UNDER_WAY:
            await enqueue(tx, ASK_REFUND, payload={**which, "step": LAST_STEP}, tenant=merchant_id)
        elif refund.state == PaymentRefundState.FAILED and EventKind.REFUND_REDIRECTED not in kinds:
            tries = kinds.count(EventKind.REFUND_RETRIED)
            await note_event(tx, refund, EventKind.REFUND_RETRIED, variant=str(tries))
            await restate(tx, refund)
            await enqueue(tx, REFUND, payload=which, tenant=merchant_id)
        else:
            raise NothingToAsk
        await _audit(tx, refund)
    return refund


async def ask_about_payout(tx: WriteSession, *, merchant_id: UUID, payout_id: UUID) -> Payout:
    """Let a job ask about a payout that is under way.

    Raises:
        NotFound, NothingToAsk.
    """
    async with tx.under(DbRole.WORKER):
        payout = await locked(tx, Payout, merchant_id, payout_id)
        if payout.state not in PAYOUT_UNDER_WAY - {"REQUESTED", "STOPPED"}:
            raise NothingToAsk
        which = {"merchant_id": merchant_id, "payout_id": payout_id, "step": LAST_STEP}
        await enqueue(tx, ASK_PAYOUT, payload=which, tenant=merchant_id)
        await _audit(tx, payout)
    return payout


async def _audit(tx: WriteSession, row: Payment | PaymentRefund | Payout) -> None:
    await audit.record(
        tx,
        f"{row.__tablename__}.asked",
        object_type=type(row).__name__,
        object_id=row.id,
        tenant=row.merchant_id,
        after={"reference": row.reference, "state": row.state},
    )
