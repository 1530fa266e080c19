"""Whom the bank does no business with."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, RowAccess, Rule
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, CatalogueRow, Recorded


class BlacklistEntry(CatalogueRow, Recorded, Base):
    """A company or person on the bank's list (黑名单), by the blind index of its code, number or name."""

    __tablename__ = "blacklist_entry"
    __access__ = RowAccess(
        (
            Rule(DbRole.BANK, "SELECT, INSERT, UPDATE (removed_at, removed_by, removal_reason)", ALL),
            Rule(DbRole.WORKER, "SELECT", ALL),
        )
    )
    __table_args__ = (
        Index("uq_blacklist_entry_listed", "kind", "value_index", unique=True, postgresql_where="removed_at IS NULL"),
        CheckConstraint("kind IN ('COMPANY_CODE', 'ID_NUMBER', 'NAME')", name="kind"),
        CheckConstraint("(removed_at IS NULL) = (removal_reason IS NULL)", name="removed"),
    )

    kind: Mapped[str]
    value_index: Mapped[bytes]
    """Blind index of the value: nobody reads the list out of the database."""
    shown: Mapped[str]
    """People masked, companies whole."""
    reason: Mapped[str]
    source: Mapped[str] = mapped_column(default="")
    """Who says so: a court's list, a regulator's notice, the bank's own case."""
    listed_at: Mapped[datetime]
    listed_by: Mapped[UUID | None]
    removed_at: Mapped[datetime | None]
    removed_by: Mapped[UUID | None]
    removal_reason: Mapped[str | None]
