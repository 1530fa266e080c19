"""What `prepaid verify` checks of stores and regions beyond the database's own constraints."""

from datetime import date
from itertools import groupby
from typing import Any, Final

import asyncpg

from prepaid.core.findings import Finding, check
from prepaid.domains.stores.rules.regions import Placement, RegionTree

NO_ONLINE_STORE: Final = """
SELECT m.number FROM merchant m
WHERE NOT EXISTS (SELECT FROM store s WHERE s.merchant_id = m.id AND s.type = 'ONLINE') ORDER BY m.number
"""
PLACEMENTS: Final = """
SELECT m.number, p.region_id, p.parent_id, p.since, p.until
FROM region_placement p JOIN merchant m ON m.id = p.merchant_id ORDER BY m.number, p.since
"""
ELSEWHERE: Final = """
SELECT m.number, s.number AS store FROM store s JOIN merchant m ON m.id = s.merchant_id
LEFT JOIN store_region p ON p.merchant_id = s.merchant_id AND p.store_id = s.id
  AND p.since <= $1 AND (p.until IS NULL OR p.until > $1)
WHERE s.region_id IS DISTINCT FROM p.region_id ORDER BY m.number, s.number
"""
SNAPSHOTS: Final = 8
"""Number of the invariant that what was in force stays as it was (domain/00)."""


@check("stores", invariants=(SNAPSHOTS,))
async def verify_stores(connection: asyncpg.Connection) -> list[Finding]:
    """Every merchant has its ONLINE store; trees have no circle on any day; what is shown is what is in force."""
    found = [
        Finding("stores", SNAPSHOTS, f"merchant {row['number']}", "it has no ONLINE store")
        for row in await connection.fetch(NO_ONLINE_STORE)
    ]
    for number, rows in groupby(await connection.fetch(PLACEMENTS), key=lambda row: row["number"]):
        found += _circles(number, list(rows))
    today: date = await connection.fetchval("SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date")
    found += [
        Finding(
            "stores", SNAPSHOTS, f"store {row['store']} of {row['number']}", "shown in another region than it is in"
        )
        for row in await connection.fetch(ELSEWHERE, today)
    ]
    return found


def _circles(number: str, rows: list[Any]) -> list[Finding]:
    placements = [Placement(row["region_id"], row["parent_id"], row["since"], row["until"]) for row in rows]
    return [
        Finding("stores", SNAPSHOTS, f"regions of {number}", f"a region is below itself from {day}")
        for day in sorted({each.since for each in placements})
        if RegionTree.on(day, placements).circular()
    ]
