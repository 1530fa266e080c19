"""What `prepaid verify` checks of salespeople beyond the database's own constraints."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check

SNAPSHOTS: Final = 8
"""Number of the invariant that what was in force stays as it was (domain/00)."""
VERSIONS: Final = """
SELECT m.number AS merchant, r.number, r.version, count(v.id) AS versions, max(v.version) AS latest
FROM commission_rule r JOIN merchant m ON m.id = r.merchant_id
LEFT JOIN commission_rule_version v ON v.merchant_id = r.merchant_id AND v.rule_id = r.id
GROUP BY m.number, r.merchant_id, r.id, r.number, r.version
HAVING count(v.id) <> r.version OR max(v.version) <> r.version ORDER BY m.number, r.number
"""
LEFT_BUT_SELLING: Final = """
SELECT DISTINCT m.number AS merchant, s.staff_number FROM salesperson s
JOIN sales_authorisation a ON a.merchant_id = s.merchant_id AND a.salesperson_id = s.id AND a.until IS NULL
JOIN merchant m ON m.id = s.merchant_id WHERE s.status = 'LEFT' ORDER BY m.number, s.staff_number
"""


@check("salesforce", invariants=(SNAPSHOTS,))
async def verify_salesforce(connection: asyncpg.Connection) -> list[Finding]:
    """Each rule has all its versions; nobody who left may still sell."""
    found = [
        Finding(
            "salesforce",
            SNAPSHOTS,
            f"commission rule {row['number']} of {row['merchant']}",
            f"is at version {row['version']} and has {row['versions']}, the latest {row['latest']}",
        )
        for row in await connection.fetch(VERSIONS)
    ]
    found += [
        Finding("salesforce", SNAPSHOTS, f"person {row['staff_number']} of {row['merchant']}", "left, and may sell")
        for row in await connection.fetch(LEFT_BUT_SELLING)
    ]
    return found
