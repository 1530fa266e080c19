"""Facts of stores that higher domains react to."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class StoreRelocated:
    """A store moves: the cards that are redeemed there gain a refund right (domain/70)."""

    merchant_id: UUID
    store_id: UUID
    relocation_id: UUID
    moves_on: date


@dataclass(frozen=True, slots=True)
class StoreClosed:
    """A store does no business any more."""

    merchant_id: UUID
    store_id: UUID
