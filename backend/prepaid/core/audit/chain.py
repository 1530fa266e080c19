"""The chain itself: what is hashed, in which order. An outside auditor can follow it from this page.

    digest of an event = SHA-256 of its row as canonical JSON (`kit.codec`), columns by name
    hash of a block    = SHA-256(hash of the block before ‖ number, 8 bytes big-endian ‖ digests by position)

The first block is number 1 and follows 32 zero bytes.
"""

from collections.abc import Iterable
from hashlib import sha256

import asyncpg
import orjson

from prepaid.core.tables import AuditEvent
from prepaid.kit.codec import canonical_json

GENESIS = bytes(32)
JSON_COLUMNS = ("before", "after")
COLUMNS = tuple(column.name for column in AuditEvent.__table__.columns)
SELECTED = ", ".join(f"e.{name}::text" if name in JSON_COLUMNS else f"e.{name}" for name in COLUMNS)
"""Columns of `audit_event AS e`; JSON as text, so that it is read the same whatever codec a connection has."""


def digest(event: asyncpg.Record) -> bytes:
    """32 bytes for a row of `SELECTED`."""
    row = {name: event[name] for name in COLUMNS}
    for name in JSON_COLUMNS:
        if row[name] is not None:
            row[name] = orjson.loads(row[name])
    return sha256(canonical_json(row)).digest()


def block_hash(previous_hash: bytes, number: int, digests: Iterable[bytes]) -> bytes:
    """32 bytes for a block."""
    return sha256(previous_hash + number.to_bytes(8) + b"".join(digests)).digest()
