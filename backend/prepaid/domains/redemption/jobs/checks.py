"""What `prepaid verify` checks of redemptions, beyond what the database's own constraints refuse at any time."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check

PRINCIPAL: Final = 2
LOTS: Final = 3
COMMISSION: Final = 11
"""Numbers of the invariants (domain/00)."""

TAKES: Final = """
SELECT 'item ' || i.merchant_id || '/' || i.id AS what
FROM redemption_item i
LEFT JOIN LATERAL (
  SELECT sum(CASE direction WHEN 'TAKE' THEN principal_fen ELSE -principal_fen END) AS principal_fen,
    sum(CASE direction WHEN 'TAKE' THEN bonus_fen ELSE -bonus_fen END) AS bonus_fen
  FROM card_take x WHERE x.merchant_id = i.merchant_id AND x.source_id = i.id AND x.source_kind = 'REDEMPTION'
) AS t ON true
WHERE i.source = 'CARD' AND (coalesce(t.principal_fen, 0)::bigint, coalesce(t.bonus_fen, 0)::bigint) <> CASE
  WHEN i.status = 'UNDONE' THEN (0::bigint, 0::bigint) ELSE (i.principal_fen, i.bonus_fen) END
ORDER BY 1 LIMIT 20
"""
STRAY_TAKES: Final = """
SELECT 'take ' || t.merchant_id || '/' || t.id AS what FROM card_take t
WHERE t.source_kind = 'REDEMPTION' AND NOT EXISTS (
  SELECT FROM redemption_item i WHERE i.merchant_id = t.merchant_id AND i.id = t.source_id)
ORDER BY 1 LIMIT 20
"""
BOOKED: Final = """
SELECT 'item ' || i.merchant_id || '/' || i.id AS what
FROM redemption_item i CROSS JOIN LATERAL (
  SELECT
    coalesce(sum(CASE p.side WHEN 'CREDIT' THEN p.amount_fen ELSE -p.amount_fen END)
      FILTER (WHERE a.code = 'MERCHANT_PENDING'), 0)::bigint AS pending,
    coalesce(sum(CASE p.side WHEN 'DEBIT' THEN p.amount_fen ELSE -p.amount_fen END)
      FILTER (WHERE a.code IN ('CARD_LIABILITY', 'ORDER_LIABILITY')), 0)::bigint AS owed
  FROM ledger_transfer t
  JOIN ledger_posting p ON p.merchant_id = t.merchant_id AND p.transfer_id = t.id
  JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id
  WHERE t.merchant_id = i.merchant_id AND t.reference = i.id::text AND t.phase = 'POSTED'
    AND t.kind IN ('REDEMPTION', 'SERVICE_PERFORMED', 'REDEMPTION_UNDONE')
) AS b
WHERE (b.pending, b.owed) <> CASE
  WHEN i.status = 'UNDONE' THEN (0::bigint, 0::bigint)
  WHEN i.source = 'ORDER' THEN (i.channel_fen, i.channel_fen)
  ELSE (i.pending_fen, i.principal_fen) END
ORDER BY 1 LIMIT 20
"""
SUMS: Final = """
SELECT 'redemption ' || r.number AS what FROM redemption r CROSS JOIN LATERAL (
  SELECT coalesce(sum(value_fen), 0)::bigint AS value_fen, coalesce(sum(pending_fen), 0)::bigint AS pending_fen,
    bool_and(status = 'UNDONE') AS undone, bool_or(status = 'UNDONE') AS some_undone,
    bool_or(status IN ('PENDING', 'DISPUTED')) AS waits
  FROM redemption_item i WHERE i.merchant_id = r.merchant_id AND i.redemption_id = r.id
) AS s
WHERE (s.value_fen, s.pending_fen) <> (r.value_fen, r.pending_fen) OR s.undone IS NULL
  OR (r.status = 'UNDONE') <> s.undone OR (r.status <> 'UNDONE' AND s.some_undone)
  OR (r.status = 'SETTLED' AND s.waits) OR (r.status = 'PENDING' AND NOT s.waits)
ORDER BY 1 LIMIT 20
"""
RECORDS: Final = """
SELECT 'redemption ' || r.number AS what FROM redemption r
JOIN sales_order o ON o.merchant_id = r.merchant_id AND o.id = r.order_id
WHERE o.kind <> 'CARD_CONSUMPTION' OR o.number <> r.number
  OR o.payment_status <> CASE r.status WHEN 'UNDONE' THEN 'REFUNDED' ELSE 'PAID' END
  OR o.total_fen <> (SELECT coalesce(sum(value_fen), 0) FROM redemption_item i
    WHERE i.merchant_id = r.merchant_id AND i.redemption_id = r.id AND i.source = 'CARD')
ORDER BY 1 LIMIT 20
"""
LINES: Final = """
SELECT 'order line ' || u.merchant_id || '/' || u.id AS what FROM order_line_use u
JOIN order_line l ON l.merchant_id = u.merchant_id AND l.id = u.id
WHERE u.quantity <> l.quantity OR u.used <> (SELECT coalesce(sum(i.quantity), 0) FROM redemption_item i
  WHERE i.merchant_id = u.merchant_id AND i.order_line_id = u.id AND i.status <> 'UNDONE')
