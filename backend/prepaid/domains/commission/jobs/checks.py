"""What `prepaid verify` checks of commission beyond the database's own constraints."""

from typing import Any, Final

import asyncpg

from prepaid.core.findings import Finding, check

MONEY: Final = 1
SNAPSHOTS: Final = 8
REFUNDS: Final = 11
"""Numbers of the invariants (domain/00)."""

DEALS: Final = """
SELECT o.number, d.commission_fen, coalesce(l.lines_fen, 0)::bigint AS lines_fen FROM deal d
JOIN sales_order o ON o.merchant_id = d.merchant_id AND o.id = d.order_id
LEFT JOIN (
    SELECT merchant_id, deal_id, sum(amount_fen) AS lines_fen FROM commission_line
    WHERE reverses_id IS NULL AND deal_id IS NOT NULL GROUP BY merchant_id, deal_id
) AS l ON l.merchant_id = d.merchant_id AND l.deal_id = d.id
WHERE d.commission_fen <> coalesce(l.lines_fen, 0) ORDER BY o.number
"""
REVERSED: Final = """
SELECT l.id, l.reversed_fen, coalesce(sum(-r.amount_fen), 0)::bigint AS taken_fen FROM commission_line l
LEFT JOIN commission_line r ON r.merchant_id = l.merchant_id AND r.reverses_id = l.id
WHERE l.reverses_id IS NULL GROUP BY l.merchant_id, l.id, l.reversed_fen
HAVING l.reversed_fen <> coalesce(sum(-r.amount_fen), 0) ORDER BY l.id
"""
OWED: Final = """
SELECT m.number, s.staff_number, coalesce(a.balance_fen, 0) AS ledger_fen,
    (coalesce(l.fen, 0) + coalesce(p.fen, 0))::bigint AS due_fen,
    coalesce(x.balance_fen, 0) AS debt_fen, coalesce(r.fen, 0)::bigint AS receivable_fen
FROM salesperson s JOIN merchant m ON m.id = s.merchant_id
LEFT JOIN ledger_account a ON a.merchant_id = s.merchant_id AND a.code = 'COMMISSION_PAYABLE' AND a.owner_id = s.id
LEFT JOIN ledger_account x ON x.merchant_id = s.merchant_id AND x.code = 'SALES_RECEIVABLE' AND x.owner_id = s.id
LEFT JOIN (
    SELECT merchant_id, salesperson_id, sum(amount_fen - reversed_fen) AS fen FROM commission_line
    WHERE state = 'APPROVED' AND transfer_id IS NOT NULL GROUP BY 1, 2
) AS l ON l.merchant_id = s.merchant_id AND l.salesperson_id = s.id
LEFT JOIN (
    SELECT merchant_id, salesperson_id, sum(amount_fen) AS fen FROM commission_payout
    WHERE state IN ('PAYING', 'FAILED') GROUP BY 1, 2
) AS p ON p.merchant_id = s.merchant_id AND p.salesperson_id = s.id
LEFT JOIN (
    SELECT merchant_id, salesperson_id, sum(amount_fen - netted_fen - written_off_fen) AS fen
    FROM commission_receivable GROUP BY 1, 2
) AS r ON r.merchant_id = s.merchant_id AND r.salesperson_id = s.id
ORDER BY m.number, s.staff_number
"""
MIXED: Final = """
SELECT DISTINCT m.number, t.kind, t.reference FROM ledger_transfer t JOIN merchant m ON m.id = t.merchant_id
JOIN ledger_posting p ON p.merchant_id = t.merchant_id AND p.transfer_id = t.id
JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id
JOIN ledger_posting q ON q.merchant_id = t.merchant_id AND q.transfer_id = t.id
JOIN ledger_account b ON b.merchant_id = q.merchant_id AND b.id = q.ledger_account_id
WHERE a.code IN ('COMMISSION_PAYABLE', 'SALES_RECEIVABLE')
  AND b.code IN ('REFUND_PAYABLE', 'CARD_LIABILITY', 'ORDER_LIABILITY', 'UNCLAIMED_LIABILITY')
ORDER BY m.number, t.reference
"""


@check("commission-lines", invariants=(SNAPSHOTS,))
async def verify_lines(connection: asyncpg.Connection) -> list[Finding]:
    """The original lines of a deal sum to its commission; a line's reversals to what it says was reversed."""
    found = [
        _finding(
            "commission-lines",
            SNAPSHOTS,
            f"deal of order {row['number']}",
            f"commission {row['commission_fen']}, its lines {row['lines_fen']}",
        )
        for row in await connection.fetch(DEALS)
    ]
    found += [
        _finding(
            "commission-lines",
            SNAPSHOTS,
            f"commission {row['id']}",
            f"reversed {row['reversed_fen']}, by its reversals {row['taken_fen']}",
        )
        for row in await connection.fetch(REVERSED)
    ]
    return found


@check("commission-money", invariants=(MONEY,))
async def verify_money(connection: asyncpg.Connection) -> list[Finding]:
    """The ledger owes each person what his lines and payouts say, and is owed what his receivables say."""
    found = []
    for row in await connection.fetch(OWED):
        person = f"person {row['staff_number']} of {row['number']}"
        if row["ledger_fen"] != row["due_fen"]:
            detail = f"the ledger owes {row['ledger_fen']}, by the lines {row['due_fen']}"
            found.append(_finding("commission-money", MONEY, person, detail))
        if row["debt_fen"] != row["receivable_fen"]:
            detail = f"owes {row['debt_fen']} by the ledger, {row['receivable_fen']} by the receivables"
            found.append(_finding("commission-money", MONEY, person, detail))
    return found


@check("commission-refunds", invariants=(REFUNDS,))
async def verify_refunds(connection: asyncpg.Connection) -> list[Finding]:
    """No transfer moves commission and what consumers are owed together."""
    return [
        _finding(
            "commission-refunds",
            REFUNDS,
            f"transfer {row['kind']} {row['reference']} of {row['number']}",
            "moves commission in what a consumer is owed",
        )
        for row in await connection.fetch(MIXED)
    ]


def _finding(name: str, invariant: int, subject: str, detail: Any) -> Finding:
    return Finding(name, invariant, subject, detail)
