"""Taking the provider's word about a payout."""

from typing import Final
from uuid import UUID

from prepaid.core import events
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.ledger.commands.payouts import confirm_payout, fail_payout, take_back_payout
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.domains.payment.commands.fail_refund import tell_failed
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.commands.raise_alert import raise_alert
from prepaid.domains.payment.commands.receive_charge import Misfit, Ourselves
from prepaid.domains.payment.commands.receive_refund import settle_refund
from prepaid.domains.payment.events import Cause, PayoutFailed, PayoutReturned, PayoutSucceeded
from prepaid.domains.payment.models import Payment, PaymentRefund, Payout
from prepaid.domains.payment.reads.subjects import kinds_of, locked
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.domains.payment.rules.matching import Told, misfit
from prepaid.domains.payment.rules.payouts import PayoutPurpose
from prepaid.domains.payment.rules.states import EventKind, EventSource
from prepaid.kit import clock
from prepaid.providers.payments import PayoutState, PayoutStatus

ASK_PAYOUT: Final = "payment.ask_payout"
HOLDS: Final = {
    PayoutPurpose.REFUND: TransferKind.REFUND_PAYOUT,
    PayoutPurpose.COMMISSION: TransferKind.COMMISSION_PAYOUT,
    PayoutPurpose.WITHDRAWAL: TransferKind.WITHDRAWAL,
}
UNNAMED: Final = "UNKNOWN"


async def receive_payout(
    tx: WriteSession,
    ourselves: Ourselves,
    *,
    merchant_id: UUID,
    payout_id: UUID,
    status: PayoutStatus,
    source: EventSource,
) -> bool:
    """Note what is new about a payout and do what follows from it; False when nothing is new.

    A failure is believed only when the provider is asked: a notification of one makes a job ask. Runs as the worker.

    Raises:
        Misfit: partner, merchant, payee or amount are not what was ordered.
    """
    payout = await tx.get_one(Payout, (merchant_id, payout_id))
    _ensure_fits(payout, ourselves, status)
    if payout.payment_refund_id is not None:
        # The refund that waits for it, and its payment, are locked before it, as everywhere.
        refund = await tx.get_one(PaymentRefund, (merchant_id, payout.payment_refund_id))
        await locked(tx, Payment, merchant_id, refund.payment_id)
        await locked(tx, PaymentRefund, merchant_id, refund.id)
    payout = await locked(tx, Payout, merchant_id, payout_id)
    payout.provider_reference = payout.provider_reference or status.provider_reference
    match status.state:
        case PayoutState.PROCESSING:
            return await _note(tx, payout, EventKind.PAYOUT_ACCEPTED, status, source)
        case PayoutState.AWAITING_PAYEE:
            payout.acceptance = status.acceptance or payout.acceptance
            return await _note(tx, payout, EventKind.PAYOUT_AWAITING_PAYEE, status, source)
        case PayoutState.SUCCEEDED:
            return await _succeeded(tx, payout, status, source)
        case PayoutState.RETURNED:
            return await _returned(tx, payout, status, source)
    if source is EventSource.NOTIFICATION:
        which = {"merchant_id": merchant_id, "payout_id": payout.id, "step": 0}
        await enqueue(tx, ASK_PAYOUT, payload=which, tenant=merchant_id)
        return await note_event(tx, payout, EventKind.PAYOUT_FAILURE_REPORTED, source, code=status.failure)
    return await fail(tx, payout, status.failure or UNNAMED, source)


async def fail(tx: WriteSession, payout: Payout, code: str, source: EventSource) -> bool:
    """Nothing was paid: what was held is owed as before. `payout` is locked."""
    kinds = await kinds_of(tx, payout)
    if not await note_event(tx, payout, EventKind.PAYOUT_FAILED, source, code=code):
        return False
    if EventKind.PAYOUT_SUCCEEDED in kinds:
        await _alert(tx, payout, AlertKind.PAYOUT_CONTRADICTED, code)
        return True
    payout.failure = code
    await restate(tx, payout)
    hold = HOLDS[PayoutPurpose(payout.purpose)]
    await fail_payout(tx, payout.merchant_id, kind=hold, payout_id=payout.id)
    if payout.payment_refund_id is not None:
        await _redirect_failed(tx, payout, payout.payment_refund_id, code)
    else:
        await _alert(tx, payout, AlertKind.PAYOUT_FAILED, code)
    cause = Cause(payout.cause_kind, payout.cause_id)
    await events.publish(tx, PayoutFailed(payout.merchant_id, payout.id, cause, payout.amount_fen, code))
    return True


