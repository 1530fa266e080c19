"""Mutations of members."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from prepaid.domains.identity.commands import add_member as adding
from prepaid.domains.identity.commands import change_member_roles as changing_roles
from prepaid.domains.identity.commands import change_member_scope as changing_scope
from prepaid.domains.identity.commands import remove_member as removing
from prepaid.domains.identity.commands import resume_member as resuming
from prepaid.domains.identity.commands import reveal as revealing
from prepaid.domains.identity.commands import reveal_member as _reveal_member  # noqa: F401 - registers its fields
from prepaid.domains.identity.commands import suspend_member as suspending
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.member_inputs import (
    AddMemberInput,
    ChangeMemberRolesInput,
    ChangeMemberScopeInput,
    MemberStatusInput,
    RevealFieldInput,
)
from prepaid.domains.identity.graph.member_types import Member
from prepaid.domains.identity.models import Membership
from prepaid.graph.types import SIGNED_IN, GlobalID, MutationContext, mutation, ref
from prepaid.kit.ids import PLATFORM_TENANT

SAVED = {"member": Member, "change_request": ChangeRequest}


@mutation(permission="member.add", idempotent=True, payload=SAVED)
async def add_member(ctx: MutationContext, input: AddMemberInput) -> Mapping[str, Any]:
    """Make a person a member and invite him; roles of bank staff wait until a second person agrees."""
    person = adding.NewMember(
        tenant=_tenant(ctx, input.merchant_id),
        template_id=input.template_id.of("PlatformTemplate", path=("templateId",)).id,
        login=input.login,
        display_name=input.display_name,
        role_ids=_roles(input.role_ids),
        scope=input.scope.read(),
        staff_number=input.staff_number,
    )
    services = ctx.services
    saved = await adding.add_member(
        ctx.tx,
        ctx.actor,
        keyring=services.keyring,
        data_keys=services.data_keys,
        person=person,
        reason=input.reason or "",
    )
    return _saved(saved)


@mutation(permission="member.roles", payload=SAVED)
async def change_member_roles(ctx: MutationContext, input: ChangeMemberRolesInput) -> Mapping[str, Any]:
    """Make a member's roles exactly these; for bank staff once a second person agrees."""
    saved = await changing_roles.change_member_roles(
        ctx.tx, ctx.actor, **_which(input.member_id), role_ids=_roles(input.role_ids), reason=input.reason or ""
    )
    return _saved(saved)


@mutation(permission="member.scope", payload=SAVED)
async def change_member_scope(ctx: MutationContext, input: ChangeMemberScopeInput) -> Mapping[str, Any]:
    """Change which data a member works on; for bank staff once a second person agrees."""
    saved = await changing_scope.change_member_scope(
        ctx.tx, ctx.actor, **_which(input.member_id), scope=input.scope.read(), reason=input.reason or ""
    )
    return _saved(saved)


@mutation(permission="member.suspend", payload={"member": Member})
async def suspend_member(ctx: MutationContext, input: MemberStatusInput) -> Mapping[str, Any]:
    """Take a member's access away for a while; his sessions end."""
    member = await suspending.suspend_member(ctx.tx, ctx.actor, **_which(input.member_id), reason=input.reason)
    return {"member": _ref(member)}


@mutation(permission="member.suspend", payload={"member": Member})
async def resume_member(ctx: MutationContext, input: MemberStatusInput) -> Mapping[str, Any]:
    """Let a suspended member work again."""
    member = await resuming.resume_member(ctx.tx, ctx.actor, **_which(input.member_id), reason=input.reason)
    return {"member": _ref(member)}


@mutation(permission="member.remove", payload={"member": Member})
async def remove_member(ctx: MutationContext, input: MemberStatusInput) -> Mapping[str, Any]:
    """End a membership for good; the member's sessions end."""
    member = await removing.remove_member(ctx.tx, ctx.actor, **_which(input.member_id), reason=input.reason)
    return {"member": _ref(member)}


@mutation(permission=SIGNED_IN, step_up=True, payload={"value": str})
async def reveal_field(ctx: MutationContext, input: RevealFieldInput) -> Mapping[str, Any]:
    """Show a masked value once. The field has a permission of its own; who, what and why stay in the audit trail."""
    value = await revealing.reveal(
        ctx.tx,
        ctx.actor,
        data_keys=ctx.services.data_keys,
        type_name=input.id.type_code,
        tenant=input.id.tenant,
        row_id=input.id.id,
        field=input.field,
        reason=input.reason,
    )
    return {"value": value}


def _tenant(ctx: MutationContext, merchant_id: GlobalID | None) -> UUID:
    if merchant_id is not None:
        return merchant_id.of("Merchant", path=("merchantId",)).id
    return ctx.actor.merchant_id or PLATFORM_TENANT


def _roles(given: list[GlobalID]) -> list[UUID]:
    return [role.of("Role", path=("roleIds",)).id for role in given]


def _which(member_id: GlobalID) -> dict[str, Any]:
    found = member_id.of("Member", path=("memberId",))
    return {"tenant": found.tenant, "membership_id": found.id}


def _ref(member: Membership) -> Any:
    return ref(Member, member.merchant_id, member.id)


def _saved(saved: changing_roles.MemberSaved) -> Mapping[str, Any]:
    change = saved.change
    return {
        "member": _ref(saved.member),
        "change_request": change and ref(ChangeRequest, change.merchant_id, change.id),
    }
