"""What a cashier asks to redeem."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from prepaid.domains.cards.rules.cards import LotUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedItem:
    """One entitlement: of a card, or of a line of a paid order."""

    card_id: UUID | None = None
    order_line_id: UUID | None = None
    unit: LotUnit = LotUnit.VISIT
    service_id: UUID | None = None
    lot_id: UUID | None = None
    quantity: int = 1
    """Uses; of MONEY fen."""
    performer_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """All of it, or nothing."""

    merchant_id: UUID
    store_id: UUID
    items: Sequence[WantedItem]
    code: str | None = None
    """What was scanned or typed; or else"""
    session: str | None = None
    class_session_id: UUID | None = None
