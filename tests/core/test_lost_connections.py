"""Connections that the database has ended are replaced: a restart costs the commands under way, and no later ones."""

import asyncio

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.dialects.postgresql.asyncpg import AsyncAdapt_asyncpg_dbapi
from sqlalchemy.exc import DBAPIError

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database, WriteSession

# The driver learns of it while it idles, or in the middle of its next statement: then it speaks of two operations.
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
        with pytest.raises((DBAPIError, AsyncAdapt_asyncpg_dbapi.Error), match=r"closed|terminat|another operation"):
            await db.run(SYSTEM, one)
        assert await db.run(SYSTEM, one) == 1, "a dead connection is met once"


async def test_commands_that_are_cancelled_at_any_moment_leave_no_connection_with_an_answer_that_nobody_awaits(
    db: Database,
) -> None:
    assert await db.run(SYSTEM, one) == 1
    for moment in range(200):
        command = asyncio.create_task(db.run(SYSTEM, one))
        for _ in range(moment % 40):
            await asyncio.sleep(0)
        await asyncio.sleep(0.00002 * moment)
        command.cancel()
        await asyncio.gather(command, return_exceptions=True)
        assert await db.run(SYSTEM, one) == 1, moment
