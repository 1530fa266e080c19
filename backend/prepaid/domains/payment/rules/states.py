"""States, each derived from the set of events: whatever their order and number, the same set is the same state.

Success dominates: a failure or a close that is told after or before it changes nothing. What a success after a
close, or a second one, means for the *payable* is decided once, under lock, and is an event of its own.
"""

from collections import Counter
from collections.abc import Collection
from enum import StrEnum


class EventKind(StrEnum):
    """What happened (支付事件)."""

    REQUESTED = "REQUESTED"
    READY = "READY"
    REJECTED = "REJECTED"
    PAY_FAILED = "PAY_FAILED"
    SUCCEEDED = "SUCCEEDED"
    CLOSED = "CLOSED"
    CLOSED_BY_PROVIDER = "CLOSED_BY_PROVIDER"
    CREDITED = "CREDITED"
    UNAPPLIED = "UNAPPLIED"
    REFUND_REQUESTED = "REFUND_REQUESTED"
    REFUND_ACCEPTED = "REFUND_ACCEPTED"
    REFUND_FAILURE_REPORTED = "REFUND_FAILURE_REPORTED"
    REFUND_FAILED = "REFUND_FAILED"
    REFUND_RETRIED = "REFUND_RETRIED"
    REFUND_REDIRECTED = "REFUND_REDIRECTED"
    REFUND_REDIRECT_FAILED = "REFUND_REDIRECT_FAILED"
    REFUNDED = "REFUNDED"
    PAYOUT_REQUESTED = "PAYOUT_REQUESTED"
    PAYOUT_STOPPED = "PAYOUT_STOPPED"
    PAYOUT_ACCEPTED = "PAYOUT_ACCEPTED"
    PAYOUT_AWAITING_PAYEE = "PAYOUT_AWAITING_PAYEE"
    PAYOUT_FAILURE_REPORTED = "PAYOUT_FAILURE_REPORTED"
    PAYOUT_FAILED = "PAYOUT_FAILED"
    PAYOUT_SUCCEEDED = "PAYOUT_SUCCEEDED"
    PAYOUT_RETURNED = "PAYOUT_RETURNED"


class EventSource(StrEnum):
    """Whose word it is (事件来源)."""

    OWN = "OWN"
    ANSWER = "ANSWER"
    QUERY = "QUERY"
    NOTIFICATION = "NOTIFICATION"


class PaymentState(StrEnum):
    """State of a payment (支付状态)."""

    REQUESTED = "REQUESTED"
    READY = "READY"
    CAPTURED = "CAPTURED"
    PARTLY_REFUNDED = "PARTLY_REFUNDED"
    REFUNDED = "REFUNDED"
    CLOSED = "CLOSED"
    FAILED = "FAILED"


class PaymentRefundState(StrEnum):
    """State of a refund at the provider (退款状态)."""

    REQUESTED = "REQUESTED"
    PROCESSING = "PROCESSING"
    FAILED = "FAILED"
    REDIRECTED = "REDIRECTED"
    SUCCEEDED = "SUCCEEDED"


class PayoutState(StrEnum):
    """State of a payout (付款状态)."""

    REQUESTED = "REQUESTED"
    STOPPED = "STOPPED"
    PROCESSING = "PROCESSING"
    AWAITING_PAYEE = "AWAITING_PAYEE"
    FAILED = "FAILED"
    SUCCEEDED = "SUCCEEDED"
    RETURNED = "RETURNED"


class UnappliedReason(StrEnum):
    """Why captured money credits nothing and goes back (未入账原因)."""

    LATE = "LATE"
    """The payment had been closed."""
    SECOND = "SECOND"
    """The payable had been paid by another payment."""
    NOT_APPLICABLE = "NOT_APPLICABLE"
    """What it was for could not be done; the owner's own code says why."""


OPEN = frozenset({PaymentState.REQUESTED, PaymentState.READY})
"""A payer can still pay."""
CAPTURED = frozenset({PaymentState.CAPTURED, PaymentState.PARTLY_REFUNDED, PaymentState.REFUNDED})
REFUND_UNDER_WAY = frozenset({PaymentRefundState.REQUESTED, PaymentRefundState.PROCESSING})
PAYOUT_UNDER_WAY = frozenset(
    {PayoutState.REQUESTED, PayoutState.STOPPED, PayoutState.PROCESSING, PayoutState.AWAITING_PAYEE}
)


def payment_state(kinds: Collection[EventKind], amount_fen: int, refunded_fen: int) -> PaymentState:
    """The state of a payment with these events, of which `refunded_fen` has gone back."""
    if EventKind.SUCCEEDED in kinds:
        if refunded_fen == 0:
            return PaymentState.CAPTURED
        return PaymentState.REFUNDED if refunded_fen == amount_fen else PaymentState.PARTLY_REFUNDED
    if EventKind.CLOSED in kinds:
        return PaymentState.CLOSED
    if EventKind.REJECTED in kinds:
        return PaymentState.FAILED
    return PaymentState.READY if EventKind.READY in kinds else PaymentState.REQUESTED


def refund_state(kinds: Collection[EventKind]) -> PaymentRefundState:
    """The state of a refund with these events. A failure that was only reported is asked about first.

    It may be tried again and redirected to several payees, one after the other failed: each try is an event, and
    so is its failure.
    """
    if EventKind.REFUNDED in kinds:
        return PaymentRefundState.SUCCEEDED
    times = Counter(kinds)
    if times[EventKind.REFUND_REDIRECTED] > times[EventKind.REFUND_REDIRECT_FAILED]:
        return PaymentRefundState.REDIRECTED
    if times[EventKind.REFUND_FAILED] > times[EventKind.REFUND_RETRIED]:
        return PaymentRefundState.FAILED
    if EventKind.REFUND_ACCEPTED in kinds:
        return PaymentRefundState.PROCESSING
    return PaymentRefundState.REQUESTED


def payout_state(kinds: Collection[EventKind]) -> PayoutState:
    """The state of a payout with these events; one that came back was paid before."""
    order = (
        (EventKind.PAYOUT_RETURNED, PayoutState.RETURNED),
        (EventKind.PAYOUT_SUCCEEDED, PayoutState.SUCCEEDED),
        (EventKind.PAYOUT_FAILED, PayoutState.FAILED),
        (EventKind.PAYOUT_AWAITING_PAYEE, PayoutState.AWAITING_PAYEE),
        (EventKind.PAYOUT_ACCEPTED, PayoutState.PROCESSING),
        (EventKind.PAYOUT_STOPPED, PayoutState.STOPPED),
    )
    return next((state for kind, state in order if kind in kinds), PayoutState.REQUESTED)
