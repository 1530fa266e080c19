"""Salespeople, and what each may sell."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.access import tenant_rows
from prepaid.core.model import Base, Recorded, TenantRow

KEPT = "SELECT, INSERT, UPDATE"


class Salesperson(TenantRow, Recorded, Base):
    """A personnel record (销售人员): who sells or performs, in which store, by which account if any."""

    __tablename__ = "salesperson"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        ForeignKeyConstraint(["merchant_id", "membership_id"], ["membership.merchant_id", "membership.id"]),
        UniqueConstraint("merchant_id", "staff_number"),
        UniqueConstraint("merchant_id", "share_code"),
        Index(
            "uq_salesperson_member",
            "merchant_id",
            "membership_id",
            unique=True,
            postgresql_where="status <> 'LEFT' AND membership_id IS NOT NULL",
        ),
        Index("ix_salesperson_search", "search", postgresql_using="gin", postgresql_ops={"search": "gin_trgm_ops"}),
        Index(None, "merchant_id", "store_id"),
        CheckConstraint("status IN ('ACTIVE', 'SUSPENDED', 'LEFT')", name="status"),
        CheckConstraint("employment IN ('FULL_TIME', 'PART_TIME', 'EXTERNAL')", name="employment"),
        CheckConstraint("(status = 'LEFT') = (left_on IS NOT NULL)", name="left_on"),
        CheckConstraint("left_on >= hired_on", name="period"),
    )

    staff_number: Mapped[str]
    """工号, unique in the merchant."""
    name: Mapped[str]
    search: Mapped[str]
    title: Mapped[str] = mapped_column(default="")
    """What the person does, e.g. 滑冰教练."""
    employment: Mapped[str]
    performs: Mapped[bool] = mapped_column(default=False)
    """Gives services (coach, stylist) and may earn by the visit."""
    status: Mapped[str] = mapped_column(default="ACTIVE")
    store_id: Mapped[UUID]
    membership_id: Mapped[UUID | None]
    share_code: Mapped[str]
    """What a buyer who serves himself names the seller by (分享码)."""
    hired_on: Mapped[date]
    left_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    created_at: Mapped[datetime]


class SalesAuthorisation(TenantRow, Recorded, Base):
    """That a person may sell one product, or all of a kind (销售授权), from when to when."""

    __tablename__ = "sales_authorisation"
    __access__ = tenant_rows(KEPT)
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "salesperson_id"], ["salesperson.merchant_id", "salesperson.id"]),
        Index(
            "uq_sales_authorisation_open",
            "merchant_id",
            "salesperson_id",
            "product_kind",
            "product_id",
            unique=True,
            postgresql_where="until IS NULL",
            postgresql_nulls_not_distinct=True,
        ),
        CheckConstraint("product_kind IN ('SERVICE', 'CARD_TYPE', 'PACKAGE')", name="product_kind"),
        CheckConstraint("until IS NULL OR until >= since", name="period"),
    )

    salesperson_id: Mapped[UUID]
    product_kind: Mapped[str]
    product_id: Mapped[UUID | None]
    """None: every product of the kind. A card type stands for all packages bound to it."""
    since: Mapped[datetime]
    until: Mapped[datetime | None]
    given_by: Mapped[UUID | None]
