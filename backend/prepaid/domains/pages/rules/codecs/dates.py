"""Legal days, instants and ranges of days."""

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, Final

from prepaid.domains.pages.rules.fields import DateField
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.problems import ProblemCode, Unreadable
from prepaid.domains.pages.rules.readings import day, instant
from prepaid.kit import clock

_RELATIVE: Final = re.compile(r"today(?P<days>[+-][0-9]{1,5})?")


def bound(text: str | None, today: date) -> date | None:
    """A bound of a date field as a day; None for no bound.

    Raises:
        ValueError: for a text that is none, or a day that no calendar has.
    """
    if text is None:
        return None
    if match := _RELATIVE.fullmatch(text):
        try:
            return today + timedelta(days=int(match["days"] or 0))
        except OverflowError as error:
            raise ValueError(text) from error
    found = day(text)
    if found is None:
        raise ValueError(text)
    return found


def read_date(field: DateField, value: Any, today: date) -> str | dict[str, str | None]:
    """DATE: `2026-01-31`; DATETIME: RFC 3339 in UTC; DATE_RANGE: `from` and `to`, one of them may be null.

    Raises:
        Unreadable: FIELD_TYPE, DATE_TOO_EARLY, DATE_TOO_LATE, RANGE_REVERSED, FIELD_UNKNOWN.
    """
    if field.kind is ValueKind.DATE_RANGE:
        return _range(field, value, today)
    if field.kind is ValueKind.DATE:
        return _within(field, _day(value), today).isoformat()
    return _instant(field, value, today)


def _day(value: Any) -> date:
    found = day(value) if isinstance(value, str) else None
    if found is None:
        raise Unreadable(ProblemCode.FIELD_TYPE)
    return found


def _instant(field: DateField, value: Any, today: date) -> str:
    found = instant(value) if isinstance(value, str) else None
    if found is None:
        raise Unreadable(ProblemCode.FIELD_TYPE)
    _within(field, clock.shanghai_day(found) if found < _LAST else date.max, today)
    return found.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def _range(field: DateField, value: Any, today: date) -> dict[str, str | None]:
    if not isinstance(value, dict):
        raise Unreadable(ProblemCode.FIELD_TYPE)
    if unknown := value.keys() - {"from", "to"}:
        raise Unreadable(ProblemCode.FIELD_UNKNOWN, path=(min(unknown),))
    ends: dict[str, date | None] = {}
    for end in ("from", "to"):
        sent = value.get(end)
        try:
            ends[end] = None if sent in (None, "") else _within(field, _day(sent), today)
        except Unreadable as error:
            raise Unreadable(error.code, path=(end,), **error.data) from error
    first, last = ends["from"], ends["to"]
    if first is not None and last is not None and first > last:
        raise Unreadable(ProblemCode.RANGE_REVERSED)
    return {end: found.isoformat() if found else None for end, found in ends.items()}


def _within(field: DateField, found: date, today: date) -> date:
    first, last = bound(field.not_before, today), bound(field.not_after, today)
    if first is not None and found < first:
        raise Unreadable(ProblemCode.DATE_TOO_EARLY, min=first.isoformat())
    if last is not None and found > last:
        raise Unreadable(ProblemCode.DATE_TOO_LATE, max=last.isoformat())
    return found


_LAST: Final = datetime(9999, 12, 31, tzinfo=UTC)
