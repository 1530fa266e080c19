"""Rules of sales control, what was taken under them, and refused attempts as they are read."""

from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Date, any_, case, func, literal, select

from prepaid.core.obstacles import Asker
from prepaid.domains.catalog.graph.card_types import CardType
from prepaid.domains.catalog.graph.package_types import Package
from prepaid.domains.catalog.graph.service_types import Service
from prepaid.domains.catalog.models import CardType as CardTypeRow
from prepaid.domains.catalog.models import Package as PackageRow
from prepaid.domains.catalog.models import Service as ServiceRow
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.salescontrol import models as m
from prepaid.domains.salescontrol.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salescontrol.reads.rule_obstacles import CHANGING
from prepaid.domains.salescontrol.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.salescontrol.rules.control import Effect, Ground, PlaceKind
from prepaid.domains.salescontrol.rules.standing import RuleState
from prepaid.domains.stores.graph.dictionaries import DICTIONARIES
from prepaid.domains.stores.graph.types import Region, Store
from prepaid.domains.stores.models import Region as RegionRow
from prepaid.domains.stores.models import RegionLevel as LevelRow
from prepaid.domains.stores.models import Store as StoreRow
from prepaid.domains.stores.rules.stores import StoreType
from prepaid.graph.types import (
    ActionState,
    Connection,
    PlanContext,
    Row,
    action,
    actions,
    aggregate,
    column,
    connection,
    expr,
    graph_type,
    one,
)

R = m.SalesControlRule


def _name_of(model: Any, key: Any, name: Any) -> ColumnElement[Any]:
    return select(name).where(model.merchant_id == R.merchant_id, model.id == key).scalar_subquery()


def _product_name(_: PlanContext) -> ColumnElement[Any]:
    return func.coalesce(
        _name_of(ServiceRow, R.service_id, ServiceRow.name),
        _name_of(CardTypeRow, R.card_type_id, CardTypeRow.name),
        _name_of(PackageRow, R.package_id, PackageRow.name),
    )


def _product_kind(_: PlanContext) -> ColumnElement[Any]:
    return case(
        (R.service_id.is_not(None), literal("SERVICE")),
        (R.card_type_id.is_not(None), literal("CARD_TYPE")),
        else_=literal("PACKAGE"),
    )


STORE_TYPES: Final = next(each.options for each in DICTIONARIES if each.name == "StoreType")


def _place_name(ctx: PlanContext) -> ColumnElement[Any]:
    level = select(LevelRow.name).where(LevelRow.merchant_id == R.merchant_id, LevelRow.depth == R.level)
    return func.coalesce(
        _name_of(StoreRow, R.store_id, StoreRow.name),
        _name_of(RegionRow, R.region_id, RegionRow.path),
        level.scalar_subquery(),
        case({each.value: literal(each.label.of(ctx.locale)) for each in STORE_TYPES}, value=R.store_type),
    )


def _today(ctx: Any) -> ColumnElement[Any]:
    return func.timezone("Asia/Shanghai", ctx.now()).cast(Date)


def _state(ctx: PlanContext) -> ColumnElement[Any]:
    return case(
        (R.ended_at.is_not(None) | (R.last_day < _today(ctx)), literal("ENDED")),
        (R.since > _today(ctx), literal("SCHEDULED")),
        else_=literal("IN_FORCE"),
    )


def _live(ask: Asker) -> ColumnElement[bool]:
    return R.ended_at.is_(None) & (R.last_day.is_(None) | (R.last_day >= _today(ask)))


