"""Codes that consumers show, and what a cashier has recognised in other ways: each is used once."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.redemption.models.access import KEPT_BY_WORKER


class RedemptionCode(TenantRow, Recorded, Base):
    """What may be redeemed by it (核销码): all of a consumer at this merchant, one card, or one order. Purged later."""

    __tablename__ = "redemption_code"
    __access__ = KEPT_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        ForeignKeyConstraint(["merchant_id", "card_id"], ["card.merchant_id", "card.id"]),
        ForeignKeyConstraint(["merchant_id", "order_id"], ["sales_order.merchant_id", "sales_order.id"]),
        Index(None, "merchant_id", "card_id"),
        Index(None, "merchant_id", "order_id"),
        Index(None, "account_id"),
        Index("uq_redemption_code_manual", "merchant_id", "manual_index", unique=True),
        Index("ix_redemption_code_expired", "expires_at"),
        CheckConstraint("means IN ('CODE', 'CARD_PIN', 'ORDER_NUMBER')", name="means"),
        CheckConstraint("means <> 'CODE' OR account_id IS NOT NULL", name="code"),
        CheckConstraint("means <> 'CARD_PIN' OR card_id IS NOT NULL", name="card"),
        CheckConstraint("means <> 'ORDER_NUMBER' OR order_id IS NOT NULL", name="order"),
        CheckConstraint("expires_at > issued_at", name="life"),
        CheckConstraint("(used_at IS NULL) = (redemption_id IS NULL)", name="used"),
    )

    means: Mapped[str]
    account_id: Mapped[UUID | None] = mapped_column(ForeignKey("account.id"))
    """The consumer; None for a card that nobody's account holds."""
    card_id: Mapped[UUID | None]
    """This card alone."""
    order_id: Mapped[UUID | None]
    """This order alone."""
    manual_index: Mapped[bytes | None]
    """Of the digits that can be typed instead."""
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    redemption_id: Mapped[UUID | None]
