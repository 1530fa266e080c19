"""Services."""

from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.domains.catalog.models.publication import (
    PRODUCT_ROWS,
    VERSION_ROWS,
    ProductRow,
    VersionRow,
    product_table,
    version_table,
)


class Service(ProductRow):
    """One service with a unit price (单品), also a consumption or experience coupon."""

    __tablename__ = "service"
    __access__ = PRODUCT_ROWS
    __table_args__ = product_table("service")


class ServiceVersion(VersionRow):
    """One version of a service."""

    __tablename__ = "service_version"
    __access__ = VERSION_ROWS
    __table_args__ = (
        *version_table("service_version", "service"),
        CheckConstraint("unit IN ('VISIT', 'HOUR', 'LESSON', 'PIECE')", name="unit"),
        CheckConstraint("unit_price_fen > 0", name="price"),
        CheckConstraint("duration_minutes > 0", name="duration"),
    )

    category: Mapped[str]
    unit: Mapped[str]
    unit_price_fen: Mapped[int]
    duration_minutes: Mapped[int | None]
    refundable: Mapped[bool] = mapped_column(default=True)
    store_scope: Mapped[dict[str, Any]]
    """`stores.rules.scope.StoreScope`: where it is given."""
    images: Mapped[list[UUID]] = mapped_column(default=list)
    """Stored files."""
