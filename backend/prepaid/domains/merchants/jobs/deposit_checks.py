"""What `prepaid verify` checks of deposits beyond the database's own constraints."""

from typing import Final

import asyncpg

from prepaid.core.findings import Finding, check

MONEY: Final = 1
"""Number of the invariant that every movement of money is a transfer of the ledger (domain/00)."""

PAYMENTS: Final = """
SELECT m.number, p.id FROM deposit_payment p JOIN merchant m ON m.id = p.merchant_id
LEFT JOIN ledger_transfer t ON t.merchant_id = p.merchant_id AND t.id = p.transfer_id
WHERE (p.state = 'PAID') IS DISTINCT FROM
    (t.kind = 'DEPOSIT_PAID' AND t.reference = p.id::text AND t.amount_fen = p.amount_fen AND t.phase = 'POSTED')
  AND (p.state = 'PAID' OR t.id IS NOT NULL) ORDER BY m.number, p.id
"""
DEDUCTIONS: Final = """
SELECT m.number, d.id, d.state, r.phase FROM deposit_deduction d JOIN merchant m ON m.id = d.merchant_id
LEFT JOIN ledger_transfer t ON t.merchant_id = d.merchant_id AND t.id = d.transfer_id
  AND t.kind = 'DEPOSIT_DEDUCTED' AND t.reference = d.id::text AND t.phase = 'PENDING'
LEFT JOIN ledger_transfer r ON r.merchant_id = d.merchant_id AND r.pending_id = t.id
WHERE t.id IS NULL OR r.phase IS DISTINCT FROM
    CASE d.state WHEN 'DONE' THEN 'POSTED' WHEN 'RELEASED' THEN 'VOIDED' END ORDER BY m.number, d.id
"""
UNKNOWN: Final = """
SELECT m.number, t.kind, t.reference FROM ledger_transfer t JOIN merchant m ON m.id = t.merchant_id
WHERE t.kind = 'DEPOSIT_DEDUCTED' AND t.pending_id IS NULL AND NOT EXISTS (
    SELECT FROM deposit_deduction d WHERE d.merchant_id = t.merchant_id AND d.id::text = t.reference)
ORDER BY m.number, t.reference
"""
STANDING: Final = """
SELECT m.number, d.state, d.due_fen, coalesce(a.balance_fen, 0) AS held_fen FROM deposit d
JOIN merchant m ON m.id = d.merchant_id
LEFT JOIN ledger_account a ON a.merchant_id = d.merchant_id AND a.code = 'DEPOSIT'
WHERE (d.state IN ('NOT_REQUIRED', 'SATISFIED')) <> (coalesce(a.balance_fen, 0) >= d.due_fen) ORDER BY m.number
"""


@check("deposits", invariants=(MONEY,))
async def verify_deposits(connection: asyncpg.Connection) -> list[Finding]:
    """Payments and deductions are in the ledger as their rows say; a deposit stands as what it holds says."""
    found = [
        Finding("deposits", MONEY, f"deposit payment {row['id']} of {row['number']}", "is not in the ledger as it says")
        for row in await connection.fetch(PAYMENTS)
    ]
    found += [
        Finding(
            "deposits",
            MONEY,
            f"deduction {row['id']} of {row['number']}",
            f"says {row['state']}; the ledger says {row['phase']}",
        )
        for row in await connection.fetch(DEDUCTIONS)
    ]
    found += [
        Finding("deposits", MONEY, f"transfer {row['reference']} of {row['number']}", "was taken for no case")
        for row in await connection.fetch(UNKNOWN)
    ]
    found += [
        Finding(
            "deposits",
            MONEY,
            f"deposit of {row['number']}",
            f"is {row['state']}; it holds {row['held_fen']} of {row['due_fen']} fen",
        )
        for row in await connection.fetch(STANDING)
    ]
    return found
