"""Transfers and their postings: rows that nobody changes or deletes."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped

from prepaid.core.access import ALL, APPEND, Rule, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow

WRITTEN_BY_FUNCTION = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, APPEND, ALL))
ACCOUNTING_DAY = "accounting_day = (effective_at AT TIME ZONE 'Asia/Shanghai')::date"


@append_only
class LedgerTransfer(TenantRow, Recorded, Base):
    """A movement of money between accounts of one merchant, or one phase of it."""

    __tablename__ = "ledger_transfer"
    __access__ = WRITTEN_BY_FUNCTION
    __table_args__ = (
        Index(
            "uq_ledger_transfer_reference",
            "merchant_id",
            "kind",
            "reference",
            unique=True,
            postgresql_where="pending_id IS NULL",
        ),
        UniqueConstraint("merchant_id", "pending_id"),
        ForeignKeyConstraint(["merchant_id", "pending_id"], ["ledger_transfer.merchant_id", "ledger_transfer.id"]),
        Index(None, "merchant_id", "effective_at", "id"),
        Index(None, "effective_at", "id"),
        Index(None, "merchant_id", "reference"),
        Index("ix_ledger_transfer_expiring", "expires_at", postgresql_where="expires_at IS NOT NULL"),
        CheckConstraint("phase IN ('PENDING', 'POSTED', 'VOIDED', 'EXPIRED')", name="phase"),
        CheckConstraint("phase NOT IN ('VOIDED', 'EXPIRED') OR pending_id IS NOT NULL", name="resolves"),
        CheckConstraint("phase <> 'PENDING' OR pending_id IS NULL", name="pending"),
        CheckConstraint("expires_at IS NULL OR phase = 'PENDING'", name="expiry"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("length(reference) BETWEEN 1 AND 100", name="reference"),
        CheckConstraint(ACCOUNTING_DAY, name="accounting_day"),
    )

    kind: Mapped[str]
    reference: Mapped[str]
    phase: Mapped[str]
    pending_id: Mapped[UUID | None]
    """The pending transfer that this row posts, voids or lets expire."""
    amount_fen: Mapped[int]
    """Sum of its debits."""
    fingerprint: Mapped[bytes]
    """SHA-256 of what was asked for: the same reference with other contents is refused."""
    expires_at: Mapped[datetime | None]
    effective_at: Mapped[datetime]
    accounting_day: Mapped[date]


@append_only
class LedgerPosting(TenantRow, Recorded, Base):
    """A change of one account, with its figures after it: every past balance is a look-up."""

    __tablename__ = "ledger_posting"
    __access__ = WRITTEN_BY_FUNCTION
    __table_args__ = (
        UniqueConstraint("merchant_id", "ledger_account_id", "seq"),
        ForeignKeyConstraint(["merchant_id", "transfer_id"], ["ledger_transfer.merchant_id", "ledger_transfer.id"]),
        ForeignKeyConstraint(["merchant_id", "ledger_account_id"], ["ledger_account.merchant_id", "ledger_account.id"]),
        Index(None, "merchant_id", "transfer_id"),
        Index("ix_ledger_posting_instant", "merchant_id", "ledger_account_id", "effective_high_at", "seq"),
        Index(
            "ix_ledger_posting_late",
            "merchant_id",
            "ledger_account_id",
            "effective_at",
            postgresql_where="effective_at < effective_high_at",
        ),
        CheckConstraint("side IN ('DEBIT', 'CREDIT')", name="side"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("seq > 0", name="seq"),
        CheckConstraint("effective_at <= effective_high_at", name="effective"),
        CheckConstraint(ACCOUNTING_DAY, name="accounting_day"),
    )

    transfer_id: Mapped[UUID]
    ledger_account_id: Mapped[UUID]
    seq: Mapped[int]
    side: Mapped[str]
    amount_fen: Mapped[int]
    phase: Mapped[str]
    """Of its transfer: POSTED alone changes the balance, the others what is incoming or outgoing."""
    debits_after_fen: Mapped[int]
    credits_after_fen: Mapped[int]
    balance_after_fen: Mapped[int]
    incoming_after_fen: Mapped[int]
    outgoing_after_fen: Mapped[int]
    effective_at: Mapped[datetime]
    effective_high_at: Mapped[datetime]
    """Latest `effective_at` up to here: where it is later than the own one, this posting came late."""
    accounting_day: Mapped[date]
