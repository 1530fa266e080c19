"""How commission is paid: settings in versions, accounts, runs with a payout for each person, what people owe."""

from datetime import datetime, time
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Time, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.commission.models.access import APPENDED, KEPT


def _of_person() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["merchant_id", "salesperson_id"], ["salesperson.merchant_id", "salesperson.id"])


@append_only
class CommissionSetting(TenantRow, Recorded, Base):
    """A version of how a merchant pays commission (发放设置); the highest is in force."""

    __tablename__ = "commission_setting"
    __access__ = APPENDED
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        UniqueConstraint("merchant_id", "version"),
        CheckConstraint("version >= 1", name="version"),
        CheckConstraint("cadence IN ('DAILY', 'WEEKLY', 'MONTHLY')", name="cadence"),
        CheckConstraint("(cadence = 'WEEKLY') = (weekday IS NOT NULL) AND weekday BETWEEN 1 AND 7", name="weekday"),
        CheckConstraint(
            "(cadence = 'MONTHLY') = (month_day IS NOT NULL) AND month_day BETWEEN 1 AND 28", name="month_day"
        ),
        CheckConstraint("minimum_fen >= 0 AND freeze_days BETWEEN 0 AND 365", name="amounts"),
        CheckConstraint("cardinality(order_kinds) > 0", name="order_kinds"),
    )

    version: Mapped[int]
    automatic: Mapped[bool]
    order_kinds: Mapped[list[str]]
    cadence: Mapped[str]
    weekday: Mapped[int | None]
    month_day: Mapped[int | None]
    pay_at: Mapped[time] = mapped_column(Time)
    minimum_fen: Mapped[int]
    freeze_days: Mapped[int]
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
    """Account."""


class CommissionAccount(TenantRow, Recorded, Base):
    """The wallet to which a person's commission goes (收款账户); one is in force for each person."""

    __tablename__ = "commission_account"
    __access__ = KEPT
    __table_args__ = (
        _of_person(),
        Index(
            "uq_commission_account_open",
            "merchant_id",
            "salesperson_id",
            unique=True,
            postgresql_where="ended_at IS NULL",
        ),
    )

    salesperson_id: Mapped[UUID]
    openid_cipher: Mapped[bytes]
    openid_masked: Mapped[str]
    name_cipher: Mapped[bytes]
    """The real name that the provider compares, under the person's data key."""
    name_masked: Mapped[str]
    since: Mapped[datetime]
    entered_by: Mapped[UUID | None]
    ended_at: Mapped[datetime | None]


class CommissionRun(TenantRow, Recorded, Base):
    """One payout run (发放批次)."""

    __tablename__ = "commission_run"
    __access__ = APPENDED
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        UniqueConstraint("merchant_id", "number"),
        UniqueConstraint("merchant_id", "due_at"),
        Index(None, "merchant_id", "started_at"),
        CheckConstraint("kind IN ('AUTOMATIC', 'MANUAL', 'HANDOVER')", name="kind"),
        CheckConstraint("(kind = 'AUTOMATIC') = (due_at IS NOT NULL)", name="due"),
    )

    number: Mapped[str]
    kind: Mapped[str]
    due_at: Mapped[datetime | None]
    """Of an automatic one: the instant by the settings; one run for each."""
    started_at: Mapped[datetime]
    started_by: Mapped[UUID | None]


class CommissionPayout(TenantRow, Recorded, Base):
    """What one person is paid in a run (佣金付款): his lines, less what he owes."""

    __tablename__ = "commission_payout"
    __access__ = KEPT
    __table_args__ = (
        _of_person(),
        ForeignKeyConstraint(["merchant_id", "run_id"], ["commission_run.merchant_id", "commission_run.id"]),
        ForeignKeyConstraint(["merchant_id", "provider_payout_id"], ["payout.merchant_id", "payout.id"]),
        UniqueConstraint("merchant_id", "run_id", "salesperson_id"),
        Index(None, "merchant_id", "salesperson_id"),
        Index(None, "merchant_id", "created_at"),
        CheckConstraint("state IN ('PAYING', 'FAILED', 'PAID')", name="state"),
        CheckConstraint("gross_fen = netted_fen + amount_fen AND netted_fen >= 0 AND amount_fen >= 0", name="amounts"),
        CheckConstraint("(state = 'FAILED') = (failure IS NOT NULL)", name="failure"),
        CheckConstraint("(state = 'PAID') = (paid_at IS NOT NULL)", name="paid"),
    )

    run_id: Mapped[UUID]
    salesperson_id: Mapped[UUID]
    salesperson_name: Mapped[str]
    line_count: Mapped[int]
    gross_fen: Mapped[int]
    netted_fen: Mapped[int]
    """Set off against what the person owed."""
    amount_fen: Mapped[int]
    """What is transferred."""
    state: Mapped[str]
    attempts: Mapped[int] = mapped_column(default=0)
    failure: Mapped[str | None]
    """Code of what went wrong, the provider's or ours."""
    provider_payout_id: Mapped[UUID | None]
    """The transfer that was ordered last."""
    created_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]


class CommissionReceivable(TenantRow, Recorded, Base):
    """What a person owes of commission that was paid and is not due (应收佣金)."""

    __tablename__ = "commission_receivable"
    __access__ = KEPT
    __table_args__ = (
        _of_person(),
        ForeignKeyConstraint(["merchant_id", "line_id"], ["commission_line.merchant_id", "commission_line.id"]),
        UniqueConstraint("merchant_id", "line_id"),
        Index(None, "merchant_id", "salesperson_id", "arose_at"),
        Index(None, "merchant_id", "arose_at"),
        CheckConstraint("state IN ('OPEN', 'SETTLED', 'WRITTEN_OFF')", name="state"),
        CheckConstraint(
            "amount_fen > 0 AND netted_fen >= 0 AND written_off_fen >= 0"
            " AND netted_fen + written_off_fen <= amount_fen",
            name="amounts",
        ),
        CheckConstraint("(state = 'OPEN') = (netted_fen + written_off_fen < amount_fen)", name="open"),
        CheckConstraint("state <> 'WRITTEN_OFF' OR written_off_fen > 0", name="written_off"),
    )

    salesperson_id: Mapped[UUID]
    """Who owes it: the person who was paid, or his successor."""
    salesperson_name: Mapped[str]
    line_id: Mapped[UUID]
    """The reversal that it follows."""
    amount_fen: Mapped[int]
    netted_fen: Mapped[int] = mapped_column(default=0)
    written_off_fen: Mapped[int] = mapped_column(default=0)
    state: Mapped[str]
    arose_at: Mapped[datetime]


@append_only
class CommissionNetting(TenantRow, Recorded, Base):
    """A part of a receivable that was set off against a payout (抵扣). Its id is the ledger's reference."""

    __tablename__ = "commission_netting"
    __access__ = APPENDED
    __table_args__ = (
        ForeignKeyConstraint(
            ["merchant_id", "receivable_id"], ["commission_receivable.merchant_id", "commission_receivable.id"]
        ),
        ForeignKeyConstraint(["merchant_id", "payout_id"], ["commission_payout.merchant_id", "commission_payout.id"]),
        Index(None, "merchant_id", "receivable_id"),
        Index(None, "merchant_id", "payout_id"),
        CheckConstraint("amount_fen > 0", name="amount"),
    )

    receivable_id: Mapped[UUID]
    payout_id: Mapped[UUID]
    amount_fen: Mapped[int]
    netted_at: Mapped[datetime]
