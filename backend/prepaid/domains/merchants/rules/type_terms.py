"""What a version of a merchant type lays down (商户类型条款)."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any, Final

WHOLE_BPS: Final = 10_000
REGISTERED_FACE_LIMIT_FEN: Final = 500_000
"""5,000.00 yuan: Measures for single-purpose commercial prepaid cards, article 18."""
ANONYMOUS_FACE_LIMIT_FEN: Final = 100_000
"""1,000.00 yuan: the same article."""


class LegalRegime(StrEnum):
    """Rules that the prepaid business of a type stands under (监管类别)."""

    SINGLE_PURPOSE_CARD = "SINGLE_PURPOSE_CARD"
    SPORTS_FITNESS = "SPORTS_FITNESS"
    TRAINING = "TRAINING"


class TypeState(StrEnum):
    """State of a version of a type (类型版本状态)."""

    DRAFT = "DRAFT"
    PUBLISHED = "PUBLISHED"
    RETIRED = "RETIRED"


@dataclass(frozen=True, slots=True, kw_only=True)
class TypeTerms:
    """Limits, money rules and features of a type; amounts in fen, shares in basis points, 10,000 is the whole."""

    features: tuple[str, ...] = ()
    legal_regime: LegalRegime = LegalRegime.SINGLE_PURPOSE_CARD
    deepest_discount_bps: int = 5_000
    """Sale price at least this share of the list value: 5,000 is half price (五折)."""
    longest_term_days: int | None = None
    """Longest time that prepaid entitlements may run; None: no cap."""
    most_lessons: int | None = None
    """Most lessons (or visits) that one package may prepay; None: no cap."""
    registered_face_limit_fen: int = REGISTERED_FACE_LIMIT_FEN
    anonymous_face_limit_fen: int = ANONYMOUS_FACE_LIMIT_FEN
    custody_min_bps: int = 2_000
    custody_default_bps: int = 4_000
    custody_max_bps: int = WHOLE_BPS
    holdback_min_bps: int = 0
    holdback_default_bps: int = 0
    holdback_max_bps: int = 5_000
    deposit_base_fen: int = 0
    deposit_per_store_fen: int = 0
    deposit_balance_bps: int = 0
    """Share of the unperformed prepaid balance that is deposited besides."""
    deposit_cap_fen: int | None = None
    deposit_grace_days: int = 15
    """Days between a shortfall and the pause of issuing."""

    def columns(self) -> dict[str, Any]:
        """By name, as a version's row holds them."""
        values = {each.name: getattr(self, each.name) for each in fields(self)}
        return values | {"features": sorted(set(self.features)), "legal_regime": self.legal_regime.value}


@dataclass(frozen=True, slots=True)
class Misfit:
    """A term that is out of bounds, or three that are out of order (`bounds` is None)."""

    name: str
    bounds: tuple[int, int] | None = None


_BOUNDS: Final = {
    "deepest_discount_bps": (0, WHOLE_BPS),
    "longest_term_days": (1, 3_650),
    "most_lessons": (1, 10_000),
    "registered_face_limit_fen": (0, REGISTERED_FACE_LIMIT_FEN),
    "anonymous_face_limit_fen": (0, ANONYMOUS_FACE_LIMIT_FEN),
    "custody_min_bps": (0, WHOLE_BPS),
    "custody_max_bps": (0, WHOLE_BPS),
    "holdback_min_bps": (0, WHOLE_BPS),
    "holdback_max_bps": (0, WHOLE_BPS),
    "deposit_base_fen": (0, 10**11),
    "deposit_per_store_fen": (0, 10**11),
    "deposit_balance_bps": (0, WHOLE_BPS),
    "deposit_cap_fen": (0, 10**12),
    "deposit_grace_days": (0, 365),
}


def misfits(terms: TypeTerms) -> Iterator[Misfit]:
    """What no type may lay down."""
    for name, (lowest, highest) in _BOUNDS.items():
        value = getattr(terms, name)
        if value is not None and not lowest <= value <= highest:
            yield Misfit(name, (lowest, highest))
    for share in ("custody", "holdback"):
        low, usual, high = (getattr(terms, f"{share}_{part}_bps") for part in ("min", "default", "max"))
        if not low <= usual <= high:
            yield Misfit(f"{share}_default_bps")
