"""What `prepaid verify` checks of sales control beyond the database's own constraints."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check

SERIAL: Final = 6
"""Number of the invariant that concurrent commands equal a serial order (domain/00)."""
MISCOUNTED: Final = """
SELECT m.number AS merchant, r.number, r.taken, coalesce(sum(t.count) FILTER (WHERE t.given_back_at IS NULL), 0) AS held
FROM sales_control_rule r JOIN merchant m ON m.id = r.merchant_id
LEFT JOIN sales_control_take t ON t.merchant_id = r.merchant_id AND t.rule_id = r.id
GROUP BY m.number, r.merchant_id, r.id, r.number, r.taken
HAVING r.taken <> coalesce(sum(t.count) FILTER (WHERE t.given_back_at IS NULL), 0) ORDER BY m.number, r.number
"""
SHARES: Final = """
SELECT m.number AS merchant, s.order_line_id, s.share_fen
FROM region_agent_sale s JOIN merchant m ON m.id = s.merchant_id
WHERE s.share_fen <> (s.amount_fen - s.refunded_fen) * s.share_bps / 10000 ORDER BY m.number, s.id
"""


@check("sales control", invariants=(SERIAL,))
async def verify_sales_control(connection: asyncpg.Connection) -> list[Finding]:
    """What a rule says is taken is what its order lines took; an agent's share follows from what was sold."""
    found = [
        Finding(
            "sales control",
            SERIAL,
            f"rule {row['number']} of {row['merchant']}",
            f"says {row['taken']} taken, its lines took {row['held']}",
        )
        for row in await connection.fetch(MISCOUNTED)
    ]
    found += [
        Finding(
            "sales control",
            SERIAL,
            f"order line {row['order_line_id']} of {row['merchant']}",
            f"an agent's share of {row['share_fen']} fen does not follow from the sale",
        )
        for row in await connection.fetch(SHARES)
    ]
    return found
