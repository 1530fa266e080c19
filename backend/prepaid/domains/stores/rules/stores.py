"""What a store can be and do."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from prepaid.kit.states import StateMachine

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
_TIME: Final = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


class Weekday(StrEnum):
    """Day of the week (星期)."""

    MONDAY = "MONDAY"
    TUESDAY = "TUESDAY"
    WEDNESDAY = "WEDNESDAY"
    THURSDAY = "THURSDAY"
    FRIDAY = "FRIDAY"
    SATURDAY = "SATURDAY"
    SUNDAY = "SUNDAY"


class StoreType(StrEnum):
    """Who runs it, or where it is (店铺类型)."""

    DIRECT = "DIRECT"
    FRANCHISE = "FRANCHISE"
    ONLINE = "ONLINE"


class StoreStatus(StrEnum):
    """State of a store (店铺状态)."""

    OPENING = "OPENING"
    OPEN = "OPEN"
    RELOCATED = "RELOCATED"
    CLOSED = "CLOSED"


_WEEK: Final = tuple(Weekday)

STORE_STATES: Final = StateMachine(
    {
        StoreStatus.OPENING: frozenset({StoreStatus.OPEN, StoreStatus.CLOSED}),
        StoreStatus.OPEN: frozenset({StoreStatus.RELOCATED, StoreStatus.CLOSED}),
        StoreStatus.RELOCATED: frozenset({StoreStatus.OPEN, StoreStatus.CLOSED}),
        StoreStatus.CLOSED: frozenset(),
    }
)
"""A relocated store serves at its new place; it is OPEN again once the merchant confirms the move is over."""

SERVING: Final = frozenset({StoreStatus.OPEN, StoreStatus.RELOCATED})
"""States in which a store sells and redeems."""


class InvalidHours(ValueError):
    """Opening hours that no clock shows."""


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """Daily opening hours (营业时间) in Shanghai time; `closes` before `opens` is on the next day."""

    opens: time
    closes: time
    closed_on: frozenset[Weekday] = frozenset()
    """Weekdays without business."""

    @classmethod
    def read(cls, opens: str | None, closes: str | None, closed_on: Iterable[str]) -> "OpeningHours | None":
        """From `HH:MM`; None when neither time is given: always open.

        Raises:
            InvalidHours: one time alone, another format, or no day left.
        """
        days = frozenset(map(Weekday, closed_on))
        if opens is None and closes is None and not days:
            return None
        if not (opens and closes and _TIME.fullmatch(opens) and _TIME.fullmatch(closes)) or days == frozenset(Weekday):
            raise InvalidHours
        return cls(time.fromisoformat(opens), time.fromisoformat(closes), days)

    def open_at(self, at: datetime) -> bool:
        """Whether the store does business at an instant."""
        local = at.astimezone(SHANGHAI)
        today, yesterday = _WEEK[local.weekday()], _WEEK[local.weekday() - 1]
        clock = local.time().replace(second=0, microsecond=0)
        if self.opens < self.closes:
            return today not in self.closed_on and self.opens <= clock < self.closes
        late = today not in self.closed_on and clock >= self.opens
        early = yesterday not in self.closed_on and clock < self.closes
        return late or early
