"""Custody of the demo's merchants: accounts that the worker opens at the sandbox, tiers, one guarantee."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.open_merchant_wallet import open_merchant_wallet
from prepaid.domains.custody.commands.register_guarantee import GuaranteeTerms, register_guarantee
from prepaid.domains.custody.models import CustodyAccount
from prepaid.domains.custody.rules.guarantees import GuaranteeKind
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.kit import clock

TIERS: Final[Mapping[str, tuple[CustodyTier, int | None]]] = {
    "yunling": (CustodyTier.SCALE, None),
    "xinghe": (CustodyTier.GROUP, None),
    "binghe": (CustodyTier.BRAND, None),
    "liuan": (CustodyTier.LOCAL, 300_000_000),
}
"""By the merchant's key: tier, and last year's revenue where it counts."""
GUARANTEED: Final = "yunling"


async def seed_custody(tx: WriteSession, merchants: Mapping[str, UUID]) -> None:
    """Instruct the opening of every account that is missing; `merchants` by their keys."""
    known = set(await tx.scalars(select(CustodyAccount.merchant_id)))
    for key, (tier, revenue_fen) in TIERS.items():
        if merchants[key] in known:
            continue
        await open_merchant_wallet(
            tx, tx.actor, merchant_id=merchants[key], tier=tier, prior_year_revenue_fen=revenue_fen
        )
        if key == GUARANTEED:
            today = clock.today_shanghai()
            terms = GuaranteeTerms(
                kind=GuaranteeKind.BANK_LETTER,
                number="BH-DEMO-0001",
                issuer="示例城市商业银行",
                amount_fen=50_000_000,
                valid_from=today,
                valid_until=today + timedelta(days=365),
            )
            await register_guarantee(tx, tx.actor, merchant_id=merchants[key], terms=terms)
