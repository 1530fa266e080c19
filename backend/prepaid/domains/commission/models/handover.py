"""Handover cases with a result for each item, and who looks after which customer."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.commission.models.access import APPENDED, KEPT


class Handover(TenantRow, Recorded, Base):
    """That a person leaves and others take over (离职交接)."""

    __tablename__ = "handover"
    __access__ = KEPT
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "leaver_id"], ["salesperson.merchant_id", "salesperson.id"]),
        UniqueConstraint("merchant_id", "number"),
        Index(
            "uq_handover_leaver",
            "merchant_id",
            "leaver_id",
            unique=True,
            postgresql_where="state <> 'CANCELLED'",
        ),
        Index("ix_handover_due", "cut_off_at", postgresql_where="state = 'SCHEDULED'"),
        Index(None, "merchant_id", "created_at"),
        CheckConstraint("state IN ('SCHEDULED', 'DONE', 'CANCELLED')", name="state"),
        CheckConstraint("policy IN ('LEAVER_RECEIVABLE', 'MERCHANT_BEARS', 'SUCCESSOR')", name="policy"),
        CheckConstraint("cardinality(successor_ids) > 0 AND NOT leaver_id = ANY (successor_ids)", name="successors"),
        CheckConstraint("(state = 'DONE') = (done_at IS NOT NULL)", name="done"),
    )

    number: Mapped[str]
    leaver_id: Mapped[UUID]
    leaver_name: Mapped[str]
    successor_ids: Mapped[list[UUID]]
    """The first one answers for later refunds under the policy SUCCESSOR."""
    successor_names: Mapped[str]
    cut_off_at: Mapped[datetime]
    policy: Mapped[str]
    reason: Mapped[str]
    state: Mapped[str]
    created_at: Mapped[datetime]
    created_by: Mapped[UUID | None]
    done_at: Mapped[datetime | None]


@append_only
class HandoverItem(TenantRow, Recorded, Base):
    """What became of one thing that was handed over, settled or ended (交接明细)."""

    __tablename__ = "handover_item"
    __access__ = APPENDED
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "handover_id"], ["handover.merchant_id", "handover.id"]),
        Index(None, "merchant_id", "handover_id"),
        CheckConstraint(
            "subject IN ('COMMISSION', 'OPEN_ORDER', 'CUSTOMER', 'SALES_AUTHORISATION', 'ACCESS', 'SEAL_GRANT')",
            name="subject",
        ),
        CheckConstraint("result IN ('SETTLED', 'WAITS_FOR_FUNDS', 'MOVED', 'ENDED', 'REFUSED')", name="result"),
        CheckConstraint("(result = 'REFUSED') = (code IS NOT NULL)", name="code"),
    )

    handover_id: Mapped[UUID]
    subject: Mapped[str]
    subject_id: Mapped[UUID]
    label: Mapped[str]
    """What people call it: the order's number, the customer masked, what was sold."""
    amount_fen: Mapped[int | None]
    successor_id: Mapped[UUID | None]
    successor_name: Mapped[str | None]
    result: Mapped[str]
    code: Mapped[str | None]
    """Of a refusal: its code."""
    at: Mapped[datetime]


class CustomerKeeper(TenantRow, Recorded, Base):
    """Which salesperson looks after a customer (客户归属): who sold to him last, or took him over."""

    __tablename__ = "customer_keeper"
    __access__ = KEPT
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "salesperson_id"], ["salesperson.merchant_id", "salesperson.id"]),
        UniqueConstraint("merchant_id", "account_id"),
        Index(None, "merchant_id", "salesperson_id"),
    )

    account_id: Mapped[UUID] = mapped_column(ForeignKey("consumer.id"), index=True)
    salesperson_id: Mapped[UUID]
    buyer_masked: Mapped[str]
    since: Mapped[datetime]
