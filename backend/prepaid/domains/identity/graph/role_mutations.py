"""Mutations of roles."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.identity.commands import create_role as creating
from prepaid.domains.identity.commands import delete_role as deleting
from prepaid.domains.identity.commands import save_role_grants as granting
from prepaid.domains.identity.commands import update_role as updating
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.permission_inputs import (
    CreateRoleInput,
    DeleteRoleInput,
    SaveRoleGrantsInput,
    UpdateRoleInput,
)
from prepaid.domains.identity.graph.permission_types import Role
from prepaid.graph.types import MutationContext, mutation, ref


@mutation(permission="role.edit", payload={"role": Role})
async def create_role(ctx: MutationContext, input: CreateRoleInput) -> Mapping[str, Any]:
    """Make a role that may do nothing yet."""
    role = await creating.create_role(
        ctx.tx,
        ctx.actor,
        template_id=input.template_id.of("PlatformTemplate", path=("templateId",)).id,
        code=input.code,
        name_zh=input.name_zh,
        name_en=input.name_en,
        description=input.description or "",
        description_en=input.description_en or "",
    )
    return {"role": ref(Role, None, role.id)}


@mutation(permission="role.edit", payload={"role": Role})
async def update_role(ctx: MutationContext, input: UpdateRoleInput) -> Mapping[str, Any]:
    """Change a role's names; its code stays."""
    role = await updating.update_role(
        ctx.tx,
        ctx.actor,
        role_id=input.role_id.of("Role", path=("roleId",)).id,
        name_zh=input.name_zh,
        name_en=input.name_en,
        description=input.description or "",
        description_en=input.description_en or "",
        expected_version=input.expected_version,
    )
    return {"role": ref(Role, None, role.id)}


@mutation(permission="role.edit")
async def delete_role(ctx: MutationContext, input: DeleteRoleInput) -> Mapping[str, Any]:
    """Delete a role that nobody has."""
    role_id = input.role_id.of("Role", path=("roleId",)).id
    await deleting.delete_role(ctx.tx, ctx.actor, role_id=role_id, expected_version=input.expected_version)
    return {}


@mutation(permission="role.grant", payload={"role": Role, "change_request": ChangeRequest})
async def save_role_grants(ctx: MutationContext, input: SaveRoleGrantsInput) -> Mapping[str, Any]:
    """Save what a role gains and loses; for roles of bank staff once a second person agrees."""
    saved = await granting.save_role_grants(
        ctx.tx,
        ctx.actor,
        role_id=input.role_id.of("Role", path=("roleId",)).id,
        add=[node.of("PermissionNode", path=("add",)).id for node in input.add],
        remove=[node.of("PermissionNode", path=("remove",)).id for node in input.remove],
        expected_version=input.expected_version,
        reason=input.reason or "",
    )
    change = saved.change
    return {
        "role": ref(Role, None, saved.role.id),
        "change_request": change and ref(ChangeRequest, change.merchant_id, change.id),
    }
