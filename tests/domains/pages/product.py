"""The product's own schema and pages over the demo, asked as its people."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import asyncpg

from prepaid.core.actor import Actor, ScopeKind, Via, intern_grants
from prepaid.core.database import Database
from prepaid.domains.identity.reads.policy_store import PolicyStore
from prepaid.domains.identity.rules.effective import Switches
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.domains.identity.rules.scopes import database_role
from prepaid.domains.pages.graph.configurations import Configurations
from prepaid.graph.documents import StoredDocuments
from prepaid.kit.ids import PLATFORM_TENANT
from tests.domains.identity.cast import BANK
from tests.domains.identity.graphql import Graph

MEMBER = """
SELECT m.*, t.code AS template, t.audience, me.features, me.gate, mt.features AS type_features,
  array(SELECT role_id FROM membership_role r WHERE r.membership_id = m.id) AS roles,
  array(SELECT id FROM merchant x WHERE x.operator_id = m.operator_id ORDER BY id) AS runs
FROM membership m JOIN platform_template t ON t.id = m.template_id
LEFT JOIN merchant me ON me.id = m.merchant_id
LEFT JOIN merchant_type_features mt ON mt.type_code = me.type_code
WHERE m.display_name = $1
"""


@dataclass
class Product:
    """A server's graph, its pages and its documents."""

    graph: Graph
    pages: Configurations
    documents: StoredDocuments
    superuser: asyncpg.Connection

    @property
    def db(self) -> Database:
        return self.graph.services.database

    async def person(self, name: str) -> Actor:
        """Somebody of the demo, with the permissions that he has."""
        row = await self.superuser.fetchrow(MEMBER, name)
        assert row is not None, name
        in_merchant = row["merchant_id"] != PLATFORM_TENANT
        switches = Switches.of(row["type_features"], row["features"], row["gate"]) if in_merchant else None
        async with self.db.read(BANK) as source:
            grants = await PolicyStore().effective_grants(source, row["template_id"], frozenset(row["roles"]), switches)
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

    def text(self, document_id: str) -> str:
        """A compiled document."""
        return next(document.text for document in self.documents if document.hash == document_id)

    async def run(self, actor: Actor, operation: Mapping[str, Any], **variables: Any) -> Any:
        """What a compiled document answers at its result path."""
        found = await self.graph.ask(actor, self.text(operation["id"]), **variables)
        for step in operation["resultPath"].split("."):
            found = found[step]
        return found


def without(actor: Actor, *codes: str) -> Actor:
    """The actor with fewer permissions."""
    return replace(actor, grants=intern_grants(actor.grants.codes - set(codes)))
