"""A merchant's account at the custody provider, with the tier that its custody is measured by."""

from datetime import datetime

from sqlalchemy import CheckConstraint, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.custody.models.access import CHANGED_BY_WORKER, one_of
from prepaid.domains.custody.rules.accounts import AccountState
from prepaid.domains.custody.rules.tiers import CustodyTier


class CustodyAccount(TenantRow, Recorded, Base):
    """One a merchant (存管账户)."""

    __tablename__ = "custody_account"
    __access__ = CHANGED_BY_WORKER
    __table_args__ = (
        UniqueConstraint("merchant_id"),
        one_of("state", AccountState),
        one_of("tier", CustodyTier),
        CheckConstraint("prior_year_revenue_fen >= 0", name="revenue"),
    )

    state: Mapped[str]
    tier: Mapped[str]
    prior_year_revenue_fen: Mapped[int | None]
    """Of tier LOCAL: what the special line is computed from; None for a merchant of less than a year."""
    number: Mapped[str | None]
    """The provider's number of the opening."""
    short_since: Mapped[datetime | None]
    """Since when custody is not enough: issuing is paused and drawing refused."""
    gate_closed: Mapped[bool] = mapped_column(default=False)
    """The merchant was suspended by the shortfall alone and is reopened with its end."""
    created_at: Mapped[datetime]
    opened_at: Mapped[datetime | None]
