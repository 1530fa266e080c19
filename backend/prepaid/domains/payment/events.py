"""Facts that the owners of payables, refunds and payouts react to, in the same transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Payable:
    """What is paid for: the owner's kind (e.g. ORDER, DEPOSIT) and id. Payment knows nothing else of it."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class PayableInvolved:
    """A payment of this payable is about to change: an owner takes his own locks now, before the payment's."""

    merchant_id: UUID
    payable: Payable


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentSucceeded:
    """The money is captured and credits the payable, which the ledger owes it under (ORDER_LIABILITY).

    An owner who cannot use it calls `leave_unapplied` within his reaction.
    """

    merchant_id: UUID
    payment_id: UUID
    payable: Payable
    reference: str
    amount_fen: int
    payer_account_id: UUID | None
    captured_at: datetime


@dataclass(frozen=True, slots=True)
class PaymentFailed:
    """The payer's try failed; until the payment is closed he may try again."""

    merchant_id: UUID
    payment_id: UUID
    payable: Payable


@dataclass(frozen=True, slots=True)
class PaymentClosed:
    """Nothing will come of this payment: its time is over (EXPIRED), or the provider refused it (REJECTED)."""

    merchant_id: UUID
    payment_id: UUID
    payable: Payable
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRefunded:
    """Money has gone back to the payer, the way it came or as a transfer."""

    merchant_id: UUID
    payment_id: UUID
    payment_refund_id: UUID
    payable: Payable
    refund_id: UUID
    """The decided refund that it was a part of."""
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentRefundFailed:
    """The provider cannot refund the way the money came, and nobody has named another way yet."""

    merchant_id: UUID
    payment_id: UUID
    payment_refund_id: UUID
    payable: Payable
    refund_id: UUID
    amount_fen: int
    code: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Why money goes out: the owner's kind (e.g. WITHDRAWAL, COMMISSION_PAYOUT) and id."""

    kind: str
    id: UUID


@dataclass(frozen=True, slots=True)
class PayoutSucceeded:
    """The money has reached the payee."""

    merchant_id: UUID
    payout_id: UUID
    cause: Cause
    amount_fen: int


@dataclass(frozen=True, slots=True)
class PayoutFailed:
    """Nothing was paid; what was held for it is owed as before. `code` is the provider's."""

    merchant_id: UUID
    payout_id: UUID
    cause: Cause
    amount_fen: int
    code: str


@dataclass(frozen=True, slots=True)
class PayoutReturned:
    """The payee's bank sent a paid payout back (退票)."""

    merchant_id: UUID
    payout_id: UUID
    cause: Cause
    amount_fen: int
