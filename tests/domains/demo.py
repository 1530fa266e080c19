"""The seeded demo as the tests of the domains use it: its people with the grants of their roles, its rows by name."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg

from prepaid.core.actor import Actor, ScopeKind, Via
from prepaid.core.database import Database
from prepaid.domains.identity.reads.policy_store import PolicyStore
from prepaid.domains.identity.rules.effective import Switches
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.domains.identity.rules.scopes import database_role
from prepaid.kit.ids import PLATFORM_TENANT
from tests.domains.identity.cast import BANK
from tests.domains.identity.graphql import Graph, gid

MEMBER_SQL = """
SELECT m.*, t.code AS template, t.audience, t.id AS tid, me.features, me.gate, mt.features AS type_features,
  me.operator_id AS of_operator, array(SELECT role_id FROM membership_role r WHERE r.membership_id = m.id) AS roles,
  array(SELECT id FROM merchant x WHERE x.operator_id = m.operator_id ORDER BY id) AS runs
FROM membership m JOIN platform_template t ON t.id = m.template_id
LEFT JOIN merchant me ON me.id = m.merchant_id
LEFT JOIN merchant_type_features mt ON mt.type_code = me.type_code
WHERE m.display_name = $1
"""


@dataclass
class Demo:
    """The seeded demo, and its people by name."""

    graph: Graph
    db: Database
    superuser: asyncpg.Connection

    async def person(self, name: str) -> Actor:
        row = await self.superuser.fetchrow(MEMBER_SQL, name)
        assert row is not None
        in_merchant = row["merchant_id"] != PLATFORM_TENANT
        switches = Switches.of(row["type_features"], row["features"], row["gate"]) if in_merchant else None
        async with self.db.read(BANK) as source:
            grants = await PolicyStore().effective_grants(source, row["tid"], frozenset(row["roles"]), switches)
        scope = ScopeKind(row["scope"])
        return Actor(
            via=Via.COOKIE,
            db_role=database_role(Audience(row["audience"]), scope),
            account_id=row["account_id"],
            membership_id=row["id"],
            template=row["template"],
            grants=grants,
            scope=scope,
            merchant_id=row["merchant_id"] if in_merchant else None,
            merchant_ids=(row["merchant_id"],) if in_merchant else tuple(row["runs"]),
        )

    async def member_id(self, name: str) -> str:
        row = await self.superuser.fetchrow("SELECT merchant_id, id FROM membership WHERE display_name = $1", name)
        return gid("Member", row["id"], row["merchant_id"])

    async def role_id(self, template: str, code: str) -> str:
        sql = (
            "SELECT r.id FROM role r JOIN platform_template t ON t.id = r.template_id WHERE t.code = $1 AND r.code = $2"
        )
        return gid("Role", await self.superuser.fetchval(sql, template, code))

    async def node_id(self, template: str, code: str) -> str:
        sql = (
            "SELECT n.id FROM permission_node n JOIN platform_template t ON t.id = n.template_id"
            " WHERE t.code = $1 AND n.code = $2"
        )
        return gid("PermissionNode", await self.superuser.fetchval(sql, template, code))

    async def template_id(self, code: str) -> str:
        return gid(
            "PlatformTemplate", await self.superuser.fetchval("SELECT id FROM platform_template WHERE code = $1", code)
        )

    async def merchant(self, name: str) -> UUID:
        found: UUID = await self.superuser.fetchval("SELECT id FROM merchant WHERE name = $1", name)
        return found

    async def ask(self, who: str, document: str, **variables: Any) -> dict[str, Any]:
        """The data of an answer without errors, asked by a person of the demo."""
        data: dict[str, Any] = await self.graph.ask(await self.person(who), document, **variables)
        return data
