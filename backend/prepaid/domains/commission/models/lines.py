"""Lines of commission: facts that never change, and where each stands."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.commission.models.access import moving

STANDING = (
    "state",
    "reversed_fen",
    "frozen_until",
    "reason",
    "reviewed_at",
    "reviewed_by",
    "waiting",
    "transfer_id",
    "payout_id",
    "paid_at",
)


class CommissionLine(TenantRow, Recorded, Base):
    """What one line of a deal, or one item of a redemption, earned a person (佣金明细); a reversal is negative."""

    __tablename__ = "commission_line"
    __access__ = moving(*STANDING)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "salesperson_id"], ["salesperson.merchant_id", "salesperson.id"]),
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        ForeignKeyConstraint(["merchant_id", "reverses_id"], ["commission_line.merchant_id", "commission_line.id"]),
        ForeignKeyConstraint(["merchant_id", "order_id"], ["sales_order.merchant_id", "sales_order.id"]),
        ForeignKeyConstraint(["merchant_id", "deal_id"], ["deal.merchant_id", "deal.id"]),
        ForeignKeyConstraint(
            ["merchant_id", "deal_commission_id"], ["deal_commission.merchant_id", "deal_commission.id"]
        ),
        ForeignKeyConstraint(["merchant_id", "payout_id"], ["commission_payout.merchant_id", "commission_payout.id"]),
        ForeignKeyConstraint(["merchant_id", "transfer_id"], ["ledger_transfer.merchant_id", "ledger_transfer.id"]),
        Index(
            "uq_commission_line_deal",
            "merchant_id",
            "deal_commission_id",
            unique=True,
            postgresql_where="reverses_id IS NULL AND deal_commission_id IS NOT NULL",
        ),
        Index(
            "uq_commission_line_item",
            "merchant_id",
            "redemption_item_id",
            "kind",
            unique=True,
            postgresql_where="reverses_id IS NULL AND redemption_item_id IS NOT NULL",
        ),
        Index(
            "uq_commission_line_reversal",
            "merchant_id",
            "reverses_id",
            "cause_kind",
            "cause_id",
            unique=True,
            postgresql_where="reverses_id IS NOT NULL",
        ),
        Index(None, "merchant_id", "salesperson_id", "earned_at"),
        Index(None, "merchant_id", "earned_at"),
        Index(None, "merchant_id", "order_id"),
        Index(None, "merchant_id", "deal_id"),
        Index(None, "merchant_id", "payout_id"),
        Index("ix_commission_line_waiting", "merchant_id", postgresql_where="waiting IS NOT NULL"),
        CheckConstraint("kind IN ('OPENING', 'RECHARGE', 'SERVICE', 'PERFORMANCE', 'VISIT')", name="kind"),
        CheckConstraint(
            "state IN ('ACCRUED', 'FROZEN', 'APPROVED', 'PAYING', 'PAID', 'FAILED', 'REJECTED', 'REVERSED', 'OFFSET')",
            name="state",
        ),
        CheckConstraint("(reverses_id IS NULL) = (amount_fen > 0) AND amount_fen <> 0", name="amount"),
        CheckConstraint("reversed_fen BETWEEN 0 AND greatest(amount_fen, 0)", name="reversed"),
        CheckConstraint("(reverses_id IS NOT NULL) = (state = 'OFFSET')", name="offset"),
        CheckConstraint("(reverses_id IS NULL) = (cause_kind IS NULL)", name="cause"),
        CheckConstraint("(cause_kind IS NULL) = (cause_id IS NULL)", name="cause_id"),
        CheckConstraint("cause_kind IN ('CARD_REFUND', 'SERVICE_RETURN', 'REDEMPTION_UNDONE')", name="cause_kind"),
        CheckConstraint("bearer IN ('SALESPERSON', 'SUCCESSOR', 'MERCHANT')", name="bearer"),
        CheckConstraint("state NOT IN ('PAYING', 'PAID', 'FAILED') OR payout_id IS NOT NULL", name="payout"),
        CheckConstraint("payout_id IS NULL OR transfer_id IS NOT NULL", name="funded"),
        CheckConstraint("waiting IS NULL OR (state = 'APPROVED' AND transfer_id IS NULL)", name="waiting"),
        CheckConstraint("state <> 'REJECTED' OR reason IS NOT NULL", name="rejected"),
    )

    kind: Mapped[str]
    order_kind: Mapped[str]
    """Kind of the order that brought it, by which automatic payouts choose."""
    salesperson_id: Mapped[UUID]
    salesperson_name: Mapped[str]
    store_id: Mapped[UUID]
    order_id: Mapped[UUID | None]
    order_number: Mapped[str | None]
    deal_id: Mapped[UUID | None]
    deal_commission_id: Mapped[UUID | None]
    redemption_id: Mapped[UUID | None]
    redemption_item_id: Mapped[UUID | None]
    subject: Mapped[str]
    """What was sold or performed, as it was called then."""
    amount_fen: Mapped[int]
    snapshot: Mapped[dict[str, Any]]
    """The rule that decided, as it stood: `CommissionQuote.as_json()`."""
    earned_at: Mapped[datetime]
    frozen_until: Mapped[datetime]
    """From then on it may be reviewed."""
    state: Mapped[str]
    reversed_fen: Mapped[int] = mapped_column(default=0)
    """Sum of its reversals."""
    reason: Mapped[str | None]
    """Why it was rejected, or why it reverses another."""
    reviewed_at: Mapped[datetime | None]
    reviewed_by: Mapped[UUID | None]
    """Account."""
    waiting: Mapped[str | None]
    """Why it is approved and cannot be paid yet: WAITING_FUNDS."""
    transfer_id: Mapped[UUID | None]
    """What set its money aside, or booked its reversal."""
    payout_id: Mapped[UUID | None]
    paid_at: Mapped[datetime | None]
    reverses_id: Mapped[UUID | None]
    cause_kind: Mapped[str | None]
    cause_id: Mapped[UUID | None]
    """Of a reversal: the refund, return or redemption that it follows."""
    bearer: Mapped[str | None]
    """Of a reversal of what was paid: who bears it."""
