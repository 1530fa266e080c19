"""Four tables as tenant tables of the product are made."""

from datetime import datetime
from uuid import UUID

from prepaid.core.access import tenant_rows
from prepaid.core.model import NAMING, Base, TenantRow
from sqlalchemy import ForeignKeyConstraint, Index, MetaData
from sqlalchemy.orm import Mapped, registry


class Shop(Base):
    """Base with metadata of its own: the product's migrations do not see these tables."""

    __abstract__ = True
    metadata = MetaData(naming_convention=NAMING)
    registry = registry(metadata=metadata, type_annotation_map=Base.type_annotation_map)


class Product(TenantRow, Shop):
    __tablename__ = "bench_product"
    __access__ = tenant_rows()

    name: Mapped[str]
    price_fen: Mapped[int]


class Customer(TenantRow, Shop):
    __tablename__ = "bench_customer"
    __access__ = tenant_rows()

    name: Mapped[str]
    phone: Mapped[str]


class Order(TenantRow, Shop):
    __tablename__ = "bench_order"
    __access__ = tenant_rows()
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "customer_id"], ["bench_customer.merchant_id", "bench_customer.id"]),
        Index(None, "merchant_id", "customer_id"),
    )

    no: Mapped[str]
    status: Mapped[str]
    total_fen: Mapped[int]
    customer_id: Mapped[UUID]
    created_at: Mapped[datetime]


class Line(TenantRow, Shop):
    __tablename__ = "bench_line"
    __access__ = tenant_rows()
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "order_id"], ["bench_order.merchant_id", "bench_order.id"]),
        ForeignKeyConstraint(["merchant_id", "product_id"], ["bench_product.merchant_id", "bench_product.id"]),
        Index(None, "merchant_id", "order_id"),
        Index(None, "merchant_id", "product_id"),
    )

    order_id: Mapped[UUID]
    product_id: Mapped[UUID]
    quantity: Mapped[int]
    price_fen: Mapped[int]
