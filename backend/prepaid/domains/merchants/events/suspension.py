"""Facts about the suspension and the closing of merchants."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MerchantSuspended:
    """Nothing is sold; cards are redeemed and refunded as before."""

    merchant_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class MerchantSuspensionLifted:
    """The bank's suspension is over."""

    merchant_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class MerchantClosingAnnounced:
    """The merchant ends on a day: nothing is sold any more, and holders have a right to their money without a fee."""

    merchant_id: UUID
    closing_id: UUID
    closes_on: date
    reason: str


@dataclass(frozen=True, slots=True)
class MerchantClosingCancelled:
    """The merchant stays after all."""

    merchant_id: UUID
    closing_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class MerchantClosed:
    """The last consumer has his money, and the day has come."""

    merchant_id: UUID
    closing_id: UUID
