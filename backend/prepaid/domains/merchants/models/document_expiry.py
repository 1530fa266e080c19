"""Documents of a merchant that expire."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index
from sqlalchemy.orm import Mapped

from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.merchants.models.deposits import KEPT_BY_WORKER


class MerchantDocument(TenantRow, Recorded, Base):
    """A document that the bank has accepted (资质证照); a newer one of the same code takes its place."""

    __tablename__ = "merchant_document"
    __access__ = KEPT_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        Index("uq_merchant_document_valid", "merchant_id", "code", unique=True, postgresql_where="replaced_at IS NULL"),
        Index(
            "ix_merchant_document_expiring",
            "expires_on",
            postgresql_where="replaced_at IS NULL AND expires_on IS NOT NULL",
        ),
        CheckConstraint("code <> '' AND name_zh <> ''", name="named"),
        CheckConstraint("expired_at IS NULL OR expires_on IS NOT NULL", name="expired"),
    )

    code: Mapped[str]
    """Key of the form's field that it was uploaded under, e.g. `businessLicence`."""
    name_zh: Mapped[str]
    name_en: Mapped[str]
    file: Mapped[str | None]
    """Token of its first file."""
    expires_on: Mapped[date | None]
    """Last legal day on which it is valid; None: it has no end."""
    required: Mapped[bool]
    """Without it, valid, nothing may be sold."""
    reminded_days: Mapped[int | None]
    """The last reminder: so many days before the end."""
    expired_at: Mapped[datetime | None]
    """When its end was noted and told."""
    accepted_at: Mapped[datetime]
    replaced_at: Mapped[datetime | None]
