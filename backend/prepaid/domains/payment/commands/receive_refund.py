"""Taking the provider's word about a refund."""

from datetime import datetime
from typing import Final
from uuid import UUID

from prepaid.core import events
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.ledger.commands.payouts import begin_refund_payout, confirm_payout
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.ledger.rules.cash import CHANNEL
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.domains.payment.commands.fail_refund import fail_refund
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.commands.raise_alert import raise_alert
from prepaid.domains.payment.commands.receive_charge import Misfit, Ourselves
from prepaid.domains.payment.events import Payable, PayableInvolved, PaymentRefunded
from prepaid.domains.payment.models import Payment, PaymentRefund
from prepaid.domains.payment.reads.subjects import kinds_of, locked
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.domains.payment.rules.matching import Told, misfit
from prepaid.domains.payment.rules.states import EventKind, EventSource
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.payments import RefundState, RefundStatus

ASK_REFUND: Final = "payment.ask_refund"


async def receive_refund(
    tx: WriteSession,
    ourselves: Ourselves,
    *,
    merchant_id: UUID,
    payment_refund_id: UUID,
    status: RefundStatus,
    source: EventSource,
) -> bool:
    """Note what is new about a refund and do what follows from it; False when nothing is new.

    A failure is believed only when the provider is asked: a notification of one makes a job ask. Runs as the worker.

    Raises:
        Misfit: partner, payee, amount or the payment are not what was ordered.
    """
    refund = await tx.get_one(PaymentRefund, (merchant_id, payment_refund_id))
    payment = await tx.get_one(Payment, (merchant_id, refund.payment_id))
    _ensure_fits(payment, refund, ourselves, status)
    await events.publish(tx, PayableInvolved(merchant_id, Payable(payment.payable_kind, payment.payable_id)))
    payment = await locked(tx, Payment, merchant_id, refund.payment_id)
    refund = await locked(tx, PaymentRefund, merchant_id, payment_refund_id)
    if refund.accepted_at is None:
        refund.accepted_at = clock.now()
    refund.provider_reference = refund.provider_reference or status.provider_reference
    match status.state:
        case RefundState.PROCESSING:
            new = await note_event(
                tx, refund, EventKind.REFUND_ACCEPTED, source, provider_reference=status.provider_reference
            )
            await restate(tx, refund)
            return new
        case RefundState.SUCCEEDED:
            return await _succeeded(tx, payment, refund, status, source)
    if source is EventSource.NOTIFICATION:
        which = {"merchant_id": merchant_id, "payment_refund_id": refund.id, "step": 0}
        await enqueue(tx, ASK_REFUND, payload=which, tenant=merchant_id)
        return await note_event(tx, refund, EventKind.REFUND_FAILURE_REPORTED, source, code=status.state.value)
    return await fail_refund(tx, payment, refund, status.state.value, source)


def _ensure_fits(payment: Payment, refund: PaymentRefund, ourselves: Ourselves, status: RefundStatus) -> None:
    told = Told(partner=status.partner, payee=status.payee, amount_fen=status.amount_fen)
    ordered = Told(partner=ourselves.partner, payee=payment.sub_merchant_number, amount_fen=refund.amount_fen)
    kind = misfit(told, ordered)
    if status.charge_reference != payment.reference:
        kind = AlertKind.UNKNOWN_REFERENCE
    if kind is not None:
        detail = {
            "payee": [ordered.payee, told.payee],
            "amount_fen": [ordered.amount_fen, told.amount_fen],
            "payment": [payment.reference, status.charge_reference],
        }
        raise Misfit(kind, refund.merchant_id, refund.reference, detail)


async def _succeeded(
    tx: WriteSession, payment: Payment, refund: PaymentRefund, status: RefundStatus, source: EventSource
) -> bool:
    kinds = await kinds_of(tx, refund)
    new = await note_event(
        tx,
        refund,
        EventKind.REFUNDED,
        source,
        variant="CHANNEL",
        amount_fen=refund.amount_fen,
        provider_reference=status.provider_reference,
        occurred_at=status.settled_at,
    )
    if not new:
        return False
    if EventKind.REFUNDED in kinds or not await _book(tx, refund, kinds):
        await raise_alert(
            tx,
            AlertKind.REFUNDED_TWICE,
            merchant_id=refund.merchant_id,
            subject=refund.reference,
            detail={"amount_fen": refund.amount_fen, "ways": ["CHANNEL", "TRANSFER"]},
        )
    if EventKind.REFUNDED not in kinds:
        await settle_refund(tx, payment, refund, status.settled_at)
    return True


async def _book(tx: WriteSession, refund: PaymentRefund, kinds: list[EventKind]) -> bool:
    """Post what was held; False when that money has gone, or is going, another way."""
    hold = refund.id
    if EventKind.REFUND_REDIRECTED in kinds:
        hold = uuid7()
        try:
            async with tx.begin_nested():
                await begin_refund_payout(
                    tx, refund.merchant_id, payout_id=hold, refund_id=refund.refund_id, amount_fen=refund.amount_fen
                )
        except InsufficientFunds:
            return False
    await confirm_payout(
        tx,
        refund.merchant_id,
        kind=TransferKind.REFUND_PAYOUT,
        payout_id=hold,
        paid_from={CHANNEL: refund.amount_fen},
    )
    return True


async def settle_refund(tx: WriteSession, payment: Payment, refund: PaymentRefund, settled_at: datetime | None) -> None:
    """The money has reached the payer, one way or the other; both rows are locked."""
    refund.settled_at = settled_at or clock.now()
    payment.refunded_fen += refund.amount_fen
    with tx.no_autoflush:
        await restate(tx, refund)
        await restate(tx, payment)
    fact = PaymentRefunded(
        merchant_id=refund.merchant_id,
        payment_id=payment.id,
        payment_refund_id=refund.id,
        payable=Payable(payment.payable_kind, payment.payable_id),
        refund_id=refund.refund_id,
        amount_fen=refund.amount_fen,
    )
    await events.publish(tx, fact)
