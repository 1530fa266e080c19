"""Facts about deposits."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DepositDue:
    """A merchant has to pay its first deposit before it may sell."""

    merchant_id: UUID
    missing_fen: int


@dataclass(frozen=True, slots=True)
class DepositSatisfied:
    """The deposit is enough (again)."""

    merchant_id: UUID


@dataclass(frozen=True, slots=True)
class DepositBecameShort:
    """Less is there than is due; after `grace_until` nothing is issued."""

    merchant_id: UUID
    missing_fen: int
    grace_until: date


@dataclass(frozen=True, slots=True)
class DepositPaused:
    """The grace is over: nothing is issued until the deposit is topped up."""

    merchant_id: UUID
    missing_fen: int


@dataclass(frozen=True, slots=True)
class DepositDeducted:
    """A part of the deposit was taken for a case."""

    merchant_id: UUID
    deduction_id: UUID
    case_number: str
    amount_fen: int
    refund_id: UUID | None
    """To whom it is owed now (REFUND_PAYABLE); None: the merchant's debt at the bank."""