def _ensure_fits(payout: Payout, ourselves: Ourselves, status: PayoutStatus) -> None:
    kind = misfit(
        Told(partner=status.partner, payee=status.source, amount_fen=status.amount_fen),
        Told(partner=ourselves.partner, payee=payout.sub_merchant_number, amount_fen=payout.amount_fen),
    )
    if kind is None and status.payee is not None and status.payee != payout.payee_openid:
        kind = AlertKind.WRONG_PAYEE
    if kind is not None:
        detail = {"amount_fen": [payout.amount_fen, status.amount_fen]}
        raise Misfit(kind, payout.merchant_id, payout.reference, detail)


async def _note(tx: WriteSession, payout: Payout, kind: EventKind, status: PayoutStatus, source: EventSource) -> bool:
    new = await note_event(tx, payout, kind, source, provider_reference=status.provider_reference)
    await restate(tx, payout)
    return new


async def _succeeded(tx: WriteSession, payout: Payout, status: PayoutStatus, source: EventSource) -> bool:
    kinds = await kinds_of(tx, payout)
    new = await note_event(
        tx,
        payout,
        EventKind.PAYOUT_SUCCEEDED,
        source,
        amount_fen=payout.amount_fen,
        provider_reference=status.provider_reference,
        occurred_at=status.settled_at,
    )
    if not new:
        return False
    payout.settled_at = status.settled_at or clock.now()
    with tx.no_autoflush:
        await restate(tx, payout)
    if EventKind.PAYOUT_FAILED in kinds:
        await _alert(tx, payout, AlertKind.PAYOUT_CONTRADICTED, payout.failure or UNNAMED)
        return True
    hold = HOLDS[PayoutPurpose(payout.purpose)]
    await confirm_payout(tx, payout.merchant_id, kind=hold, payout_id=payout.id)
    if payout.payment_refund_id is not None:
        await _refunded_by_transfer(tx, payout, payout.payment_refund_id)
    cause = Cause(payout.cause_kind, payout.cause_id)
    await events.publish(tx, PayoutSucceeded(payout.merchant_id, payout.id, cause, payout.amount_fen))
    return True


async def _returned(tx: WriteSession, payout: Payout, status: PayoutStatus, source: EventSource) -> bool:
    await _succeeded(tx, payout, status, source)
    if not await note_event(tx, payout, EventKind.PAYOUT_RETURNED, source, code=status.failure):
        return False
    payout.failure = status.failure
    await restate(tx, payout)
    hold = HOLDS[PayoutPurpose(payout.purpose)]
    await take_back_payout(tx, payout.merchant_id, kind=hold, payout_id=payout.id)
    await _alert(tx, payout, AlertKind.PAYOUT_RETURNED, status.failure or UNNAMED)
    cause = Cause(payout.cause_kind, payout.cause_id)
    await events.publish(tx, PayoutReturned(payout.merchant_id, payout.id, cause, payout.amount_fen))
    return True


async def _refunded_by_transfer(tx: WriteSession, payout: Payout, payment_refund_id: UUID) -> None:
    refund = await tx.get_one(PaymentRefund, (payout.merchant_id, payment_refund_id))
    payment = await tx.get_one(Payment, (payout.merchant_id, refund.payment_id))
    before = EventKind.REFUNDED in await kinds_of(tx, refund)
    await note_event(tx, refund, EventKind.REFUNDED, variant="TRANSFER", amount_fen=refund.amount_fen)
    if before:
        await raise_alert(
            tx,
            AlertKind.REFUNDED_TWICE,
            merchant_id=refund.merchant_id,
            subject=refund.reference,
            detail={"amount_fen": refund.amount_fen, "ways": ["CHANNEL", "TRANSFER"]},
        )
    else:
        await settle_refund(tx, payment, refund, payout.settled_at)


async def _redirect_failed(tx: WriteSession, payout: Payout, payment_refund_id: UUID, code: str) -> None:
    refund = await tx.get_one(PaymentRefund, (payout.merchant_id, payment_refund_id))
    payment = await tx.get_one(Payment, (payout.merchant_id, refund.payment_id))
    await note_event(tx, refund, EventKind.REFUND_REDIRECT_FAILED, variant=str(payout.id), code=code)
    refund.failure = code
    await restate(tx, refund)
    await tell_failed(tx, payment, refund, code)


async def _alert(tx: WriteSession, payout: Payout, kind: AlertKind, code: str) -> None:
    await raise_alert(
        tx,
        kind,
        merchant_id=payout.merchant_id,
        subject=payout.reference,
        detail={"amount_fen": payout.amount_fen, "code": code, "purpose": payout.purpose},
    )
