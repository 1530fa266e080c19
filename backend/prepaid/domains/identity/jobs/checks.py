"""What `prepaid verify` checks of identity, beyond what the database's own constraints refuse at any time."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any, Final

import asyncpg
import orjson

from prepaid.core.actor import ScopeKind
from prepaid.core.findings import Finding, check
from prepaid.domains.identity.commands.change_kinds import CHANGE_KINDS
from prepaid.domains.identity.reads.casbin_policy import load_oracle
from prepaid.domains.identity.reads.policy_store import PolicyStore
from prepaid.domains.identity.rules.permissions import Audience, Gate, NodeKind
from prepaid.domains.identity.rules.scopes import possible
from prepaid.domains.identity.rules.template_document import Name, NodeEntry, misfit
from prepaid.domains.identity.rules.tree import Looped, Tree
from prepaid.kit.codec import fingerprint
from prepaid.kit.ids import PLATFORM_TENANT

TRAIL: Final = 10
"""Number of the invariant that every change was made by those who may (domain/00)."""

NODES: Final = """
SELECT t.code AS template, t.audience, n.id, n.parent_id, n.code, n.kind, n.feature, n.gate
FROM permission_node n JOIN platform_template t ON t.id = n.template_id ORDER BY t.code, n.position, n.id
"""
ROLES: Final = """
SELECT r.id, r.template_id, t.code AS template, r.code, t.status,
  array_agg(g.node_id) FILTER (WHERE g.node_id IS NOT NULL) AS grants
FROM role r JOIN platform_template t ON t.id = r.template_id LEFT JOIN role_grant g ON g.role_id = r.id
GROUP BY r.id, t.id ORDER BY t.code, r.code
"""
TREES: Final = "SELECT id, parent_id, code, kind, template_id FROM permission_node"
MEMBERS: Final = """
SELECT m.merchant_id, m.id, m.scope, m.operator_id, m.scope_merchant_ids, m.staff_number, m.status, t.audience,
  EXISTS (SELECT FROM membership_role h WHERE h.membership_id = m.id AND h.template_id <> m.template_id) AS strays,
  EXISTS (SELECT FROM membership o WHERE o.merchant_id = m.merchant_id AND o.staff_number = m.staff_number
          AND o.account_id <> m.account_id) AS doubled
FROM membership m JOIN platform_template t ON t.id = m.template_id ORDER BY m.merchant_id, m.id
"""
CHANGES: Final = """
SELECT c.merchant_id, c.id, c.kind, c.state, c.payload::text AS payload, c.payload_hash,
  c.maker_account_id = c.checker_account_id OR (a.staff_number = b.staff_number) AS own,
  c.state = 'OPEN' AND c.expires_at < now() - interval '1 day' AS overdue
