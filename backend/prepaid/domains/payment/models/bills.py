"""The provider's daily bill, and how it differs from what we have."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.payment.models.access import APPENDED_BANK_ONLY, BANK_ONLY


class PaymentBill(TenantRow, Recorded, Base):
    """One legal day's bill of all merchants, in the bank's own tenant (渠道账单)."""

    __tablename__ = "payment_bill"
    __access__ = BANK_ONLY
    __table_args__ = (UniqueConstraint("merchant_id", "day"),)

    day: Mapped[date]
    lines: Mapped[int]
    charged_fen: Mapped[int]
    refunded_fen: Mapped[int]
    fee_fen: Mapped[int]
    """What the provider keeps, less what it gives back for refunds."""
    fetched_at: Mapped[datetime]
    reconciled_at: Mapped[datetime]


@append_only
class PaymentBillLine(TenantRow, Recorded, Base):
    """A line of the bill under the merchant that its reference names, or the bank's tenant when none is known."""

    __tablename__ = "payment_bill_line"
    __access__ = APPENDED_BANK_ONLY
    __table_args__ = (
        UniqueConstraint("merchant_id", "day", "position"),
        Index(None, "merchant_id", "reference"),
        CheckConstraint("kind IN ('CHARGE', 'REFUND')", name="kind"),
    )

    day: Mapped[date]
    position: Mapped[int]
    kind: Mapped[str]
    reference: Mapped[str]
    charge_reference: Mapped[str]
    sub_merchant_number: Mapped[str]
    amount_fen: Mapped[int]
    fee_fen: Mapped[int]
    provider_reference: Mapped[str]
    at: Mapped[datetime]


class PaymentBreak(TenantRow, Recorded, Base):
    """A difference between the provider's bill, our rows and the ledger (对账差错)."""

    __tablename__ = "payment_break"
    __access__ = BANK_ONLY
    __table_args__ = (
        UniqueConstraint("merchant_id", "day", "reference"),
        Index(None, "day", "id"),
        CheckConstraint("state IN ('OPEN', 'RESOLVED')", name="state"),
        CheckConstraint("(state = 'RESOLVED') = (resolved_at IS NOT NULL)", name="resolved"),
        CheckConstraint("(state = 'RESOLVED') = (resolution IS NOT NULL)", name="resolution"),
    )

    day: Mapped[date]
    kind: Mapped[str]
    reference: Mapped[str]
    provider_fen: Mapped[int | None]
    own_fen: Mapped[int | None]
    ledger_fen: Mapped[int | None]
    state: Mapped[str] = mapped_column(default="OPEN")
    resolution: Mapped[str | None]
    reason: Mapped[str | None]
    found_at: Mapped[datetime]
    resolved_at: Mapped[datetime | None]
    resolved_by: Mapped[UUID | None]
    """Membership."""
