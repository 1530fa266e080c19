"""The stand-in business of the benchmark: orders with lines, products and customers of a hundred merchants."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKeyConstraint, Index, MetaData
from sqlalchemy.orm import Mapped

from prepaid.core.access import tenant_rows
from prepaid.core.model import NAMING, Base, TenantRow


class BenchBase(Base):
    """Tables beside the product's: no migration and no check of the product sees them."""

    __abstract__ = True
    metadata = MetaData(naming_convention=NAMING)


class BenchProduct(TenantRow, BenchBase):
    """A thing that is sold."""

    __tablename__ = "bench_product"
    __access__ = tenant_rows()

    name: Mapped[str]
    price_fen: Mapped[int]


class BenchCustomer(TenantRow, BenchBase):
    """Somebody who buys."""

    __tablename__ = "bench_customer"
    __access__ = tenant_rows()

    name: Mapped[str]
    phone_masked: Mapped[str]


class BenchOrder(TenantRow, BenchBase):
    """An order of one customer."""

    __tablename__ = "bench_order"
    __access__ = tenant_rows()
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "customer_id"], ["bench_customer.merchant_id", "bench_customer.id"]),
        Index(None, "merchant_id", "customer_id"),
    )

    number: Mapped[str]
    status: Mapped[str]
    total_fen: Mapped[int]
    customer_id: Mapped[UUID]
    created_at: Mapped[datetime]


class BenchLine(TenantRow, BenchBase):
    """One product of an order."""

    __tablename__ = "bench_line"
    __access__ = tenant_rows()
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "order_id"], ["bench_order.merchant_id", "bench_order.id"]),
        ForeignKeyConstraint(["merchant_id", "product_id"], ["bench_product.merchant_id", "bench_product.id"]),
        Index(None, "merchant_id", "order_id", "id"),
        Index(None, "merchant_id", "product_id"),
    )

    order_id: Mapped[UUID]
    product_id: Mapped[UUID]
    quantity: Mapped[int]
    price_fen: Mapped[int]
