"""The sale gate: whether merchants may sell, by the facts of all domains below, whoever asks."""

from collections.abc import Iterable
from datetime import date
from typing import Final
from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.merchants.errors.sale_gate import SaleBlocked
from prepaid.domains.merchants.rules.sale_gate import STOP_WORDS, SaleFacts, SaleStop, stops_of
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT

FACTS: Final = """
SELECT m.id, m.gate,
    EXISTS (SELECT FROM contract c WHERE c.merchant_id = m.id AND c.scene = 'MERCHANT_AGREEMENT'
        AND c.state = 'IN_FORCE' AND c.valid_from <= $2 AND (c.valid_to IS NULL OR c.valid_to >= $2))
        AS contract_in_force,
    a.state AS custody_state, coalesce(a.short_since IS NOT NULL, false) AS custody_short,
    d.state AS deposit_state,
    (SELECT count(*) FROM merchant_document x WHERE x.merchant_id = m.id AND x.required
        AND x.replaced_at IS NULL AND x.expires_on < $2)::int AS documents_expired,
    EXISTS (SELECT FROM merchant_closing x WHERE x.merchant_id = m.id AND x.state <> 'CANCELLED') AS closing,
    EXISTS (SELECT FROM issuing_switch s WHERE s.merchant_id = m.id AND s.stopped) AS issuing_stopped,
    EXISTS (SELECT FROM issuing_switch s WHERE s.merchant_id = $3 AND s.stopped) AS bank_stopped
FROM merchant m
LEFT JOIN custody_account a ON a.merchant_id = m.id
LEFT JOIN deposit d ON d.merchant_id = m.id
WHERE m.id = ANY ($1)
"""


async def sale_stops(source: Fetches, merchant_ids: Iterable[UUID], today: date) -> dict[UUID, list[SaleStop]]:
    """Every reason by merchant, in one statement; `source` reads under the worker's role."""
    rows = await source.fetch(FACTS, list(merchant_ids), today, PLATFORM_TENANT)
    return {row["id"]: stops_of(SaleFacts(**{k: v for k, v in row.items() if k != "id"})) for row in rows}


async def merchant_sale_stops(tx: WriteSession, merchant_id: UUID) -> list[SaleStop]:
    """Every reason why one merchant may not sell now; empty when it may."""
    async with tx.under(DbRole.WORKER):
        found = await sale_stops(await tx.raw(), [merchant_id], clock.today_shanghai())
    return found.get(merchant_id, [SaleStop.CLOSED])


async def ensure_sale_allowed(tx: WriteSession, merchant_id: UUID) -> None:
    """Refuse a sale or a recharge of a card; redemption and refunds never ask here.

    Raises:
        SaleBlocked: with every reason at once.
    """
    stops = await merchant_sale_stops(tx, merchant_id)
    if stops:
        raise SaleBlocked(
            stops=[stop.value for stop in stops],
            reasons_zh="、".join(STOP_WORDS[stop][0] for stop in stops),
            reasons_en=", ".join(STOP_WORDS[stop][1] for stop in stops),
        )
