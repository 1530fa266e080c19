"""Deals with their commission, and receipts: written once with PAID, never edited."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.ordering.models.access import APPENDED, APPENDED_FOR_STAFF


def _of_order() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["merchant_id", "order_id"], ["sales_order.merchant_id", "sales_order.id"])


@append_only
class Deal(TenantRow, Recorded, Base):
    """That something was sold (成交): buyer, seller, time, amount, commission."""

    __tablename__ = "deal"
    __access__ = APPENDED_FOR_STAFF
    __table_args__ = (
        _of_order(),
        UniqueConstraint("merchant_id", "order_id"),
        Index(None, "merchant_id", "sold_at"),
        Index(None, "merchant_id", "store_id", "sold_at"),
        Index(None, "merchant_id", "salesperson_id", "sold_at"),
        CheckConstraint("amount_fen > 0 AND commission_fen >= 0", name="amounts"),
        CheckConstraint("salesperson_id IS NOT NULL OR commission_fen = 0", name="seller"),
    )

    order_id: Mapped[UUID]
    kind: Mapped[str]
    account_id: Mapped[UUID]
    buyer_masked: Mapped[str]
    salesperson_id: Mapped[UUID | None]
    salesperson_name: Mapped[str | None]
    store_id: Mapped[UUID]
    store_name: Mapped[str]
    region_path: Mapped[str | None]
    card_id: Mapped[UUID | None]
    card_number: Mapped[str | None]
    products: Mapped[str]
    amount_fen: Mapped[int]
    commission_fen: Mapped[int]
    sold_at: Mapped[datetime]


@append_only
class DealCommission(TenantRow, Recorded, Base):
    """The commission of one line of a deal (成交分佣), frozen: what its rule said at the sale."""

    __tablename__ = "deal_commission"
    __access__ = APPENDED_FOR_STAFF
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "deal_id"], ["deal.merchant_id", "deal.id"]),
        ForeignKeyConstraint(["merchant_id", "line_id"], ["order_line.merchant_id", "order_line.id"]),
        UniqueConstraint("merchant_id", "deal_id", "line_id"),
        Index(None, "merchant_id", "salesperson_id"),
        CheckConstraint("amount_fen >= 0 AND basis_fen >= 0", name="amounts"),
    )

    deal_id: Mapped[UUID]
    line_id: Mapped[UUID]
    salesperson_id: Mapped[UUID]
    basis_fen: Mapped[int]
    amount_fen: Mapped[int]
    rule: Mapped[dict[str, Any]]
    """The rule that decided, as it stood."""


@append_only
class OrderReceipt(TenantRow, Recorded, Base):
    """The receipt of a sale (告知书): its twelve items as the buyer was told them."""

    __tablename__ = "order_receipt"
    __access__ = APPENDED
    __table_args__ = (_of_order(), UniqueConstraint("merchant_id", "order_id"))

    order_id: Mapped[UUID]
    account_id: Mapped[UUID]
    items: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    issued_at: Mapped[datetime]
