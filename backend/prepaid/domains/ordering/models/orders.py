"""Orders with their lines, reductions, tenders and history. What a sale depends on is copied here once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.ordering.models.access import APPENDED, READ_BY_BUYER

PENDING = "payment_status IN ('UNPAID', 'PAYING')"


class Order(TenantRow, Recorded, Base):
    """One sale (订单), from its placing on."""

    __tablename__ = "sales_order"
    __access__ = READ_BY_BUYER
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id"], ["merchant.id"]),
        ForeignKeyConstraint(["merchant_id", "store_id"], ["store.merchant_id", "store.id"]),
        UniqueConstraint("merchant_id", "number"),
        Index(
            "uq_sales_order_pending",
            "merchant_id",
            "account_id",
            "pending_for",
            unique=True,
            postgresql_where=f"{PENDING} AND pending_for IS NOT NULL",
        ),
        UniqueConstraint("merchant_id", "placed_by", "idempotency_key"),
        Index(None, "merchant_id", "placed_at"),
        Index(None, "merchant_id", "store_id", "placed_at"),
        Index(None, "merchant_id", "card_id"),
        Index(None, "account_id", "placed_at"),
        Index("ix_sales_order_waiting", "expires_at", postgresql_where=PENDING),
        CheckConstraint(
            "kind IN ('CARD_PURCHASE', 'CARD_RECHARGE', 'SINGLE_SERVICE', 'CARD_CONSUMPTION')", name="kind"
        ),
        CheckConstraint("channel IN ('MINI_PROGRAM', 'COUNTER')", name="channel"),
        CheckConstraint(
            "payment_status IN ('UNPAID', 'PAYING', 'PAID', 'CLOSED', 'PARTLY_REFUNDED', 'REFUNDED')", name="payment"
        ),
        CheckConstraint("commission_status IN ('NONE', 'PENDING', 'SETTLED', 'REVERSED')", name="commission"),
        CheckConstraint(
            "close_reason IS NULL OR close_reason IN ('CANCELLED', 'EXPIRED', 'OPENING_FAILED')", name="reason"
        ),
        CheckConstraint("(payment_status = 'CLOSED') = (closed_at IS NOT NULL)", name="closed"),
        CheckConstraint("(closed_at IS NULL) = (close_reason IS NULL)", name="closed_why"),
        CheckConstraint(
            "(payment_status IN ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')) = (paid_at IS NOT NULL)", name="paid"
        ),
        CheckConstraint("list_fen >= total_fen AND total_fen >= 0 AND gross_fen >= total_fen", name="amounts"),
        CheckConstraint("0 <= refunded_fen AND refunded_fen <= total_fen", name="refunded"),
        CheckConstraint("kind NOT IN ('CARD_PURCHASE', 'CARD_RECHARGE') OR card_type_id IS NOT NULL", name="card_type"),
        CheckConstraint("kind <> 'CARD_RECHARGE' OR card_id IS NOT NULL", name="card"),
        CheckConstraint("custody_bps BETWEEN 0 AND 10000 AND holdback_bps BETWEEN 0 AND 10000", name="shares"),
    )

    number: Mapped[str]
    """Readable, unique in the merchant, e.g. `261122-7K2M-9QXA`."""
    kind: Mapped[str]
    channel: Mapped[str]
    account_id: Mapped[UUID] = mapped_column(ForeignKey("consumer.id"))
    """The buyer."""
    buyer_masked: Mapped[str]
    placed_by: Mapped[UUID]
    """Account of who placed it: the buyer himself, or the cashier."""
    idempotency_key: Mapped[str]
    store_id: Mapped[UUID]
    store_name: Mapped[str]
    region_id: Mapped[UUID | None]
    region_path: Mapped[str | None]
    """Where the store lay that day."""
    salesperson_id: Mapped[UUID | None]
    salesperson_name: Mapped[str | None]
    payment_status: Mapped[str] = mapped_column(default="UNPAID")
    commission_status: Mapped[str] = mapped_column(default="NONE")
    list_fen: Mapped[int]
    gross_fen: Mapped[int]
    """At the prices it is sold for, before reductions."""
    total_fen: Mapped[int]
    refunded_fen: Mapped[int] = mapped_column(default=0)
    pending_for: Mapped[UUID | None]
    """Card, or card type while none is open, of which this is the one pending order of its buyer."""
    card_type_id: Mapped[UUID | None]
    card_type_version_id: Mapped[UUID | None]
    card_id: Mapped[UUID | None]
    """Card that it recharges, or that it opened."""
    card_number: Mapped[str | None]
    agreement_version_id: Mapped[UUID | None] = mapped_column(ForeignKey("contract_template_version.id"), index=True)
    merchant_contract_id: Mapped[UUID | None]
    terms: Mapped[dict[str, Any]]
    """Rule parameters as the buyer accepted them."""
    custody_bps: Mapped[int]
    holdback_bps: Mapped[int]
    """r and h that a card opened by it freezes."""
    placed_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    paid_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    close_reason: Mapped[str | None]
    failure: Mapped[str | None]
    """Code of the refusal that kept a paid card from being opened."""
    transfer_id: Mapped[UUID | None]
    """Its application to the card in the ledger."""
    delivery_reported_at: Mapped[datetime | None]
    """When the provider was told that a virtual good was delivered."""


def _of_order() -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["merchant_id", "order_id"], ["sales_order.merchant_id", "sales_order.id"])


class _Part(TenantRow):
    order_id: Mapped[UUID]
    account_id: Mapped[UUID]
    """The order's buyer."""


