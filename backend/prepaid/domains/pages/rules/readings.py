"""How conditions read values, as they travel in an input. The browser's mirror of this is `src/lib/values.ts`."""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any, Final

from prepaid.domains.pages.rules.kinds import NUMERIC, ValueKind

BLANKS: Final = " \t\n\r\u00a0\u3000"
"""What is trimmed from a text; spelled out, since the two languages' own trims differ."""

_NUMBER: Final = re.compile(r"[+-]?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_INSTANT: Final = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"
)
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_FIRST_YEAR: Final = 100
"""Before it a browser's clock reads the years of the twentieth century."""


def is_empty(value: Any) -> bool:
    """Nothing was given: null, blank text, an empty list, or an object of empty values. `false` and 0 are values."""
    match value:
        case None:
            return True
        case str():
            return not value.strip(BLANKS)
        case Mapping():
            return all(map(is_empty, value.values()))
        case list() | tuple():
            return all(map(is_empty, value))
    return False


def canonical(value: Any) -> str | None:
    """A single value as the text that conditions name, or None for null, an object or a list."""
    match value:
        case str():
            return value.strip(BLANKS)
        case bool():
            return "true" if value else "false"
        case float() if value.is_integer():
            return str(int(value))
        case int() | float() | Decimal():
            return str(value)
    return None


def compare_as(kind: ValueKind, left: str, right: str) -> int | None:
    """-1, 0 or 1, or None when the two cannot be ordered under this kind (text has no order here)."""
    a, b = _ordered(kind, left), _ordered(kind, right)
    return None if a is None or b is None else (a > b) - (a < b)


def equal_as(kind: ValueKind, left: str, right: str) -> bool:
    """Same value under this kind: `1.50` equals `1.5` as a decimal and differs as text."""
    return left == right or compare_as(kind, left, right) == 0


def number(text: str) -> Decimal | None:
    """A decimal number, or None."""
    return Decimal(text) if _NUMBER.fullmatch(text) else None


def day(text: str) -> date | None:
    """A day written `2026-01-31`, or None."""
    try:
        found = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        return None
    return found if found and found.year >= _FIRST_YEAR else None


def instant(text: str) -> datetime | None:
    """An instant of RFC 3339 in UTC, or None."""
    try:
        return datetime.fromisoformat(text).astimezone(UTC) if _INSTANT.fullmatch(text) else None
    except (ValueError, OverflowError):
        return None


def _ordered(kind: ValueKind, text: str) -> Any:
    if kind in NUMERIC:
        return number(text)
    if kind is ValueKind.DATE:
        return day(text)
    if kind is ValueKind.DATETIME and (found := instant(text)):
        # A browser keeps milliseconds.
        return (found - _EPOCH) // timedelta(milliseconds=1)
    return None
