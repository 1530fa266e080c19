"""What every product and every version of one has."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.schema import SchemaItem

from prepaid.core.access import ALL, RowAccess, Rule, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.model import Base, Recorded, TenantRow

KEPT = "SELECT, INSERT, UPDATE"
PRODUCT_ROWS: RowAccess = tenant_rows(KEPT).plus(Rule(DbRole.CONSUMER, "SELECT", "on_sale_version_id IS NOT NULL"))
VERSION_ROWS: RowAccess = tenant_rows(KEPT).plus(Rule(DbRole.CONSUMER, "SELECT", "state IN ('ON_SALE', 'OFF_SALE')"))
PART_ROWS: RowAccess = tenant_rows().plus(Rule(DbRole.CONSUMER, "SELECT", ALL))
"""Parts of a version: the mini-program reads those of versions it may read."""
STATES = "state IN ('DRAFT', 'SUBMITTED', 'APPROVED', 'REJECTED', 'ON_SALE', 'OFF_SALE')"


def product_table(name: str) -> tuple[SchemaItem, ...]:
    """Constraints of a product's table."""
    return (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        UniqueConstraint("merchant_id", "number"),
        UniqueConstraint("merchant_id", "name"),
        Index(f"ix_{name}_search", "search", postgresql_using="gin", postgresql_ops={"search": "gin_trgm_ops"}),
    )


def version_table(name: str, product: str) -> tuple[SchemaItem, ...]:
    """Constraints of a version's table: one version of a product is being worked on, one is on sale."""
    return (
        ForeignKeyConstraint(["merchant_id", "product_id"], [f"{product}.merchant_id", f"{product}.id"]),
        UniqueConstraint("merchant_id", "product_id", "version"),
        Index(
            f"uq_{name}_working",
            "merchant_id",
            "product_id",
            unique=True,
            postgresql_where="state IN ('DRAFT', 'SUBMITTED', 'REJECTED')",
        ),
        Index(f"uq_{name}_on_sale", "merchant_id", "product_id", unique=True, postgresql_where="state = 'ON_SALE'"),
        CheckConstraint(STATES, name="state"),
    )


class ProductRow(TenantRow, Recorded, Base):
    """A product under one name through all its versions."""

    __abstract__ = True

    number: Mapped[str]
    """Readable number, unique in the merchant and kind, e.g. `P0012`."""
    name: Mapped[str]
    search: Mapped[str]
    on_sale_version_id: Mapped[UUID | None]
    created_at: Mapped[datetime]


class VersionRow(TenantRow, Recorded, Base):
    """One version of a product; from its submission on it does not change."""

    __abstract__ = True

    product_id: Mapped[UUID]
    version: Mapped[int]
    state: Mapped[str] = mapped_column(default="DRAFT")
    revision: Mapped[int] = mapped_column(default=1)
    type_version_id: Mapped[UUID]
    """Version of the merchant type that it was made under (`merchant_type_version.id`)."""
    name: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    attributes: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """Values of the merchant type's form for products of this kind."""
    made_at: Mapped[datetime]
    made_by: Mapped[UUID | None]
    submitted_at: Mapped[datetime | None]
    submitted_by: Mapped[UUID | None]
    decided_at: Mapped[datetime | None]
    on_sale_at: Mapped[datetime | None]
    off_sale_at: Mapped[datetime | None]
