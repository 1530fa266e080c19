"""Sealing and the chain: late commits, concurrency, and every corruption named."""

import asyncio
from hashlib import sha256
from uuid import UUID

import asyncpg
import pytest

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.audit.chain import GENESIS
from prepaid.core.database import Database
from prepaid.core.verify import snapshot
from prepaid.kit.ids import uuid7


async def record(db: Database, actor: Actor, count: int = 1) -> list[UUID]:
    async with db.write(actor) as tx:
        return [
            await audit.record(tx, "store.renamed", object_type="Store", object_id=uuid7(), after={"n": n, "r": 1.5})
            for n in range(count)
        ]


async def findings(fresh_database: str) -> list[str]:
    """What the check says, as the role that runs it."""
    async with snapshot(fresh_database) as connection:
        return [str(finding) for finding in await audit.verify_chain(connection)]


async def test_blocks_follow_each_other(db: Database, cashier: Actor, fresh_database: str) -> None:
    await record(db, cashier, 3)
    first = await audit.seal(db)
    await record(db, cashier, 2)
    second = await audit.seal(db)
    assert first
    assert second
    assert [(block.number, block.count) for block in (first, second)] == [(1, 3), (2, 2)]
    assert await audit.seal(db) is None
    assert await findings(fresh_database) == []


async def test_an_auditor_can_follow_the_chain_with_a_hash_function_alone(
    db: Database, cashier: Actor, superuser: asyncpg.Connection
) -> None:
    await record(db, cashier, 3)
    block = await audit.seal(db)
    digests = await superuser.fetchval("SELECT string_agg(digest, '' ORDER BY position) FROM audit_seal")
    assert block
    assert block.hash == sha256(GENESIS + (1).to_bytes(8) + digests).digest()


async def test_a_transaction_that_commits_late_is_in_the_next_block(
    db: Database, cashier: Actor, fresh_database: str
) -> None:
    async with db.write(cashier) as tx:
        await audit.record(tx, "store.opened", object_type="Store", object_id=uuid7())
        await record(db, cashier)
        first = await audit.seal(db)
    second = await audit.seal(db)
    assert [block and block.count for block in (first, second)] == [1, 1]
    assert await findings(fresh_database) == []


async def test_sealing_at_the_same_time_seals_once(db: Database, cashier: Actor, fresh_database: str) -> None:
    await record(db, cashier, 20)
    blocks = await asyncio.gather(*(audit.seal(db) for _ in range(8)))
    assert [block.count for block in blocks if block] == [20]
    assert await findings(fresh_database) == []


EDIT = "UPDATE audit_event SET {} WHERE id = '{{e}}'"
INSERT = "INSERT INTO audit_event (merchant_id, id, at, action, object_type, policy_version, recorded_at) VALUES "
NOT_AS_SEALED = "audit_event {m}/{e}: not as it was sealed in block 1"
WRONG_HASH = "audit_block 1: its hash is not that of its events"
CORRUPTIONS: dict[str, tuple[str, str]] = {
    "an event is edited": (EDIT.format("after = '{{\"n\": 8}}'"), NOT_AS_SEALED),
    "its time is edited": (EDIT.format("at = at + interval '1 us'"), NOT_AS_SEALED),
    "its address is edited": (EDIT.format("address = NULL"), NOT_AS_SEALED),
    "it moves to another merchant": (EDIT.format("merchant_id = gen_random_uuid()"), "audit_event {m}/{e}: deleted"),
    "an event is deleted": ("DELETE FROM audit_event WHERE id = '{e}'", "audit_event {m}/{e}: deleted"),
    "an event and its seal are deleted": (
        "DELETE FROM audit_event WHERE id = '{e}'; DELETE FROM audit_seal WHERE event_id = '{e}'",
        "audit_block 1: lists 2 events and was sealed with 3",
    ),
    "an event and its digest are edited": (
        EDIT.format("action = 'x'") + "; UPDATE audit_seal SET digest = sha256('x') WHERE event_id = '{e}'",
        WRONG_HASH,
    ),
    "an event is slipped in with an old date": (
        INSERT + "('{m}', '{n}', now(), 'x', 'X', 0, now() - interval '2 hours')",
        "audit_event {m}/{n}: recorded at",
    ),
    "an event is slipped into a block": (
        INSERT + "('{m}', '{n}', now(), 'x', 'X', 0, now()); UPDATE audit_block SET count = 4 WHERE number = 1;"
        " INSERT INTO audit_seal VALUES (1, 4, '{m}', '{n}', sha256('x'))",
        WRONG_HASH,
    ),
    "a block's hash is edited": ("UPDATE audit_block SET hash = sha256('x') WHERE number = 1", WRONG_HASH),
    "a block is recomputed, but not the next": (
        "UPDATE audit_block SET hash = sha256('x') WHERE number = 1",
        "audit_block 2: does not follow",
    ),
    "two seals change places": (
        "UPDATE audit_seal SET position = 9 WHERE block_number = 1 AND position = 1",
        WRONG_HASH,
    ),
    "a block is deleted": ("DELETE FROM audit_block WHERE number = 1", "audit_block 1: blocks 1 to 1 are missing"),
    "the last block is deleted": (
        "DELETE FROM audit_block WHERE number = 2",
        "audit_block 2: is missing, and 1 events are sealed in it",
    ),
}


@pytest.mark.parametrize("corruption", CORRUPTIONS)
async def test_every_corruption_is_named(
    db: Database, cashier: Actor, fresh_database: str, superuser: asyncpg.Connection, corruption: str
) -> None:
    ids = await record(db, cashier, 3)
    await audit.seal(db)
    await record(db, cashier)
    await audit.seal(db)
    assert await findings(fresh_database) == []
    statement, expected = CORRUPTIONS[corruption]
    names = {"e": ids[1], "m": cashier.merchant_id, "n": uuid7()}
    await superuser.execute("SET session_replication_role = replica")  # what only a superuser can: no triggers
    await superuser.execute(statement.format(**names))
    found = await findings(fresh_database)
    assert [line for line in found if expected.format(**names) in line], found
    assert all(line.startswith("audit-chain (invariant 10): ") for line in found)
