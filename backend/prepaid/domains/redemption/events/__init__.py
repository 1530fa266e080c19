"""Facts of redemption that higher domains react to, in the same transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Redeemed:
    """Something was performed; what exactly, its items say (`reads.redemptions.items_of`)."""

    merchant_id: UUID
    redemption_id: UUID
    store_id: UUID
    account_id: UUID | None
    """The consumer, where one is known."""
    order_id: UUID | None
    """The CARD_CONSUMPTION order that records it; None for single services and days of a period."""
    class_session_id: UUID | None
    value_fen: int
    commission_fen: int
    """What its items earn their performers, as quoted with each."""
    redeemed_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class RedemptionUndone:
    """It never was: everything went back."""

    merchant_id: UUID
    redemption_id: UUID
    store_id: UUID
    class_session_id: UUID | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RedemptionSettled:
    """Nobody disputed these items in time: what waited is the merchant's."""

    merchant_id: UUID
    redemption_id: UUID
    item_ids: tuple[UUID, ...]
    amount_fen: int
    """What went from MERCHANT_PENDING to MERCHANT_SETTLED."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemDisputed:
    """A consumer disputes an item; its money stands still."""

    merchant_id: UUID
    redemption_id: UUID
    item_id: UUID
    dispute_id: UUID
    account_id: UUID
