"""Moving a permission node within its template's tree."""

from collections import defaultdict
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.identity.commands.policy import policy_changed
from prepaid.domains.identity.errors.permissions import MoveWouldGrant, NodePlaceWrong
from prepaid.domains.identity.models import PermissionNode, Role, RoleGrant
from prepaid.domains.identity.reads.templates import nodes_of, template_to_edit, tree_of
from prepaid.domains.identity.rules.permissions import CHILDREN, NodeKind


async def move_node(
    tx: WriteSession,
    actor: Actor,
    *,
    template_id: UUID,
    node_id: UUID,
    parent_id: UUID | None,
    position: int,
    expected_version: int,
) -> PermissionNode:
    """Put a node, with all below it, under another parent (None: top level) as child number `position`, from 0.

    A node is worth nothing without those above it, so whoever holds the node must hold the new ones already.

    Raises:
        NotFound, TemplateRetired, StaleObject.
        NodePlaceWrong: under itself, or under a kind that has no such children.
        MoveWouldGrant: roles hold the node and not the new place.
    """
    await policy_changed(tx, template_id)
    template = await template_to_edit(tx, template_id, expected_version)
    rows = await nodes_of(tx, template_id)
    nodes = {node.id: node for node in rows}
    if node_id not in nodes:
        raise NotFound(path=("nodeId",))
    if parent_id is not None:
        if parent_id not in nodes:
            raise NotFound(path=("parentId",))
        tree = tree_of(rows)
        if parent_id in tree.subtree(node_id) or nodes[node_id].kind not in CHILDREN[NodeKind(nodes[parent_id].kind)]:
            raise NodePlaceWrong(path=("parentId",))
        await _ensure_held(tx, template_id, node_id, {parent_id, *tree.ancestors(parent_id)})
    node = nodes[node_id]
    before = _place(node, nodes)
    _line_up(node, parent_id, position, rows)
    template.version += 1
    await tx.flush()
    await audit.record(
        tx,
        "node.moved",
        object_type="PlatformTemplate",
        object_id=template_id,
        before=before,
        after=_place(node, nodes),
    )
    return node


async def _ensure_held(tx: WriteSession, template_id: UUID, node_id: UUID, above: set[UUID]) -> None:
    """Every role that holds the node holds all that will stand above it."""
    holders = select(RoleGrant.role_id).filter_by(template_id=template_id, node_id=node_id)
    rows = await tx.execute(select(RoleGrant.role_id, RoleGrant.node_id).where(RoleGrant.role_id.in_(holders)))
    held: defaultdict[UUID, set[UUID]] = defaultdict(set)
    for role_id, granted in rows:
        held[role_id].add(granted)
    if lacking := [role_id for role_id, granted in held.items() if not above <= granted]:
        names = await tx.scalars(select(Role.name_zh).where(Role.id.in_(lacking)).order_by(Role.id))
        raise MoveWouldGrant(path=("parentId",), roles="、".join(names))


def _line_up(node: PermissionNode, parent_id: UUID | None, position: int, rows: list[PermissionNode]) -> None:
    siblings = [other for other in rows if other.parent_id == parent_id and other is not node]
    siblings.insert(max(0, position), node)
    node.parent_id = parent_id
    for place, sibling in enumerate(siblings):
        sibling.position = place


def _place(node: PermissionNode, nodes: dict[UUID, PermissionNode]) -> dict[str, object]:
    parent = nodes[node.parent_id].code if node.parent_id is not None else None
    return {"code": node.code, "parent": parent, "position": node.position}
