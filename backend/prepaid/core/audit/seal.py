"""Sealing: closing what has been recorded since into a block of the chain.

A block lists its events one by one (`audit_seal`). A range of ids would miss the events of transactions
that commit after a later id was sealed (ADR 0008).
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import structlog

from prepaid.core.actor import SYSTEM
from prepaid.core.audit.chain import GENESIS, SELECTED, block_hash, digest
from prepaid.core.database import Database

SEAL_LOCK = 7_112_027
LARGEST_BLOCK = 20_000
LATEST_COMMIT = timedelta(hours=1)
"""No transaction is open longer: events older than the last block by more are not sealed but reported."""
TIMEOUT_MS = 60_000

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Block:
    """A sealed block. Its hash is published outside the database, in the log."""

    number: int
    sealed_at: datetime
    hash: bytes
    count: int


UNSEALED = f"""
SELECT {SELECTED} FROM audit_event AS e
WHERE e.recorded_at > $1
  AND NOT EXISTS (SELECT FROM audit_seal AS s WHERE s.merchant_id = e.merchant_id AND s.event_id = e.id)
ORDER BY e.id LIMIT $2
"""
LAST_BLOCK = "SELECT number, hash, sealed_at FROM audit_block ORDER BY number DESC LIMIT 1"
ADD_BLOCK = """
INSERT INTO audit_block (number, sealed_at, previous_hash, hash, count)
VALUES ($1, clock_timestamp(), $2, $3, $4) RETURNING sealed_at
"""
ADD_SEALS = """
INSERT INTO audit_seal (block_number, position, merchant_id, event_id, digest)
SELECT $1, position, merchant_id, event_id, digest
FROM unnest($2::uuid[], $3::uuid[], $4::bytea[]) WITH ORDINALITY AS sealed (merchant_id, event_id, digest, position)
"""


async def seal(database: Database) -> Block | None:
    """Seal all events that are visible and in no block yet, in one new block; None when there are none.

    Of several at the same time, the others wait for the first. More than `LARGEST_BLOCK` events are
    left to the next call.
    """
    async with database.aside(SYSTEM, timeout_ms=TIMEOUT_MS) as connection:
        await connection.execute("SELECT pg_advisory_xact_lock($1)", SEAL_LOCK)
        last = await connection.fetchrow(LAST_BLOCK)
        number, previous_hash = (last["number"] + 1, last["hash"]) if last else (1, GENESIS)
        since = last["sealed_at"] - LATEST_COMMIT if last else datetime.min.replace(tzinfo=UTC)
        events = await connection.fetch(UNSEALED, since, LARGEST_BLOCK)
        if not events:
            return None
        digests = [digest(event) for event in events]
        hash_ = block_hash(previous_hash, number, digests)
        sealed_at = await connection.fetchval(ADD_BLOCK, number, previous_hash, hash_, len(events))
        merchants, ids = [event["merchant_id"] for event in events], [event["id"] for event in events]
        await connection.execute(ADD_SEALS, number, merchants, ids, digests)
    log.info("audit_block_sealed", number=number, hash=hash_.hex(), count=len(events))
    return Block(number, sealed_at, hash_, len(events))
