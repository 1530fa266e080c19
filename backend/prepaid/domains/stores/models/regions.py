"""Regions, their named levels, and who was where from when to when."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint, func, literal_column
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import tenant_rows
from prepaid.core.model import Base, Recorded, TenantRow


class RegionLevel(TenantRow, Recorded, Base):
    """A named level of a merchant's tree of regions (区域层级), e.g. 大区, 城市."""

    __tablename__ = "region_level"
    __access__ = tenant_rows()
    __table_args__ = (
        UniqueConstraint("merchant_id", "depth"),
        CheckConstraint("depth BETWEEN 1 AND 8", name="depth"),
    )

    depth: Mapped[int]
    """1 for the top."""
    name: Mapped[str]


class Region(TenantRow, Recorded, Base):
    """A region (区域). `parent_id`, `depth` and `path` say where it is at present; `region_placement` knows when."""

    __tablename__ = "region"
    __access__ = tenant_rows()
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "parent_id"], ["region.merchant_id", "region.id"]),
        UniqueConstraint("merchant_id", "parent_id", "name", postgresql_nulls_not_distinct=True),
        Index("ix_region_search", "search", postgresql_using="gin", postgresql_ops={"search": "gin_trgm_ops"}),
        CheckConstraint("status IN ('ACTIVE', 'CLOSED')", name="status"),
        CheckConstraint("parent_id <> id", name="parent"),
    )

    name: Mapped[str]
    search: Mapped[str]
    status: Mapped[str] = mapped_column(default="ACTIVE")
    parent_id: Mapped[UUID | None]
    depth: Mapped[int]
    path: Mapped[str]
    """Names from the top, parted by ` / `."""
    created_at: Mapped[datetime]


def _no_overlap(owner: str, name: str) -> ExcludeConstraint:
    return ExcludeConstraint(
        ("merchant_id", "="),
        (owner, "="),
        (func.daterange(literal_column("since"), literal_column("until")), "&&"),
        name=name,
        using="gist",
    )


class RegionPlacement(TenantRow, Recorded, Base):
    """A region's place in the tree from `since` until the day before `until`."""

    __tablename__ = "region_placement"
    __access__ = tenant_rows()
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "region_id"], ["region.merchant_id", "region.id"]),
        ForeignKeyConstraint(["merchant_id", "parent_id"], ["region.merchant_id", "region.id"]),
        _no_overlap("region_id", "ex_region_placement_period"),
        CheckConstraint("until IS NULL OR until > since", name="period"),
        CheckConstraint("parent_id <> region_id", name="parent"),
    )

    region_id: Mapped[UUID]
    parent_id: Mapped[UUID | None]
    since: Mapped[date]
    until: Mapped[date | None]
    made_by: Mapped[UUID | None]


class StoreRegion(TenantRow, Recorded, Base):
    """A store lies in a region from `since` until the day before `until` (店铺归属区域)."""

    __tablename__ = "store_region"
    __access__ = tenant_rows()
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        ForeignKeyConstraint(["merchant_id", "region_id"], ["region.merchant_id", "region.id"]),
        _no_overlap("store_id", "ex_store_region_period"),
        Index(None, "merchant_id", "region_id"),
        CheckConstraint("until IS NULL OR until > since", name="period"),
    )

    store_id: Mapped[UUID]
    region_id: Mapped[UUID | None]
    """None: in no region during that time."""
    since: Mapped[date]
    until: Mapped[date | None]
    made_by: Mapped[UUID | None]