def _own_stores(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    return [row.store_id == any_(ctx.actor_param("store_ids"))] if ctx.scope in WITHIN_STORES else []


def _same(rule: Row, other: Row) -> ColumnElement[bool]:
    return (other.merchant_id == rule.merchant_id) & (other.rule_id == rule.id)


@graph_type(m.ControlTake, permission="sales_control.read")
class SalesControlTake:
    """What an order line took under a rule (限量占用)."""

    count: int = column(m.ControlTake.count, "Pieces")
    taken_at: datetime = column(m.ControlTake.taken_at, "When they were reserved", sortable=True)
    sold_at: datetime | None = column(m.ControlTake.sold_at, "When the line was paid")
    given_back_at: datetime | None = column(m.ControlTake.given_back_at, "When they were given back")
    refunded_at: datetime | None = column(m.ControlTake.refunded_at, "When the line was refunded, in part or whole")


@graph_type(R, permission="sales_control.read")
class SalesControlRule:
    """A rule of sales control (控销规则): one product, one place, allowed or denied, for a time, with a quota."""

    number: str = column(R.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    product_kind: ProductKind = expr(_product_kind, "Kind of the product", filterable=True)
    product_name: str = expr(_product_name, "Name of the product", filterable=True)
    effect: Effect = column(R.effect, "Allowed or denied", filterable=True, sortable=True)
    place: PlaceKind = column(R.place, "What the place is named by", filterable=True, sortable=True)
    place_name: str | None = expr(_place_name, "The store, region, level or type of stores; null for all stores")
    store_type: StoreType | None = column(R.store_type, "Type of stores, where it is named", filterable=True)
    level: int | None = column(R.level, "Level of regions, where it is named")
    exclusive: bool = column(R.exclusive, "Sold nowhere that no rule covers", filterable=True)
    since: date = column(R.since, "First day", filterable=True, sortable=True)
    last_day: date | None = column(R.last_day, "Last day; null: without end", filterable=True, sortable=True)
    ended_at: datetime | None = column(R.ended_at, "When somebody ended it")
    state: RuleState = expr(_state, "Whether it is in force today", filterable=True)
    quota: int | None = column(R.quota, "Most pieces; null: without limit")
    taken: int = column(R.taken, "Pieces sold or reserved", sortable=True)
    remaining: int | None = expr(lambda ctx: R.quota - R.taken, "What is left of the quota")
    note: str = column(R.note, "Remark")
    made_at: datetime = column(R.made_at, "When it was made", filterable=True, sortable=True)
    available_actions: list[ActionState] = actions(
        action("changeSalesQuota", *CHANGING, offered=lambda ask: _live(ask) & (R.effect == "ALLOW")),
        action("endSalesControlRule", *CHANGING, offered=_live),
    )
    merchant: Merchant | None = of_merchant("Whose rule it is")
    service: Service | None = one(
        "Service",
        "The service, if it is one",
        on=lambda rule, it: (it.merchant_id == rule.merchant_id) & (it.id == rule.service_id),
        permission="product.read",
    )
    card_type: CardType | None = one(
        "CardType",
        "The card type, if it is one",
        on=lambda rule, it: (it.merchant_id == rule.merchant_id) & (it.id == rule.card_type_id),
        permission="product.read",
    )
    package: Package | None = one(
        "Package",
        "The package, if it is one",
        on=lambda rule, it: (it.merchant_id == rule.merchant_id) & (it.id == rule.package_id),
        permission="product.read",
    )
    store: Store | None = one(
        "Store",
        "The store, where one is named",
        on=lambda rule, it: (it.merchant_id == rule.merchant_id) & (it.id == rule.store_id),
        permission="store.read",
    )
    region: Region | None = one(
        "Region",
        "The region, where one is named",
        on=lambda rule, it: (it.merchant_id == rule.merchant_id) & (it.id == rule.region_id),
        permission="region.read",
    )
    takes: Connection[SalesControlTake] = connection(
        "SalesControlTake", "What order lines took under it, newest first", on=_same, order_by=["-taken_at"]
    )
    sold: int = aggregate(
        "sum",
        "SalesControlTake",
        "Pieces sold under it",
        of=m.ControlTake.count,
        on=_same,
        where=lambda _, take: take.sold_at.is_not(None),
    )
    refunded: int = aggregate(
        "sum",
        "SalesControlTake",
        "Pieces of lines that were refunded, in part or whole",
        of=m.ControlTake.count,
        on=_same,
        where=lambda _, take: take.refunded_at.is_not(None),
    )
    refused: int = aggregate(
        "count",
        "SalesControlRefusal",
        "Attempts that it refused in other regions or stores",
        on=_same,
        where=lambda _, refusal: refusal.ground != "SOLD_OUT",
    )
    sold_out: int = aggregate(
        "count",
        "SalesControlRefusal",
        "Attempts after its quota was used up",
        on=_same,
        where=lambda _, refusal: refusal.ground == "SOLD_OUT",
    )


@graph_type(m.SaleRefusal, permission="sales_control.read", scope=_own_stores)
class SalesControlRefusal:
    """An attempt to sell that was refused (控销拦截)."""

    product_kind: ProductKind = column(m.SaleRefusal.product_kind, "Kind of the product", filterable=True)
    product_name: str = column(m.SaleRefusal.product_name, "Its name then", filterable=True)
    ground: Ground = column(m.SaleRefusal.ground, "Why", filterable=True, sortable=True)
    count: int = column(m.SaleRefusal.count, "Pieces that were asked for")
    refused_at: datetime = column(m.SaleRefusal.refused_at, "When", filterable=True, sortable=True)
    merchant: Merchant | None = of_merchant("Where")
    store: Store | None = one(
        "Store",
        "The seller's store",
        on=lambda refusal, it: (it.merchant_id == refusal.merchant_id) & (it.id == refusal.store_id),
        permission="store.read",
    )
    rule: SalesControlRule | None = one(
        "SalesControlRule",
        "The rule that decided",
        on=lambda refusal, rule: (rule.merchant_id == refusal.merchant_id) & (rule.id == refusal.rule_id),
    )
