"""Another process of the server: prints what a role may do, and again whenever that changes."""

import asyncio
import sys
from typing import Any
from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database
from prepaid.core.signals import Signals
from prepaid.domains.identity.reads.policy_store import TOPIC, PolicyFollower, PolicyStore


async def main(url: str, template_id: UUID, role_id: UUID) -> None:
    database, store, signals = Database(url), PolicyStore(), Signals(url)
    await database.open()
    await signals.open()
    await PolicyFollower(store, database).start(signals)

    async def show(_: dict[str, Any] | None = None) -> None:
        async with database.read(SYSTEM) as source:
            grants = await store.effective_grants(source, template_id, frozenset({role_id}))
        print(*sorted(grants.codes))  # noqa: T201

    signals.on(TOPIC, show)
    await show()
    await asyncio.Event().wait()


asyncio.run(main(sys.argv[1], UUID(sys.argv[2]), UUID(sys.argv[3])))
