"""Stores, regions and relocations as they are read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, any_

from prepaid.core.obstacles import Asker
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.stores import models as m
from prepaid.domains.stores.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.stores.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.stores.rules.regions import RegionStatus
from prepaid.domains.stores.rules.stores import SERVING, OpeningHours, StoreStatus, StoreType, Weekday
from prepaid.graph.types import (
    ActionState,
    Connection,
    GraphContext,
    PlanContext,
    Row,
    action,
    actions,
    aggregate,
    batch,
    column,
    connection,
    graph_type,
    many,
    one,
)
from prepaid.kit import clock


def own_stores(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores one sees one's own."""
    return [row.id == any_(ctx.actor_param("store_ids"))] if ctx.scope in WITHIN_STORES else []


def _not_closed(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.status != "CLOSED"


def _open_now(_: GraphContext, stores: list[dict[str, Any]]) -> list[bool]:
    now = clock.now()
    hours = (OpeningHours.read(store["opens"], store["closes"], store["closed_weekdays"]) for store in stores)
    return [
        StoreStatus(store["status"]) in SERVING and (each is None or each.open_at(now))
        for store, each in zip(stores, hours, strict=True)
    ]


def _placed(_: Asker) -> ColumnElement[bool]:
    return (m.Store.type != "ONLINE") & (m.Store.status != "CLOSED")


def _in_use(_: Asker) -> ColumnElement[bool]:
    return m.Region.status == "ACTIVE"


@graph_type(m.RegionLevel, permission="region.read")
class RegionLevel:
    """A named level of a merchant's tree of regions (区域层级)."""

    depth: int = column(m.RegionLevel.depth, "1 for the top", sortable=True)
    name: str = column(m.RegionLevel.name, "The merchant's own name for it")


@graph_type(m.Region, permission="region.read")
class Region:
    """A region (区域) in a merchant's own tree."""

    name: str = column(m.Region.name, "Name", filterable=True, sortable=True)
    path: str = column(m.Region.path, "Names from the top, parted by ` / `", filterable=True, sortable=True)
    depth: int = column(m.Region.depth, "Level at present, 1 for the top", filterable=True, sortable=True)
    status: RegionStatus = column(m.Region.status, "Whether it is in use", filterable=True)
    created_at: datetime = column(m.Region.created_at, "When it was made", sortable=True)
    available_actions: list[ActionState] = actions(
        action("renameRegion", offered=_in_use),
        action("moveRegion", offered=_in_use),
        action("closeRegion", offered=_in_use),
    )
    level: RegionLevel | None = one(
        "RegionLevel",
        "Its level at present",
        on=lambda region, level: (level.merchant_id == region.merchant_id) & (level.depth == region.depth),
    )
    parent: "Region | None" = one(
        "Region",
        "The region above at present",
        on=lambda region, above: (above.merchant_id == region.merchant_id) & (above.id == region.parent_id),
    )
    children: list["Region"] = many(
        "Region",
        "Regions right below it at present",
        on=lambda region, below: (below.merchant_id == region.merchant_id) & (below.parent_id == region.id),
        order_by=lambda row: [row.name, row.id],
    )
    stores: Connection["Store"] = connection(
        "Store",
        "Stores that lie in it at present, without those of regions below",
        on=lambda region, store: (store.merchant_id == region.merchant_id) & (store.region_id == region.id),
        permission="store.read",
    )
    store_count: int = aggregate(
        "count",
        "Store",
        "Stores that lie in it at present, without closed ones and those of regions below",
        on=lambda region, store: (store.merchant_id == region.merchant_id) & (store.region_id == region.id),
        where=_not_closed,
        permission="store.read",
    )


@graph_type(m.StoreRelocation, permission="store.read")
class StoreRelocation:
    """A move of a store to another address (店铺搬迁)."""

    from_address: str = column(m.StoreRelocation.from_address, "Old address")
    to_address: str = column(m.StoreRelocation.to_address, "New address")
    moves_on: date = column(m.StoreRelocation.moves_on, "Day of the move", sortable=True)
    reason: str = column(m.StoreRelocation.reason, "Reason given")
    decided_at: datetime = column(m.StoreRelocation.decided_at, "When it was announced", sortable=True)


@graph_type(m.Store, permission="store.read", scope=own_stores)
class Store:
    """A place where a merchant sells and serves (店铺)."""

    number: str = column(m.Store.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    name: str = column(m.Store.name, "Name", filterable=True, sortable=True)
    type: StoreType = column(m.Store.type, "Who runs it, or online", filterable=True, sortable=True)
    status: StoreStatus = column(m.Store.status, "State", filterable=True, sortable=True)
    address: str = column(m.Store.address, "Address; empty for the online store", filterable=True)
    longitude: float | None = column(m.Store.longitude, "Degrees east, GCJ-02")
    latitude: float | None = column(m.Store.latitude, "Degrees north, GCJ-02")
    opens: str | None = column(m.Store.opens, "Opening time HH:MM, Shanghai; null: always open")
    closes: str | None = column(m.Store.closes, "Closing time HH:MM; before `opens`: on the next day")
    closed_weekdays: list[Weekday] = column(m.Store.closed_weekdays, "Weekdays without business")
    open_now: bool = batch(
        _open_now,
        "Whether it does business at this moment: by its state, its hours and its closed weekdays",
        requires=[m.Store.status, m.Store.opens, m.Store.closes, m.Store.closed_weekdays],
    )
    phone: str | None = column(m.Store.phone, "Its published phone number")
    opened_on: date | None = column(m.Store.opened_on, "First day of business", filterable=True, sortable=True)
    closed_on: date | None = column(m.Store.closed_on, "Last day of business", filterable=True, sortable=True)
    created_at: datetime = column(m.Store.created_at, "When it was entered", filterable=True, sortable=True)
    available_actions: list[ActionState] = actions(
        action("updateStore", offered=_placed),
        action("openStore", offered=lambda ask: m.Store.status.in_(("OPENING", "RELOCATED"))),
        action("assignStoreRegion", offered=_placed),
        action("relocateStore", offered=lambda ask: _placed(ask) & (m.Store.status == "OPEN")),
        action("closeStore", offered=_placed),
    )
    merchant: Merchant | None = of_merchant("Whose store it is")
    region: Region | None = one(
        "Region",
        "Region that it lies in at present",
        on=lambda store, region: (region.merchant_id == store.merchant_id) & (region.id == store.region_id),
        permission="region.read",
    )
    relocations: list[StoreRelocation] = many(
        "StoreRelocation", "Its moves, newest first", order_by=lambda row: [row.moves_on.desc(), row.id.desc()]
    )
