"""What happened to payments, refunds and payouts, and what somebody has to look at."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.payment.models.access import APPENDED, BANK_ONLY


@append_only
class PaymentEvent(TenantRow, Recorded, Base):
    """One thing that happened under one reference (支付事件). A repeat of it adds no row."""

    __tablename__ = "payment_event"
    __access__ = APPENDED
    __table_args__ = (
        UniqueConstraint("merchant_id", "reference", "kind", "variant"),
        ForeignKeyConstraint(["merchant_id", "payment_id"], ["payment.merchant_id", "payment.id"]),
        ForeignKeyConstraint(["merchant_id", "payment_refund_id"], ["payment_refund.merchant_id", "payment_refund.id"]),
        ForeignKeyConstraint(["merchant_id", "payout_id"], ["payout.merchant_id", "payout.id"]),
        Index(None, "merchant_id", "payment_id"),
        Index(None, "merchant_id", "payment_refund_id"),
        Index(None, "merchant_id", "payout_id"),
        CheckConstraint("(payment_id IS NOT NULL) <> (payout_id IS NOT NULL)", name="subject"),
        CheckConstraint("payment_refund_id IS NULL OR payment_id IS NOT NULL", name="refund"),
    )

    reference: Mapped[str]
    payment_id: Mapped[UUID | None]
    """Of a payment, and of its refunds."""
    payment_refund_id: Mapped[UUID | None]
    payout_id: Mapped[UUID | None]
    kind: Mapped[str]
    variant: Mapped[str] = mapped_column(default="")
    """What tells two happenings of a kind apart, e.g. the provider's transaction."""
    source: Mapped[str]
    amount_fen: Mapped[int | None]
    provider_reference: Mapped[str | None]
    code: Mapped[str | None]
    """Why: the provider's code, or ours."""
    occurred_at: Mapped[datetime | None]
    """When, by the provider."""
    effective_at: Mapped[datetime]
    """When we learned it, by the one clock."""


class PaymentAlert(TenantRow, Recorded, Base):
    """Something that did not fit (支付告警): one row a kind, reference and legal day, with a count."""

    __tablename__ = "payment_alert"
    __access__ = BANK_ONLY
    __table_args__ = (
        UniqueConstraint("merchant_id", "kind", "subject", "day"),
        Index(None, "last_at", "id"),
        CheckConstraint("state IN ('OPEN', 'HANDLED')", name="state"),
        CheckConstraint("count > 0", name="count"),
        CheckConstraint("(state = 'HANDLED') = (handled_at IS NOT NULL)", name="handled"),
    )

    kind: Mapped[str]
    subject: Mapped[str]
    """Our reference; empty where nothing that was sent is believed."""
    day: Mapped[date]
    count: Mapped[int] = mapped_column(default=1)
    detail: Mapped[dict[str, Any]]
    """What was expected and what came, of the last time; no personal data."""
    state: Mapped[str]
    first_at: Mapped[datetime]
    last_at: Mapped[datetime]
    handled_at: Mapped[datetime | None]
    handled_by: Mapped[UUID | None]
    """Membership."""
    handling: Mapped[str | None]
    """What was done about it."""
