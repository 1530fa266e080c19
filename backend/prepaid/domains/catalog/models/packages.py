"""Packages with their entitlements and gifts."""

from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.model import Base, TenantRow
from prepaid.domains.catalog.models.publication import (
    PART_ROWS,
    PRODUCT_ROWS,
    VERSION_ROWS,
    ProductRow,
    VersionRow,
    product_table,
    version_table,
)


class Package(ProductRow):
    """A sold product bound to a card type (综合商品)."""

    __tablename__ = "package"
    __access__ = PRODUCT_ROWS
    __table_args__ = product_table("package")


class PackageVersion(VersionRow):
    """One version of a package: what it costs, what its buyers gain."""

    __tablename__ = "package_version"
    __access__ = VERSION_ROWS
    __table_args__ = (
        *version_table("package_version", "package"),
        ForeignKeyConstraint(["merchant_id", "card_type_id"], ["card_type.merchant_id", "card_type.id"]),
        Index(None, "merchant_id", "card_type_id"),
        CheckConstraint("sale_price_fen > 0", name="price"),
        CheckConstraint("list_value_fen >= 0", name="list_value"),
        CheckConstraint("sold_as IN ('OPENING', 'RECHARGE', 'BOTH')", name="sold_as"),
        CheckConstraint("term_days > 0", name="term"),
    )

    card_type_id: Mapped[UUID]
    sale_price_fen: Mapped[int]
    list_value_fen: Mapped[int]
    """Computed: Σ times × unit price, list prices of periods, stored amounts."""
    term_days: Mapped[int | None]
    """Days within which what is prepaid should be performed; None: as the card lasts."""
    sold_as: Mapped[str]
    gifts_on: Mapped[bool] = mapped_column(default=False)


class _Part(TenantRow):
    version_id: Mapped[UUID]
    position: Mapped[int]


def _of_version() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        ["merchant_id", "version_id"], ["package_version.merchant_id", "package_version.id"], ondelete="CASCADE"
    )


class PackageEntitlement(_Part, Base):
    """What a buyer gains (权益): times of a service, a period of services, or stored value; `paid_fen` is its share."""

    __tablename__ = "package_entitlement"
    __access__ = PART_ROWS
    __table_args__ = (
        _of_version(),
        UniqueConstraint("merchant_id", "version_id", "position"),
        CheckConstraint("kind IN ('VISITS', 'PERIOD', 'MONEY')", name="kind"),
        CheckConstraint("(kind = 'VISITS') = (times IS NOT NULL) AND times > 0", name="times"),
        CheckConstraint("(kind = 'PERIOD') = (days IS NOT NULL) AND days > 0", name="days"),
        CheckConstraint("(kind = 'MONEY') = (amount_fen IS NOT NULL) AND amount_fen > 0", name="amount"),
        CheckConstraint("(kind = 'MONEY') = (cardinality(service_ids) = 0)", name="services"),
        CheckConstraint("kind <> 'VISITS' OR cardinality(service_ids) = 1", name="one_service"),
        CheckConstraint("list_fen >= 0 AND paid_fen >= 0", name="values"),
    )

    kind: Mapped[str]
    service_ids: Mapped[list[UUID]] = mapped_column(default=list)
    times: Mapped[int | None]
    days: Mapped[int | None]
    amount_fen: Mapped[int | None]
    unit_price_fen: Mapped[int | None]
    """Snapshot: list price of one use when the version was submitted; of a PERIOD its own list price."""
    list_fen: Mapped[int]
    paid_fen: Mapped[int]


class PackageGift(_Part, Base):
    """What a package gives besides (赠品)."""

    __tablename__ = "package_gift"
    __access__ = PART_ROWS
    __table_args__ = (
        _of_version(),
        UniqueConstraint("merchant_id", "version_id", "position"),
        CheckConstraint("kind IN ('VISITS', 'MONEY', 'COUPON')", name="kind"),
        CheckConstraint("(kind = 'VISITS') = (service_id IS NOT NULL AND times > 0)", name="visits"),
        CheckConstraint("(kind = 'MONEY') = (amount_fen IS NOT NULL) AND amount_fen > 0", name="amount"),
        CheckConstraint("(kind = 'COUPON') = (coupon_batch_id IS NOT NULL)", name="coupon"),
        CheckConstraint("cost_bearer IN ('MERCHANT', 'BANK')", name="cost_bearer"),
    )

    kind: Mapped[str]
    service_id: Mapped[UUID | None]
    times: Mapped[int | None]
    amount_fen: Mapped[int | None]
    coupon_batch_id: Mapped[UUID | None]
    """Opaque here: batches are a higher domain's."""
    cost_bearer: Mapped[str] = mapped_column(default="MERCHANT")
