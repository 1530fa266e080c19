"""Redemptions with their items: what was performed, what it was worth, where its money stands."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.redemption.models.access import READ_BY_CONSUMER, READ_BY_STAFF


class Redemption(TenantRow, Recorded, Base):
    """One act at a counter, or the days of a period that a job performed (核销)."""

    __tablename__ = "redemption"
    __access__ = READ_BY_CONSUMER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        ForeignKeyConstraint(["merchant_id", "order_id"], ["sales_order.merchant_id", "sales_order.id"]),
        UniqueConstraint("merchant_id", "number"),
        UniqueConstraint("merchant_id", "order_id"),
        Index("uq_redemption_code_used", "merchant_id", "code_id", unique=True, postgresql_where="code_id IS NOT NULL"),
        Index(None, "merchant_id", "redeemed_at"),
        Index(None, "merchant_id", "store_id", "redeemed_at"),
        Index(None, "merchant_id", "cashier_account_id", "redeemed_at"),
        Index(None, "merchant_id", "class_session_id"),
        Index(None, "account_id", "redeemed_at"),
        CheckConstraint("kind IN ('COUNTER', 'PERIOD_DAY')", name="kind"),
        CheckConstraint("status IN ('PENDING', 'SETTLED', 'UNDONE')", name="status"),
        CheckConstraint("means IN ('CODE', 'CARD_PIN', 'ORDER_NUMBER', 'SCHEDULE')", name="means"),
        CheckConstraint("(kind = 'PERIOD_DAY') = (means = 'SCHEDULE')", name="scheduled"),
        CheckConstraint("(kind = 'COUNTER') = (cashier_account_id IS NOT NULL)", name="cashier"),
        CheckConstraint("(status = 'UNDONE') = (undone_at IS NOT NULL)", name="undone"),
        CheckConstraint("(undone_at IS NULL) = (undo_reason IS NULL)", name="undone_why"),
        CheckConstraint("(status = 'SETTLED') = (settled_at IS NOT NULL)", name="settled"),
        CheckConstraint("value_fen >= 0 AND 0 <= pending_fen AND pending_fen <= value_fen", name="amounts"),
    )

    number: Mapped[str]
    """Readable number, unique in the merchant; the order that records it bears the same."""
    kind: Mapped[str]
    status: Mapped[str] = mapped_column(default="PENDING")
    means: Mapped[str]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    """The consumer; None for a card that nobody's account holds."""
    holder_masked: Mapped[str]
    store_id: Mapped[UUID]
    store_name: Mapped[str]
    cashier_account_id: Mapped[UUID | None]
    cashier_membership_id: Mapped[UUID | None]
    cashier_name: Mapped[str | None]
    """Who redeemed it, as he was called then; None: by itself."""
    code_id: Mapped[UUID | None]
    class_session_id: Mapped[UUID | None]
    """The lesson it was redeemed for, which a higher part knows."""
    order_id: Mapped[UUID | None]
    """The CARD_CONSUMPTION order that records it."""
    redeemed_at: Mapped[datetime]
    redeemed_on: Mapped[date]
    """The legal day."""
    value_fen: Mapped[int]
    """Worth of all items: principal and bonus."""
    pending_fen: Mapped[int]
    """What it put into MERCHANT_PENDING."""
    undo_until: Mapped[datetime]
    undone_at: Mapped[datetime | None]
    undone_by: Mapped[UUID | None]
    undone_by_name: Mapped[str | None]
    undo_reason: Mapped[str | None]
    settled_at: Mapped[datetime | None]


