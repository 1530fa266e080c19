"""Which rows of a type an actor reaches: by scope at the root, by join and tenant below."""

from enum import StrEnum

from prepaid.core.actor import ScopeKind
from prepaid.graph.assemble.joins import pairs_between, relation_pairs
from prepaid.graph.declare.fields import Join, Relation
from prepaid.graph.declare.plan_context import PlanContext
from prepaid.graph.declare.row import Row, name_of
from prepaid.graph.declare.types import TypeDecl
from prepaid.graph.plan.levels import Condition, Link, Sql
from prepaid.graph.plan.sql import both, column, source, where


class Tenancy(StrEnum):
    """How the tenant of a level's rows is known."""

    SCOPE = "SCOPE"
    """From the actor alone: at the root, and below rows that belong to no merchant."""
    JOIN = "JOIN"
    """The join has equated it with the parent's."""
    FREE = "FREE"
    """The relation leads into other tenants by design; row-level security alone confines it."""


def scope_conditions(decl: TypeDecl, ctx: PlanContext, tenancy: Tenancy = Tenancy.SCOPE) -> list[Condition]:
    """The tenant's condition and what the type's own scope adds.

    On a cluster every sub-select must name its merchant, also one that its join confines already.
    """
    found: list[Condition] = []
    if decl.tenant and tenancy is not Tenancy.FREE:
        found.extend(_tenant_conditions(ctx, tenancy is Tenancy.JOIN, own=decl.own))
    scope = decl.scope
    if scope is not None:
        found.append(lambda row: both([[condition] for condition in scope(ctx, row)] or [["true"]]))
    return found


def _tenant_conditions(ctx: PlanContext, by_parent: bool, *, own: bool) -> list[Condition]:
    if ctx.has_merchant:
        merchant = ctx.actor_param("merchant_id")
        return [lambda row: [f"{column(row, 'merchant_id')} = ", merchant]]
    if by_parent or ctx.scope is ScopeKind.BANK_ALL:
        return []
    if ctx.scope in (ScopeKind.OPERATOR, ScopeKind.CUSTOM):
        merchants, tenant = ctx.actor_param("merchant_ids"), ctx.actor_param("tenant")
        if own:
            return [lambda row: [f"{column(row, 'merchant_id')} = ANY (", merchants, " || ", tenant, ")"]]
        return [lambda row: [f"{column(row, 'merchant_id')} = ANY (", merchants, ")"]]
    # A consumer's own rows lie in many tenants: row-level security by account confines them.
    return [] if ctx.scope is ScopeKind.SELF else [lambda _: ["false"]]


def tenancy_of(parent: TypeDecl, child: TypeDecl, *, same_tenant: bool) -> Tenancy:
    """How a relation determines the tenant of its rows."""
    if not same_tenant:
        return Tenancy.FREE
    return Tenancy.JOIN if parent.tenant and child.tenant else Tenancy.SCOPE


def link_of(parent: TypeDecl, child: TypeDecl, relation: Relation, ctx: PlanContext) -> Link:
    """The join of a relation, tenants included."""
    equated = tenancy_of(parent, child, same_tenant=relation.same_tenant) is Tenancy.JOIN
    if relation.on is not None:
        return joined(relation.on, equated, ctx)
    if relation.via is not None:
        return _through(parent, child, relation.via, equated, ctx)
    pairs = relation_pairs(parent.table, child.table, relation)

    def link(above: Row, below: Row) -> list[Sql]:
        return [
            *_same_tenant(above, below, equated, ctx),
            *(_equal(above, here, below, there) for here, there in pairs),
        ]

    return link


def joined(on: Join, equated: bool, ctx: PlanContext) -> Link:
    """A join that was written out."""
    return lambda above, below: [*_same_tenant(above, below, equated, ctx), [on(above, below)]]


def _equal(one: Row, name: str, other: Row, other_name: str) -> Sql:
    return [f"{column(one, name)} = {column(other, other_name)}"]


def _same_tenant(above: Row, below: Row, equated: bool, ctx: PlanContext) -> list[Sql]:
    # With a single merchant its parameter stands on both sides; the equation would say it again.
    return [_equal(below, "merchant_id", above, "merchant_id")] if equated and not ctx.has_merchant else []


def _through(parent: TypeDecl, child: TypeDecl, model: type, equated: bool, ctx: PlanContext) -> Link:
    via = model.__table__  # type: ignore[attr-defined]
    to_parent, to_child = pairs_between(via, parent.table), pairs_between(via, child.table)
    tenant = "merchant_id" in via.c

    def link(above: Row, below: Row) -> list[Sql]:
        # One use of the table between for each use of the child's: its name follows from that one's.
        between = Row(via, f"{name_of(below)}v")
        conditions = [_equal(between, here, above, there) for here, there in to_parent]
        conditions += [_equal(between, here, below, there) for here, there in to_child]
        if tenant and ctx.has_merchant:
            conditions.append([f"{column(between, 'merchant_id')} = ", ctx.actor_param("merchant_id")])
        elif tenant and (parent.tenant or child.tenant):
            conditions.append(_equal(between, "merchant_id", above if parent.tenant else below, "merchant_id"))
        found: Sql = [f"EXISTS (SELECT FROM {source(between)}", *where(conditions), ")"]
        return [*_same_tenant(above, below, equated, ctx), found]

    return link
