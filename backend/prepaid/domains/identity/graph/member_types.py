"""Members, merchants and operators as they are read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, any_, func, select

from prepaid.core.actor import ScopeKind
from prepaid.domains.identity import models as m
from prepaid.domains.identity.graph.permission_types import PlatformTemplate, Role
from prepaid.domains.identity.reads.obstacles import MANAGING
from prepaid.domains.identity.rules.permissions import GateState
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.identity.rules.standing import MemberStatus
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
    many,
    one,
)


def member_scope(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    """Within a merchant: oneself, or the people of one's own stores; which merchants, PostgreSQL decides."""
    if ctx.scope is ScopeKind.SELF:
        return [row.id == ctx.actor_param("membership_id")]
    if ctx.scope in WITHIN_STORES:
        shared = select(m.MembershipStore.membership_id).where(
            m.MembershipStore.merchant_id == ctx.actor_param("merchant_id"),
            m.MembershipStore.store_id == any_(ctx.actor_param("store_ids")),
        )
        return [row.id.in_(shared)]
    return []


def _here(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.status != "LEFT"


@graph_type(m.Operator, permission="operator.read")
class Operator:
    """A company that runs several merchants (商户运营方)."""

    name: str = column(m.Operator.name, "Name", filterable=True, sortable=True)
    created_at: datetime = column(m.Operator.created_at, "When it was made", filterable=True, sortable=True)
    merchants: Connection["Merchant"] = connection("Merchant", "Merchants that it runs")
    merchant_count: int = aggregate("count", "Merchant", "How many it runs")


def of_merchant(description: str) -> Any:
    """Field of a tenant's record: the merchant whose it is, for those who may look at merchants."""
    return one(
        "Merchant",
        description,
        on=lambda row, merchant: merchant.id == row.merchant_id,
        same_tenant=False,
        permission="merchant.read",
    )


@graph_type(m.Merchant, permission="merchant.read")
class Merchant:
    """A merchant (商户) as a tenant."""

    number: str = column(m.Merchant.number, "Readable number", filterable=True, sortable=True)
    name: str = column(m.Merchant.name, "Name", filterable=True, sortable=True)
    type_code: str | None = column(m.Merchant.type_code, "Merchant type", filterable=True)
    features: list[str] = column(m.Merchant.features, "Features that are switched on")
    gate: GateState = column(m.Merchant.gate, "What it may do at present", filterable=True, sortable=True)
    created_at: datetime = column(m.Merchant.created_at, "When it was made", filterable=True, sortable=True)
    operator: Operator | None = one("Operator", "Who runs it", permission="operator.read")
    members: Connection["Member"] = connection(
        "Member",
        "Its people",
        on=lambda merchant, member: member.merchant_id == merchant.id,
        permission="member.read",
        search=[m.Membership.display_name],
    )
    member_count: int = aggregate(
        "count",
        "Member",
        "People who have not left",
        on=lambda merchant, member: member.merchant_id == merchant.id,
        where=_here,
        permission="member.read",
    )


@graph_type(m.Membership, permission="member.read", scope=member_scope)
class Member:
    """A person's place in a merchant, an operator or the bank (成员)."""

    display_name: str = column(m.Membership.display_name, "Name", filterable=True, sortable=True)
    phone: str | None = column(m.Membership.phone_masked, "Phone, masked", permission="member.contact")
    email: str | None = column(m.Membership.email_masked, "E-mail address, masked", permission="member.contact")
    staff_number: str | None = column(
        m.Membership.staff_number, "Number on the staff", permission="member.contact", filterable=True
    )
    status: MemberStatus = column(m.Membership.status, "Whether he has access", filterable=True, sortable=True)
    scope: ScopeKind = column(m.Membership.scope, "Which data he works on", filterable=True)
    store_ids: list[UUID] = expr(
        lambda ctx: func.array(
            select(m.MembershipStore.store_id)
            .where(
                m.MembershipStore.merchant_id == m.Membership.merchant_id,
                m.MembershipStore.membership_id == m.Membership.id,
            )
            .order_by(m.MembershipStore.store_id)
            .scalar_subquery()
        ),
        "Stores of a STORE scope",
    )
    created_at: datetime = column(m.Membership.created_at, "Since when", filterable=True, sortable=True)
    left_at: datetime | None = column(m.Membership.left_at, "When he left", filterable=True, sortable=True)
    available_actions: list[ActionState] = actions(
        action("changeMemberRoles", *MANAGING),
        action("changeMemberScope", *MANAGING),
        action("suspendMember", *MANAGING, offered=lambda ctx: m.Membership.status != "SUSPENDED"),
        action("resumeMember", *MANAGING, offered=lambda ctx: m.Membership.status == "SUSPENDED"),
        action("removeMember", *MANAGING),
    )
    template: PlatformTemplate | None = one("PlatformTemplate", "Platform that he works in")
    roles: list[Role] = many("Role", "What he may do", via=m.MembershipRole)
    merchant: Merchant | None = one(
        "Merchant",
        "Merchant that he belongs to",
        on=lambda member, merchant: merchant.id == member.merchant_id,
        permission="merchant.read",
    )
    operator: Operator | None = one("Operator", "Operator that he belongs to", permission="operator.read")
