"""A role's tri-state tree, and whom a change of its grants concerns."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from prepaid.core.errors import NotFound
from prepaid.domains.identity.errors.permissions import NodeOfOtherTemplate
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.identity.rules.tree import Check, Tree, UnknownNode, difference

NODES: Final = """
SELECT n.id, n.parent_id, n.code, n.kind, n.name_zh, n.name_en, n.feature, n.gate, g.node_id IS NOT NULL AS granted
FROM role r
JOIN permission_node n ON n.template_id = r.template_id
LEFT JOIN role_grant g ON g.template_id = n.template_id AND g.node_id = n.id AND g.role_id = r.id
WHERE r.id = $1
ORDER BY n.position, n.id
"""
HOLDERS: Final = """
SELECT m.merchant_id, m.id, m.display_name, count(*) OVER () AS members
FROM membership_role h
JOIN membership m ON m.merchant_id = h.merchant_id AND m.id = h.membership_id
WHERE h.role_id = $1 AND m.status <> 'LEFT'
ORDER BY m.display_name, m.id LIMIT $2
"""
ROLE: Final = "SELECT id FROM role WHERE id = $1"
MOST_MEMBERS: Final = 200


@dataclass(frozen=True, slots=True)
class TreeNode:
    """A node of the template's whole tree, as one role has it."""

    id: UUID
    parent_id: UUID | None
    code: str
    kind: str
    name_zh: str
    name_en: str
    feature: str | None
    gate: str | None
    check: Check
    granted: bool


@dataclass(frozen=True, slots=True)
class GrantsPreview:
    """What a save would change, in the order of the tree, and who has the role (the first 200 by name)."""

    adds: tuple[str, ...]
    removes: tuple[str, ...]
    member_count: int
    members: tuple[tuple[UUID, UUID, str], ...]
    """Tenant, membership, display name."""


async def role_tree(source: Fetches, role_id: UUID) -> list[TreeNode]:
    """Every node of the role's template, parents before their children.

    Raises:
        NotFound: no such role.
    """
    rows, tree, granted = await _load(source, role_id)
    checks = tree.checks(granted)
    return [
        TreeNode(
            node,
            rows[node]["parent_id"],
            rows[node]["code"],
            rows[node]["kind"],
            rows[node]["name_zh"],
            rows[node]["name_en"],
            rows[node]["feature"],
            rows[node]["gate"],
            check,
            node in granted,
        )
        for node, check in checks.items()
    ]


async def preview_grants(
    source: Fetches, role_id: UUID, *, add: Collection[UUID], remove: Collection[UUID]
) -> GrantsPreview:
    """What saving this difference would do, and whom it concerns; changes nothing.

    Raises:
        NotFound, NodeOfOtherTemplate.
    """
    rows, tree, granted = await _load(source, role_id)
    try:
        change = difference(granted, tree.apply(granted, add=add, remove=remove))
    except UnknownNode as error:
        raise NodeOfOtherTemplate(path=("add",)) from error
    holders = await source.fetch(HOLDERS, role_id, MOST_MEMBERS)
    return GrantsPreview(
        tuple(rows[node]["code"] for node in tree.order if node in change.add),
        tuple(rows[node]["code"] for node in tree.order if node in change.remove),
        holders[0]["members"] if holders else 0,
        tuple((row["merchant_id"], row["id"], row["display_name"]) for row in holders),
    )


async def _load(source: Fetches, role_id: UUID) -> tuple[dict[UUID, Any], Tree[UUID], frozenset[UUID]]:
    rows = {row["id"]: row for row in await source.fetch(NODES, role_id)}
    if not rows and not await source.fetch(ROLE, role_id):
        raise NotFound(path=("roleId",))
    tree = Tree({node: row["parent_id"] for node, row in rows.items()})
    return rows, tree, frozenset(node for node, row in rows.items() if row["granted"])
