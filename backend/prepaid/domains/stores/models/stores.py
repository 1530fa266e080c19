"""Stores and their relocations."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Numeric, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import ALL, APPEND, Rule, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow

SHOWN_TO_CONSUMERS = "status <> 'OPENING'"


class Store(TenantRow, Recorded, Base):
    """A place where a merchant sells and serves (店铺); the ONLINE store stands for self-service sales."""

    __tablename__ = "store"
    __access__ = tenant_rows("SELECT, INSERT, UPDATE").plus(Rule(DbRole.CONSUMER, "SELECT", SHOWN_TO_CONSUMERS))
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        ForeignKeyConstraint(["merchant_id", "region_id"], ["region.merchant_id", "region.id"]),
        UniqueConstraint("merchant_id", "number"),
        Index("uq_store_name", "merchant_id", "name", unique=True, postgresql_where="status <> 'CLOSED'"),
        Index("uq_store_online", "merchant_id", unique=True, postgresql_where="type = 'ONLINE'"),
        Index("ix_store_search", "search", postgresql_using="gin", postgresql_ops={"search": "gin_trgm_ops"}),
        Index(None, "merchant_id", "region_id"),
        CheckConstraint("type IN ('DIRECT', 'FRANCHISE', 'ONLINE')", name="type"),
        CheckConstraint("status IN ('OPENING', 'OPEN', 'RELOCATED', 'CLOSED')", name="status"),
        CheckConstraint("type <> 'ONLINE' OR status = 'OPEN'", name="online"),
        CheckConstraint("longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90", name="point"),
        CheckConstraint("(longitude IS NULL) = (latitude IS NULL)", name="whole_point"),
        CheckConstraint("(opens IS NULL) = (closes IS NULL)", name="hours"),
    )

    number: Mapped[str]
    """Readable number, unique in the merchant, e.g. `S003`."""
    name: Mapped[str]
    search: Mapped[str]
    type: Mapped[str]
    status: Mapped[str]
    address: Mapped[str]
    longitude: Mapped[float | None] = mapped_column(Numeric(9, 6, asdecimal=False))
    latitude: Mapped[float | None] = mapped_column(Numeric(8, 6, asdecimal=False))
    """Degrees, GCJ-02 as Chinese maps use them."""
    opens: Mapped[str | None]
    closes: Mapped[str | None]
    """HH:MM in Shanghai time; neither: always open."""
    closed_weekdays: Mapped[list[str]] = mapped_column(default=list)
    phone: Mapped[str | None]
    """The store's own published number."""
    region_id: Mapped[UUID | None]
    """Region at present; `store_region` knows the periods."""
    opened_on: Mapped[date | None]
    closed_on: Mapped[date | None]
    created_at: Mapped[datetime]


@append_only
class StoreRelocation(TenantRow, Recorded, Base):
    """A move of a store to another address (店铺搬迁), decided once."""

    __tablename__ = "store_relocation"
    __access__ = tenant_rows(APPEND).plus(Rule(DbRole.CONSUMER, "SELECT", ALL))
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        Index(None, "merchant_id", "store_id", "moves_on"),
    )

    store_id: Mapped[UUID]
    from_address: Mapped[str]
    to_address: Mapped[str]
    moves_on: Mapped[date]
    reason: Mapped[str]
    decided_at: Mapped[datetime]
    decided_by: Mapped[UUID | None]
