"""Cursors: the sort keys of a row, opaque to clients and checked when they come back."""

import base64
import binascii
import zlib
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, Final
from uuid import UUID

import orjson

from prepaid.core.errors import BadUserInput
from prepaid.graph.plan.levels import SortKey

MAX_LENGTH: Final = 2_000
INTEGER_LIMIT: Final = 2**63


def signature(type_name: str, keys: Sequence[SortKey]) -> str:
    """Short name of an order; it changes when a key or a direction does."""
    text = ",".join(f"{key.name}:{'d' if key.descending else 'a'}" for key in keys)
    return f"{zlib.crc32(f'{type_name}({text})'.encode()):08x}"


def decode(text: str, wanted: str, keys: Sequence[SortKey]) -> list[Any]:
    """The values of the sort keys in a cursor.

    Raises:
        BadUserInput: not a cursor of this list in this order.
    """
    try:
        if len(text) > MAX_LENGTH:
            raise ValueError
        found = orjson.loads(base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True))
        if not isinstance(found, list) or found[:1] != [wanted] or len(found) != len(keys) + 1:
            raise ValueError
        return [_value(key, value) for key, value in zip(keys, found[1:], strict=True)]
    except (ValueError, TypeError, OverflowError, binascii.Error, InvalidOperation) as error:
        raise BadUserInput("this is no cursor of this list in this order") from error


def _value(key: SortKey, value: Any) -> Any:
    if value is None:
        if not key.nullable:
            raise ValueError
        return None
    python_type = key.type.python_type
    if python_type in (str, bool):
        if type(value) is not python_type or "\0" in str(value):
            raise ValueError
        return value
    if python_type is int:
        if type(value) is not int or not -INTEGER_LIMIT <= value < INTEGER_LIMIT:
            raise ValueError
        return value
    if python_type is float:
        return float(value)
    if python_type is Decimal:
        return Decimal(str(value))
    return _from_text(python_type, value)


def _from_text(python_type: type, value: str) -> Any:
    if python_type is UUID:
        return UUID(value)
    if python_type is datetime:
        return datetime.fromisoformat(value)
    if python_type is date:
        return date.fromisoformat(value)
    raise ValueError