FROM change_request c
LEFT JOIN membership a ON a.id = c.maker_membership_id
LEFT JOIN membership b ON b.id = c.checker_membership_id
ORDER BY c.merchant_id, c.id
"""
FEATURES: Final = """
SELECT m.number, array(SELECT unnest(m.features) EXCEPT SELECT unnest(t.features) ORDER BY 1) AS excess
FROM merchant m LEFT JOIN merchant_type_features t ON t.type_code = m.type_code
WHERE NOT m.features <@ coalesce(t.features, '{}') ORDER BY m.number
"""


@check("permission-trees", invariants=(TRAIL,))
async def verify_trees(connection: asyncpg.Connection) -> list[Finding]:
    """Every node stands where it may stand and means what the code knows by its name."""
    rows = await connection.fetch(NODES)
    found = []
    for template, nodes in groupby(rows, key=lambda row: row["template"]):
        for code, detail in _misfits({node["id"]: node for node in nodes}):
            found.append(Finding("permission-trees", TRAIL, f"node {code} of {template}", detail))
    return found


def _misfits(nodes: dict[Any, Any]) -> Iterator[tuple[str, str]]:
    for node in nodes.values():
        above = nodes.get(node["parent_id"])
        entry = NodeEntry(
            code=node["code"],
            parent=above["code"] if above else None,
            kind=NodeKind(node["kind"]),
            name=Name(zh="-", en="-"),
            feature=node["feature"],
            gate=Gate(node["gate"]) if node["gate"] else None,
        )
        wrong = misfit(entry, NodeKind(above["kind"]) if above else None, Audience(node["audience"]))
        if wrong is not None:
            yield node["code"], wrong
    try:
        Tree({node["id"]: node["parent_id"] for node in nodes.values()})
    except Looped:
        yield "?", "the tree runs in a circle"


@check("role-grants", invariants=(TRAIL,))
async def verify_grants(connection: asyncpg.Connection) -> list[Finding]:
    """A role holds nodes of its own tree, each with all above it; compiled, it may do what Casbin allows."""
    trees: defaultdict[Any, dict[Any, Any]] = defaultdict(dict)
    for node in await connection.fetch(TREES):
        trees[node["template_id"]][node["id"]] = node
    store, found = PolicyStore(), []
    for role in await connection.fetch(ROLES):
        name = f"role {role['code']} of {role['template']}"
        nodes, grants = trees[role["template_id"]], frozenset(role["grants"] or ())
        if grants - nodes.keys():
            found.append(Finding("role-grants", TRAIL, name, "holds nodes of another template"))
        loose = [node for node in grants & nodes.keys() if nodes[node]["parent_id"] not in grants | {None}]
        found += [
            Finding("role-grants", TRAIL, name, f"holds {nodes[node]['code']} without the node above it")
            for node in loose
        ]
        if role["status"] == "ACTIVE":
            oracle = await load_oracle(connection, role["template_id"], [role["id"]])
            allowed = {n["code"] for n in nodes.values() if oracle.allows([role["id"]], n["code"], NodeKind(n["kind"]))}
            compiled = await store.granted(connection, role["template_id"], frozenset({role["id"]}))
            if {node.code for node in compiled} != allowed:
                found.append(Finding("role-grants", TRAIL, name, "is compiled to something else than Casbin allows"))
    return found


@check("members", invariants=(9, TRAIL))
async def verify_members(connection: asyncpg.Connection) -> list[Finding]:
    """Members have roles of their own platform, a scope that fits their place, and one account a person."""
    found = []
    for row in await connection.fetch(MEMBERS):
        name = f"member {row['merchant_id']}/{row['id']}"
        audience, scope = Audience(row["audience"]), ScopeKind(row["scope"])
        if row["strays"]:
            found.append(Finding("members", TRAIL, name, "has a role of another template"))
        if not possible(audience, scope, in_platform_tenant=row["merchant_id"] == PLATFORM_TENANT):
            found.append(Finding("members", 9, name, f"has the scope {scope}, which does not fit its place"))
        if row["doubled"]:
            found.append(Finding("members", TRAIL, name, "shares its staff number with another account"))
        if audience is Audience.BANK and row["staff_number"] is None:
            found.append(Finding("members", TRAIL, name, "is bank staff without a staff number"))
    return found


@check("changes", invariants=(TRAIL,))
async def verify_changes(connection: asyncpg.Connection) -> list[Finding]:
    """Nobody decided a change of his own; what was approved is what is stored; nothing waits past its time."""
    found = []
    for row in await connection.fetch(CHANGES):
        name = f"change {row['merchant_id']}/{row['id']}"
        if row["own"]:
            found.append(Finding("changes", TRAIL, name, "was decided by its maker"))
        if fingerprint(orjson.loads(row["payload"])) != row["payload_hash"]:
            found.append(Finding("changes", TRAIL, name, "has another payload than was submitted"))
        if row["kind"] not in CHANGE_KINDS:
            found.append(Finding("changes", TRAIL, name, f"is of the unknown kind {row['kind']}"))
        if row["overdue"]:
            found.append(Finding("changes", None, name, "is open for a day past its time"))
    return found


@check("merchant-features", invariants=(8,))
async def verify_features(connection: asyncpg.Connection) -> list[Finding]:
    """A merchant has features that its type has."""
    return [
        Finding("merchant-features", 8, f"merchant {row['number']}", f"has {', '.join(row['excess'])} without its type")
        for row in await connection.fetch(FEATURES)
    ]
