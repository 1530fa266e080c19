"""Idempotency keys against a committed database: replays, twins, refusals, other people's keys."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from prepaid.core import idempotency
from prepaid.core.actor import ANONYMOUS, SYSTEM, Actor, DbRole
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import InvalidValue, NotFound, Unauthenticated
from prepaid.core.idempotency import IdempotencyKeyReused
from prepaid.kit.codec import fingerprint
from prepaid.kit.ids import uuid7

KEY = "order-0123456789"
PRINT = fingerprint({"amountFen": 1})


class Counting:
    """A command that counts how often it really ran."""

    def __init__(self, key: str = KEY, print_: bytes = PRINT) -> None:
        self.key, self.print, self.executions, self.replays = key, print_, 0, 0

    async def __call__(self, tx: WriteSession) -> dict[str, Any]:
        stored = await idempotency.claim(tx, self.key, self.print)
        if stored is not None:
            self.replays += 1
            return stored
        self.executions += 1
        answer = {"run": self.executions}
        await idempotency.store(tx, self.key, answer)
        return answer


async def test_one_key_a_hundred_times_at_once_runs_once(db: Database, cashier: Actor) -> None:
    command = Counting()
    answers = await asyncio.gather(*(db.run(cashier, command) for _ in range(100)))
    assert (command.executions, command.replays) == (1, 99)
    assert answers == [{"run": 1}] * 100


async def test_another_payload_under_the_same_key_is_refused(db: Database, cashier: Actor) -> None:
    await db.run(cashier, Counting())
    with pytest.raises(IdempotencyKeyReused) as refusal:
        await db.run(cashier, Counting(print_=fingerprint({"amountFen": 2})))
    assert refusal.value.path == ("idempotencyKey",)


async def test_a_refused_key_may_be_tried_again(db: Database, cashier: Actor) -> None:
    async def refuse(tx: WriteSession) -> None:
        assert await idempotency.claim(tx, KEY, PRINT) is None
        raise NotFound

    with pytest.raises(NotFound):
        await db.run(cashier, refuse)
    assert await db.run(cashier, Counting()) == {"run": 1}


async def test_a_twin_waits_for_the_first_and_runs_when_that_is_refused(db: Database, cashier: Actor) -> None:
    claimed, refuse_now = asyncio.Event(), asyncio.Event()

    async def first(tx: WriteSession) -> None:
        await idempotency.claim(tx, KEY, PRINT)
        claimed.set()
        await refuse_now.wait()
        raise NotFound

    twin_command = Counting()
    running = asyncio.create_task(db.run(cashier, first))
    await claimed.wait()
    twin = asyncio.create_task(db.run(cashier, twin_command))
    done, _ = await asyncio.wait({twin}, timeout=0.2)
    assert not done
    refuse_now.set()
    with pytest.raises(NotFound):
        await running
    assert await twin == {"run": 1}
    assert twin_command.executions == 1


@pytest.mark.parametrize("role", [DbRole.BANK, DbRole.OPERATOR, DbRole.CONSUMER, DbRole.IDENTITY, DbRole.MERCHANT])
async def test_keys_belong_to_their_actor_in_every_role(db: Database, cashier: Actor, role: DbRole) -> None:
    merchant = cashier.merchant_id if role is DbRole.MERCHANT else None
    one = replace(cashier, db_role=role, merchant_id=merchant)
    others = (replace(one, account_id=uuid7()), replace(one, token_id=uuid7()))
    command = Counting()
    for actor in (one, *others, one):
        await db.run(actor, command)
    assert (command.executions, command.replays) == (3, 1)


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "with space-0123456789", "斜" * 16, "nul\x00-0123456789abc"])
async def test_a_malformed_key_is_refused(db: Database, cashier: Actor, key: str) -> None:
    with pytest.raises(InvalidValue) as refusal:
        await db.run(cashier, Counting(key=key))
    assert refusal.value.path == ("idempotencyKey",)


async def test_nobody_has_no_keys(db: Database) -> None:
    with pytest.raises(Unauthenticated):
        await db.run(ANONYMOUS, Counting())


async def test_a_command_that_forgot_its_answer_fails_loudly(db: Database, cashier: Actor) -> None:
    async def forgetful(tx: WriteSession) -> None:
        await idempotency.claim(tx, KEY, PRINT)

    await db.run(cashier, forgetful)
    with pytest.raises(RuntimeError, match="stored no answer"):
        await db.run(cashier, Counting())


async def test_old_keys_are_purged(db: Database, cashier: Actor, superuser: asyncpg.Connection) -> None:
    await db.run(cashier, Counting())
    await db.run(cashier, Counting(key="another-012345678"))
    old = timedelta(days=idempotency.KEPT_DAYS + 1)
    await superuser.execute("UPDATE idempotency_key SET recorded_at = now() - $1::interval WHERE key = $2", old, KEY)
    assert await db.run(SYSTEM, idempotency.purge) == 1
    assert await superuser.fetchval("SELECT string_agg(key, ',') FROM idempotency_key") == "another-012345678"
