"""Suspension and closing of merchants by the bank."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.merchants.models.deposits import KEPT_BY_WORKER


class MerchantSuspension(TenantRow, Recorded, Base):
    """A time in which a merchant may not sell (暂停经营): cards are redeemed and refunded all the same."""

    __tablename__ = "merchant_suspension"
    __access__ = KEPT_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        Index("uq_merchant_suspension_open", "merchant_id", unique=True, postgresql_where="lifted_at IS NULL"),
        CheckConstraint("(lifted_at IS NULL) = (lift_reason IS NULL)", name="lifted"),
    )

    reason: Mapped[str]
    suspended_at: Mapped[datetime]
    suspended_by: Mapped[UUID | None]
    """Account."""
    lifted_at: Mapped[datetime | None]
    lift_reason: Mapped[str | None]


class MerchantClosing(TenantRow, Recorded, Base):
    """The end of a merchant's business (清退), announced ahead: nothing is sold from the announcement on."""

    __tablename__ = "merchant_closing"
    __access__ = KEPT_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        Index("uq_merchant_closing_open", "merchant_id", unique=True, postgresql_where="state <> 'CANCELLED'"),
        CheckConstraint("state IN ('ANNOUNCED', 'CLOSED', 'CANCELLED')", name="state"),
        CheckConstraint("(state = 'ANNOUNCED') = (ended_at IS NULL)", name="ended"),
    )

    state: Mapped[str]
    reason: Mapped[str]
    announced_at: Mapped[datetime]
    closes_on: Mapped[date]
    """First legal day without any business; it waits until consumers are owed nothing."""
    change_id: Mapped[UUID]
    """The change request, in the bank's tenant, that two people agreed on."""
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None]