class RedemptionItem(TenantRow, Recorded, Base):
    """One entitlement that was performed (核销明细). Its id is the reference of everything that was booked for it."""

    __tablename__ = "redemption_item"
    __access__ = READ_BY_CONSUMER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "redemption_id"], ["redemption.merchant_id", "redemption.id"]),
        ForeignKeyConstraint(["merchant_id", "card_id"], ["card.merchant_id", "card.id"]),
        ForeignKeyConstraint(["merchant_id", "order_line_id"], ["order_line.merchant_id", "order_line.id"]),
        ForeignKeyConstraint(["merchant_id", "performer_id"], ["salesperson.merchant_id", "salesperson.id"]),
        UniqueConstraint("merchant_id", "redemption_id", "position"),
        Index(None, "merchant_id", "card_id", "redeemed_at"),
        Index(None, "merchant_id", "order_line_id"),
        Index(None, "merchant_id", "performer_id", "redeemed_at"),
        Index(None, "merchant_id", "redeemed_at"),
        Index(None, "account_id"),
        Index("ix_redemption_item_due", "settle_at", postgresql_where="status = 'PENDING'"),
        CheckConstraint("source IN ('CARD', 'ORDER')", name="source"),
        CheckConstraint("(source = 'CARD') = (card_id IS NOT NULL)", name="card"),
        CheckConstraint("(source = 'CARD') = (contract_id IS NOT NULL)", name="contract"),
        CheckConstraint("(source = 'ORDER') = (order_line_id IS NOT NULL)", name="order_line"),
        CheckConstraint("unit IN ('MONEY', 'VISIT', 'PERIOD')", name="unit"),
        CheckConstraint("status IN ('PENDING', 'DISPUTED', 'UPHELD', 'SETTLED', 'UNDONE')", name="status"),
        CheckConstraint("quantity > 0 AND units_left >= 0 AND units_before >= 0", name="units"),
        CheckConstraint(
            "principal_fen >= 0 AND bonus_fen >= 0 AND list_fen >= 0 AND commission_fen >= 0", name="parts"
        ),
        CheckConstraint("value_fen = principal_fen + bonus_fen", name="value"),
        CheckConstraint("0 <= channel_fen AND channel_fen <= pending_fen", name="channel"),
        CheckConstraint("pending_fen <= principal_fen", name="pending"),
        CheckConstraint("(performer_id IS NULL) = (performer_name IS NULL)", name="performer"),
        CheckConstraint("performer_id IS NOT NULL OR commission IS NULL", name="commission"),
        CheckConstraint("(status = 'SETTLED') = (settled_at IS NOT NULL)", name="settled"),
    )

    redemption_id: Mapped[UUID]
    position: Mapped[int]
    account_id: Mapped[UUID | None]
    """The redemption's consumer."""
    store_id: Mapped[UUID]
    """The redemption's store."""
    source: Mapped[str]
    card_id: Mapped[UUID | None]
    card_number: Mapped[str | None]
    contract_id: Mapped[UUID | None]
    order_id: Mapped[UUID | None]
    """Of a single service: the order that paid for it."""
    order_number: Mapped[str | None]
    order_line_id: Mapped[UUID | None]
    lot_ids: Mapped[list[UUID]] = mapped_column(default=list)
    unit: Mapped[str]
    service_id: Mapped[UUID | None]
    """None: stored value that was spent without naming a service."""
    name: Mapped[str]
    """What was performed, as it was called then."""
    quantity: Mapped[int]
    """Fen of face value (MONEY), uses (VISIT); of PERIOD one visit, or the days performed."""
    units_before: Mapped[int]
    """Of a single service: uses before it."""
    units_left: Mapped[int]
    """Left to use of the same kind afterwards."""
    value_fen: Mapped[int]
    principal_fen: Mapped[int]
    """Its worth of what was paid."""
    bonus_fen: Mapped[int]
    list_fen: Mapped[int]
    pending_fen: Mapped[int]
    """What of it waits in MERCHANT_PENDING for the end of the dispute window."""
    channel_fen: Mapped[int] = mapped_column(default=0)
    """Of a single service: what of it was owed on the order; the rest a card had paid."""
    performer_id: Mapped[UUID | None]
    performer_name: Mapped[str | None]
    commission: Mapped[dict[str, Any] | None]
    """What it earns its performer: the frozen quote, `CommissionQuote.as_json()`; only PAID value earns."""
    commission_fen: Mapped[int]
    status: Mapped[str] = mapped_column(default="PENDING")
    redeemed_at: Mapped[datetime]
    settle_at: Mapped[datetime]
    """End of the dispute window."""
    settled_at: Mapped[datetime | None]
    transfer_id: Mapped[UUID | None]
    """Its booking in the ledger; None where nothing of it was paid for."""


class OrderLineUse(TenantRow, Recorded, Base):
    """How many pieces of a line of single services were performed (单品使用情况). Its id is the line's."""

    __tablename__ = "order_line_use"
    __access__ = READ_BY_STAFF
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "id"], ["order_line.merchant_id", "order_line.id"]),
        CheckConstraint("used >= 0 AND frozen >= 0 AND used + frozen <= quantity", name="sum"),
    )

    quantity: Mapped[int]
    used: Mapped[int] = mapped_column(default=0)
    frozen: Mapped[int] = mapped_column(default=0)
    """Pieces that after-sales holds, or gave the money back for."""
