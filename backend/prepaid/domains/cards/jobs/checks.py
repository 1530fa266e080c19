"""What `prepaid verify` checks of cards and lots, the database's own constraints included."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check

LOTS: Final = 3
"""Number of the invariant that a lot's parts add up (domain/00)."""
HELD: Final = 7
"""… that a requested refund, gift or deregistration makes the card unusable."""
STATEMENTS: Final = (
    (
        LOTS,
        "its parts do not add up to what was granted",
        """
SELECT 'card_lot ' || merchant_id || '/' || id AS what FROM card_lot
WHERE granted <> consumed + frozen + available OR least(consumed, frozen, available) < 0 ORDER BY 1 LIMIT 20
""",
    ),
    (
        LOTS,
        "consumed is not what its takes add up to",
        """
SELECT 'card_lot ' || l.merchant_id || '/' || l.id AS what FROM card_lot l
LEFT JOIN (SELECT merchant_id, lot_id, sum(consumed_after - consumed_before) AS units FROM card_take GROUP BY 1, 2) t
  ON t.merchant_id = l.merchant_id AND t.lot_id = l.id
WHERE l.consumed <> coalesce(t.units, 0) ORDER BY 1 LIMIT 20
""",
    ),
    (
        LOTS,
        "the worth of its takes is not that of what was consumed",
        """
SELECT 'card_lot ' || l.merchant_id || '/' || l.id AS what FROM card_lot l
LEFT JOIN (SELECT merchant_id, lot_id,
    sum(CASE direction WHEN 'TAKE' THEN principal_fen ELSE -principal_fen END) AS fen FROM card_take GROUP BY 1, 2) t
  ON t.merchant_id = l.merchant_id AND t.lot_id = l.id
WHERE coalesce(t.fen, 0) <> floor(l.paid_fen::numeric * l.consumed / l.granted) ORDER BY 1 LIMIT 20
""",
    ),
    (
        LOTS,
        "its lots have another holder",
        """
SELECT DISTINCT 'card ' || c.number AS what FROM card_lot l
JOIN card c ON c.merchant_id = l.merchant_id AND c.id = l.card_id
WHERE c.holder_account_id IS DISTINCT FROM l.holder_account_id ORDER BY 1 LIMIT 20
""",
    ),
    (
        HELD,
        "the holds it shows are not those in force",
        """
SELECT 'card ' || c.number AS what FROM card c
LEFT JOIN (SELECT merchant_id, card_id, array_agg(kind ORDER BY kind) AS kinds FROM card_hold
  WHERE lifted_at IS NULL GROUP BY 1, 2) h ON h.merchant_id = c.merchant_id AND h.card_id = c.id
WHERE ARRAY(SELECT unnest(c.holds) ORDER BY 1) <> coalesce(h.kinds, '{}') ORDER BY 1 LIMIT 20
""",
    ),
    (
        LOTS,
        "a card that ended still holds something",
        """
SELECT DISTINCT 'card ' || c.number AS what FROM card c
JOIN card_lot l ON l.merchant_id = c.merchant_id AND l.card_id = c.id
WHERE c.status IN ('REFUNDED', 'REPLACED') AND l.consumed < l.granted ORDER BY 1 LIMIT 20
""",
    ),
    (
        None,
        "loaded and refused rows are not those of the file",
        """
SELECT 'card_batch ' || b.number AS what FROM card_batch b WHERE b.state = 'DONE' AND (
  b.loaded + b.refused <> b.rows_total
  OR b.loaded <> (SELECT count(*) FROM physical_card p WHERE p.merchant_id = b.merchant_id AND p.batch_id = b.id)
  OR b.refused <> (SELECT count(*) FROM card_batch_error e WHERE e.merchant_id = b.merchant_id AND e.batch_id = b.id)
) ORDER BY 1 LIMIT 20
""",
    ),
)


@check("cards", invariants=(LOTS, HELD))
async def verify_cards(connection: asyncpg.Connection) -> list[Finding]:
    """Lots add up, with their takes and to the fen; holds are those in force; batches are whole."""
    return [
        Finding("cards", invariant, row["what"], detail)
        for invariant, detail, statement in STATEMENTS
        for row in await connection.fetch(statement)
    ]
