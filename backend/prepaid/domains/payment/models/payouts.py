"""Payouts, and the switch that stops them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.payment.models.access import READ_BY_STAFF


class Payout(TenantRow, Recorded, Base):
    """Money that leaves to a wallet or to the merchant's own account, under one reference of ours (付款单)."""

    __tablename__ = "payout"
    __access__ = READ_BY_STAFF
    __table_args__ = (
        UniqueConstraint("merchant_id", "reference"),
        Index(
            "uq_payout_cause",
            "merchant_id",
            "cause_kind",
            "cause_id",
            unique=True,
            postgresql_where="state NOT IN ('FAILED', 'RETURNED')",
        ),
        ForeignKeyConstraint(["merchant_id", "transfer_id"], ["ledger_transfer.merchant_id", "ledger_transfer.id"]),
        ForeignKeyConstraint(["merchant_id", "payment_refund_id"], ["payment_refund.merchant_id", "payment_refund.id"]),
        Index(None, "merchant_id", "created_at"),
        Index(None, "created_at", "id"),
        Index(
            "ix_payout_under_way",
            "created_at",
            postgresql_where="state IN ('REQUESTED', 'STOPPED', 'PROCESSING', 'AWAITING_PAYEE')",
        ),
        CheckConstraint(
            "state IN ('REQUESTED', 'STOPPED', 'PROCESSING', 'AWAITING_PAYEE', 'FAILED', 'SUCCEEDED', 'RETURNED')",
            name="state",
        ),
        CheckConstraint("purpose IN ('REFUND', 'COMMISSION', 'WITHDRAWAL')", name="purpose"),
        CheckConstraint("payee_kind IN ('WALLET', 'SETTLEMENT_ACCOUNT')", name="payee_kind"),
        CheckConstraint(
            "(payee_kind = 'WALLET') = (payee_openid IS NOT NULL AND payee_name_cipher IS NOT NULL)", name="payee"
        ),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("(state IN ('SUCCEEDED', 'RETURNED')) = (settled_at IS NOT NULL)", name="settled"),
    )

    cause_kind: Mapped[str]
    """Why: the owner's kind, and below his id."""
    cause_id: Mapped[UUID]
    purpose: Mapped[str]
    owed_id: Mapped[UUID | None]
    """Decided refund or salesperson that the ledger owes it to."""
    payment_refund_id: Mapped[UUID | None]
    """The refund that it is sent instead of."""
    reference: Mapped[str]
    amount_fen: Mapped[int]
    remark: Mapped[str]
    sub_merchant_number: Mapped[str]
    payee_kind: Mapped[str]
    payee_openid: Mapped[str | None]
    payee_name_cipher: Mapped[bytes | None]
    payee_name_masked: Mapped[str | None]
    state: Mapped[str]
    failure: Mapped[str | None]
    acceptance: Mapped[str | None]
    """What the payee's mini-program opens the acceptance with."""
    provider_reference: Mapped[str | None]
    created_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    transfer_id: Mapped[UUID]
    """What holds its money in the ledger."""


class PayoutSwitch(TenantRow, Recorded, Base):
    """Whether payouts of a merchant, or under the bank's own tenant of all, are stopped (付款开关)."""

    __tablename__ = "payout_switch"
    __access__ = READ_BY_STAFF
    __table_args__ = (UniqueConstraint("merchant_id"),)

    stopped: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str]
    changed_at: Mapped[datetime]
    changed_by: Mapped[UUID | None]
    """Membership."""
