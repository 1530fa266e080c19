"""Whose commission one sees."""

from sqlalchemy import ColumnElement, any_, select

from prepaid.core.actor import ScopeKind
from prepaid.domains.commission.models import CommissionPayout
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.salesforce.models import Salesperson
from prepaid.graph.types import PlanContext, Row


def own_people(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores one sees the people of one's own; a salesperson himself; others everybody of theirs."""
    if ctx.scope in WITHIN_STORES:
        mine = Salesperson.store_id == any_(ctx.actor_param("store_ids"))
    elif ctx.scope is ScopeKind.SELF:
        mine = Salesperson.membership_id == ctx.actor_param("membership_id")
    else:
        return []
    person = select(Salesperson.id).where(Salesperson.merchant_id == row.merchant_id, mine)
    return [row.salesperson_id.in_(person)]


def own_lines(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores what was earned there; a salesperson what he earned."""
    if ctx.scope in WITHIN_STORES:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    return own_people(ctx, row)


def own_records(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """The same over the personnel records themselves."""
    if ctx.scope in WITHIN_STORES:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    if ctx.scope is ScopeKind.SELF:
        return [row.membership_id == ctx.actor_param("membership_id")]
    return []


def own_runs(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """The runs that paid whom one sees."""
    paid = own_people(ctx, CommissionPayout)  # type: ignore[arg-type]
    if not paid:
        return []
    runs = select(CommissionPayout.run_id).where(CommissionPayout.merchant_id == row.merchant_id, *paid)
    return [row.id.in_(runs)]


def own_leavers(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within stores the handovers of people of one's own; a salesperson those that he is a part of."""
    if ctx.scope not in WITHIN_STORES and ctx.scope is not ScopeKind.SELF:
        return []
    mine = (
        Salesperson.store_id == any_(ctx.actor_param("store_ids"))
        if ctx.scope in WITHIN_STORES
        else Salesperson.membership_id == ctx.actor_param("membership_id")
    )
    person = select(Salesperson.id).where(Salesperson.merchant_id == row.merchant_id, mine)
    return [row.leaver_id.in_(person)]
