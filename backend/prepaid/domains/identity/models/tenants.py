"""The tenant root: operators, merchants and the gates that higher domains fill."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Sequence
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, RowAccess, Rule, catalogue
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, CatalogueRow, Recorded

MERCHANT_NUMBERS = Sequence("merchant_number_seq", metadata=Base.metadata)
"""Numbers that people read; gaps tell nothing."""


class Operator(CatalogueRow, Recorded, Base):
    """A company that runs several merchants (商户运营方)."""

    __tablename__ = "operator"
    __access__ = RowAccess(
        (
            Rule(DbRole.BANK, "SELECT, INSERT, UPDATE", ALL),
            Rule(DbRole.WORKER, "SELECT", ALL),
            Rule(DbRole.IDENTITY, "SELECT", ALL),
        )
    )

    name: Mapped[str] = mapped_column(unique=True)
    created_at: Mapped[datetime]


class Merchant(CatalogueRow, Recorded, Base):
    """A merchant (商户) as the tenant that rows belong to; its company data are the merchants domain's."""

    __tablename__ = "merchant"
    __access__ = RowAccess(
        (
            Rule(DbRole.MERCHANT, "SELECT", "id = current_setting('app.merchant_id', true)::uuid"),
            Rule(
                DbRole.OPERATOR,
                "SELECT",
                "id = ANY (string_to_array(current_setting('app.merchant_ids', true), ',')::uuid[])",
            ),
            Rule(DbRole.BANK, "SELECT, INSERT, UPDATE", ALL),
            Rule(DbRole.WORKER, "SELECT, UPDATE", ALL),
            Rule(DbRole.CONSUMER, "SELECT", ALL),
            Rule(DbRole.IDENTITY, "SELECT", ALL),
        )
    )
    __table_args__ = (CheckConstraint("gate IN ('OPEN', 'SUSPENDED', 'FRAUD_HOLD', 'CLOSED')", name="gate"),)

    number: Mapped[str] = mapped_column(unique=True)
    """Readable number, e.g. `M000123`."""
    name: Mapped[str]
    operator_id: Mapped[UUID | None] = mapped_column(ForeignKey("operator.id"), index=True)
    type_code: Mapped[str | None] = mapped_column(ForeignKey("merchant_type_features.type_code"))
    features: Mapped[list[str]] = mapped_column(default=list)
    """Features switched on for this merchant; counted only where its type has them too."""
    gate: Mapped[str] = mapped_column(default="OPEN")
    clock_offset_seconds: Mapped[int] = mapped_column(default=0)
    """A sandbox merchant's clock may run ahead (invariant 12)."""
    created_at: Mapped[datetime]


class MerchantTypeFeatures(Base):
    """Features that a merchant type allows (商户类型); filled by the merchants domain when a type is published."""

    __tablename__ = "merchant_type_features"
    __access__ = catalogue()

    type_code: Mapped[str] = mapped_column(primary_key=True)
    name_zh: Mapped[str]
    name_en: Mapped[str]
    features: Mapped[list[str]] = mapped_column(default=list)