@append_only
class OrderLine(_Part, Recorded, Base):
    """One product of an order (订单行), as it was sold."""

    __tablename__ = "order_line"
    __access__ = APPENDED
    __table_args__ = (
        _of_order(),
        UniqueConstraint("merchant_id", "order_id", "position"),
        Index(None, "merchant_id", "product_id"),
        CheckConstraint("product_kind IN ('SERVICE', 'PACKAGE')", name="product_kind"),
        CheckConstraint("quantity > 0 AND cardinality(unit_fen) = quantity", name="units"),
        CheckConstraint("gross_fen = unit_price_fen * quantity AND list_fen = unit_list_fen * quantity", name="gross"),
        CheckConstraint("0 <= net_fen AND net_fen <= gross_fen", name="net"),
    )

    position: Mapped[int]
    product_kind: Mapped[str]
    product_id: Mapped[UUID]
    version_id: Mapped[UUID]
    name: Mapped[str]
    unit: Mapped[str | None]
    quantity: Mapped[int]
    unit_list_fen: Mapped[int]
    unit_price_fen: Mapped[int]
    list_fen: Mapped[int]
    gross_fen: Mapped[int]
    net_fen: Mapped[int]
    unit_fen: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))
    """What each piece costs after every reduction; sums to `net_fen`."""
    entitlements: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    """Of a package: what its buyer gains, with the share of the price."""
    gifts: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)


@append_only
class OrderReduction(_Part, Recorded, Base):
    """The share of one reduction in one line (优惠分摊), and in each of its pieces."""

    __tablename__ = "order_reduction"
    __access__ = APPENDED
    __table_args__ = (
        ForeignKeyConstraint(["merchant_id", "line_id"], ["order_line.merchant_id", "order_line.id"]),
        UniqueConstraint("merchant_id", "line_id", "stage", "source_id"),
        Index(None, "merchant_id", "order_id"),
        CheckConstraint("share_fen >= 0", name="share"),
    )

    line_id: Mapped[UUID]
    stage: Mapped[str]
    source_id: Mapped[UUID]
    name: Mapped[str]
    share_fen: Mapped[int]
    unit_fen: Mapped[list[int]] = mapped_column(ARRAY(BigInteger))


class OrderTender(_Part, Recorded, Base):
    """What a part of an order is paid with (支付方式); the tenders sum to the order's total."""

    __tablename__ = "order_tender"
    __access__ = READ_BY_BUYER
    __table_args__ = (
        _of_order(),
        UniqueConstraint("merchant_id", "order_id", "position"),
        Index(None, "merchant_id", "payment_id"),
        CheckConstraint("kind IN ('CHANNEL', 'CARD_BALANCE')", name="kind"),
        CheckConstraint("amount_fen > 0", name="amount"),
        CheckConstraint("(kind = 'CARD_BALANCE') = (card_id IS NOT NULL)", name="card"),
    )

    position: Mapped[int]
    """Order in which they are taken; a return of goods goes back the other way."""
    kind: Mapped[str]
    amount_fen: Mapped[int]
    card_id: Mapped[UUID | None]
    payment_id: Mapped[UUID | None]
    """The payment that is offered now, or that was credited."""
    settled_at: Mapped[datetime | None]


@append_only
class OrderEvent(_Part, Recorded, Base):
    """A step of an order on one of its axes (订单轨迹)."""

    __tablename__ = "order_event"
    __access__ = APPENDED
    __table_args__ = (
        _of_order(),
        Index(None, "merchant_id", "order_id"),
        CheckConstraint("axis IN ('PAYMENT', 'COMMISSION')", name="axis"),
    )

    axis: Mapped[str]
    before: Mapped[str | None]
    after: Mapped[str]
    reason: Mapped[str | None]
    payment_id: Mapped[UUID | None]
    by_account_id: Mapped[UUID | None]
    """None: by itself."""
    at: Mapped[datetime]
