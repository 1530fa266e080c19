"""Redemptions as they are read: by staff within their scope, by consumers their own."""

from datetime import date, datetime

from sqlalchemy import ColumnElement, any_, exists, select

from prepaid.core.actor import DbRole, ScopeKind
from prepaid.core.obstacles import Asker
from prepaid.domains.cards.graph.card_types import Card
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.identity.models import Merchant as MerchantRow
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.ordering.graph.types import Order
from prepaid.domains.redemption import models as m
from prepaid.domains.redemption.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.redemption.reads.redemption_obstacles import UNDOING
from prepaid.domains.redemption.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.redemption.rules.redemptions import (
    DisputeOutcome,
    ItemSource,
    ItemStatus,
    Means,
    RedemptionKind,
    RedemptionStatus,
)
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

READ = "redemption.read"
VALUE = "redemption.value"
"""Of staff: consumers read their redemptions without it."""


def own_redemptions(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores one sees theirs, alone what one redeemed; a consumer, by PostgreSQL, what was redeemed of his."""
    if ctx.scope in WITHIN_STORES:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    if ctx.scope is ScopeKind.SELF and ctx.db_role is not DbRole.CONSUMER:
        return [row.cashier_account_id == ctx.actor_param("account_id")]
    return []


def own_items(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Items of the redemptions that one sees."""
    if ctx.scope in WITHIN_STORES:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    if ctx.scope is ScopeKind.SELF and ctx.db_role is not DbRole.CONSUMER:
        own = select(m.Redemption.id).where(
            m.Redemption.merchant_id == row.merchant_id,
            m.Redemption.cashier_account_id == ctx.actor_param("account_id"),
        )
        return [row.redemption_id.in_(own)]
    return []


def own_disputes(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Disputes about the items that one sees."""
    item = m.RedemptionItem
    seen = select(item.id).where(item.merchant_id == row.merchant_id)
    if ctx.scope in WITHIN_STORES:
        return [row.item_id.in_(seen.where(item.store_id == any_(ctx.actor_param("store_ids"))))]
    if ctx.scope is ScopeKind.SELF and ctx.db_role is not DbRole.CONSUMER:
        redeemed = m.Redemption.cashier_account_id == ctx.actor_param("account_id")
        joined = (m.Redemption.merchant_id == item.merchant_id) & (m.Redemption.id == item.redemption_id)
        return [row.item_id.in_(seen.join(m.Redemption, joined).where(redeemed))]
    return []


def _disputed(_: PlanContext) -> ColumnElement[bool]:
    return exists().where(
        m.RedemptionItem.merchant_id == m.Redemption.merchant_id,
        m.RedemptionItem.redemption_id == m.Redemption.id,
        m.RedemptionItem.status == ItemStatus.DISPUTED.value,
    )


def _stands(_: Asker) -> ColumnElement[bool]:
    return (m.Redemption.status == RedemptionStatus.PENDING.value) & (m.Redemption.kind == RedemptionKind.COUNTER.value)


@graph_type(m.RedemptionDispute, permission=READ, scope=own_disputes)
class RedemptionDispute:
    """A dispute about an item (消费争议)."""

    reason: str = column(m.RedemptionDispute.reason, "What the consumer says")
    opened_at: datetime = column(m.RedemptionDispute.opened_at, "When", filterable=True, sortable=True)
    held_pending_fen: Fen | None = column(
        m.RedemptionDispute.held_pending_fen, "Held of what was pending", permission=VALUE
    )
    held_drawable_fen: Fen | None = column(
        m.RedemptionDispute.held_drawable_fen, "Held of what was drawable", permission=VALUE
    )
    closed_at: datetime | None = column(m.RedemptionDispute.closed_at, "When it was closed")
    outcome: DisputeOutcome | None = column(m.RedemptionDispute.outcome, "How it ended", filterable=True)
    close_reason: str | None = column(m.RedemptionDispute.close_reason, "Why")


@graph_type(m.RedemptionItem, permission=READ, scope=own_items)
class RedemptionItem:
    """One entitlement that was performed (核销明细)."""

    position: int = column(m.RedemptionItem.position, "Place, from 0", sortable=True)
    source: ItemSource = column(m.RedemptionItem.source, "What it was taken from", filterable=True)
    card_number: str | None = column(m.RedemptionItem.card_number, "Card", filterable=True)
    order_number: str | None = column(m.RedemptionItem.order_number, "Order that paid for a single service")
    unit: LotUnit = column(m.RedemptionItem.unit, "What it is counted in", filterable=True)
    name: str = column(m.RedemptionItem.name, "What was performed", filterable=True)
    quantity: int = column(m.RedemptionItem.quantity, "Uses; of stored value fen; of a period visits or days")
    units_left: int = column(m.RedemptionItem.units_left, "Left of the same kind afterwards")
    value_fen: Fen = column(m.RedemptionItem.value_fen, "Worth: principal and bonus", sortable=True)
    principal_fen: Fen = column(m.RedemptionItem.principal_fen, "Worth of what was paid")
    bonus_fen: Fen = column(m.RedemptionItem.bonus_fen, "Worth of bonus")
    list_fen: Fen = column(m.RedemptionItem.list_fen, "Worth at list prices")
    pending_fen: Fen | None = column(
        m.RedemptionItem.pending_fen,
        "What of it waits for the end of the dispute window",
        permission=VALUE,
        sortable=True,
    )
    performer_name: str | None = column(m.RedemptionItem.performer_name, "Who performed it", filterable=True)
    commission: JSON | None = column(
        m.RedemptionItem.commission, "What it earns its performer, frozen", permission="deal.commission"
    )
    commission_fen: Fen | None = column(
        m.RedemptionItem.commission_fen, "What it earns its performer", permission="deal.commission"
    )
    status: ItemStatus = column(m.RedemptionItem.status, "Where it stands", filterable=True, sortable=True)
    redeemed_at: datetime = column(m.RedemptionItem.redeemed_at, "When", filterable=True, sortable=True)
    settle_at: datetime = column(
        m.RedemptionItem.settle_at, "Until when it can be disputed; then it settles", filterable=True, sortable=True
    )
    settled_at: datetime | None = column(m.RedemptionItem.settled_at, "When it settled", filterable=True)
    redemption: "Redemption | None" = one(
        "Redemption",
        "The redemption",
        on=lambda item, row: (row.merchant_id == item.merchant_id) & (row.id == item.redemption_id),
    )
    card: Card | None = one(
        "Card",
        "The card",
        on=lambda item, card: (card.merchant_id == item.merchant_id) & (card.id == item.card_id),
        permission="card.read",
    )
    order: Order | None = one(
        "Order",
        "The order that paid for a single service",
        on=lambda item, order: (order.merchant_id == item.merchant_id) & (order.id == item.order_id),
        permission="order.read",
    )
    disputes: list[RedemptionDispute] = many(
        "RedemptionDispute",
        "Disputes about it, newest first",
        on=lambda item, row: (row.merchant_id == item.merchant_id) & (row.item_id == item.id),
        order_by=lambda row: [row.opened_at.desc()],
    )
    merchant: Merchant | None = of_merchant("Whose it is")


@graph_type(m.Redemption, permission=READ, scope=own_redemptions)
class Redemption:
    """One act at a counter, or days of a period (核销); also what a slip says."""

    number: str = column(m.Redemption.number, "Readable number", filterable=True, sortable=True)
    kind: RedemptionKind = column(m.Redemption.kind, "How it was performed", filterable=True)
    status: RedemptionStatus = column(m.Redemption.status, "Where it stands", filterable=True, sortable=True)
    disputed: bool = expr(_disputed, "Whether something of it is in dispute")
    means: Means = column(m.Redemption.means, "How the consumer was recognised", filterable=True)
    holder: str = column(m.Redemption.holder_masked, "The consumer's number, masked", filterable=True)
    merchant_name: str = expr(
        lambda ctx: select(MerchantRow.name).where(MerchantRow.id == m.Redemption.merchant_id).scalar_subquery(),
        "Name of the merchant, for consumers too",
    )
    store_name: str = column(m.Redemption.store_name, "Store", filterable=True)
    cashier_name: str | None = column(m.Redemption.cashier_name, "Who redeemed it; null: by itself", filterable=True)
    value_fen: Fen = column(m.Redemption.value_fen, "Worth of all items", filterable=True, sortable=True)
    pending_fen: Fen | None = column(
        m.Redemption.pending_fen, "What waits, or waited, for the end of the dispute window", permission=VALUE
    )
    redeemed_at: datetime = column(m.Redemption.redeemed_at, "When", filterable=True, sortable=True)
    redeemed_on: date = column(m.Redemption.redeemed_on, "The legal day", filterable=True, sortable=True)
    undo_until: datetime = column(m.Redemption.undo_until, "Until when it can be undone")
    undone_at: datetime | None = column(m.Redemption.undone_at, "When it was undone", filterable=True)
    undone_by_name: str | None = column(m.Redemption.undone_by_name, "Who undid it", permission=VALUE)
    undo_reason: str | None = column(m.Redemption.undo_reason, "Why it was undone")
    settled_at: datetime | None = column(m.Redemption.settled_at, "When all of it had settled", filterable=True)
    items: list[RedemptionItem] = many(
        "RedemptionItem",
        "What was performed",
        on=lambda row, item: (item.merchant_id == row.merchant_id) & (item.redemption_id == row.id),
        order_by=lambda row: [row.position],
    )
    order: Order | None = one(
        "Order",
        "The order that records it",
        on=lambda row, order: (order.merchant_id == row.merchant_id) & (order.id == row.order_id),
        permission="order.read",
    )
    merchant: Merchant | None = of_merchant("Whose it is")
    available_actions: list[ActionState] = actions(action("undoRedemption", *UNDOING, offered=_stands))
