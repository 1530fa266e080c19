"""Notices of people."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, FULL, TENANT, RowAccess, Rule, own_account
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.kit.ids import PLATFORM_TENANT

READING = "SELECT, UPDATE (read_at)"


class Notice(TenantRow, Recorded, Base):
    """What one person is told (通知), in the tenant where he works on it. Others write it, only he sees it."""

    __tablename__ = "notice"
    __access__ = RowAccess(
        (
            Rule(DbRole.MERCHANT, READING, TENANT, own_account()),
            Rule(DbRole.OPERATOR, READING, f"merchant_id = '{PLATFORM_TENANT}' AND {own_account()}"),
            Rule(DbRole.BANK, READING, own_account()),
            Rule(DbRole.CONSUMER, READING, own_account()),
            Rule(DbRole.WORKER, FULL, ALL),
        )
    )
    __table_args__ = (
        Index(None, "merchant_id", "account_id", "created_at"),
        Index("ix_notice_unread", "merchant_id", "account_id", postgresql_where=text("read_at IS NULL")),
        Index(None, "merchant_id", "target_id", postgresql_where=text("target_id IS NOT NULL")),
        CheckConstraint("tone IN ('NEUTRAL', 'INFO', 'SUCCESS', 'WARNING', 'DANGER')", name="tone"),
        CheckConstraint("target_id IS NULL OR page_key IS NOT NULL", name="link"),
        CheckConstraint("read_at >= created_at", name="read"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("account.id", ondelete="CASCADE"))
    membership_id: Mapped[UUID | None]
    """Where he is told: of several memberships in one tenant the one that it concerns; null for all of them."""
    kind: Mapped[str]
    tone: Mapped[str]
    title_zh: Mapped[str]
    title_en: Mapped[str]
    body_zh: Mapped[str | None]
    body_en: Mapped[str | None]
    page_key: Mapped[str | None]
    target_id: Mapped[str | None]
    """Global id of what the page shows."""
    created_at: Mapped[datetime]
    read_at: Mapped[datetime | None]
