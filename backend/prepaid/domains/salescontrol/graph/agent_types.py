"""Agents of regions as they are read."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, case, literal

from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.domains.salescontrol import models as m
from prepaid.domains.salescontrol.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salescontrol.reads.rule_obstacles import AGENT_CHANGING, today
from prepaid.domains.salescontrol.rules import permissions as _permissions  # noqa: F401 - declares
from prepaid.domains.salescontrol.rules.standing import RuleState
from prepaid.domains.stores.graph.types import Region
from prepaid.graph.types import (
    ActionState,
    Connection,
    Fen,
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

A = m.RegionAgent


def _state(ctx: PlanContext) -> ColumnElement[Any]:
    return case(
        (A.last_day < today(ctx), literal("ENDED")),
        (A.since > today(ctx), literal("SCHEDULED")),
        else_=literal("IN_FORCE"),
    )


def _own(agent: Row, sale: Row) -> ColumnElement[bool]:
    return (sale.merchant_id == agent.merchant_id) & (sale.agent_id == agent.id)


@graph_type(m.AgentSale, permission="region_agent.read")
class RegionAgentSale:
    """A paid order line in an agent's region, with the share frozen at that moment."""

    sold_at: datetime = column(m.AgentSale.sold_at, "When it was paid", sortable=True)
    amount_fen: Fen = column(m.AgentSale.amount_fen, "What was paid")
    refunded_fen: Fen = column(m.AgentSale.refunded_fen, "What was refunded of it")
    share_fen: Fen = column(m.AgentSale.share_fen, "The agent's share of what was not refunded")


@graph_type(A, permission="region_agent.read")
class RegionAgent:
    """Who represents a region for a time (区域代理)."""

    name: str = column(A.name, "Company or person", filterable=True, sortable=True)
    share_bps: int = column(A.share_bps, "Share of the region's sales in basis points", sortable=True)
    since: date = column(A.since, "First day", filterable=True, sortable=True)
    last_day: date | None = column(A.last_day, "Last day; null: without end", filterable=True, sortable=True)
    state: RuleState = expr(_state, "Whether it represents the region today", filterable=True)
    note: str = column(A.note, "Remark")
    made_at: datetime = column(A.made_at, "When it was set", sortable=True)
    available_actions: list[ActionState] = actions(
        action("endRegionAgent", *AGENT_CHANGING, offered=lambda ask: A.last_day.is_(None) | (A.last_day >= today(ask)))
    )
    merchant: Merchant | None = of_merchant("Whose agent it is")
    region: Region | None = one(
        "Region",
        "The region",
        on=lambda agent, region: (region.merchant_id == agent.merchant_id) & (region.id == agent.region_id),
        permission="region.read",
    )
    sales: Connection[RegionAgentSale] = connection(
        "RegionAgentSale", "Paid order lines in the region, newest first", on=_own, order_by=["-sold_at"]
    )
    sale_count: int = aggregate("count", "RegionAgentSale", "Paid order lines in the region", on=_own)
    sold_fen: Fen = aggregate(
        "sum", "RegionAgentSale", "What was sold in the region", of=m.AgentSale.amount_fen, on=_own
    )
    refunded_fen: Fen = aggregate(
        "sum", "RegionAgentSale", "What was refunded of it", of=m.AgentSale.refunded_fen, on=_own
    )
    share_fen: Fen = aggregate("sum", "RegionAgentSale", "The agent's share", of=m.AgentSale.share_fen, on=_own)