ORDER BY 1 LIMIT 20
"""
WAITING: Final = """
SELECT 'merchant ' || m.id AS what
FROM merchant m
LEFT JOIN ledger_account a ON a.merchant_id = m.id AND a.code = 'MERCHANT_PENDING'
CROSS JOIN LATERAL (
  SELECT
    (SELECT coalesce(sum(pending_fen), 0)::bigint FROM redemption_item i
     WHERE i.merchant_id = m.id AND i.status IN ('PENDING', 'DISPUTED', 'UPHELD')) AS waits,
    (SELECT coalesce(sum(p.amount_fen), 0)::bigint FROM order_tender x
     JOIN ledger_transfer t ON t.merchant_id = x.merchant_id AND t.reference = x.id::text AND t.kind = 'REDEMPTION'
     JOIN ledger_posting p ON p.merchant_id = t.merchant_id AND p.transfer_id = t.id AND p.side = 'CREDIT'
     JOIN ledger_account y ON y.merchant_id = p.merchant_id AND y.id = p.ledger_account_id
     WHERE x.merchant_id = m.id AND y.code = 'MERCHANT_PENDING')
    - (SELECT coalesce(sum(pending_fen - channel_fen), 0)::bigint FROM redemption_item i
       WHERE i.merchant_id = m.id AND i.source = 'ORDER' AND i.status <> 'UNDONE') AS kept
) AS s
WHERE s.waits + s.kept <> coalesce(a.balance_fen, 0) ORDER BY 1 LIMIT 20
"""
FORGOTTEN: Final = """
SELECT 'item ' || merchant_id || '/' || id AS what FROM redemption_item
WHERE status = 'PENDING' AND settle_at < now() - interval '1 day' ORDER BY 1 LIMIT 20
"""
HELD: Final = """
SELECT 'item ' || i.merchant_id || '/' || i.id AS what FROM redemption_item i
LEFT JOIN redemption_dispute d ON d.merchant_id = i.merchant_id AND d.item_id = i.id AND d.closed_at IS NULL
WHERE (i.status = 'DISPUTED') <> (d.id IS NOT NULL) ORDER BY 1 LIMIT 20
"""
COMMISSIONS: Final = """
SELECT 'item ' || merchant_id || '/' || id AS what FROM redemption_item
WHERE commission_fen <> coalesce((commission ->> 'amountFen')::bigint, 0)
  OR (bonus_fen > 0 AND principal_fen = 0 AND commission_fen > 0) ORDER BY 1 LIMIT 20
"""
IN_REFUNDS: Final = """
SELECT DISTINCT 'transfer ' || t.kind || ' ' || t.reference AS what FROM ledger_transfer t
JOIN ledger_posting p ON p.merchant_id = t.merchant_id AND p.transfer_id = t.id
JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id
WHERE a.code IN ('COMMISSION_PAYABLE', 'SALES_RECEIVABLE')
  AND t.kind IN ('REDEMPTION', 'REDEMPTION_UNDONE', 'REFUND_DECIDED', 'ORDER_REFUND_DECIDED', 'REFUND_RAISED',
    'REFUND_PAYOUT', 'DISPUTE_HOLD')
ORDER BY 1 LIMIT 20
"""
LOTS_AND_LEDGER: Final = (
    (LOTS, "what it took from lots is not what it says", TAKES),
    (LOTS, "was taken for a redemption that there is not", STRAY_TAKES),
    (PRINCIPAL, "what was booked for it is not what it says", BOOKED),
    (LOTS, "its items do not add up to it, or stand elsewhere", SUMS),
    (LOTS, "the order that records it says something else", RECORDS),
    (LOTS, "its pieces used are not those performed", LINES),
    (PRINCIPAL, "what waits for the end of dispute windows is not what MERCHANT_PENDING holds", WAITING),
    (None, "its dispute window is over for a day and it is not settled", FORGOTTEN),
    (None, "is in dispute without one, or the other way round", HELD),
)
COMMISSION_APART: Final = (
    (COMMISSION, "earns what its frozen quote does not say, or earns by bonus", COMMISSIONS),
    (COMMISSION, "moves a salesperson's commission with a consumer's money", IN_REFUNDS),
)


@check("redemptions", invariants=(PRINCIPAL, LOTS))
async def verify_redemptions(connection: asyncpg.Connection) -> list[Finding]:
    """Items are what lots, ledger and records say, to the fen; what waits is what the ledger holds for it."""
    return await _found(connection, "redemptions", LOTS_AND_LEDGER)


@check("redemption-commission", invariants=(COMMISSION,))
async def verify_commission(connection: asyncpg.Connection) -> list[Finding]:
    """Commission is beside the consumer's money and never a part of it."""
    return await _found(connection, "redemption-commission", COMMISSION_APART)


async def _found(
    connection: asyncpg.Connection, name: str, statements: tuple[tuple[int | None, str, str], ...]
) -> list[Finding]:
    return [
        Finding(name, invariant, row["what"], detail)
        for invariant, detail, statement in statements
        for row in await connection.fetch(statement)
    ]
