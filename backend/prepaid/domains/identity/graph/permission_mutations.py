"""Mutations of platforms and permission nodes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from strawberry.scalars import JSON

from prepaid.domains.identity.commands import copy_template as copying
from prepaid.domains.identity.commands import create_template as creating
from prepaid.domains.identity.commands import export_template as exporting
from prepaid.domains.identity.commands import import_template as importing
from prepaid.domains.identity.commands import move_node as moving
from prepaid.domains.identity.commands import prune_node as pruning
from prepaid.domains.identity.commands import rename_template as renaming
from prepaid.domains.identity.commands import retire_template as retiring
from prepaid.domains.identity.commands import save_node as saving
from prepaid.domains.identity.commands import update_from_document as updating
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.permission_inputs import (
    CopyPlatformTemplateInput,
    CreatePlatformTemplateInput,
    ExportPlatformTemplateInput,
    ImportIntoPlatformTemplateInput,
    ImportPlatformTemplateInput,
    MovePermissionNodeInput,
    PrunePermissionNodeInput,
    RenamePlatformTemplateInput,
    RetirePlatformTemplateInput,
    SavePermissionNodeInput,
)
from prepaid.domains.identity.graph.permission_types import PermissionNode, PlatformTemplate
from prepaid.domains.identity.graph.reading import as_document, optional_id
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref

TEMPLATE = {"platform_template": PlatformTemplate}
NODE = {"permission_node": PermissionNode}


@mutation(permission="template.edit", payload=TEMPLATE)
async def create_platform_template(ctx: MutationContext, input: CreatePlatformTemplateInput) -> Mapping[str, Any]:
    """Make an empty platform: no nodes, no roles, no members."""
    template = await creating.create_template(
        ctx.tx,
        ctx.actor,
        code=input.code,
        name_zh=input.name_zh,
        name_en=input.name_en,
        audience=input.audience,
        second_factor=input.second_factor.value,
        idle_minutes=input.idle_minutes,
    )
    return {"platform_template": ref(PlatformTemplate, None, template.id)}


@mutation(permission="template.edit", payload=TEMPLATE)
async def rename_platform_template(ctx: MutationContext, input: RenamePlatformTemplateInput) -> Mapping[str, Any]:
    """Change a platform's names and its idle limit."""
    template = await renaming.rename_template(
        ctx.tx,
        ctx.actor,
        template_id=_template(input.template_id),
        name_zh=input.name_zh,
        name_en=input.name_en,
        idle_minutes=input.idle_minutes,
        expected_version=input.expected_version,
    )
    return {"platform_template": ref(PlatformTemplate, None, template.id)}


@mutation(permission="template.edit", payload=TEMPLATE)
async def copy_platform_template(ctx: MutationContext, input: CopyPlatformTemplateInput) -> Mapping[str, Any]:
    """Make a new platform with the tree, roles and grants of another, and nobody in it."""
    template = await copying.copy_template(
        ctx.tx,
        ctx.actor,
        template_id=_template(input.template_id),
        code=input.code,
        name_zh=input.name_zh,
        name_en=input.name_en,
    )
    return {"platform_template": ref(PlatformTemplate, None, template.id)}


@mutation(permission="template.export", payload={"document": JSON})
async def export_platform_template(ctx: MutationContext, input: ExportPlatformTemplateInput) -> Mapping[str, Any]:
    """A platform's tree, roles and grants as a document; noted in the audit trail."""
    template_id = _template(input.template_id)
    return {"document": await exporting.export_template(ctx.tx, ctx.actor, template_id=template_id)}


@mutation(permission="template.edit", payload=TEMPLATE)
async def import_platform_template(ctx: MutationContext, input: ImportPlatformTemplateInput) -> Mapping[str, Any]:
    """Make a new platform from a document."""
    document = as_document(input.document)
    template = await importing.import_template(ctx.tx, ctx.actor, document=document, code=input.code)
    return {"platform_template": ref(PlatformTemplate, None, template.id)}


@mutation(permission="template.edit", payload={**TEMPLATE, "change_request": ChangeRequest})
async def import_into_platform_template(
    ctx: MutationContext, input: ImportIntoPlatformTemplateInput
) -> Mapping[str, Any]:
    """Make a platform what a document says; for platforms of bank staff once a second person agrees."""
    saved = await updating.update_from_document(
        ctx.tx,
        ctx.actor,
        template_id=_template(input.template_id),
        document=as_document(input.document),
        expected_version=input.expected_version,
        reason=input.reason or "",
    )
    change = saved.change
    return {
        "platform_template": ref(PlatformTemplate, None, saved.template.id),
        "change_request": change and ref(ChangeRequest, change.merchant_id, change.id),
    }


@mutation(permission="template.retire", step_up=True, payload=TEMPLATE)
async def retire_platform_template(ctx: MutationContext, input: RetirePlatformTemplateInput) -> Mapping[str, Any]:
    """Close a platform for all its members and tokens."""
    template = await retiring.retire_template(
        ctx.tx,
        ctx.actor,
        template_id=_template(input.template_id),
        expected_version=input.expected_version,
        reason=input.reason,
    )
    return {"platform_template": ref(PlatformTemplate, None, template.id)}


@mutation(permission="node.edit", payload=NODE)
async def save_permission_node(ctx: MutationContext, input: SavePermissionNodeInput) -> Mapping[str, Any]:
    """Add a permission node, which nobody holds yet, or change one; code and kind of a node stay."""
    values = saving.NodeValues(
        code=input.code,
        kind=input.kind,
        name_zh=input.name_zh,
        name_en=input.name_en,
        parent_id=optional_id(input.parent_id, "PermissionNode", "parentId"),
        feature=input.feature,
        gate=input.gate,
    )
    node = await saving.save_node(
        ctx.tx,
        ctx.actor,
        template_id=_template(input.template_id),
        node_id=optional_id(input.node_id, "PermissionNode", "nodeId"),
        values=values,
        expected_version=input.expected_version,
    )
    return {"permission_node": ref(PermissionNode, None, node.id)}


@mutation(permission="node.edit", payload=NODE)
async def move_permission_node(ctx: MutationContext, input: MovePermissionNodeInput) -> Mapping[str, Any]:
    """Put a node with all below it elsewhere in its tree; refused when that would give somebody a page."""
    node = await moving.move_node(
        ctx.tx,
        ctx.actor,
        template_id=_template(input.template_id),
        node_id=input.node_id.of("PermissionNode", path=("nodeId",)).id,
        parent_id=optional_id(input.parent_id, "PermissionNode", "parentId"),
        position=input.position,
        expected_version=input.expected_version,
    )
    return {"permission_node": ref(PermissionNode, None, node.id)}


@mutation(permission="node.prune", payload=TEMPLATE)
async def prune_permission_node(ctx: MutationContext, input: PrunePermissionNodeInput) -> Mapping[str, Any]:
    """Remove a node with everything below it, also from all roles; `previewPrunePermissionNode` shows whose."""
    template = await pruning.prune_node(
        ctx.tx,
        ctx.actor,
        template_id=_template(input.template_id),
        node_id=input.node_id.of("PermissionNode", path=("nodeId",)).id,
        expected_version=input.expected_version,
        reason=input.reason,
    )
    return {"platform_template": ref(PlatformTemplate, None, template.id)}


def _template(given: GlobalID) -> UUID:
    return given.of("PlatformTemplate", path=("templateId",)).id
