"""The time limit of a request ends its SQL, and the connection serves the next request."""

import asyncio

import asyncpg
import httpx

from prepaid.core.database import Database
from tests.http.support.app import AS_INTEGRATOR, OWN_ORIGIN, app_settings, build

RUNNING = """
SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep%' AND state = 'active' AND pid <> pg_backend_pid()
"""


async def test_a_request_beyond_its_time_is_refused_and_its_statement_is_gone(db: Database, database: str) -> None:
    settings = app_settings(request_timeout_seconds=0.3)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(build(db, settings=settings)), base_url=OWN_ORIGIN
    ) as client:
        observer = await asyncpg.connect(database)
        try:
            asked = asyncio.create_task(
                client.post("/graphql", json={"query": "{ sleep(seconds: 60) }"}, headers=AS_INTEGRATOR)
            )
            seen = 0
            while not asked.done():
                seen = max(seen, await observer.fetchval(RUNNING))
            assert seen == 1
            answer = await asked
            assert answer.status_code == 503
            assert answer.json()["errors"][0]["extensions"]["code"] == "TIMEOUT"
            assert await observer.fetchval(RUNNING) == 0
        finally:
            await observer.close()
        answer = await client.post("/graphql", json={"query": "{ sleep(seconds: 0) }"}, headers=AS_INTEGRATOR)
        assert answer.json()["data"] == {"sleep": True}
