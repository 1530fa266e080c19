"""When sessions and tokens were used last: noted in memory, written in batches, once a minute each."""

import asyncio
from datetime import datetime
from typing import Final
from uuid import UUID

import asyncpg
import structlog

from prepaid.core.actor import GATEKEEPER
from prepaid.core.database import Database
from prepaid.core.errors import Unavailable
from prepaid.domains.identity.rules.session_life import SEEN_GRAIN

LARGEST: Final = 50_000
WRITE: Final = {
    "session": """
UPDATE user_session s SET last_seen_at = greatest(s.last_seen_at, n.at)
FROM unnest($1::uuid[], $2::timestamptz[]) AS n (id, at) WHERE s.id = n.id
""",
    "token": """
UPDATE api_token t SET last_used_at = greatest(t.last_used_at, n.at)
FROM unnest($1::uuid[], $2::timestamptz[]) AS n (id, at) WHERE t.id = n.id
""",
}

log = structlog.get_logger(__name__)


class LastSeen:
    """Notes of one process."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._seen: dict[UUID, datetime] = {}
        self._written: dict[UUID, datetime] = {}
        self._due: dict[str, dict[UUID, datetime]] = {"session": {}, "token": {}}
        self._task: asyncio.Task[None] | None = None

    def seen(self, session_id: UUID) -> datetime | None:
        """The last request of a session in this process."""
        return self._seen.get(session_id)

    def note(self, kind: str, row_id: UUID, at: datetime, written_at: datetime | None) -> None:
        """A request of a `session` or `token`, which its row shows as last seen at `written_at`."""
        if len(self._seen) >= LARGEST:
            self._seen.clear()
            self._written.clear()
        self._seen[row_id] = at
        written = self._written.get(row_id, written_at)
        if written is None or at >= written + SEEN_GRAIN:
            self._written[row_id] = at
            self._due[kind][row_id] = at
            if self._task is None or self._task.done():
                self._task = asyncio.create_task(self._write())

    async def settle(self) -> None:
        """Wait for what is being written."""
        if self._task is not None:
            await self._task

    async def _write(self) -> None:
        while any(self._due.values()):
            for kind, due in self._due.items():
                self._due[kind] = {}
                if not due:
                    continue
                try:
                    async with self._database.aside(GATEKEEPER) as connection:
                        # In one order, so that two processes never wait for each other.
                        ids = sorted(due)
                        await connection.execute(WRITE[kind], ids, [due[row_id] for row_id in ids])
                except (Unavailable, OSError, asyncpg.PostgresError) as error:
                    log.warning("last_seen_lost", error=type(error).__name__)
