"""Closing a payment that nobody is to pay any more."""

from enum import StrEnum
from typing import Final
from uuid import UUID

from prepaid.core import events
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.payment.commands.note_event import note_event, restate
from prepaid.domains.payment.errors import AlreadyPaid
from prepaid.domains.payment.events import Payable, PaymentClosed
from prepaid.domains.payment.models import Payment
from prepaid.domains.payment.reads.subjects import locked
from prepaid.domains.payment.rules.states import CAPTURED, OPEN, EventKind
from prepaid.kit import clock

CLOSE: Final = "payment.close"


class CloseReason(StrEnum):
    """Why a payment was closed."""

    BY_OWNER = "BY_OWNER"
    REPLACED = "REPLACED"
    EXPIRED = "EXPIRED"


async def close_payment(tx: WriteSession, *, merchant_id: UUID, payment_id: UUID) -> Payment:
    """The owner gives up on a payment: from this commit on a success of it is late and goes back by itself.

    A payment that is closed, or that the provider refused, stays as it is.

    Raises:
        NotFound.
        AlreadyPaid: it has been captured.
    """
    async with tx.under(DbRole.WORKER):
        payment = await locked(tx, Payment, merchant_id, payment_id)
        if payment.state in CAPTURED:
            raise AlreadyPaid
        if payment.state in OPEN:
            await close(tx, payment, CloseReason.BY_OWNER)
    return payment


async def expire_payment(tx: WriteSession, payment: Payment) -> None:
    """Its time is over: closed, and its owner told. `payment` is open and locked."""
    await close(tx, payment, CloseReason.EXPIRED)
    payable = Payable(payment.payable_kind, payment.payable_id)
    await events.publish(tx, PaymentClosed(payment.merchant_id, payment.id, payable, CloseReason.EXPIRED.value))


async def close(tx: WriteSession, payment: Payment, reason: CloseReason) -> None:
    """Close an open, locked payment; a job tells the provider."""
    await note_event(tx, payment, EventKind.CLOSED, code=reason.value)
    payment.closed_at = clock.now()
    await restate(tx, payment)
    which = {"merchant_id": payment.merchant_id, "payment_id": payment.id}
    await enqueue(tx, CLOSE, payload=which, tenant=payment.merchant_id)
