"""What removing a permission node would take from whom: the preview of a prune."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from prepaid.core.errors import NotFound
from prepaid.domains.identity.reads.rows import Fetches

SUBTREE: Final = """
WITH RECURSIVE pruned AS (
  SELECT template_id, id, code FROM permission_node WHERE template_id = $1 AND id = $2
  UNION
  SELECT n.template_id, n.id, n.code FROM permission_node n
  JOIN pruned p ON n.template_id = p.template_id AND n.parent_id = p.id
)
SELECT id, code FROM pruned
"""

ROLES: Final = """
SELECT r.id, r.name_zh, r.name_en, array_agg(n.code ORDER BY n.code) AS codes,
  (SELECT count(*) FROM membership_role h
   JOIN membership m ON m.merchant_id = h.merchant_id AND m.id = h.membership_id
   WHERE h.role_id = r.id AND m.status <> 'LEFT') AS members,
  (SELECT count(*) FROM api_token_role h JOIN api_token k ON k.merchant_id = h.merchant_id AND k.id = h.token_id
   WHERE h.role_id = r.id AND k.revoked_at IS NULL) AS tokens
FROM permission_node n
JOIN role_grant g ON g.template_id = n.template_id AND g.node_id = n.id
JOIN role r ON r.id = g.role_id
WHERE n.id = ANY ($1)
GROUP BY r.id ORDER BY r.id
"""

MEMBERS: Final = """
SELECT m.merchant_id, m.id, m.display_name, array_agg(DISTINCT n.code ORDER BY n.code) AS codes
FROM permission_node n
JOIN role_grant g ON g.template_id = n.template_id AND g.node_id = n.id
JOIN membership_role h ON h.template_id = g.template_id AND h.role_id = g.role_id
JOIN membership m ON m.merchant_id = h.merchant_id AND m.id = h.membership_id AND m.status <> 'LEFT'
WHERE n.id = ANY ($1)
GROUP BY m.merchant_id, m.id ORDER BY m.display_name, m.id LIMIT $2
"""

MOST_MEMBERS: Final = 200


@dataclass(frozen=True, slots=True)
class RoleLoss:
    """A role and the codes it would lose; how many members and live tokens have it."""

    role_id: UUID
    name_zh: str
    name_en: str
    codes: tuple[str, ...]
    members: int
    tokens: int


@dataclass(frozen=True, slots=True)
class MemberLoss:
    """A member and the codes he would lose, whichever of his roles they come from."""

    merchant_id: UUID
    membership_id: UUID
    display_name: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PrunePreview:
    """What goes with a node: codes in the order of the tree, roles, and the first 200 members by name."""

    codes: tuple[str, ...]
    roles: tuple[RoleLoss, ...]
    members: tuple[MemberLoss, ...]


async def preview_prune(source: Fetches, template_id: UUID, node_id: UUID) -> PrunePreview:
    """Whom removing the node would take something from.

    Raises:
        NotFound: no such node in this template.
    """
    pruned = await source.fetch(SUBTREE, template_id, node_id)
    if not pruned:
        raise NotFound(path=("nodeId",))
    node_ids = [row["id"] for row in pruned]
    roles = await source.fetch(ROLES, node_ids)
    members = await source.fetch(MEMBERS, node_ids, MOST_MEMBERS)
    return PrunePreview(
        tuple(row["code"] for row in pruned),
        tuple(
            RoleLoss(r["id"], r["name_zh"], r["name_en"], tuple(r["codes"]), r["members"], r["tokens"]) for r in roles
        ),
        tuple(MemberLoss(r["merchant_id"], r["id"], r["display_name"], tuple(r["codes"])) for r in members),
    )
