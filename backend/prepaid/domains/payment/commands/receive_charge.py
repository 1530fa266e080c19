"""Taking the provider's word about a payment."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from prepaid.core import events
from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.payments import capture_payment
from prepaid.domains.payment.commands.leave_unapplied import send_back
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.events import Payable, PayableInvolved, PaymentFailed, PaymentSucceeded
from prepaid.domains.payment.models import Payment, PaymentEvent
from prepaid.domains.payment.reads.subjects import kinds_of, locked
from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.domains.payment.rules.matching import CURRENCY, Told, misfit
from prepaid.domains.payment.rules.states import EventKind, EventSource, UnappliedReason
from prepaid.kit import clock
from prepaid.providers.payments import ChargeState, ChargeStatus


@dataclass(frozen=True, slots=True)
class Ourselves:
    """Our numbers at the provider, as every status must name them."""

    partner: str
    application: str


class Misfit(Exception):
    """What the provider says does not fit what was ordered: nothing is done, and the bank is alerted."""

    def __init__(
        self, kind: AlertKind, merchant_id: UUID | None, reference: str, detail: dict[str, Any] | None = None
    ) -> None:
        super().__init__(kind.value)
        self.kind = kind
        self.merchant_id = merchant_id
        self.reference = reference
        self.detail = detail or {}


async def receive_charge(
    tx: WriteSession,
    ourselves: Ourselves,
    *,
    merchant_id: UUID,
    payment_id: UUID,
    status: ChargeStatus,
    source: EventSource,
) -> bool:
    """Note what is new about a payment and do what follows from it; False when nothing is new.

    A first success is captured in the ledger and credits the payable, whose owner hears `PaymentSucceeded` in
    this transaction; after a close, or when the payable has been credited, the money goes back by itself. Runs as
    the worker.

    Raises:
        Misfit: partner, payee, application, amount, currency or transaction are not what was ordered.
    """
    payment = await tx.get_one(Payment, (merchant_id, payment_id))
    _ensure_fits(payment, ourselves, status)
    payable = Payable(payment.payable_kind, payment.payable_id)
    # Owners lock first (domain/01, 18), then all payments of the payable in one order, so that no two are credited.
    await events.publish(tx, PayableInvolved(merchant_id, payable))
    await _lock_all(tx, payment)
    payment = await locked(tx, Payment, merchant_id, payment_id)
    match status.state:
        case ChargeState.PAID:
            return await _paid(tx, payment, status, source)
        case ChargeState.FAILED:
            new = await note_event(tx, payment, EventKind.PAY_FAILED, source)
            if new and payment.captured_at is None:
                await events.publish(tx, PaymentFailed(merchant_id, payment_id, payable))
            return new
        case ChargeState.CLOSED:
            return await note_event(tx, payment, EventKind.CLOSED_BY_PROVIDER, source)
        case ChargeState.UNPAID:
            return False


def _ensure_fits(payment: Payment, ourselves: Ourselves, status: ChargeStatus) -> None:
    paid = status.state is ChargeState.PAID
    told = Told(
        partner=status.partner,
        payee=status.payee,
        application=status.application,
        amount_fen=(status.amount_fen or 0) if paid else None,
        currency=(status.currency or "") if paid else None,
    )
    ordered = Told(
        partner=ourselves.partner,
        payee=payment.sub_merchant_number,
        application=ourselves.application,
        amount_fen=payment.amount_fen,
        currency=CURRENCY,
    )
    kind = misfit(told, ordered)
    if kind is not None:
        names = ("payee", "application", "amount_fen", "currency")
        detail = {name: [getattr(ordered, name), getattr(told, name)] for name in names}
        raise Misfit(kind, payment.merchant_id, payment.reference, detail)


async def _lock_all(tx: WriteSession, payment: Payment) -> None:
    of = {
        "merchant_id": payment.merchant_id,
        "payable_kind": payment.payable_kind,
        "payable_id": payment.payable_id,
    }
    await tx.execute(select(Payment.id).filter_by(**of).order_by(Payment.id).with_for_update())


async def _paid(tx: WriteSession, payment: Payment, status: ChargeStatus, source: EventSource) -> bool:
    transaction = status.provider_reference
    if transaction is None or status.paid_at is None:
        raise Misfit(AlertKind.SECOND_TRANSACTION, payment.merchant_id, payment.reference, {"transaction": None})
    known = await tx.scalar(
        select(PaymentEvent.variant).filter_by(
            merchant_id=payment.merchant_id, reference=payment.reference, kind=EventKind.SUCCEEDED.value
        )
    )
    if known is not None:
        if known != transaction:
            detail = {"transactions": [known, transaction]}
            raise Misfit(AlertKind.SECOND_TRANSACTION, payment.merchant_id, payment.reference, detail)
        return False
    kinds = await kinds_of(tx, payment)
    await note_event(
        tx,
        payment,
        EventKind.SUCCEEDED,
        source,
        variant=transaction,
        amount_fen=payment.amount_fen,
        provider_reference=transaction,
        occurred_at=status.paid_at,
    )
    reason = await _why_unapplied(tx, payment, kinds)
    transfer = await capture_payment(
        tx, payment.merchant_id, payment_id=payment.id, order_id=payment.payable_id, amount_fen=payment.amount_fen
    )
    payment.transfer_id, payment.provider_reference = transfer.id, transaction
    payment.paid_at, payment.captured_at = status.paid_at, clock.now()
    payment.payer_openid = payment.payer_openid or status.payer
    payment.credited = reason is None
    payment.unapplied_reason = reason.value if reason else None
    await _restate_captured(tx, payment)
    if reason is None:
        await _credit(tx, payment)
    else:
        await send_back(tx, payment, reason, None)
    return True


async def _why_unapplied(tx: WriteSession, payment: Payment, kinds: list[EventKind]) -> UnappliedReason | None:
    of = {"payable_kind": payment.payable_kind, "payable_id": payment.payable_id, "credited": True}
    if await tx.scalar(select(Payment.id).filter_by(merchant_id=payment.merchant_id, **of)) is not None:
        return UnappliedReason.SECOND
    return UnappliedReason.LATE if EventKind.CLOSED in kinds or EventKind.REJECTED in kinds else None


async def _restate_captured(tx: WriteSession, payment: Payment) -> None:
    """State and time of capture belong together (CHECK): they are written in one statement."""
    with tx.no_autoflush:
        await restate(tx, payment)


async def _credit(tx: WriteSession, payment: Payment) -> None:
    await note_event(tx, payment, EventKind.CREDITED, amount_fen=payment.amount_fen)
    assert payment.captured_at is not None
    fact = PaymentSucceeded(
        merchant_id=payment.merchant_id,
        payment_id=payment.id,
        payable=Payable(payment.payable_kind, payment.payable_id),
        reference=payment.reference,
        amount_fen=payment.amount_fen,
        payer_account_id=payment.payer_account_id,
        captured_at=payment.captured_at,
    )
    await events.publish(tx, fact)
