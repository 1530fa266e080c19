"""Orders and deals as they are read."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, any_, case, literal, select
from sqlalchemy.orm import InstrumentedAttribute

from prepaid.core.actor import DbRole, ScopeKind
from prepaid.core.obstacles import Asker
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.identity.models import Merchant as MerchantRow
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.ordering import models as m
from prepaid.domains.ordering.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.ordering.graph.record_words import STEPS
from prepaid.domains.ordering.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.ordering.rules.orders import (
    PENDING,
    Axis,
    CloseReason,
    CommissionStatus,
    OrderKind,
    PaymentStatus,
    SaleChannel,
    TenderKind,
)
from prepaid.domains.payment.graph.payment_types import Payment
from prepaid.graph.types import (
    JSON,
    ActionState,
    Fen,
    PlanContext,
    Row,
    action,
    actions,
    column,
    expr,
    graph_type,
    many,
    one,
)


def own_orders(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores one sees theirs; a salesperson what he placed; a consumer, by PostgreSQL, what he bought."""
    if ctx.scope in WITHIN_STORES:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    if ctx.scope is ScopeKind.SELF and ctx.db_role is not DbRole.CONSUMER:
        return [row.placed_by == ctx.actor_param("account_id")]
    return []


def own_deals(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """The deals of the orders that one sees."""
    if ctx.scope in WITHIN_STORES:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    if ctx.scope is ScopeKind.SELF:
        placed = select(m.Order.id).where(
            m.Order.merchant_id == row.merchant_id, m.Order.placed_by == ctx.actor_param("account_id")
        )
        return [row.order_id.in_(placed)]
    return []


def _of_order(row: Row, ctx: PlanContext) -> list[ColumnElement[bool]]:
    """Parts of the orders that one sees."""
    seen = select(m.Order.id).where(m.Order.merchant_id == row.merchant_id)
    if ctx.scope in WITHIN_STORES:
        return [row.order_id.in_(seen.where(m.Order.store_id == any_(ctx.actor_param("store_ids"))))]
    if ctx.scope is ScopeKind.SELF and ctx.db_role is not DbRole.CONSUMER:
        return [row.order_id.in_(seen.where(m.Order.placed_by == ctx.actor_param("account_id")))]
    return []


def parts_of_own(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """The same, as a scope."""
    return _of_order(row, ctx)


def _waits(_: Asker) -> ColumnElement[bool]:
    return m.Order.payment_status.in_([each.value for each in PENDING])


def _said(value: InstrumentedAttribute[Any], ctx: PlanContext) -> ColumnElement[str]:
    """A code of a step in words; one that nobody has words for stays as it is."""
    return case({code: literal(words[ctx.locale == "en"]) for code, words in STEPS.items()}, value=value, else_=value)


@graph_type(m.OrderReduction, permission="order.read", scope=parts_of_own)
class OrderReduction:
    """The share of one reduction in one line (优惠分摊)."""

    stage: str = column(m.OrderReduction.stage, "Stage of the pricing pipeline")
    name: str = column(m.OrderReduction.name, "What reduced it")
    share_fen: Fen = column(m.OrderReduction.share_fen, "Its share in the line")


@graph_type(m.OrderLine, permission="order.read", scope=parts_of_own)
class OrderLine:
    """One product of an order (订单行), as it was sold."""

    position: int = column(m.OrderLine.position, "Place, from 0", sortable=True)
    name: str = column(m.OrderLine.name, "Product, as it was called")
    unit: str | None = column(m.OrderLine.unit, "What a service is counted by")
    quantity: int = column(m.OrderLine.quantity, "Pieces")
    unit_list_fen: Fen = column(m.OrderLine.unit_list_fen, "List price of one")
    unit_price_fen: Fen = column(m.OrderLine.unit_price_fen, "Price of one")
    list_fen: Fen = column(m.OrderLine.list_fen, "List price of all")
    gross_fen: Fen = column(m.OrderLine.gross_fen, "Price of all, before reductions")
    net_fen: Fen = column(m.OrderLine.net_fen, "What is paid for all")
    entitlements: JSON = column(m.OrderLine.entitlements, "Of a package: what its buyer gains, with its share")
    gifts: JSON = column(m.OrderLine.gifts, "Of a package: what it gives besides")
    reductions: list[OrderReduction] = many(
        "OrderReduction",
        "What was taken off",
        on=lambda line, part: (part.merchant_id == line.merchant_id) & (part.line_id == line.id),
        order_by=lambda row: [row.id],
    )


@graph_type(m.OrderTender, permission="order.read", scope=parts_of_own)
class OrderTender:
    """What a part of an order is paid with (支付方式)."""

    position: int = column(m.OrderTender.position, "Order in which they are taken", sortable=True)
    kind: TenderKind = column(m.OrderTender.kind, "With what")
    amount_fen: Fen = column(m.OrderTender.amount_fen, "How much")
    settled_at: datetime | None = column(m.OrderTender.settled_at, "When it was taken")
    payment: Payment | None = one(
        "Payment",
        "The payment that is offered, or that was credited",
        on=lambda tender, payment: (payment.merchant_id == tender.merchant_id) & (payment.id == tender.payment_id),
        permission="payment.read",
    )


@graph_type(m.OrderEvent, permission="order.read", scope=parts_of_own)
class OrderEvent:
    """A step of an order on one of its axes (订单轨迹)."""

    at: datetime = column(m.OrderEvent.at, "When", sortable=True)
    axis: Axis = column(m.OrderEvent.axis, "On which axis", filterable=True)
    before: str | None = column(m.OrderEvent.before, "State before")
    after: str = column(m.OrderEvent.after, "State after")
    reason: str | None = column(m.OrderEvent.reason, "Why, as a code")
    step: str = expr(lambda ctx: _said(m.OrderEvent.after, ctx), "State after, in the caller's language")
    why: str | None = expr(lambda ctx: _said(m.OrderEvent.reason, ctx), "Why, in the caller's language")


@graph_type(m.OrderReceipt, permission="order.read", scope=parts_of_own)
class OrderReceipt:
    """The receipt of a sale (告知书)."""

    items: JSON = column(m.OrderReceipt.items, "Its twelve items: key, titleZh, titleEn, textZh, textEn")
    issued_at: datetime = column(m.OrderReceipt.issued_at, "When it was given")


@graph_type(m.DealCommission, permission="deal.commission")
class DealCommission:
    """The commission of one line of a deal (成交分佣)."""

    basis_fen: Fen = column(m.DealCommission.basis_fen, "New money that the line brought")
    amount_fen: Fen = column(m.DealCommission.amount_fen, "What it earns")
    rule: JSON = column(m.DealCommission.rule, "The rule that decided, as it stood")


@graph_type(m.Deal, permission="deal.read", scope=own_deals)
class Deal:
    """That something was sold (成交)."""

    kind: OrderKind = column(m.Deal.kind, "What was bought", filterable=True, sortable=True)
    buyer: str = column(m.Deal.buyer_masked, "The buyer's number, masked")
    salesperson_name: str | None = column(m.Deal.salesperson_name, "Who sold it", filterable=True)
    store_name: str = column(m.Deal.store_name, "Store that sold it", filterable=True)
    region_path: str | None = column(m.Deal.region_path, "Region of the store that day", filterable=True)
    products: str = column(m.Deal.products, "What was sold", filterable=True)
    card_number: str | None = column(m.Deal.card_number, "Card", filterable=True)
    amount_fen: Fen = column(m.Deal.amount_fen, "Amount", filterable=True, sortable=True)
    commission_fen: Fen | None = column(
        m.Deal.commission_fen, "What it earns its seller", permission="deal.commission", filterable=True, sortable=True
    )
    sold_at: datetime = column(m.Deal.sold_at, "When it was sold", filterable=True, sortable=True)
    order: "Order | None" = one(
        "Order",
        "Its order",
        on=lambda deal, order: (order.merchant_id == deal.merchant_id) & (order.id == deal.order_id),
        permission="order.read",
    )
    commissions: list[DealCommission] = many(
        "DealCommission",
        "Its lines of commission",
        on=lambda deal, line: (line.merchant_id == deal.merchant_id) & (line.deal_id == deal.id),
        order_by=lambda row: [row.id],
        permission="deal.commission",
    )
    merchant: Merchant | None = of_merchant("Who sold it")


@graph_type(m.Order, permission="order.read", scope=own_orders)
class Order:
    """One sale (订单)."""

    number: str = column(m.Order.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    kind: OrderKind = column(m.Order.kind, "What is bought", filterable=True, sortable=True)
    channel: SaleChannel = column(m.Order.channel, "Where it was placed", filterable=True)
    payment_status: PaymentStatus = column(
        m.Order.payment_status, "Where its payment stands", filterable=True, sortable=True
    )
    commission_status: CommissionStatus = column(
        m.Order.commission_status, "Where its commission stands", filterable=True, sortable=True
    )
    close_reason: CloseReason | None = column(m.Order.close_reason, "Why it was closed", filterable=True)
    failure: str | None = column(m.Order.failure, "Code of what kept a paid card from being opened")
    merchant_name: str = expr(
        lambda ctx: select(MerchantRow.name).where(MerchantRow.id == m.Order.merchant_id).scalar_subquery(),
        "Name of the merchant, for buyers too",
    )
    buyer: str = column(m.Order.buyer_masked, "The buyer's number, masked", filterable=True)
    store_name: str = column(m.Order.store_name, "Store that sells it", filterable=True)
    region_path: str | None = column(m.Order.region_path, "Region of the store that day", filterable=True)
    salesperson_name: str | None = column(m.Order.salesperson_name, "Who sells it", filterable=True)
    card_number: str | None = column(m.Order.card_number, "Card that it opened or recharges", filterable=True)
    list_fen: Fen = column(m.Order.list_fen, "List price of all")
    total_fen: Fen = column(m.Order.total_fen, "What is to be paid", filterable=True, sortable=True)
    refunded_fen: Fen = column(m.Order.refunded_fen, "What went back", filterable=True, sortable=True)
    custody_bps: int = column(m.Order.custody_bps, "Share that is kept in custody, in basis points")
    holdback_bps: int = column(m.Order.holdback_bps, "Share of the rest that is held back, in basis points")
    placed_at: datetime = column(m.Order.placed_at, "When it was placed", filterable=True, sortable=True)
    expires_at: datetime = column(m.Order.expires_at, "Until when it can be paid", sortable=True)
    paid_at: datetime | None = column(m.Order.paid_at, "When it was paid", filterable=True, sortable=True)
    closed_at: datetime | None = column(m.Order.closed_at, "When it was closed", filterable=True, sortable=True)
    lines: list[OrderLine] = many(
        "OrderLine",
        "What is bought",
        on=lambda order, part: (part.merchant_id == order.merchant_id) & (part.order_id == order.id),
        order_by=lambda row: [row.position],
    )
    tenders: list[OrderTender] = many(
        "OrderTender",
        "What it is paid with",
        on=lambda order, part: (part.merchant_id == order.merchant_id) & (part.order_id == order.id),
        order_by=lambda row: [row.position],
    )
    events: list[OrderEvent] = many(
        "OrderEvent",
        "Its steps, oldest first",
        on=lambda order, part: (part.merchant_id == order.merchant_id) & (part.order_id == order.id),
        order_by=lambda row: [row.at, row.id],
    )
    receipt: OrderReceipt | None = one(
        "OrderReceipt",
        "The receipt that its buyer was given",
        on=lambda order, part: (part.merchant_id == order.merchant_id) & (part.order_id == order.id),
    )
    payments: list[Payment] = many(
        "Payment",
        "Every attempt to be paid for it, oldest first",
        on=lambda order, payment: (
            (payment.merchant_id == order.merchant_id)
            & (payment.payable_kind == "ORDER")
            & (payment.payable_id == order.id)
        ),
        order_by=lambda row: [row.created_at],
        permission="payment.read",
    )
    deal: Deal | None = one(
        "Deal",
        "The deal that it made",
        on=lambda order, deal: (deal.merchant_id == order.merchant_id) & (deal.order_id == order.id),
        permission="deal.read",
    )
    merchant: Merchant | None = of_merchant("Who sells it")
    available_actions: list[ActionState] = actions(
        action("closeOrder", offered=_waits),
        action("payOrder", offered=_waits),
        action("offerCounterPayment", offered=_waits),
    )
