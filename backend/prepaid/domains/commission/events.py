"""Facts of commission."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class CommissionPaid:
    """A person's payout has arrived, or was set off as a whole."""

    merchant_id: UUID
    payout_id: UUID
    salesperson_id: UUID
    amount_fen: int


@dataclass(frozen=True, slots=True)
class PayoutRefused:
    """A person's payout failed; it waits for somebody to look at it."""

    merchant_id: UUID
    payout_id: UUID
    salesperson_name: str
    amount_fen: int


@dataclass(frozen=True, slots=True)
class HandedOver:
    """A handover was carried out."""

    merchant_id: UUID
    handover_id: UUID
    leaver_name: str
