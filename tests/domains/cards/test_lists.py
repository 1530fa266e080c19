"""Lists of cards: how many statements a page takes, and that none of them reads the whole table."""

from typing import Any

import pytest
from sqlalchemy import text

from prepaid.seed.opened import SEEDER
from tests.domains.catalog.shop import Shop
from tests.domains.demo import Demo

FIELDS = """
nodes { number currentStatus holds holderName principalLeftFen cardType { name } store { name } merchant { name }
  lots { available } history { kind } availableActions { key enabled } } totalCount
"""
PAGES = {
    "first page": "first: 20",
    "filtered": "first: 20, filter: { status: { in: [EXPIRED] } }",
    "pinyin": 'first: 20, search: "tybk"',
    "offset": "first: 20, offset: 9980",
    "phone": 'first: 20, phone: "15400000315"',
}


async def answered(demo: Demo, shop: Shop, arguments: str, fields: str = FIELDS) -> tuple[dict[str, Any], int]:
    graph = demo.graph
    prepared = graph.engine.parse_and_validate(f"{{ cards({arguments}) {{ {fields} }} }}")
    assert not prepared.errors
    result = await graph.engine.run(prepared, None, {}, graph.context(await demo.person(shop.name)))
    assert not result.errors
    return result.data, result.statements


@pytest.mark.parametrize("page", sorted(PAGES))
async def test_a_page_takes_one_statement_for_a_merchant(demo: Demo, page: str) -> None:
    shop = await Shop.of(demo, "merchant", "owner", "ice_rink")
    _, statements = await answered(demo, shop, PAGES[page])
    assert statements == 1


async def test_no_page_reads_the_whole_table_where_there_are_many_cards(demo: Demo) -> None:
    superuser = demo.superuser
    await superuser.execute(
        """
INSERT INTO card (merchant_id, id, number, card_type_id, card_type_version_id, kind, form, status, holds, store_id,
    contract_id, custody_bps, holdback_bps, consumption_order, undo_window_minutes, dispute_window_days, gifted,
    opened_at, activated_at)
SELECT t.merchant_id, uuidv7(), 'x' || n, t.card_type_id, t.card_type_version_id, 'ANONYMOUS', 'VIRTUAL',
    CASE WHEN n % 10 = 0 THEN 'EXPIRED' ELSE 'ACTIVE' END, '{}', t.store_id, uuidv7(), 4000, 1000,
    'PRINCIPAL_FIRST', 60, 7, false, now(), now()
FROM generate_series(1, 30000) AS n
CROSS JOIN (SELECT * FROM card WHERE kind = 'ANONYMOUS' AND number LIKE '8803%' ORDER BY id LIMIT 1) AS t
"""
    )
    await superuser.execute("ANALYZE card")
    shop = await Shop.of(demo, "merchant", "owner", "ice_rink")
    before = await _scans(demo)
    for page, arguments in PAGES.items():
        data, _ = await answered(demo, shop, arguments, FIELDS.replace(" totalCount", ""))
        assert data["cards"] is not None, page
    assert await _scans(demo) == before


async def test_the_method_notices_a_scan(demo: Demo) -> None:
    before = await _scans(demo)
    async with demo.db.write(SEEDER) as tx:
        await tx.execute(text("SELECT count(*) FROM card WHERE opened_at < now()"))
    assert await _scans(demo) == before + 1


async def _scans(demo: Demo) -> int:
    """Sequential scans of the table so far; connections tell theirs when they end."""
    await demo.db.close()
    await demo.db.open()
    await demo.superuser.execute("SELECT pg_stat_clear_snapshot()")
    found: int = await demo.superuser.fetchval("SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'card'")
    return found
