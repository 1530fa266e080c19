"""Disputes of items."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.redemption.models.access import READ_BY_CONSUMER


class RedemptionDispute(TenantRow, Recorded, Base):
    """A consumer says that he did not get what was redeemed (消费争议); its money stands still until it is closed."""

    __tablename__ = "redemption_dispute"
    __access__ = READ_BY_CONSUMER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "item_id"], ["redemption_item.merchant_id", "redemption_item.id"]),
        Index(
            "uq_redemption_dispute_open", "merchant_id", "item_id", unique=True, postgresql_where="closed_at IS NULL"
        ),
        Index(None, "merchant_id", "opened_at"),
        Index(None, "account_id"),
        CheckConstraint("outcome IS NULL OR outcome IN ('WITHDRAWN', 'REJECTED', 'UPHELD')", name="outcome"),
        CheckConstraint("(closed_at IS NULL) = (outcome IS NULL)", name="closed"),
        CheckConstraint("held_pending_fen >= 0 AND held_drawable_fen >= 0", name="held"),
    )

    item_id: Mapped[UUID]
    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id"))
    reason: Mapped[str]
    opened_at: Mapped[datetime]
    held_pending_fen: Mapped[int]
    """What is held of MERCHANT_PENDING."""
    held_drawable_fen: Mapped[int]
    """What is held of MERCHANT_DRAWABLE, as much as was there."""
    closed_at: Mapped[datetime | None]
    closed_by: Mapped[UUID | None]
    outcome: Mapped[str | None]
    close_reason: Mapped[str | None]
