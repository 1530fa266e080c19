"""Connections that the database has ended are replaced: a restart costs the commands under way, and no later ones."""

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_dbapi
from sqlalchemy.exc import DBAPIError

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database, WriteSession

END_ALL = (
    "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity"
    " WHERE usename = 'prepaid_app' AND datname = current_database()"
)


async def one(tx: WriteSession) -> int:
    found: int = (await tx.execute(text("SELECT 1"))).scalar_one()
    return found


@pytest.mark.parametrize("times", [1, 3])
async def test_commands_work_again_after_their_connections_were_ended(
    db: Database, superuser: asyncpg.Connection, times: int
) -> None:
    for _ in range(times):
        assert await db.run(SYSTEM, one) == 1
        await superuser.execute(END_ALL)
        with pytest.raises((DBAPIError, AsyncAdapt_asyncpg_dbapi.Error), match=r"closed|terminat"):
            await db.run(SYSTEM, one)
        assert await db.run(SYSTEM, one) == 1, "a dead connection is met once"
