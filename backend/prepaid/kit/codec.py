"""One sequence of bytes for one value: what idempotency compares and what the audit chain hashes."""

import base64
import hashlib
import json
import math
from collections.abc import Mapping
from datetime import UTC, date, datetime
from enum import Enum
from uuid import UUID


class Unencodable(ValueError):
    """A value that has no single canonical form."""


def canonical_json(value: object) -> bytes:
    """JSON in UTF-8 with keys in code-point order and no spaces.

    Beside the JSON types: UUID, date and aware datetime (as UTC with six decimals) as text, Enum as its
    value, bytes as base64, tuple as list.

    Raises:
        Unencodable: for NaN and infinities, naive datetimes, keys that are not text, lone surrogates,
            circular or too deep nesting, and every other type.
    """
    try:
        text = json.dumps(
            _plain(value),
            ensure_ascii=False,
            allow_nan=False,
            sort_keys=True,
            separators=(",", ":"),
        )
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise Unencodable("text with a lone surrogate") from error
    except RecursionError as error:
        raise Unencodable("nested too deeply") from error


def fingerprint(value: object) -> bytes:
    """SHA-256 of the canonical JSON: 32 bytes."""
    return hashlib.sha256(canonical_json(value)).digest()


def _plain(value: object) -> object:
    # Enum comes first: members of a StrEnum or IntEnum are also str or int. So does datetime, which is a date.
    match value:
        case Enum():
            return _plain(value.value)
        case None | bool() | int() | str():
            return value
        case float():
            if not math.isfinite(value):
                raise Unencodable("a number that is not finite")
            return value
        case Mapping():
            return _object(value)
        case list() | tuple():
            return [_plain(item) for item in value]
        case UUID():
            return str(value)
        case datetime():
            return _instant(value)
        case date():
            return value.isoformat()
        case bytes():
            return base64.b64encode(value).decode("ascii")
    raise Unencodable(f"no canonical form for {type(value).__name__}")


def _object(value: Mapping[object, object]) -> dict[str, object]:
    plain = {_key(key): _plain(item) for key, item in value.items()}
    if len(plain) != len(value):
        raise Unencodable("two keys with one spelling")
    return plain


def _key(key: object) -> str:
    plain = key.value if isinstance(key, Enum) else key
    if not isinstance(plain, str):
        raise Unencodable("a key is text")
    return plain


def _instant(value: datetime) -> str:
    if value.utcoffset() is None:
        raise Unencodable("a datetime without a time zone")
    try:
        utc = value.astimezone(UTC)
    except OverflowError as error:
        raise Unencodable("a datetime outside the years 1 to 9999 in UTC") from error
    return utc.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"
