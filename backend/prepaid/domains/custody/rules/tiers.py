"""How much of a merchant's principal has to be in custody (domain/100, sufficiency).

Sources: 单用途商业预付卡管理办法（试行） art. 26–28 for SCALE, GROUP and BRAND: 20, 30 and 40 % of the last
quarter's principal; 上海市单用途预付消费卡管理实施办法 for LOCAL: above the general line 40 %, above the special line
all of it; ECNY_FULL: everything, as a wallet of digital renminbi has it.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from prepaid.kit.money import Fen, InvalidAmount, ceil_share, floor_share


class CustodyTier(StrEnum):
    """Tier of a merchant (存管档次)."""

    SCALE = "SCALE"
    GROUP = "GROUP"
    BRAND = "BRAND"
    LOCAL = "LOCAL"
    ECNY_FULL = "ECNY_FULL"


OF_LAST_QUARTER_BPS: Final[Mapping[CustodyTier, int]] = {
    CustodyTier.SCALE: 2_000,
    CustodyTier.GROUP: 3_000,
    CustodyTier.BRAND: 4_000,
}
"""Share of the principal at the end of the last quarter; the other tiers look at the present principal."""

GENERAL_LINE_FEN: Final = 20_000_000
"""200,000.00: below it LOCAL asks for nothing."""
ABOVE_GENERAL_LINE_BPS: Final = 4_000
SPECIAL_LINE_OF_REVENUE_BPS: Final = 2_000
HIGHEST_SPECIAL_LINE_FEN: Final = 5_000_000_000
"""50,000,000.00."""


def special_line_fen(prior_year_revenue_fen: Fen | None) -> Fen:
    """LOCAL: from this principal on all of it is kept.

    20 % of last year's revenue, between the general line and 50 m; a merchant of less than a year has no revenue to
    go by (None) and keeps everything above the general line.

    Raises:
        InvalidAmount: a negative revenue.
    """
    if prior_year_revenue_fen is None:
        return GENERAL_LINE_FEN
    line = floor_share(prior_year_revenue_fen, SPECIAL_LINE_OF_REVENUE_BPS)
    return min(max(line, GENERAL_LINE_FEN), HIGHEST_SPECIAL_LINE_FEN)


def required_fen(
    tier: CustodyTier, *, quarter_end_fen: Fen, principal_fen: Fen, prior_year_revenue_fen: Fen | None = None
) -> Fen:
    """What has to be in custody, before guarantees; shares are rounded up to the fen.

    Raises:
        InvalidAmount: a negative principal or revenue.
    """
    if principal_fen < 0 or quarter_end_fen < 0:
        raise InvalidAmount("a principal is zero or more")
    if tier in OF_LAST_QUARTER_BPS:
        return ceil_share(quarter_end_fen, OF_LAST_QUARTER_BPS[tier])
    if tier is CustodyTier.ECNY_FULL:
        return principal_fen
    special = special_line_fen(prior_year_revenue_fen)
    between = max(0, min(principal_fen, special) - GENERAL_LINE_FEN)
    return ceil_share(between, ABOVE_GENERAL_LINE_BPS) + max(0, principal_fen - special)


def shortfall_fen(*, required: Fen, guaranteed: Fen, held: Fen) -> Fen:
    """What is missing after guarantees and what is held (with what is on its way there); zero when it is enough."""
    return max(0, required - guaranteed - held)
