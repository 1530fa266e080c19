"""The deposit of a merchant: what is due, what was paid in, what was taken and what the bank waives."""

from datetime import date, datetime
from typing import Final
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, Rule, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, Recorded, TenantRow

WRITES: Final = "SELECT, INSERT, UPDATE"
KEPT_BY_WORKER: Final = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, WRITES, ALL))
"""Merchant and bank read; commands write under the worker's role after their own guards."""


class Deposit(TenantRow, Recorded, Base):
    """What a merchant has to deposit (保证金), one a merchant; what it holds is account DEPOSIT of the ledger."""

    __tablename__ = "deposit"
    __access__ = KEPT_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        UniqueConstraint("merchant_id"),
        Index("ix_deposit_short", "short_since", postgresql_where="short_since IS NOT NULL"),
        CheckConstraint("state IN ('NOT_REQUIRED', 'UNPAID', 'SATISFIED', 'GRACE', 'PAUSED')", name="state"),
        CheckConstraint("required_fen = base_fen + stores_fen + balance_part_fen - capped_fen", name="required"),
        CheckConstraint(
            "base_fen >= 0 AND stores_fen >= 0 AND balance_part_fen >= 0 AND capped_fen >= 0 AND waived_fen >= 0",
            name="parts",
        ),
        CheckConstraint("due_fen = greatest(required_fen - waived_fen, 0)", name="due"),
        CheckConstraint("(state IN ('GRACE', 'PAUSED')) = (short_since IS NOT NULL)", name="short"),
        CheckConstraint("(short_since IS NULL) = (grace_until IS NULL)", name="grace"),
    )

    type_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("merchant_type_version.id"))
    """Version of the type whose rule it is: a later one changes nothing by itself."""
    state: Mapped[str]
    store_count: Mapped[int]
    """Stores that the rule counted."""
    prepaid_balance_fen: Mapped[int]
    """Unperformed principal of all cards that the rule counted."""
    base_fen: Mapped[int]
    stores_fen: Mapped[int]
    balance_part_fen: Mapped[int]
    capped_fen: Mapped[int]
    """What the cap takes off the three parts."""
    required_fen: Mapped[int]
    waived_fen: Mapped[int]
    """Waivers in force, as of the assessment."""
    due_fen: Mapped[int]
    satisfied_at: Mapped[datetime | None]
    """When it was enough for the first time: before that there is no grace."""
    short_since: Mapped[date | None]
    grace_until: Mapped[date | None]
    """Last legal day of grace; issuing is paused from the next one on."""
    assessed_at: Mapped[datetime]


class DepositPayment(TenantRow, Recorded, Base):
    """A payment into the deposit through the payment channel (保证金缴纳)."""

    __tablename__ = "deposit_payment"
    __access__ = KEPT_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        ForeignKeyConstraint(["merchant_id", "payment_id"], ["payment.merchant_id", "payment.id"]),
        ForeignKeyConstraint(["merchant_id", "transfer_id"], ["ledger_transfer.merchant_id", "ledger_transfer.id"]),
        Index(None, "merchant_id", "requested_at"),
        Index("uq_deposit_payment_open", "merchant_id", unique=True, postgresql_where="state = 'REQUESTED'"),
        CheckConstraint("kind IN ('INITIAL', 'TOP_UP')", name="kind"),
        CheckConstraint("state IN ('REQUESTED', 'PAID', 'CLOSED')", name="state"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("(state = 'PAID') = (paid_at IS NOT NULL AND transfer_id IS NOT NULL)", name="paid"),
    )

    kind: Mapped[str]
    state: Mapped[str]
    amount_fen: Mapped[int]
    payment_id: Mapped[UUID | None]
    """The payment asked for last; another one takes its place when its time is over."""
    requested_at: Mapped[datetime]
    requested_by: Mapped[UUID | None]
    """Account."""
    paid_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    transfer_id: Mapped[UUID | None]


class DepositDeduction(TenantRow, Recorded, Base):
    """A deduction from the deposit (保证金扣划): frozen when it is proposed, taken when a second person agrees."""

    __tablename__ = "deposit_deduction"
    __access__ = KEPT_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        ForeignKeyConstraint(["merchant_id", "transfer_id"], ["ledger_transfer.merchant_id", "ledger_transfer.id"]),
        Index(None, "merchant_id", "proposed_at"),
        Index(None, "merchant_id", "case_number"),
        CheckConstraint("purpose IN ('COMPENSATION', 'DEBT')", name="purpose"),
        CheckConstraint("state IN ('FROZEN', 'DONE', 'RELEASED')", name="state"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("(purpose = 'COMPENSATION') = (refund_id IS NOT NULL)", name="refund"),
        CheckConstraint("(state = 'FROZEN') = (ended_at IS NULL)", name="ended"),
        CheckConstraint("case_number <> ''", name="case_number"),
    )

    purpose: Mapped[str]
    state: Mapped[str]
    amount_fen: Mapped[int]
    case_number: Mapped[str]
    """Case of after-sales, judgment or debt that it pays for."""
    refund_id: Mapped[UUID | None]
    """Owner of REFUND_PAYABLE: to whom a compensation is owed from then on."""
    reason: Mapped[str]
    proposed_at: Mapped[datetime]
    proposed_by: Mapped[UUID | None]
    """Account; None when a case of after-sales did it."""
    ended_at: Mapped[datetime | None]
    transfer_id: Mapped[UUID]
    """Holds the money while it is frozen, and is posted when it is taken."""


class DepositWaiver(TenantRow, Recorded, Base):
    """A part of the deposit that the bank does without for a time (保证金减免), agreed by two people."""

    __tablename__ = "deposit_waiver"
    __access__ = KEPT_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        Index(None, "merchant_id", "valid_until"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="ended"),
    )

    amount_fen: Mapped[int]
    valid_from: Mapped[date]
    valid_until: Mapped[date]
    """Last legal day."""
    reason: Mapped[str]
    change_id: Mapped[UUID]
    """The change request, in the bank's tenant, that two people agreed on."""
    granted_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
