import asyncio, asyncpg, pytest
from sqlalchemy import text
from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database

async def test_probe(db: Database, superuser: asyncpg.Connection) -> None:
    async def one(tx):
        return (await tx.execute(text("SELECT 1"))).scalar()
    assert await db.run(SYSTEM, one) == 1
    await superuser.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'prepaid_app'")
    await asyncio.sleep(0.3)
    seen = []
    for _ in range(4):
        try:
            seen.append(await db.run(SYSTEM, one))
        except Exception as error:
            seen.append(type(error).__name__)
    print("SEEN", seen)
