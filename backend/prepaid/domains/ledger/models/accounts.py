"""Accounts with their running figures: the only rows of the ledger that change."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, Rule, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, Recorded, TenantRow

FIGURES = "debits_fen, credits_fen, balance_fen, incoming_fen, outgoing_fen, seq, effective_high_at"


class LedgerAccount(TenantRow, Recorded, Base):
    """One account of a merchant. Figures are in fen and never below zero, but for `balance_fen` without a floor."""

    __tablename__ = "ledger_account"
    __access__ = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, f"SELECT, INSERT, UPDATE ({FIGURES})", ALL))
    __table_args__ = (
        UniqueConstraint("merchant_id", "code", "owner_id"),
        Index(None, "merchant_id", "owner_id"),
        CheckConstraint("side IN ('DEBIT', 'CREDIT')", name="side"),
        CheckConstraint("debits_fen >= 0 AND credits_fen >= 0 AND seq >= 0", name="totals"),
        CheckConstraint("incoming_fen >= 0 AND outgoing_fen >= 0", name="holds"),
        CheckConstraint(
            "balance_fen = CASE side WHEN 'DEBIT' THEN debits_fen - credits_fen ELSE credits_fen - debits_fen END",
            name="balance",
        ),
        CheckConstraint(
            "CASE floor_rule WHEN 'NONE' THEN true"
            " WHEN 'AVAILABLE' THEN balance_fen - outgoing_fen >= 0"
            " WHEN 'EXPECTED' THEN balance_fen >= 0 AND balance_fen + incoming_fen - outgoing_fen >= 0"
            " ELSE false END",
            name="floor",
        ),
    )

    code: Mapped[str] = mapped_column(ForeignKey("ledger_chart.code"))
    owner_id: Mapped[UUID]
    """Card contract, order, refund or salesperson that it is kept for; the merchant's own id for what it has one of."""
    side: Mapped[str]
    floor_rule: Mapped[str]
    debits_fen: Mapped[int] = mapped_column(default=0)
    """Sum of all posted debits."""
    credits_fen: Mapped[int] = mapped_column(default=0)
    balance_fen: Mapped[int] = mapped_column(default=0)
    """On the account's normal side."""
    incoming_fen: Mapped[int] = mapped_column(default=0)
    """What pending transfers will add."""
    outgoing_fen: Mapped[int] = mapped_column(default=0)
    """What pending transfers hold."""
    seq: Mapped[int] = mapped_column(default=0)
    """Number of its postings, which are numbered from 1 without a gap."""
    effective_high_at: Mapped[datetime | None]
    """Latest `effective_at` of its postings."""
