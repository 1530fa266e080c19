"""The arithmetic of domain/100: what of a lot's principal stays in custody, is advanced, is held back.

With the custody share r and the holdback share h of the card contract, principal X splits into c(X) = ⌈r·X⌉ in
custody and a(X) = X − c(X) advanced, of which b(X) = a(X) − ⌊(1−h)·a(X)⌋ is held back. A redemption moves the
differences, so any sequence of them sums exactly and nothing is left at X = 0.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from prepaid.kit.money import BPS_ONE, Fen, InvalidAmount, ceil_share, check_fen, floor_share


@dataclass(frozen=True, slots=True)
class Terms:
    """What a card contract froze at the sale (domain/01, 1)."""

    contract_id: UUID
    custody_bps: int
    """r, the custody share."""
    holdback_bps: int
    """h, the share of the rest that is held back."""

    def split(self, principal_fen: Fen) -> "Split":
        """c, a and b of a principal.

        Raises:
            InvalidAmount: a negative principal, or a rate outside 0 … 10,000.
        """
        custody = ceil_share(principal_fen, self.custody_bps)
        advance = principal_fen - custody
        return Split(custody, advance, advance - floor_share(advance, BPS_ONE - self.holdback_bps))


@dataclass(frozen=True, slots=True)
class Split:
    """Parts of a principal, in fen; `holdback_fen` is a part of `advance_fen`."""

    custody_fen: Fen
    advance_fen: Fen
    holdback_fen: Fen

    @property
    def principal_fen(self) -> Fen:
        return self.custody_fen + self.advance_fen

    def __add__(self, other: "Split") -> "Split":
        return Split(
            self.custody_fen + other.custody_fen,
            self.advance_fen + other.advance_fen,
            self.holdback_fen + other.holdback_fen,
        )

    def __sub__(self, other: "Split") -> "Split":
        return Split(
            self.custody_fen - other.custody_fen,
            self.advance_fen - other.advance_fen,
            self.holdback_fen - other.holdback_fen,
        )


NOTHING = Split(0, 0, 0)


@dataclass(frozen=True, slots=True)
class Consumed:
    """What a redemption takes of one lot: `value_fen` of the `principal_fen` that was left before."""

    principal_fen: Fen
    value_fen: Fen


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo gives back to one lot."""

    principal_fen: Fen
    """Left before the redemption that is undone."""
    value_fen: Fen
    principal_now_fen: Fen
    """Left before the undo: less than `principal_fen - value_fen` when others were redeemed since."""


def split_all(terms: Terms, principals_fen: Iterable[Fen]) -> Split:
    """The parts of several lots of one card contract, each split on its own."""
    return sum((terms.split(each) for each in principals_fen), NOTHING)


def earned(terms: Terms, lots: Iterable[Consumed]) -> Split:
    """What redemptions of these lots move: the differences of their parts.

    Raises:
        InvalidAmount: nothing is consumed of a lot, or more than it holds.
    """
    return sum((_difference(terms, lot.principal_fen, lot.value_fen) for lot in lots), NOTHING)


def given_back(terms: Terms, lots: Iterable[Undone]) -> Split:
    """What an undo moves back, so that each lot stands again where its principal says.

    The opposite of what the redemption moved, but for an odd fen when the same lot was redeemed in between.

    Raises:
        InvalidAmount: as `earned`.
    """
    return sum((_difference(terms, lot.principal_now_fen + lot.value_fen, lot.value_fen) for lot in lots), NOTHING)


def _difference(terms: Terms, principal_fen: Fen, value_fen: Fen) -> Split:
    if not 0 < check_fen(value_fen) <= check_fen(principal_fen):
        raise InvalidAmount("a redemption takes between one fen and all of what is left")
    return terms.split(principal_fen) - terms.split(principal_fen - value_fen)
