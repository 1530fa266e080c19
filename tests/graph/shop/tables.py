"""Tables of the test business, outside the product's metadata."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, MetaData
from sqlalchemy.orm import Mapped, mapped_column, registry

from prepaid.core.access import Rule, catalogue, own_account, tenant_rows
from prepaid.core.actor import DbRole
from prepaid.core.model import NAMING, Base, CatalogueRow, TenantRow


class Shop(Base):
    __abstract__ = True
    metadata = MetaData(naming_convention=NAMING)
    registry = registry(metadata=metadata, type_annotation_map=Base.type_annotation_map)


class Kind(CatalogueRow, Shop):
    __tablename__ = "t_kind"
    __access__ = catalogue()

    code: Mapped[str]
    name_zh: Mapped[str]
    name_en: Mapped[str]


class Customer(TenantRow, Shop):
    __tablename__ = "t_customer"
    __access__ = tenant_rows().plus(Rule(DbRole.CONSUMER, "SELECT", own_account()))

    name: Mapped[str]
    phone: Mapped[str]
    phone_masked: Mapped[str]
    email: Mapped[str | None]
    account_id: Mapped[UUID | None]
    referrer_id: Mapped[UUID | None]

    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "referrer_id"], ["t_customer.merchant_id", "t_customer.id"]),
    )


class Product(TenantRow, Shop):
    __tablename__ = "t_product"
    __access__ = tenant_rows()

    name: Mapped[str]
    price_fen: Mapped[int]
    kind_id: Mapped[UUID]
    tags: Mapped[list[str]]
    attributes: Mapped[dict[str, Any]]

    __table_args__ = (ForeignKeyConstraint(["kind_id"], ["t_kind.id"]),)


class Order(TenantRow, Shop):
    __tablename__ = "t_order"
    __access__ = tenant_rows()

    no: Mapped[str]
    status: Mapped[str]
    total_fen: Mapped[int]
    customer_id: Mapped[UUID]
    note: Mapped[str | None]
    due_on: Mapped[date | None]
    rush: Mapped[bool]
    store_id: Mapped[UUID | None]
    created_at: Mapped[datetime]

    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "customer_id"], ["t_customer.merchant_id", "t_customer.id"]),
    )


class Line(TenantRow, Shop):
    __tablename__ = "t_line"
    __access__ = tenant_rows()

    order_id: Mapped[UUID]
    product_id: Mapped[UUID]
    quantity: Mapped[int]
    price_fen: Mapped[int]

    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "order_id"], ["t_order.merchant_id", "t_order.id"]),
        ForeignKeyConstraint(["merchant_id", "product_id"], ["t_product.merchant_id", "t_product.id"]),
    )


class Favourite(Shop):
    __tablename__ = "t_favourite"
    __access__ = tenant_rows()

    merchant_id: Mapped[UUID] = mapped_column(primary_key=True)
    customer_id: Mapped[UUID] = mapped_column(primary_key=True)
    product_id: Mapped[UUID] = mapped_column(primary_key=True)

    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "customer_id"], ["t_customer.merchant_id", "t_customer.id"]),
        ForeignKeyConstraint(["merchant_id", "product_id"], ["t_product.merchant_id", "t_product.id"]),
    )
