"""When classes meet."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from prepaid.domains.stores.rules.stores import Weekday

HORIZON_DAYS: Final = 28
"""So far ahead meetings are written, today included."""
WEEK: Final = tuple(Weekday)


class ClassStatus(StrEnum):
    """State of a class (班级状态)."""

    ACTIVE = "ACTIVE"
    ENDED = "ENDED"


class ClassSessionStatus(StrEnum):
    """State of a meeting (课次状态)."""

    PLANNED = "PLANNED"
    CANCELLED = "CANCELLED"


@dataclass(frozen=True, slots=True)
class MeetingPlan:
    """On which days a class meets: every week on a day, or once on `first_on`."""

    weekday: Weekday | None
    first_on: date
    last_on: date | None

    def days(self, since: date, until: date) -> Iterator[date]:
        """Its days from `since` to `until`, both included, in order."""
        first, last = max(since, self.first_on), min(until, self.last_on or until)
        if self.weekday is None:
            if first <= self.first_on <= last:
                yield self.first_on
            return
        day = first + timedelta(days=(WEEK.index(self.weekday) - first.weekday()) % 7)
        while day <= last:
            yield day
            day += timedelta(days=7)


def overlap(starts: str, ends: str, other_starts: str, other_ends: str) -> bool:
    """Whether two spans of one day (HH:MM, the end not included) have a minute in common."""
    return starts < other_ends and other_starts < ends
