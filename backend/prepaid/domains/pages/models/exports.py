"""Exports of lists: what somebody asked for, until its task has written the file."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, FULL, TENANT, RowAccess, Rule, own_account
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.kit.ids import PLATFORM_TENANT

ASKING = "SELECT, INSERT"


class ListExport(TenantRow, Recorded, Base):
    """A list as a file (导出): page, columns and conditions. Seen by who asked for it alone."""

    __tablename__ = "list_export"
    __access__ = RowAccess(
        (
            Rule(DbRole.MERCHANT, ASKING, TENANT, own_account()),
            Rule(DbRole.OPERATOR, ASKING, f"merchant_id = '{PLATFORM_TENANT}' AND {own_account()}"),
            Rule(DbRole.CONSUMER, "SELECT", own_account()),
            Rule(DbRole.BANK, ASKING, own_account()),
            Rule(DbRole.WORKER, FULL, ALL),
        )
    )
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "task_id"], ["task.merchant_id", "task.id"], ondelete="CASCADE"),
        ForeignKeyConstraint(
            ["merchant_id", "membership_id"], ["membership.merchant_id", "membership.id"], ondelete="CASCADE"
        ),
        UniqueConstraint("merchant_id", "task_id"),
        CheckConstraint("format IN ('CSV', 'XLSX')", name="format"),
        CheckConstraint("locale IN ('zh-CN', 'en')", name="locale"),
    )

    account_id: Mapped[UUID]
    membership_id: Mapped[UUID] = mapped_column(index=True)
    task_id: Mapped[UUID]
    page_key: Mapped[str]
    title_zh: Mapped[str]
    title_en: Mapped[str]
    """What the list was called."""
    format: Mapped[str]
    locale: Mapped[str]
    columns: Mapped[list[str]]
    variables: Mapped[dict[str, Any]]
    """Arguments of the list's operation: filter, order, search, the record it belongs to."""
    created_at: Mapped[datetime]
