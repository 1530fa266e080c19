"""The demo's payments: each story settled, nothing that verification would complain about."""

from pathlib import Path

import asyncpg

from prepaid.core.settings import settings
from prepaid.core.verify import snapshot
from prepaid.domains.payment.jobs import checks
from prepaid.seed import seed_demo
from prepaid.seed.people import MERCHANTS

STATES = "SELECT state, count(*) FROM payment WHERE payable_kind = 'DEMO' GROUP BY 1"


async def test_the_stories_are_told_once_and_agree_with_the_ledger(fresh_database: str, tmp_path: Path) -> None:
    chosen = settings().model_copy(update={"data_dir": tmp_path})
    for _ in range(2):
        await seed_demo(fresh_database, chosen=chosen)
    connection = await asyncpg.connect(fresh_database)
    assert dict(map(tuple, await connection.fetch(STATES))) == {"REFUNDED": 4, "CLOSED": 1}
    reasons = "SELECT DISTINCT unapplied_reason FROM payment WHERE unapplied_reason IS NOT NULL"
    assert {row[0] for row in await connection.fetch(reasons)} == {"LATE", "SECOND"}
    assert await connection.fetchval("SELECT count(*) FROM sub_merchant") == len(MERCHANTS)
    alerts = "SELECT DISTINCT kind FROM payment_alert"
    assert {row[0] for row in await connection.fetch(alerts)} == {"LATE_SUCCESS", "SECOND_SUCCESS"}
    await connection.close()
    async with snapshot(fresh_database) as connection:
        for examine in (checks.verify_states, checks.verify_ledger):
            assert not await examine(connection)
