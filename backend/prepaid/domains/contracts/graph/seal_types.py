"""Seals, their grants and their uses as they are read."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, literal, select

from prepaid.core.actor import DbRole
from prepaid.core.obstacles import Obstacle
from prepaid.domains.contracts import models as m
from prepaid.domains.contracts.errors.seals import GrantRevokedAlready, NotSealAdministrator
from prepaid.domains.contracts.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.contracts.graph.template_types import ContractTemplate
from prepaid.domains.contracts.rules.scenes import SealKind, SealState
from prepaid.domains.identity.graph.file_types import File
from prepaid.domains.identity.graph.member_types import Member, Merchant
from prepaid.graph.types import (
    ActionState,
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

E, G, T = m.Seal, m.SealGrant, m.SealStamping
NOT_MINE = Obstacle(NotSealAdministrator, lambda ask: E.administrator_account_id != ask.actor_param("account_id"))
REVOKED = Obstacle(GrantRevokedAlready, lambda ask: G.revoked_at.is_not(None))


def _review_open(ctx: Any) -> ColumnElement[bool]:
    return E.state == "REVIEW"


def _live(ctx: Any) -> ColumnElement[bool]:
    return E.state.in_(("ACTIVE", "SUSPENDED"))


def _may_resume(ctx: Any) -> ColumnElement[bool]:
    suspended = E.state == "SUSPENDED"
    return suspended if ctx.db_role is DbRole.BANK else suspended & ~E.held_by_bank


def _own_use(ctx: PlanContext) -> ColumnElement[Any]:
    """Whether the caller may stamp with it without asking: as its administrator, or by a grant."""
    granted = select(literal(1)).where(
        G.merchant_id == E.merchant_id,
        G.seal_id == E.id,
        G.membership_id == ctx.actor_param("membership_id"),
        G.revoked_at.is_(None),
        G.valid_from <= ctx.now(),
        G.valid_to > ctx.now(),
    )
    own = func.coalesce(E.administrator_account_id == ctx.actor_param("account_id"), False)
    return own | exists(granted)


def _not_revoked(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.revoked_at.is_(None)


@graph_type(E, permission="seal.read")
class Seal:
    """A seal (印章) with its image and its certificate."""

    kind: SealKind = column(E.kind, "Kind", filterable=True, sortable=True)
    name: str = column(E.name, "Name", filterable=True, sortable=True)
    holder_name: str = column(E.holder_name, "Company whose seal it is")
    holder_code: str = column(E.holder_code, "Its unified social credit code")
    state: SealState = column(E.state, "Where it stands", filterable=True, sortable=True)
    state_reason: str | None = column(E.state_reason, "Why it stands there")
    held_by_bank: bool = column(E.held_by_bank, "Whether the bank suspended it")
    generated: bool = column(E.generated, "Whether the platform drew it")
    image_sha256: str = expr(lambda ctx: func.encode(E.image_sha256, "hex"), "SHA-256 of its image")
    valid_to: datetime | None = column(E.valid_to, "Until when its certificate is good", sortable=True)
    created_at: datetime = column(E.created_at, "When it was handed in", filterable=True, sortable=True)
    reviewed_at: datetime | None = column(E.reviewed_at, "When the bank decided", sortable=True)
    usable_by_me: bool = expr(_own_use, "Whether the caller may stamp with it without an approval")
    available_actions: list[ActionState] = actions(
        action("approveSeal", offered=_review_open),
        action("rejectSeal", offered=_review_open),
        action("suspendSeal", offered=lambda ctx: E.state == "ACTIVE"),
        action("resumeSeal", offered=_may_resume),
        action("revokeSeal", offered=_live),
        action("grantSeal", NOT_MINE, offered=_live),
        action("changeSealAdministrator", offered=_live),
    )
    image: File | None = one("File", "Its image", on=lambda seal, file: file.id == seal.image_file_id)
    administrator: Member | None = one(
        "Member",
        "Who grants its use",
        on=lambda seal, member: member.id == seal.administrator_membership_id,
        permission="member.read",
    )
    merchant: Merchant | None = one(
        "Merchant",
        "Merchant that it belongs to; null for the bank's own",
        on=lambda seal, merchant: merchant.id == seal.merchant_id,
        permission="merchant.read",
    )
    grants: list["SealGrant"] = many(
        "SealGrant", "Grants in force", on=lambda seal, grant: grant.seal_id == seal.id, where=_not_revoked
    )


@graph_type(G, permission="seal.read")
class SealGrant:
    """That somebody may use a seal for a time (印章授权)."""

    valid_from: datetime = column(G.valid_from, "From", filterable=True, sortable=True)
    valid_to: datetime = column(G.valid_to, "To", filterable=True, sortable=True)
    granted_at: datetime = column(G.granted_at, "When it was given", filterable=True, sortable=True)
    revoked_at: datetime | None = column(G.revoked_at, "When it was taken back", filterable=True, sortable=True)
    revoke_reason: str | None = column(G.revoke_reason, "Why it was taken back")
    in_force: bool = expr(
        lambda ctx: G.revoked_at.is_(None) & (G.valid_from <= ctx.now()) & (G.valid_to > ctx.now()),
        "Whether it holds now",
    )
    all_templates: bool = expr(
        lambda ctx: func.cardinality(G.template_ids) == 0, "Whether it is for the contracts of every template"
    )
    available_actions: list[ActionState] = actions(
        action("revokeSealGrant", REVOKED, offered=lambda ctx: G.revoked_at.is_(None))
    )
    seal: Seal | None = one("Seal", "Seal", on=lambda grant, seal: seal.id == grant.seal_id)
    member: Member | None = one(
        "Member",
        "Who may use it",
        on=lambda grant, member: member.id == grant.membership_id,
        permission="member.read",
    )
    templates: list[ContractTemplate] = many(
        "ContractTemplate",
        "Templates whose contracts may be stamped; none: all",
        on=lambda grant, template: template.id == func.any(grant.template_ids),
    )


@graph_type(T, permission="seal.read")
class SealStamping:
    """One use of a seal (用印记录)."""

    at: datetime = column(T.at, "When", filterable=True, sortable=True)
    contract_number: str = column(T.contract_number, "Contract", filterable=True, sortable=True)
    document_sha256: str = expr(lambda ctx: func.encode(T.document_sha256, "hex"), "SHA-256 before the stamp")
    result_sha256: str = expr(lambda ctx: func.encode(T.result_sha256, "hex"), "SHA-256 of the signed file")
    address: str | None = column(T.address, "Address of the person")
    device: str | None = column(T.device, "Program of the person")
    by_grant: bool = expr(lambda ctx: T.grant_id.is_not(None), "Whether under a grant")
    by_approval: bool = expr(lambda ctx: T.change_id.is_not(None), "Whether under an approval")
    seal: Seal | None = one("Seal", "Seal", on=lambda stamping, seal: seal.id == stamping.seal_id)
    member: Member | None = one(
        "Member",
        "Who used it",
        on=lambda stamping, member: member.id == stamping.membership_id,
        permission="member.read",
        same_tenant=False,
    )
    merchant: Merchant | None = one(
        "Merchant",
        "Merchant whose seal it is; null for the bank's own",
        on=lambda stamping, merchant: merchant.id == stamping.merchant_id,
        permission="merchant.read",
    )
