"""The one clock: every business instant of the product is read here.

Instants are UTC; legal days are days in Asia/Shanghai. Tests move the clock of the whole process with
`freeze` and `travel`, and every task and thread sees it. A sandbox merchant lives at an offset of its
own: pass it to `now`, or set it once for the current request with `set_offset`.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar, Token
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

SHANGHAI: Final = ZoneInfo("Asia/Shanghai")
_NO_OFFSET: Final = timedelta(0)


@dataclass(frozen=True, eq=False, slots=True)
class _Move:
    """One `freeze` (at) or `travel` (by) in force; compared by identity so each removes only itself."""

    at: datetime | None = None
    by: timedelta = _NO_OFFSET


_moves: tuple[_Move, ...] = ()
_moves_lock = threading.Lock()
_offset: ContextVar[timedelta] = ContextVar("clock_offset", default=_NO_OFFSET)


def now(offset: timedelta | None = None) -> datetime:
    """The present instant, aware, in UTC.

    `offset` shifts it, as for a sandbox merchant; without it the offset of the current context applies.
    """
    instant = datetime.now(UTC)
    for move in _moves:
        instant = move.by + (instant if move.at is None else move.at)
    return instant + (_offset.get() if offset is None else offset)


def today_shanghai(offset: timedelta | None = None) -> date:
    """The present legal day."""
    return shanghai_day(now(offset))


def shanghai_day(dt: datetime) -> date:
    """The legal day of an instant.

    Raises:
        ValueError: when the datetime has no time zone.
    """
    return _aware(dt).astimezone(SHANGHAI).date()


def day_bounds(day: date) -> tuple[datetime, datetime]:
    """First instant of a legal day and first instant after it, both in UTC: start ≤ x < end."""
    start = datetime.combine(day, time.min, SHANGHAI)
    end = datetime.combine(day + timedelta(days=1), time.min, SHANGHAI)
    return start.astimezone(UTC), end.astimezone(UTC)


def set_offset(offset: timedelta) -> Token[timedelta]:
    """Shift `now` for the current context (request, task) only; undo with `reset_offset`."""
    return _offset.set(offset)


def reset_offset(token: Token[timedelta]) -> None:
    """Take back a `set_offset`."""
    _offset.reset(token)


@contextmanager
def freeze(at: datetime) -> Iterator[None]:
    """Stop the clock of the process at an instant. `travel` inside moves the stopped clock.

    Raises:
        ValueError: when the datetime has no time zone.
    """
    with _in_force(_Move(at=_aware(at).astimezone(UTC))):
        yield


@contextmanager
def travel(by: timedelta) -> Iterator[None]:
    """Shift the clock of the process, forwards or backwards, while the block runs."""
    with _in_force(_Move(by=by)):
        yield


@contextmanager
def _in_force(move: _Move) -> Iterator[None]:
    global _moves
    with _moves_lock:
        _moves = (*_moves, move)
    try:
        yield
    finally:
        with _moves_lock:
            _moves = tuple(other for other in _moves if other is not move)


def _aware(dt: datetime) -> datetime:
    if dt.tzinfo is None or dt.utcoffset() is None:
        raise ValueError("an instant needs a time zone")
    return dt
