"""The compiled policies of one process: what the roles of a template may do, answered from memory.

A set of roles is compiled when somebody first acts in it, from its own rows only, and forgotten when its
template changes: a request costs the same whether the tables hold ten policies or a hundred thousand.
"""

import asyncio
import contextlib
from typing import Any, Final
from uuid import UUID

import structlog

from prepaid.core.actor import SYSTEM, Grants, intern_grants
from prepaid.core.database import Database
from prepaid.core.errors import Unavailable
from prepaid.core.signals import Signals
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.identity.rules.effective import GrantedNode, NodeRow, Switches, effective_codes, granted_nodes
from prepaid.domains.identity.rules.permissions import Gate, NodeKind

TOPIC: Final = "authz"
POLL_SECONDS: Final = 3.0
LARGEST: Final = 20_000
"""Compiled sets that are kept; beyond that all are compiled again when needed."""

ROWS: Final = """
SELECT v.version, n.id, n.parent_id, n.code, n.kind, n.feature, n.gate
FROM policy_version v
LEFT JOIN (
  SELECT DISTINCT g.template_id, g.node_id FROM role_grant g JOIN platform_template t ON t.id = g.template_id
  WHERE g.template_id = $1 AND g.role_id = ANY ($2) AND t.status = 'ACTIVE'
) granted ON true
LEFT JOIN permission_node n ON n.template_id = granted.template_id AND n.id = granted.node_id
"""

RoleSet = tuple[UUID, frozenset[UUID]]
"""A template and roles of it."""

log = structlog.get_logger(__name__)


class PolicyStore:
    """Effective permissions by (template, roles, merchant's switches)."""

    def __init__(self) -> None:
        self.version = 0
        """The newest policy version this process has heard of."""
        self._nodes: dict[RoleSet, tuple[GrantedNode, ...]] = {}
        self._grants: dict[tuple[RoleSet, Switches | None], Grants] = {}
        self._changed: dict[UUID, int] = {}
        self._all_changed = 0

    async def effective_grants(
        self, source: Fetches, template_id: UUID, role_ids: frozenset[UUID], switches: Switches | None = None
    ) -> Grants:
        """What these roles may do, for a merchant with these switches (None: above single merchants).

        `source` is asked only when the set of roles is not compiled yet.
        """
        roles = (template_id, role_ids)
        known = self._grants.get((roles, switches))
        if known is not None:
            return known
        nodes = self._nodes.get(roles)
        if nodes is None:
            nodes, fresh = await self._load(source, roles)
            if not fresh:
                return intern_grants(effective_codes(nodes, switches))
            self._nodes[roles] = nodes
        if len(self._grants) >= LARGEST:
            self._grants.clear()
        return self._grants.setdefault((roles, switches), intern_grants(effective_codes(nodes, switches)))

    async def granted(self, source: Fetches, template_id: UUID, role_ids: frozenset[UUID]) -> tuple[GrantedNode, ...]:
        """The nodes that these roles hold, with the features and gates they stand behind; read anew."""
        return (await self._load(source, (template_id, role_ids)))[0]

    async def _load(self, source: Fetches, roles: RoleSet) -> tuple[tuple[GrantedNode, ...], bool]:
        """The nodes as this snapshot has them, and whether no newer version has been announced meanwhile."""
        template_id, role_ids = roles
        rows = await source.fetch(ROWS, template_id, list(role_ids))
        version = rows[0]["version"]
        nodes = granted_nodes(
            NodeRow(
                r["id"], r["parent_id"], r["code"], NodeKind(r["kind"]), r["feature"], r["gate"] and Gate(r["gate"])
            )
            for r in rows
            if r["id"] is not None
        )
        return nodes, version >= max(self._changed.get(template_id, 0), self._all_changed)

    def template_changed(self, template_id: UUID, version: int) -> None:
        """Forget what was compiled of a template before `version`."""
        self.version = max(self.version, version)
        self._changed[template_id] = max(self._changed.get(template_id, 0), version)
        for roles in [roles for roles in self._nodes if roles[0] == template_id]:
            del self._nodes[roles]
        for key in [key for key in self._grants if key[0][0] == template_id]:
            del self._grants[key]

    def everything_changed(self, version: int) -> None:
        """Forget all: signals may have been lost up to `version`."""
        self.version = self._all_changed = max(self.version, version)
        self._nodes.clear()
        self._grants.clear()
        self._changed.clear()


class PolicyFollower:
    """Keeps a process's store in step with the database: by signal within milliseconds, by poll after a gap."""

    def __init__(self, store: PolicyStore, database: Database, *, poll_seconds: float = POLL_SECONDS) -> None:
        self.store = store
        self.database = database
        self.poll_seconds = poll_seconds
        self._task: asyncio.Task[None] | None = None

    async def start(self, signals: Signals) -> None:
        """Begin to follow; the store starts empty, so nothing old can be in it."""
        signals.on(TOPIC, self.hear)
        signals.on_gap(self.reload)
        await self.reload()
        self._task = asyncio.create_task(self._poll())

    async def stop(self) -> None:
        if self._task is not None:
            self._task.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._task

    async def hear(self, payload: dict[str, Any]) -> None:
        """A signal of `core.signals`: `{"template": id, "version": n}`; other payloads concern other listeners."""
        if "template" in payload:
            self.store.template_changed(UUID(payload["template"]), payload["version"])

    async def reload(self) -> None:
        """Forget everything that is older than the database's version."""
        self.store.everything_changed(await self._database_version())

    async def _poll(self) -> None:
        while True:
            await asyncio.sleep(self.poll_seconds)
            try:
                version = await self._database_version()
            except (Unavailable, OSError):
                log.warning("policy_poll_failed")
                continue
            if version > self.store.version:
                self.store.everything_changed(version)

    async def _database_version(self) -> int:
        async with self.database.read(SYSTEM) as source:
            return int(await source.fetchval("SELECT version FROM policy_version"))
