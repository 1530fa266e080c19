"""Root fields about platforms, roles and their trees."""

from typing import Annotated

import strawberry
from strawberry.scalars import JSON

from prepaid.domains.identity.commands.update_from_document import preview_update
from prepaid.domains.identity.graph.permission_previews import (
    KnownPermission,
    PermissionExplanation,
    PrunePreview,
    RoleGrantsPreview,
    RoleTreeNode,
    TemplateImportPreview,
    known_permission,
    prune_shown,
    role_grants_shown,
    template_import_shown,
    tree_node_shown,
)
from prepaid.domains.identity.graph.permission_types import PlatformTemplate, Role
from prepaid.domains.identity.graph.reading import as_document
from prepaid.domains.identity.models import Role as RoleRow
from prepaid.domains.identity.reads.explanation import explain
from prepaid.domains.identity.reads.prune import preview_prune
from prepaid.domains.identity.reads.role_tree import preview_grants, role_tree
from prepaid.domains.identity.rules.permissions import Audience, usable_in
from prepaid.graph.types import Argument, GlobalID, Info, query_field, ref, root_connection, root_list, root_one

root_list(
    "platformTemplates",
    PlatformTemplate,
    "All platforms, oldest first",
    permission="template.read",
)
root_one("platformTemplate", PlatformTemplate, "One platform", permission="template.read")
root_connection(
    "roles",
    Role,
    "Roles: of one's own platform, for the bank of all",
    permission="member.read",
    order_by=["code"],
    search=[RoleRow.name_zh, RoleRow.name_en, RoleRow.code],
    arguments={
        "template": Argument(GlobalID | None, "Of this platform", lambda row, value: row.template_id == value),
    },
)
root_one("role", Role, "One role", permission="member.read")

Id = Annotated[GlobalID, strawberry.argument(description="Its global id")]
Nodes = Annotated[list[GlobalID], strawberry.argument(description="Permission nodes")]


@query_field(permission="role.read")
async def role_permission_tree(info: Info, role_id: Id) -> list[RoleTreeNode]:
    """The whole permission tree of a role's platform with the role's boxes, parents before their children."""
    nodes = await role_tree(await info.context.read(), role_id.of("Role").id)
    return [tree_node_shown(node, info.context.actor.locale) for node in nodes]


@query_field(permission="role.grant")
async def preview_role_grants(info: Info, role_id: Id, add: Nodes, remove: Nodes) -> RoleGrantsPreview:
    """What saving this difference would change, and who has the role; changes nothing."""
    preview = await preview_grants(
        await info.context.read(),
        role_id.of("Role").id,
        add=[node.of("PermissionNode").id for node in add],
        remove=[node.of("PermissionNode").id for node in remove],
    )
    return role_grants_shown(preview)


@query_field(permission="node.prune")
async def preview_prune_permission_node(info: Info, template_id: Id, node_id: Id) -> PrunePreview:
    """Which roles and members would lose what if a node were removed; changes nothing."""
    preview = await preview_prune(
        await info.context.read(), template_id.of("PlatformTemplate").id, node_id.of("PermissionNode").id
    )
    return prune_shown(preview, info.context.actor.locale)


@query_field(permission="template.edit")
async def preview_platform_template_import(
    info: Info,
    template_id: Id,
    document: Annotated[JSON, strawberry.argument(description="Document in the export's format")],
) -> TemplateImportPreview:
    """What importing a document into a platform would change; changes nothing."""
    context = info.context
    async with context.database.write(context.actor) as tx:
        difference = await preview_update(
            tx, template_id=template_id.of("PlatformTemplate").id, document=as_document(document)
        )
    return template_import_shown(difference)


@query_field(permission="node.edit")
async def permission_catalogue(
    info: Info, audience: Annotated[Audience, strawberry.argument(description="Kind of platform")]
) -> list[KnownPermission]:
    """What the system asks permission for, as far as platforms of this kind may grant it."""
    return [known_permission(permission, info.context.actor.locale) for permission in usable_in(audience)]


@query_field(permission="role.read")
async def explain_permission(
    info: Info, member_id: Id, code: Annotated[str, strawberry.argument(description="Code of a permission node")]
) -> PermissionExplanation:
    """Why a member may do something or not: by which roles, or what takes it from him."""
    found = member_id.of("Member")
    explanation = await explain(await info.context.read(), found.tenant, found.id, code)
    roles = [ref(Role, None, role) for role in explanation.role_ids]
    return PermissionExplanation(verdict=explanation.verdict, roles=roles)  # type: ignore[arg-type]
