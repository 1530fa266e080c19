"""The benchmark's database: migrated, with the demo's people and the stand-in business of one demo merchant."""

import asyncio
from uuid import UUID

import psycopg
from sqlalchemy.engine import make_url

from benchmarks.seed import SEEDED_ORDERS, seed
from prepaid.core.databases import ensure_database
from prepaid.core.migrate import upgrade
from prepaid.core.settings import settings
from prepaid.seed import seed_demo

NAME = "prepaid_bench"
LOGIN = "owner@example.com"
CODES = ("bench.read", "bench.write")
OWNED = """SELECT m.merchant_id FROM membership m JOIN membership_role h ON h.membership_id = m.id
JOIN role r ON r.id = h.role_id JOIN platform_template t ON t.id = r.template_id
WHERE t.code = 'merchant' AND r.code = 'owner' ORDER BY m.recorded_at LIMIT 1"""
NODE = """INSERT INTO permission_node (id, template_id, code, kind, name_zh, name_en, position)
SELECT uuidv7(), id, %s, 'ACTION', '基准', 'Benchmark', 0 FROM platform_template WHERE code = 'merchant'"""
GRANT = """INSERT INTO role_grant (template_id, role_id, node_id, granted_at)
SELECT r.template_id, r.id, n.id, now() FROM role r JOIN permission_node n ON n.template_id = r.template_id
JOIN platform_template t ON t.id = r.template_id
WHERE t.code = 'merchant' AND r.code = 'owner' AND n.code = %s"""


async def prepare(admin_url: str) -> tuple[str, UUID]:
    """Make the database on the server of `admin_url` unless a run before made it.

    Returns:
        its address (administrator) and the merchant whose owner signs in as `LOGIN`.
    """
    url = make_url(admin_url).set(database=NAME).render_as_string(hide_password=False)
    if await ensure_database(admin_url, NAME):
        try:
            await _fill(url)
        except BaseException:
            with psycopg.connect(admin_url, autocommit=True) as connection:
                connection.execute(f"DROP DATABASE {NAME} WITH (FORCE)")
            raise
    with psycopg.connect(url) as connection:
        return url, _merchant(connection)


async def _fill(url: str) -> None:
    await asyncio.to_thread(upgrade, url, settings().app_database_password.get_secret_value())
    await seed_demo(url)
    with psycopg.connect(url) as connection:
        for code in CODES:
            connection.execute(NODE, [code])
            connection.execute(GRANT, [code])
        merchant = _merchant(connection)
    seed(url, merchant, SEEDED_ORDERS)


def _merchant(connection: psycopg.Connection) -> UUID:
    row = connection.execute(OWNED).fetchone()
    assert row is not None
    merchant: UUID = row[0]
    return merchant
