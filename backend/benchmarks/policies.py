"""Does a request cost more when the tables hold 100,000 policies? Two servers, few and many, asked in turns."""

import asyncio
import json
import statistics
from contextlib import AsyncExitStack

import psycopg
from sqlalchemy.engine import make_url

from benchmarks.driver import Job, run_apart
from benchmarks.servers import own_server
from benchmarks.sign_in import session_headers
from prepaid.core.databases import ensure_database
from prepaid.core.migrate import upgrade
from prepaid.core.settings import settings
from prepaid.seed import seed_demo

FEW, MANY = "prepaid_bench_few", "prepaid_bench_many"
POLICIES = 100_000
MOST = 1.05
QUERY = json.dumps({"query": "{ members(first: 5) { nodes { id displayName status } } }"})
NODES = """INSERT INTO permission_node (id, template_id, code, kind, name_zh, name_en, position)
SELECT uuidv7(), id, 'extra.n' || n, 'ACTION', '其他', 'Other', n FROM platform_template, generate_series(1, 100) n
WHERE code = 'merchant'"""
ROLES = """INSERT INTO role (id, template_id, code, name_zh, name_en, description, version)
SELECT uuidv7(), id, 'extra-' || n, '其他', 'Other', '', 1 FROM platform_template, generate_series(1, %s) n
WHERE code = 'merchant'"""
GRANTS = """INSERT INTO role_grant (template_id, role_id, node_id, granted_at)
SELECT r.template_id, r.id, n.id, now() FROM role r JOIN permission_node n USING (template_id)
WHERE r.code LIKE 'extra-%%' AND n.code LIKE 'extra.%%'"""


async def ratio(admin_url: str, rounds: int = 5) -> tuple[float, float]:
    """Median p50 in ms with the demo's policies, and with 100,000 more in the same platform."""
    urls = [await _database(admin_url, name) for name in (FEW, MANY)]
    async with AsyncExitStack() as stack:
        jobs = []
        for url in urls:
            port = await stack.enter_async_context(own_server(url))
            headers = await asyncio.to_thread(session_headers, f"http://127.0.0.1:{port}")
            jobs.append(
                Job(port, "/graphql", QUERY, headers, connections=1, seconds=2.0, warmup=0.5, expect='"displayName"')
            )
        seen: list[list[float]] = [[], []]
        for _ in range(rounds):
            for job, times in zip(jobs, seen, strict=True):
                times.append((await run_apart(job)).p50_ms)
    return statistics.median(seen[0]), statistics.median(seen[1])


async def _database(admin_url: str, name: str) -> str:
    url = make_url(admin_url).set(database=name).render_as_string(hide_password=False)
    if await ensure_database(admin_url, name):
        await asyncio.to_thread(upgrade, url, settings().app_database_password.get_secret_value())
        await seed_demo(url)
        if name == MANY:
            with psycopg.connect(url) as connection:
                connection.execute(NODES)
                connection.execute(ROLES, [POLICIES // 100])
                connection.execute(GRANTS)
            with psycopg.connect(url, autocommit=True) as connection:
                connection.execute("ANALYZE")
    return url
