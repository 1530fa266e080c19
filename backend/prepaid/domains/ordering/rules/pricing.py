"""The pricing pipeline (domain/80): list price → product discount → bundle → tiered reduction → coupons.

The first stage is here; the others plug in as `Stage`. Each stage gets the cart as the one before left it and answers
reductions with the share of every line. What is left after the last one is shared over the units of each line by the
largest remainder, so that units sum to lines and lines to the order, to the fen.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from uuid import UUID

from prepaid.kit.money import Fen, share_by_weights


@dataclass(frozen=True, slots=True, kw_only=True)
class CartLine:
    """Pieces of one product at today's prices."""

    key: UUID
    """The product's version."""
    quantity: int
    list_price_fen: Fen
    """Of one piece, bought singly: unit price of a service, list value of a package."""
    price_fen: Fen
    """Of one piece, as it is sold."""

    @property
    def gross_fen(self) -> Fen:
        return self.price_fen * self.quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class Reduction:
    """What a stage took off (优惠), with each line's share; `shares_fen` is as long as the cart."""

    stage: str
    source_id: UUID
    name: str
    shares_fen: tuple[Fen, ...]

    @property
    def amount_fen(self) -> Fen:
        return sum(self.shares_fen)


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """What did not apply, and why; `shortfall_fen`: how much more would do (差 20.00 元可用)."""

    stage: str
    source_id: UUID
    name: str
    code: str
    shortfall_fen: Fen | None = None


@dataclass(frozen=True, slots=True)
class Cart:
    """Lines with what was taken off so far."""

    lines: tuple[CartLine, ...]
    reductions: tuple[Reduction, ...] = ()
    skipped: tuple[Skipped, ...] = ()

    def net_of(self, place: int) -> Fen:
        """What is left of a line."""
        return self.lines[place].gross_fen - sum(each.shares_fen[place] for each in self.reductions)

    @property
    def nets_fen(self) -> tuple[Fen, ...]:
        return tuple(self.net_of(place) for place in range(len(self.lines)))

    @property
    def total_fen(self) -> Fen:
        return sum(self.nets_fen)

    @property
    def list_fen(self) -> Fen:
        return sum(line.list_price_fen * line.quantity for line in self.lines)

    def reduced(self, stage: str, source_id: UUID, name: str, amount_fen: Fen, weights: Sequence[Fen]) -> "Cart":
        """With an amount taken off, shared by `weights` (one a line, 0 where it does not apply).

        No line goes below zero: what one cannot bear is shared over the others, what nobody can bear is not taken.
        """
        shares = capped_shares(amount_fen, weights, self.nets_fen)
        one = Reduction(stage=stage, source_id=source_id, name=name, shares_fen=tuple(shares))
        return replace(self, reductions=(*self.reductions, one))


class Stage(Protocol):
    """One stage of the pipeline after the first."""

    def apply(self, cart: Cart) -> Cart:
        """The cart with the stage's reductions and with what it skipped. Deterministic."""
        ...


def priced(lines: Sequence[CartLine], stages: Sequence[Stage] = ()) -> Cart:
    """Run the pipeline. The answer does not depend on the order of `lines`, but for the order of its own lines."""
    cart = Cart(tuple(lines))
    for stage in stages:
        cart = stage.apply(cart)
    return cart


def unit_shares(net_fen: Fen, quantity: int) -> list[Fen]:
    """What each piece of a line costs: equal but for the last fen, the first pieces carry it."""
    return share_by_weights(net_fen, [1] * quantity)


def capped_shares(amount_fen: Fen, weights: Sequence[Fen], caps: Sequence[Fen]) -> list[Fen]:
    """Shares of an amount by weights, none above its cap; what is clamped is shared anew over the rest."""
    shares = [0] * len(weights)
    left = min(amount_fen, sum(cap for cap, weight in zip(caps, weights, strict=True) if weight > 0))
    while left > 0:
        open_weights = [w if shares[i] < caps[i] else 0 for i, w in enumerate(weights)]
        for place, more in enumerate(share_by_weights(left, open_weights)):
            shares[place] += min(more, caps[place] - shares[place])
        left = min(amount_fen, sum(cap for cap, weight in zip(caps, weights, strict=True) if weight > 0)) - sum(shares)
    return shares
