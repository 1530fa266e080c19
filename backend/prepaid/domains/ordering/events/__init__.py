"""Facts of ordering that higher domains react to, in the same transaction."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPaid:
    """An order was paid, and what it is for was carried out: the deal is made."""

    merchant_id: UUID
    order_id: UUID
    deal_id: UUID
    kind: str
    account_id: UUID
    store_id: UUID
    salesperson_id: UUID | None
    card_id: UUID | None
    amount_fen: int
    commission_fen: int
    sold_at: datetime


@dataclass(frozen=True, slots=True)
class OrderClosed:
    """An order was closed unpaid, or what it was for could not be done (OPENING_FAILED)."""

    merchant_id: UUID
    order_id: UUID
    account_id: UUID
    reason: str
