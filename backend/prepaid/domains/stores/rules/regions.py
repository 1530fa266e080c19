"""The tree of regions on one day, and what a move would do to it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID


class RegionStatus(StrEnum):
    """State of a region (区域状态)."""

    ACTIVE = "ACTIVE"
    CLOSED = "CLOSED"


@dataclass(frozen=True, slots=True)
class Placement:
    """A region's place in the tree from a day on, until the day before `until`."""

    region: UUID
    parent: UUID | None
    since: date
    until: date | None = None

    def covers(self, day: date) -> bool:
        """Whether it is in force on a day."""
        return self.since <= day and (self.until is None or day < self.until)


class RegionTree:
    """Regions by their parents, on one day."""

    def __init__(self, parents: Mapping[UUID, UUID | None]) -> None:
        self.parents = dict(parents)
        self._children: dict[UUID | None, list[UUID]] = {}
        for region, parent in self.parents.items():
            self._children.setdefault(parent, []).append(region)

    @classmethod
    def on(cls, day: date, placements: Iterable[Placement]) -> "RegionTree":
        """The tree that the placements make on a day."""
        return cls({each.region: each.parent for each in placements if each.covers(day)})

    def ancestors(self, region: UUID) -> Iterator[UUID]:
        """The regions above one, nearest first; ends where a circle closes."""
        seen = {region}
        above = self.parents.get(region)
        while above is not None and above not in seen:
            yield above
            seen.add(above)
            above = self.parents.get(above)

    def path(self, region: UUID) -> tuple[UUID, ...]:
        """From the region itself up to its root."""
        return (region, *self.ancestors(region))

    def depth(self, region: UUID) -> int:
        """Level of a region: 1 for a root."""
        return len(self.path(region))

    def subtree(self, roots: Iterable[UUID]) -> frozenset[UUID]:
        """The regions themselves and all below them."""
        found: set[UUID] = set()
        ahead = [root for root in roots if root in self.parents]
        while ahead:
            region = ahead.pop()
            if region not in found:
                found.add(region)
                ahead.extend(self._children.get(region, ()))
        return frozenset(found)

    def circular(self) -> frozenset[UUID]:
        """Regions that are below themselves."""
        return frozenset(r for r in self.parents if self._returns(r))

    def height(self) -> int:
        """Levels in use."""
        return max(map(self.depth, self.parents), default=0)

    def _returns(self, region: UUID) -> bool:
        return self.parents.get(self.path(region)[-1]) is not None


def moved(placements: Iterable[Placement], region: UUID, parent: UUID | None, since: date) -> list[Placement]:
    """The placements after a region goes below `parent` from a day on; what was before that day stays.

    Raises:
        ValueError: the day is before the region's latest placement began.
    """
    kept = [each for each in placements if each.region != region]
    own = sorted((each for each in placements if each.region == region), key=lambda each: each.since)
    if own and since < own[-1].since:
        raise ValueError(f"the latest placement began {own[-1].since}")
    ended = [
        Placement(region, each.parent, each.since, since) if each.until is None else each
        for each in own
        if each.since < since
    ]
    return [*kept, *ended, Placement(region, parent, since)]


def days_of_change(placements: Iterable[Placement], since: date) -> list[date]:
    """The day itself and every later day on which some region moves."""
    return sorted({since, *(each.since for each in placements if each.since > since)})
