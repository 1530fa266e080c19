"""Which rule decides whether a product may be sold in a store.

The total order. Of the rules of one product that are in force on the day (first day <= day <= last day, Shanghai), each
that covers the seller's store is a candidate with a distance, nearest first:

1. STORE: the store itself.
2. REGION: a region that the store lies in; its own region before the one above it, and so on up to the root.
3. REGION_LEVEL: the level of the region that the store lies right in.
4. STORE_TYPE: its type.
5. ALL_STORES.
6. Elsewhere: an ALLOW rule that is exclusive (仅限此处) and does not cover the store denies it, from afar.

The nearest candidate decides. At one distance DENY wins over ALLOW; then the later first day wins, then the rule that
was made earlier. Without a candidate the product may be sold. A package is sold only where its card type is sold as
well: each of the two is decided by itself, and both must allow. The quota that counts is that of the deciding rule.
(domain/70, reference 4.9: "deny wins, nearest wins"; nearness first, since a deny could otherwise have no exception.)
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final
from uuid import UUID


class Effect(StrEnum):
    """What a rule does (控销方向)."""

    ALLOW = "ALLOW"
    DENY = "DENY"


class PlaceKind(StrEnum):
    """What a rule names as its place (控销范围)."""

    STORE = "STORE"
    REGION = "REGION"
    REGION_LEVEL = "REGION_LEVEL"
    STORE_TYPE = "STORE_TYPE"
    ALL_STORES = "ALL_STORES"


class Ground(StrEnum):
    """Why something may be sold or not (判定依据)."""

    UNCONTROLLED = "UNCONTROLLED"
    ALLOWED = "ALLOWED"
    DENIED = "DENIED"
    ELSEWHERE = "ELSEWHERE"
    SOLD_OUT = "SOLD_OUT"
    STORE_NOT_SELLING = "STORE_NOT_SELLING"


PERMITTING: Final = frozenset({Ground.UNCONTROLLED, Ground.ALLOWED})


@dataclass(frozen=True, slots=True)
class Seat:
    """Where a store stands on a day."""

    store: UUID
    type: str
    regions: tuple[UUID, ...] = ()
    """Its region and those above it, nearest first."""

    @property
    def level(self) -> int:
        """Level of the region that it lies right in, 1 for the top; 0 in none."""
        return len(self.regions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a rule holds: what its kind needs, nothing else."""

    kind: PlaceKind
    store: UUID | None = None
    region: UUID | None = None
    level: int | None = None
    store_type: str | None = None

    @property
    def complete(self) -> bool:
        """Whether it names exactly what its kind needs."""
        named = {
            PlaceKind.STORE: self.store,
            PlaceKind.REGION: self.region,
            PlaceKind.REGION_LEVEL: self.level,
            PlaceKind.STORE_TYPE: self.store_type,
        }
        return all((value is not None) == (kind is self.kind) for kind, value in named.items())

    def distance(self, seat: Seat) -> tuple[int, int] | None:
        """How far the place is from a store, smaller is nearer; None when it does not cover it."""
        match self.kind:
            case PlaceKind.STORE:
                return (1, 0) if self.store == seat.store else None
            case PlaceKind.REGION:
                return (2, seat.regions.index(self.region)) if self.region in seat.regions else None
            case PlaceKind.REGION_LEVEL:
                return (3, 0) if self.level == seat.level else None
            case PlaceKind.STORE_TYPE:
                return (4, 0) if self.store_type == seat.type else None
            case PlaceKind.ALL_STORES:
                return (5, 0)


ELSEWHERE: Final = (6, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class ControlRule:
    """A rule as it decides."""

    id: UUID
    """In the order in which rules were made (UUIDv7)."""
    number: str = ""
    product: UUID
    effect: Effect
    place: Place
    since: date
    last_day: date | None = None
    quota: int | None = None
    taken: int = 0
    exclusive: bool = False

    @property
    def remaining(self) -> int | None:
        """What is left of the quota; None without one."""
        return None if self.quota is None else self.quota - self.taken

    def in_force(self, day: date) -> bool:
        """Whether the rule holds on a day."""
        return self.since <= day and (self.last_day is None or day <= self.last_day)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A rule that has a say about a store, and how: an exclusive ALLOW of other places denies."""

    rule: ControlRule
    distance: tuple[int, int]
    effect: Effect

    @property
    def rank(self) -> tuple[tuple[int, int], bool, int, UUID]:
        """Its place in the total order; the least decides."""
        return (self.distance, self.effect is Effect.ALLOW, -self.rule.since.toordinal(), self.rule.id)


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether one product of a lineage may be sold, why, and by which rule."""

    product: UUID
    ground: Ground
    rule: ControlRule | None = None

    @property
    def permitted(self) -> bool:
        """Whether it may be sold."""
        return self.ground in PERMITTING


def candidates(rules: Iterable[ControlRule], seat: Seat, day: date) -> list[Candidate]:
    """All rules in force that have a say about the store, the deciding one first."""
    found = []
    for rule in rules:
        if not rule.in_force(day):
            continue
        distance = rule.place.distance(seat)
        if distance is not None:
            found.append(Candidate(rule, distance, rule.effect))
        elif rule.exclusive and rule.effect is Effect.ALLOW:
            found.append(Candidate(rule, ELSEWHERE, Effect.DENY))
    return sorted(found, key=lambda each: each.rank)


def decide(product: UUID, rules: Iterable[ControlRule], seat: Seat, day: date, *, count: int = 1) -> Verdict:
    """The verdict on `count` pieces of one product in a store; `rules` are those of the product."""
    said = candidates(rules, seat, day)
    if not said:
        return Verdict(product, Ground.UNCONTROLLED)
    first = said[0]
    if first.distance == ELSEWHERE:
        return Verdict(product, Ground.ELSEWHERE, first.rule)
    if first.effect is Effect.DENY:
        return Verdict(product, Ground.DENIED, first.rule)
    remaining = first.rule.remaining
    ground = Ground.ALLOWED if remaining is None or count <= remaining else Ground.SOLD_OUT
    return Verdict(product, ground, first.rule)
