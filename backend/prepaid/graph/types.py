"""What the `graph/` folders of the slices import: declarations of types, root fields and mutations.

# domains/<slice>/graph/types.py
@graph_type(m.Role, permission="role.read")
class Role:
    '''A role of a platform template (角色).'''

    code: str = column(m.Role.code, "Code, unique in its template", filterable=True, sortable=True)
    name: str = expr(lambda ctx: m.Role.name_en if ctx.locale == "en" else m.Role.name_zh, "Name")
    phone: str | None = column(m.Member.phone, "Phone", permission="member.phone")
    template: "Template" = one("Template", "Template that owns the role")
    grants: list["PermissionNode"] = many("PermissionNode", "Granted nodes", via=m.RoleGrant)
    members: Connection["Member"] = connection("Member", "Who holds it", via=m.MembershipRole)
    member_count: int = aggregate("count", "Member", "How many hold it", via=m.MembershipRole)
    available_actions: list[ActionState] = actions(action("saveRole"), action("deleteRole", IN_USE))

# domains/<slice>/reads/<row>_obstacles.py (core/obstacles.py): the command refuses by the same declaration
IN_USE = Obstacle(RoleInUse, lambda ask: exists().where(m.MembershipRole.role_id == m.Role.id))

# domains/<slice>/graph/queries.py
root_connection("roles", Role, "Roles", permission="role.read", search=[m.Role.name_zh, m.Role.code])
root_one("role", Role, "One role", permission="role.read")

# domains/<slice>/graph/mutations.py
@mutation(permission="role.edit", step_up=True, payload={"role": Role})
async def save_role(ctx: MutationContext, input: SaveRoleInput) -> Mapping[str, Any]:
    '''Save a role's grants.'''
    role = await commands.save_role(ctx.tx, ctx.actor, …)
    return {"role": ref(Role, None, role.id)}
"""

from strawberry.scalars import JSON

from prepaid.core.obstacles import Obstacle
from prepaid.graph.context import GraphContext, Info
from prepaid.graph.declare.actions import ActionState, action, actions, extend_actions
from prepaid.graph.declare.fields import (
    Argument,
    aggregate,
    batch,
    column,
    connection,
    expr,
    many,
    one,
    one_of,
)
from prepaid.graph.declare.mutations import MutationContext, Ref, mutation, ref
from prepaid.graph.declare.plan_context import PlanContext
from prepaid.graph.declare.roots import (
    Figure,
    Grouping,
    query_field,
    root_aggregate,
    root_connection,
    root_list,
    root_node,
    root_one,
)
from prepaid.graph.declare.row import Row
from prepaid.graph.declare.types import Connection, extend, graph_type, graph_union
from prepaid.graph.enums import described_enum
from prepaid.graph.permissions import PUBLIC, SIGNED_IN
from prepaid.graph.scalars import Fen, GlobalID

__all__ = [
    "JSON",
    "PUBLIC",
    "SIGNED_IN",
    "ActionState",
    "Argument",
    "Connection",
    "Fen",
    "Figure",
    "GlobalID",
    "GraphContext",
    "Grouping",
    "Info",
    "MutationContext",
    "Obstacle",
    "PlanContext",
    "Ref",
    "Row",
    "action",
    "actions",
    "aggregate",
    "batch",
    "column",
    "connection",
    "described_enum",
    "expr",
    "extend",
    "extend_actions",
    "graph_type",
    "graph_union",
    "many",
    "mutation",
    "one",
    "one_of",
    "query_field",
    "ref",
    "root_aggregate",
    "root_connection",
    "root_list",
    "root_node",
    "root_one",
]
