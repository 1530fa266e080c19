"""Answers about trees and changes that no table holds."""

from uuid import UUID

import strawberry

from prepaid.core.errors import Locale
from prepaid.domains.identity.graph.permission_types import Role
from prepaid.domains.identity.reads import prune, role_tree
from prepaid.domains.identity.rules.effective import Verdict
from prepaid.domains.identity.rules.permissions import Gate, NodeKind, Permission
from prepaid.domains.identity.rules.template_diff import TemplateDifference
from prepaid.domains.identity.rules.tree import Check
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId


@strawberry.type(description="A node of a platform's tree, as one role has it.")
class RoleTreeNode:
    """One line of the tree editor."""

    id: strawberry.ID = strawberry.field(description="Global id of the node")
    parent_id: strawberry.ID | None = strawberry.field(description="Global id of the node above")
    code: str = strawberry.field(description="Code")
    kind: NodeKind = strawberry.field(description="What it stands for")
    name: str = strawberry.field(description="Name in the caller's language")
    feature: str | None = strawberry.field(description="Feature that a merchant needs for it")
    gate: Gate | None = strawberry.field(description="What a merchant's state may close")
    check: Check = strawberry.field(description="State of its box")
    granted: bool = strawberry.field(description="Whether the role holds the node itself")


@strawberry.type(description="Somebody whom a change concerns.")
class AffectedMember:
    """A member with what he loses, if anything."""

    id: strawberry.ID = strawberry.field(description="Global id of the member")
    name: str = strawberry.field(description="Name")
    loses: list[str] = strawberry.field(description="Codes that he loses")


@strawberry.type(description="What saving a difference of grants would do.")
class RoleGrantsPreview:
    """Shown before a save."""

    adds: list[str] = strawberry.field(description="Codes that the role would gain, ancestors included")
    removes: list[str] = strawberry.field(description="Codes that it would lose, with all below them")
    member_count: int = strawberry.field(description="How many members have the role")
    members: list[AffectedMember] = strawberry.field(description="The first 200 of them by name")


@strawberry.type(description="What a role would lose.")
class AffectedRole:
    """A role in the preview of a prune."""

    id: strawberry.ID = strawberry.field(description="Global id of the role")
    name: str = strawberry.field(description="Name in the caller's language")
    loses: list[str] = strawberry.field(description="Codes that it loses")
    member_count: int = strawberry.field(description="Members who have it")
    token_count: int = strawberry.field(description="Live API tokens that have it")


@strawberry.type(description="What removing a permission node would take from whom.")
class PrunePreview:
    """Shown before a prune."""

    codes: list[str] = strawberry.field(description="The node and all below it")
    roles: list[AffectedRole] = strawberry.field(description="Roles that hold any of them")
    members: list[AffectedMember] = strawberry.field(description="The first 200 members by name")


@strawberry.type(description="What a role would gain and lose by an import.")
class ImportedRole:
    """A role that is there before and after."""

    code: str = strawberry.field(description="Code")
    renamed: bool = strawberry.field(description="Whether its names change")
    gains: list[str] = strawberry.field(description="Codes that it gains")
    loses: list[str] = strawberry.field(description="Codes that it loses")


@strawberry.type(description="What importing a document into a platform would change.")
class TemplateImportPreview:
    """Shown before an import."""

    changes_head: bool = strawberry.field(description="Whether names or limits of the platform itself change")
    nodes_added: list[str] = strawberry.field(description="Codes of new nodes")
    nodes_removed: list[str] = strawberry.field(description="Codes of nodes that go")
    nodes_changed: list[str] = strawberry.field(description="Codes of nodes that change or move")
    roles_added: list[str] = strawberry.field(description="Codes of new roles")
    roles_removed: list[str] = strawberry.field(description="Codes of roles that go")
    roles_changed: list[ImportedRole] = strawberry.field(description="Roles that change")


@strawberry.type(description="Something that the system asks permission for.")
class KnownPermission:
    """An entry of the catalogue."""

    code: str = strawberry.field(description="Code")
    kind: NodeKind = strawberry.field(description="What it stands for")
    name: str = strawberry.field(description="Name in the caller's language")
    name_zh: str = strawberry.field(description="Chinese name")
    name_en: str = strawberry.field(description="English name")
    parent: str | None = strawberry.field(description="Code of the page it usually stands under")
    feature: str | None = strawberry.field(description="Feature that it needs")
    gate: Gate | None = strawberry.field(description="What a merchant's state may close")


@strawberry.type(description="Why a member may do something or not.")
class PermissionExplanation:
    """A verdict with its grounds."""

    verdict: Verdict = strawberry.field(description="What was found")
    roles: list[Role] = strawberry.field(description="Roles that grant it")


def tree_node_shown(node: role_tree.TreeNode, locale: Locale) -> RoleTreeNode:
    """A node as the tree editor gets it."""
    return RoleTreeNode(
        id=_id("PermissionNode", node.id),
        parent_id=_id("PermissionNode", node.parent_id) if node.parent_id is not None else None,
        code=node.code,
        kind=NodeKind(node.kind),
        name=node.name_en if locale == "en" else node.name_zh,
        feature=node.feature,
        gate=Gate(node.gate) if node.gate is not None else None,
        check=node.check,
        granted=node.granted,
    )


def role_grants_shown(preview: role_tree.GrantsPreview) -> RoleGrantsPreview:
    """A preview as the tree editor gets it."""
    return RoleGrantsPreview(
        adds=list(preview.adds),
        removes=list(preview.removes),
        member_count=preview.member_count,
        members=[
            AffectedMember(id=_id("Member", member, tenant), name=name, loses=[])
            for tenant, member, name in preview.members
        ],
    )


def prune_shown(preview: prune.PrunePreview, locale: Locale) -> PrunePreview:
    """A preview as the tree editor gets it."""
    return PrunePreview(
        codes=list(preview.codes),
        roles=[
            AffectedRole(
                id=_id("Role", role.role_id),
                name=role.name_en if locale == "en" else role.name_zh,
                loses=list(role.codes),
                member_count=role.members,
                token_count=role.tokens,
            )
            for role in preview.roles
        ],
        members=[
            AffectedMember(
                id=_id("Member", member.membership_id, member.merchant_id),
                name=member.display_name,
                loses=list(member.codes),
            )
            for member in preview.members
        ],
    )


def template_import_shown(difference: TemplateDifference) -> TemplateImportPreview:
    """A difference as the import page gets it."""
    return TemplateImportPreview(
        changes_head=difference.head,
        nodes_added=list(difference.nodes_added),
        nodes_removed=list(difference.nodes_removed),
        nodes_changed=list(difference.nodes_changed),
        roles_added=list(difference.roles_added),
        roles_removed=list(difference.roles_removed),
        roles_changed=[
            ImportedRole(code=role.code, renamed=role.renamed, gains=list(role.gains), loses=list(role.loses))
            for role in difference.roles_changed
        ],
    )


def known_permission(permission: Permission, locale: Locale) -> KnownPermission:
    """An entry of the catalogue."""
    return KnownPermission(
        code=permission.code,
        kind=permission.kind,
        name=permission.en if locale == "en" else permission.zh,
        name_zh=permission.zh,
        name_en=permission.en,
        parent=permission.parent,
        feature=permission.feature,
        gate=permission.gate,
    )


def _id(type_name: str, row_id: UUID, tenant: UUID = PLATFORM_TENANT) -> strawberry.ID:
    return strawberry.ID(GlobalId(type_name, tenant, row_id).encode())
