"""Values of records as cells: typed, in the units that people calculate with."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Final, TypeAlias

from prepaid.core.errors import Locale
from prepaid.domains.pages.rules.kinds import UPLOADED, ValueKind
from prepaid.kit.clock import SHANGHAI

Cell: TypeAlias = str | int | Decimal | date | datetime | None
"""Amounts are yuan, percentages fractions, instants wall-clock times in Shanghai without a zone."""

CENT: Final = Decimal("0.01")
BASIS_POINT: Final = Decimal("0.0001")
YES: Final[Mapping[Locale, str]] = {"zh-CN": "是", "en": "Yes"}
NO: Final[Mapping[Locale, str]] = {"zh-CN": "否", "en": "No"}
JOINT: Final[Mapping[Locale, str]] = {"zh-CN": "、", "en": ", "}
NOTHING: Final[Mapping[str, str]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportColumn:
    """A column of the file."""

    label: str
    path: str
    kind: ValueKind
    label_path: str | None = None
    """Of REFERENCE: what the record at `path` is called by."""
    labels: Mapping[str, str] | None = None
    """Of ENUM and TAGS: what values are called."""


def cell(column: ExportColumn, record: Mapping[str, Any], locale: Locale) -> Cell:
    """The cell of a record."""
    path = column.path
    if column.kind is ValueKind.REFERENCE:
        path = f"{path}.{column.label_path or 'name'}"
    elif column.kind in UPLOADED:
        path = f"{path}.name"
    found = [value for value in _at(record, path.split(".")) if value is not None]
    if not found:
        return None
    typed = [_typed(column, value, locale) for value in found]
    return typed[0] if len(typed) == 1 else JOINT[locale].join(map(text_of, typed))


def text_of(value: Cell) -> str:
    """A cell as text: amounts with two decimals, `2026-02-01 08:30:00`."""
    match value:
        case None:
            return ""
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M:%S")
        case date():
            return value.isoformat()
        case Decimal():
            return format(value, "f")
    return str(value)


def _at(value: Any, steps: Sequence[str]) -> Iterator[Any]:
    """The values at a path; through a list there are several."""
    if isinstance(value, list):
        for each in value:
            yield from _at(each, steps)
    elif not steps:
        yield value
    elif isinstance(value, Mapping):
        yield from _at(value.get(steps[0]), steps[1:])


def _typed(column: ExportColumn, value: Any, locale: Locale) -> Cell:
    match column.kind:
        case ValueKind.FEN:
            return (Decimal(value) * CENT).quantize(CENT)
        case ValueKind.PERCENT:
            return Decimal(value) * BASIS_POINT
        case ValueKind.INTEGER:
            return int(value)
        case ValueKind.DECIMAL:
            return Decimal(str(value))
        case ValueKind.BOOLEAN:
            return YES[locale] if value else NO[locale]
        case ValueKind.DATE:
            return date.fromisoformat(value)
        case ValueKind.DATETIME:
            return _wall_clock(value)
        case ValueKind.DATE_RANGE:
            return f"{value.get('from') or '…'} – {value.get('to') or '…'}"
        case ValueKind.ENUM | ValueKind.TAGS:
            return (column.labels or NOTHING).get(str(value), str(value))
        case ValueKind.JSON:
            return json.dumps(value, ensure_ascii=False)
    return str(value)


def _wall_clock(instant: str) -> datetime:
    at = datetime.fromisoformat(instant)
    return (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(SHANGHAI).replace(tzinfo=None, microsecond=0)
