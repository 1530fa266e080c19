"""Our side and the ledger's side of a provider's bill."""

from collections.abc import Collection
from datetime import date, timedelta
from typing import Final
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.payment.rules.reconciliation import Known
from prepaid.kit.clock import day_bounds

PAYMENTS: Final = """
SELECT p.reference, p.sub_merchant_number, p.amount_fen, p.captured_at IS NOT NULL AS done,
    p.captured_at IS NOT NULL AS booked, t.amount_fen AS ledger_fen
FROM payment p
LEFT JOIN ledger_transfer t ON t.merchant_id = p.merchant_id AND t.kind = 'PAYMENT_CAPTURED'
    AND t.reference = p.id::text AND t.pending_id IS NULL
WHERE p.merchant_id = $1 AND p.reference = ANY ($2::text[])
"""
REFUNDS: Final = """
SELECT r.reference, p.sub_merchant_number, r.amount_fen, r.accepted_at IS NOT NULL AS done,
    r.state = 'SUCCEEDED' AND e.id IS NOT NULL AND v.id IS NULL AS booked, t.amount_fen AS ledger_fen
FROM payment_refund r
JOIN payment p ON p.merchant_id = r.merchant_id AND p.id = r.payment_id
LEFT JOIN payment_event e ON e.merchant_id = r.merchant_id AND e.reference = r.reference AND e.kind = 'REFUNDED'
    AND e.variant = 'CHANNEL'
LEFT JOIN payment_event v ON v.merchant_id = r.merchant_id AND v.reference = r.reference
    AND v.kind = 'REFUND_REDIRECTED'
LEFT JOIN ledger_transfer t ON t.merchant_id = r.merchant_id AND t.kind = 'PAID_OUT'
    AND t.reference = r.id::text AND t.pending_id IS NULL
WHERE r.merchant_id = $1 AND r.reference = ANY ($2::text[])
"""
PAID_ON: Final = "SELECT merchant_id, reference FROM payment WHERE paid_at >= $1 AND paid_at < $2 ORDER BY id"
ACCEPTED_UNLISTED: Final = """
SELECT r.merchant_id, r.reference FROM payment_refund r
WHERE r.accepted_at >= $1 AND r.accepted_at < $2 AND NOT EXISTS (
    SELECT FROM payment_bill_line l WHERE l.merchant_id = r.merchant_id AND l.reference = r.reference
      AND l.kind = 'REFUND')
ORDER BY r.id
"""


async def known_of(tx: WriteSession, merchant_id: UUID, references: Collection[str]) -> dict[str, Known]:
    """What a merchant has under these references, with the ledger's figure beside each."""
    driver, wanted = await tx.raw(), list(references)
    rows = [*await driver.fetch(PAYMENTS, merchant_id, wanted), *await driver.fetch(REFUNDS, merchant_id, wanted)]
    return {
        row["reference"]: Known(
            row["sub_merchant_number"], row["amount_fen"], row["done"], row["booked"], row["ledger_fen"]
        )
        for row in rows
    }


async def expected_on(tx: WriteSession, day: date) -> list[tuple[UUID, str]]:
    """Merchant and reference of what must be listed by the bill of a day.

    Payments by the provider's own time. Refunds are listed when the provider took them, which we note a moment
    later: those of the day before must be listed on either day.
    """
    driver = await tx.raw()
    begin, end = day_bounds(day)
    paid = await driver.fetch(PAID_ON, begin, end)
    unlisted = await driver.fetch(ACCEPTED_UNLISTED, begin - timedelta(days=1), begin)
    return [(row["merchant_id"], row["reference"]) for row in (*paid, *unlisted)]
