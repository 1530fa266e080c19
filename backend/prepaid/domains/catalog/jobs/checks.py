"""What `prepaid verify` checks of products beyond the database's own constraints."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check

SNAPSHOTS: Final = 8
"""Number of the invariant that what was in force stays as it was (domain/00)."""
KINDS: Final = ("service", "card_type", "package")
SHELF: Final = """
SELECT m.number AS merchant, p.number FROM {kind} p JOIN merchant m ON m.id = p.merchant_id
LEFT JOIN {kind}_version v ON v.merchant_id = p.merchant_id AND v.product_id = p.id AND v.state = 'ON_SALE'
WHERE p.on_sale_version_id IS DISTINCT FROM v.id ORDER BY m.number, p.number
"""
SHARED: Final = """
SELECT m.number AS merchant, p.number, v.version FROM package_version v
JOIN package p ON p.merchant_id = v.merchant_id AND p.id = v.product_id JOIN merchant m ON m.id = v.merchant_id
JOIN LATERAL (
  SELECT sum(e.paid_fen) AS paid, sum(e.list_fen) AS list FROM package_entitlement e
  WHERE e.merchant_id = v.merchant_id AND e.version_id = v.id
) AS parts ON true
WHERE v.state IN ('SUBMITTED', 'APPROVED', 'ON_SALE', 'OFF_SALE')
  AND (parts.paid IS DISTINCT FROM v.sale_price_fen OR parts.list IS DISTINCT FROM v.list_value_fen)
ORDER BY m.number, p.number, v.version
"""
UNPRICED: Final = """
SELECT m.number AS merchant, v.number FROM (
  SELECT s.merchant_id, s.id, s.number, v.unit_price_fen AS price_fen
  FROM service s JOIN service_version v ON v.merchant_id = s.merchant_id AND v.id = s.on_sale_version_id
  UNION ALL
  SELECT p.merchant_id, p.id, p.number, v.sale_price_fen
  FROM package p JOIN package_version v ON v.merchant_id = p.merchant_id AND v.id = p.on_sale_version_id
) AS v JOIN merchant m ON m.id = v.merchant_id
WHERE v.price_fen IS DISTINCT FROM (
  SELECT c.price_fen FROM price_change c WHERE c.merchant_id = v.merchant_id AND c.product_id = v.id
  ORDER BY c.since DESC, c.id DESC LIMIT 1
) ORDER BY m.number, v.number
"""


@check("catalog", invariants=(SNAPSHOTS,))
async def verify_catalog(connection: asyncpg.Connection) -> list[Finding]:
    """The shelf shows the version on sale; a package's price is shared to the fen; its price stands in the history."""
    found = [
        Finding("catalog", SNAPSHOTS, f"{kind} {row['number']} of {row['merchant']}", "shows another version on sale")
        for kind in KINDS
        for row in await connection.fetch(SHELF.format(kind=kind))
    ]
    found += [
        Finding(
            "catalog",
            SNAPSHOTS,
            f"package {row['number']} of {row['merchant']}",
            f"the shares of version {row['version']} do not add up to its price and list value",
        )
        for row in await connection.fetch(SHARED)
    ]
    found += [
        Finding(
            "catalog",
            SNAPSHOTS,
            f"product {row['number']} of {row['merchant']}",
            "its price on sale is not the latest of its history",
        )
        for row in await connection.fetch(UNPRICED)
    ]
    return found
