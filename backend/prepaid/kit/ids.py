"""Ids: UUID version 7 for rows, and the global id that clients see.

A UUIDv7 takes its time from the machine, not from the business clock: ids must stay unique and
increasing while a test or a sandbox merchant moves the business clock back.
"""

import base64
import os
import re
import threading
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final, Self
from uuid import UUID

PLATFORM_TENANT: Final = UUID("00000000-0000-7000-8000-000000000000")
"""The tenant of rows that belong to the bank and not to a merchant."""

_COUNTER_BITS: Final = 42
_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_TYPE_CODE = re.compile(r"[A-Za-z]{1,64}")
# 43 characters carry 258 bits for 256: the last one must end in two zero bits, so that one id has one spelling.
_GLOBAL_ID = re.compile(r"([A-Za-z]{1,64})_([A-Za-z0-9_-]{42}[AEIMQUYcgkosw048])")


class InvalidGlobalId(ValueError):
    """A text that no `GlobalId.encode` could have written."""


class _Sequence:
    """Time and counter of the last id of this process (RFC 9562, 6.2, method 1)."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._unix_ms = -1
        self._counter = 0

    def next(self) -> tuple[int, int]:
        with self._lock:
            unix_ms = time.time_ns() // 1_000_000
            if unix_ms > self._unix_ms:
                self._restart(unix_ms)
            elif self._counter + 1 < 1 << _COUNTER_BITS:
                self._counter += 1
            else:
                self._restart(self._unix_ms + 1)
            return self._unix_ms, self._counter

    def _restart(self, unix_ms: int) -> None:
        # A random start with the top bit clear leaves room for 2^41 ids in one millisecond.
        self._unix_ms = unix_ms
        self._counter = int.from_bytes(os.urandom(6)) & ((1 << (_COUNTER_BITS - 1)) - 1)


_sequence = _Sequence()


def _start_over() -> None:
    global _sequence
    _sequence = _Sequence()


# A forked child would otherwise continue its parent's counter, and inherit a lock that may be held.
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_start_over)


def uuid7() -> UUID:
    """A new UUID version 7 (RFC 9562), greater than every earlier one of this process.

    48 bits of Unix milliseconds, 42 bits of counter, 32 random bits. When the machine's clock steps
    back, the last time is kept and the counter goes on.
    """
    unix_ms, counter = _sequence.next()
    value = unix_ms << 80
    value |= 0x7 << 76 | (counter >> 30) << 64
    value |= 0b10 << 62 | (counter & 0x3FFF_FFFF) << 32
    value |= int.from_bytes(os.urandom(4))
    return UUID(int=value)


def uuid7_time(value: UUID) -> datetime:
    """The instant in a UUIDv7, in UTC, to the millisecond.

    Raises:
        ValueError: for another version, or a time after the year 9999.
    """
    if value.version != 7:
        raise ValueError("not a UUID version 7")
    try:
        return _EPOCH + timedelta(milliseconds=value.int >> 80)
    except OverflowError as error:
        raise ValueError("the time of this UUID is after the year 9999") from error


@dataclass(frozen=True, slots=True)
class GlobalId:
    """What a client holds to name one object: GraphQL type, tenant (merchant) and row id.

    Written as `<TypeName>_<43 characters>`: base64url without padding of the 32 bytes tenant + id.

    Raises:
        InvalidGlobalId: when the type name is not 1 to 64 ASCII letters.
    """

    type_code: str
    tenant: UUID
    id: UUID

    def __post_init__(self) -> None:
        if _TYPE_CODE.fullmatch(self.type_code) is None:
            raise InvalidGlobalId("a type name is 1 to 64 ASCII letters")

    def encode(self) -> str:
        """The one text of this id."""
        packed = base64.urlsafe_b64encode(self.tenant.bytes + self.id.bytes)
        return f"{self.type_code}_{packed[:43].decode('ascii')}"

    @classmethod
    def decode(cls, text: str) -> Self:
        """Read a text back.

        Raises:
            InvalidGlobalId: for anything that is not exactly what `encode` writes.
        """
        match = _GLOBAL_ID.fullmatch(text)
        if match is None:
            raise InvalidGlobalId("not a global id")
        type_code, packed = match.groups()
        raw = base64.urlsafe_b64decode(packed + "=")
        return cls(type_code, UUID(bytes=raw[:16]), UUID(bytes=raw[16:]))
