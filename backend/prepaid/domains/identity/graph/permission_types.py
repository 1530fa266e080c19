"""Platform templates, permission nodes and roles as they are read."""

from sqlalchemy import ColumnElement, func, select

from prepaid.core.actor import DbRole
from prepaid.domains.identity import models as m
from prepaid.domains.identity.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.identity.reads.obstacles import ROLE_IN_USE
from prepaid.domains.identity.rules.permissions import Audience, Gate, NodeKind
from prepaid.domains.identity.rules.standing import SecondFactor, TemplateStatus
from prepaid.graph.types import (
    SIGNED_IN,
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


def _own_platform(ctx: PlanContext, row: Row, column_name: str) -> list[ColumnElement[bool]]:
    """Everybody knows his own platform; the bank knows all of them."""
    if ctx.db_role is DbRole.BANK:
        return []
    own = select(m.PlatformTemplate.id).where(m.PlatformTemplate.code == ctx.actor_param("template"))
    return [getattr(row, column_name) == own.scalar_subquery()]


def _here(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.status != "LEFT"


@graph_type(m.PlatformTemplate, permission=SIGNED_IN, scope=lambda ctx, row: _own_platform(ctx, row, "id"))
class PlatformTemplate:
    """A platform as a record (平台模版): it owns a permission tree and roles."""

    code: str = column(m.PlatformTemplate.code, "Code, unique", filterable=True, sortable=True)
    name: str = expr(
        lambda ctx: m.PlatformTemplate.name_en if ctx.locale == "en" else m.PlatformTemplate.name_zh,
        "Name in the caller's language",
    )
    name_zh: str = column(m.PlatformTemplate.name_zh, "Chinese name", filterable=True)
    name_en: str = column(m.PlatformTemplate.name_en, "English name", filterable=True)
    audience: Audience = column(m.PlatformTemplate.audience, "Whose staff or users its members are", filterable=True)
    second_factor: SecondFactor = column(m.PlatformTemplate.second_factor, "Whether signing in takes two factors")
    idle_minutes: int = column(m.PlatformTemplate.idle_minutes, "Minutes after which an idle session ends")
    status: TemplateStatus = column(m.PlatformTemplate.status, "Whether it is in use", filterable=True)
    version: int = column(m.PlatformTemplate.version, "Raised by every change of the tree; an editor sends it back")
    nodes: list["PermissionNode"] = many(
        "PermissionNode", "The tree, siblings in their order", order_by=lambda row: [row.position, row.id]
    )
    roles: list["Role"] = many("Role", "Its roles")
    role_count: int = aggregate("count", "Role", "Number of roles")
    member_count: int = aggregate("count", "Member", "Members who have not left", where=_here, permission="member.read")


@graph_type(m.PermissionNode, permission=SIGNED_IN, scope=lambda ctx, row: _own_platform(ctx, row, "template_id"))
class PermissionNode:
    """A node of a platform's permission tree (权限节点)."""

    code: str = column(m.PermissionNode.code, "Code; what the system asks for", filterable=True, sortable=True)
    kind: NodeKind = column(m.PermissionNode.kind, "What it stands for", filterable=True)
    name: str = expr(
        lambda ctx: m.PermissionNode.name_en if ctx.locale == "en" else m.PermissionNode.name_zh,
        "Name in the caller's language",
    )
    name_zh: str = column(m.PermissionNode.name_zh, "Chinese name")
    name_en: str = column(m.PermissionNode.name_en, "English name")
    position: int = column(m.PermissionNode.position, "Place among its siblings, from 0", sortable=True)
    feature: str | None = column(m.PermissionNode.feature, "Feature that a merchant needs for it")
    gate: Gate | None = column(m.PermissionNode.gate, "What a merchant's state may close")
    parent: "PermissionNode | None" = one("PermissionNode", "The node above")
    template: PlatformTemplate | None = one("PlatformTemplate", "Platform that owns the tree")
    roles: list["Role"] = many("Role", "Roles that hold it", via=m.RoleGrant, permission="role.read")


@graph_type(m.Role, permission=SIGNED_IN, scope=lambda ctx, row: _own_platform(ctx, row, "template_id"))
class Role:
    """A role of one platform (角色)."""

    code: str = column(m.Role.code, "Code, unique in its platform", filterable=True, sortable=True)
    name: str = expr(
        lambda ctx: m.Role.name_en if ctx.locale == "en" else m.Role.name_zh, "Name in the caller's language"
    )
    name_zh: str = column(m.Role.name_zh, "Chinese name", filterable=True, sortable=True)
    name_en: str = column(m.Role.name_en, "English name", filterable=True, sortable=True)
    description: str = column(m.Role.description, "What it is for, in Chinese")
    description_en: str = column(m.Role.description_en, "What it is for, in English")
    summary: str = expr(
        lambda ctx: func.coalesce(
            func.nullif(m.Role.description_en if ctx.locale == "en" else m.Role.description, ""),
            m.Role.description,
            m.Role.description_en,
        ),
        "What it is for, in the caller's language as far as it was written",
    )
    version: int = column(m.Role.version, "Raised by every change; an editor sends it back")
    available_actions: list[ActionState] = actions(
        action("updateRole"), action("saveRoleGrants"), action("deleteRole", ROLE_IN_USE)
    )
    template: PlatformTemplate | None = one("PlatformTemplate", "Platform that owns it")
    grants: list[PermissionNode] = many("PermissionNode", "Nodes that it holds", via=m.RoleGrant)
    members: Connection["Member"] = connection(  # type: ignore[name-defined] # noqa: F821
        "Member", "Who has it", via=m.MembershipRole, where=_here, permission="member.read"
    )
    member_count: int = aggregate(
        "count", "Member", "How many have it", via=m.MembershipRole, where=_here, permission="member.read"
    )
