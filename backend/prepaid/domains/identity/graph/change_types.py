"""Change requests as they are read."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, and_, case, false, func, literal, not_
from strawberry.scalars import JSON

from prepaid.domains.identity import models as m
from prepaid.domains.identity.commands.change_kinds import CHANGE_KINDS
from prepaid.domains.identity.graph.member_types import Member
from prepaid.domains.identity.graph.telling import called, spelt_out
from prepaid.domains.identity.reads.obstacles import CHANGE_EXPIRED, DECIDING
from prepaid.domains.identity.rules.change_requests import ChangeState
from prepaid.graph.context import GraphContext
from prepaid.graph.types import ActionState, PlanContext, action, actions, batch, column, expr, graph_type, one


def _kind_name(ctx: PlanContext) -> ColumnElement[str]:
    names = {kind.code: kind.en if ctx.locale == "en" else kind.zh for kind in CHANGE_KINDS.values()}
    return case({code: literal(name) for code, name in names.items()}, value=m.ChangeRequest.kind, else_="")


def _open_to_checker(ctx: PlanContext) -> ColumnElement[bool]:
    """Open, and of a kind that the caller may decide."""
    kinds = [kind.code for kind in CHANGE_KINDS.values() if ctx.may(kind.decide)]
    return and_(m.ChangeRequest.state == "OPEN", m.ChangeRequest.kind.in_(kinds)) if kinds else false()


async def _content(context: GraphContext, changes: list[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    return await spelt_out(context, [(change["kind"], change["payload"], change["target_id"]) for change in changes])


async def _target_names(context: GraphContext, changes: list[dict[str, Any]]) -> list[str | None]:
    return await called(context, [(change["target_type"], change["target_id"]) for change in changes])


def _can_decide(ctx: PlanContext) -> ColumnElement[bool]:
    return and_(_open_to_checker(ctx), *(not_(obstacle.when(ctx)) for obstacle in DECIDING))


def _open_and_own(ctx: PlanContext) -> ColumnElement[bool]:
    return and_(m.ChangeRequest.state == "OPEN", m.ChangeRequest.maker_account_id == ctx.actor_param("account_id"))


@graph_type(m.ChangeRequest, permission="change.read")
class ChangeRequest:
    """A change that waits, or waited, for a second person (复核事项)."""

    kind: str = column(m.ChangeRequest.kind, "Kind, e.g. role.grants", filterable=True)
    kind_name: str = expr(_kind_name, "Name of the kind in the caller's language")
    target_type: str = column(m.ChangeRequest.target_type, "Type of what is to be changed", filterable=True)
    target_id: UUID = column(m.ChangeRequest.target_id, "What is to be changed", filterable=True)
    payload: JSON = column(m.ChangeRequest.payload, "What will be done")
    content: JSON = batch(
        _content,
        "What will be done, in words of the caller's language: [{label, after}]",
        requires=[m.ChangeRequest.kind, m.ChangeRequest.payload, m.ChangeRequest.target_id],
    )
    target_name: str | None = batch(
        _target_names,
        "What is to be changed is called now; null when the caller may not see it",
        requires=[m.ChangeRequest.target_type, m.ChangeRequest.target_id],
    )
    payload_hash: str = expr(
        lambda ctx: func.encode(m.ChangeRequest.payload_hash, "hex"),
        "SHA-256 of the payload in hex; approving sends it back",
    )
    reason: str = column(m.ChangeRequest.reason, "The maker's reason")
    state: ChangeState = column(m.ChangeRequest.state, "Where it stands", filterable=True, sortable=True)
    can_decide: bool = expr(_can_decide, "Whether the caller may approve or reject it now", filterable=True)
    is_own: bool = expr(
        lambda ctx: func.coalesce(m.ChangeRequest.maker_account_id == ctx.actor_param("account_id"), false()),
        "Whether the caller submitted it, and may withdraw it while it is open",
    )
    available_actions: list[ActionState] = actions(
        action("approveChange", *DECIDING, offered=_open_to_checker),
        action("rejectChange", *DECIDING, offered=_open_to_checker),
        action("withdrawChange", CHANGE_EXPIRED, offered=_open_and_own),
    )
    decision_reason: str | None = column(m.ChangeRequest.decision_reason, "The checker's reason")
    created_at: datetime = column(m.ChangeRequest.created_at, "When it was submitted", filterable=True, sortable=True)
    decided_at: datetime | None = column(m.ChangeRequest.decided_at, "When it was decided", sortable=True)
    expires_at: datetime = column(m.ChangeRequest.expires_at, "Until when it can be decided", sortable=True)
    maker: Member | None = one(
        "Member", "Who submitted it", on=lambda change, member: member.id == change.maker_membership_id
    )
    checker: Member | None = one(
        "Member", "Who decided it", on=lambda change, member: member.id == change.checker_membership_id
    )
