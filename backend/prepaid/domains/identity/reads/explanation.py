"""Why somebody may do something or not, in Casbin's own words."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from prepaid.core.errors import NotFound
from prepaid.domains.identity.reads.casbin_policy import load_oracle
from prepaid.domains.identity.reads.policy_store import PolicyStore
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.identity.rules.effective import Switches, Verdict, judge
from prepaid.domains.identity.rules.permissions import NodeKind

MEMBER: Final = """
SELECT m.template_id, m.status, m.merchant_id, me.features, me.gate, t.features AS type_features,
  array_agg(r.role_id) FILTER (WHERE r.role_id IS NOT NULL) AS roles
FROM membership m
LEFT JOIN membership_role r ON r.merchant_id = m.merchant_id AND r.membership_id = m.id
LEFT JOIN merchant me ON me.id = m.merchant_id
LEFT JOIN merchant_type_features t ON t.type_code = me.type_code
WHERE m.merchant_id = $1 AND m.id = $2
GROUP BY m.merchant_id, m.id, me.id, t.type_code
"""
NODE: Final = "SELECT kind FROM permission_node WHERE template_id = $1 AND code = $2"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The verdict, and the roles by which Casbin allows the node."""

    verdict: Verdict
    role_ids: tuple[UUID, ...]


async def explain(source: Fetches, tenant: UUID, membership_id: UUID, code: str) -> Explanation:
    """Whether a member may do what a code stands for, and if not, what takes it from him.

    Raises:
        NotFound: no such member, not for this caller, or no such node in his platform.
    """
    rows = await source.fetch(MEMBER, tenant, membership_id)
    if not rows:
        raise NotFound(path=("memberId",))
    member = rows[0]
    nodes = await source.fetch(NODE, member["template_id"], code)
    if not nodes:
        raise NotFound(path=("code",))
    roles = tuple(member["roles"] or ()) if member["status"] == "ACTIVE" else ()
    oracle = await load_oracle(source, member["template_id"], roles)
    kind = NodeKind(nodes[0]["kind"])
    granting = tuple(role for role in roles if oracle.allows([role], code, kind))
    if not granting:
        return Explanation(Verdict.NOT_GRANTED, ())
    switches = None
    if member["gate"] is not None:
        switches = Switches.of(member["type_features"], member["features"], member["gate"])
    granted = await PolicyStore().granted(source, member["template_id"], frozenset(granting))
    found = next((node for node in granted if node.code == code), None)
    return Explanation(judge(found, switches), granting)
