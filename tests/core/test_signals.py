"""Signals between two processes' listeners: commit, rollback, order, slow consumers, lost connections."""

import asyncio
from collections.abc import AsyncIterator

import asyncpg
import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import NotFound
from prepaid.core.signals import BACKLOG, Signals, Subscription, publish


@pytest.fixture
async def signals(app_database_url: str) -> AsyncIterator[Signals]:
    signals = Signals(app_database_url)
    await signals.open()
    yield signals
    await signals.close()


async def say(db: Database, topic: str, number: int) -> None:
    async with db.write() as tx:
        await publish(tx, topic, {"number": number})


async def next_of(subscription: Subscription) -> object:
    signal = await asyncio.wait_for(anext(subscription), 5)
    return "gap" if signal.gap else signal.payload["number"]


async def test_subscribers_hear_their_topic_in_order(db: Database, signals: Signals) -> None:
    with signals.subscribe("task:1") as one, signals.subscribe("task:2") as two, signals.subscribe("task:1") as again:
        for number in range(3):
            await say(db, "task:1", number)
        await say(db, "task:2", 9)
        assert [await next_of(one) for _ in range(3)] == [0, 1, 2]
        assert [await next_of(again) for _ in range(3)] == [0, 1, 2]
        assert await next_of(two) == 9


async def test_a_rolled_back_transaction_says_nothing(db: Database, signals: Signals) -> None:
    async def refuse(tx: WriteSession) -> None:
        await publish(tx, "task:1", {"number": 1})
        raise NotFound

    with signals.subscribe("task:1") as heard:
        with pytest.raises(NotFound):
            await db.run(SYSTEM, refuse)
        await say(db, "task:1", 2)
        assert await next_of(heard) == 2


async def test_a_slow_subscriber_gets_one_gap_for_all_it_missed(db: Database, signals: Signals) -> None:
    with signals.subscribe("busy") as slow, signals.subscribe("end") as end:
        async with db.write() as tx:
            for number in range(BACKLOG + 1):
                await publish(tx, "busy", {"number": number})
        await say(db, "end", 0)
        await next_of(end)
        assert await next_of(slow) == "gap"
        await say(db, "busy", 7)
        assert await next_of(slow) == 7


async def test_a_callback_that_fails_does_not_stop_the_next_ones(db: Database, signals: Signals) -> None:
    heard: asyncio.Queue[object] = asyncio.Queue()

    async def callback(payload: dict[str, object]) -> None:
        if payload["number"] == 1:
            raise RuntimeError("a listener with a fault")
        heard.put_nowait(payload["number"])

    signals.on("authz", callback)
    for number in (1, 2):
        await say(db, "authz", number)
    assert await asyncio.wait_for(heard.get(), 5) == 2


async def test_after_a_lost_connection_everybody_reads_again_and_signals_flow_on(
    db: Database, signals: Signals, superuser: asyncpg.Connection
) -> None:
    reloaded = asyncio.Event()

    async def reload() -> None:
        reloaded.set()

    signals.on_gap(reload)
    with signals.subscribe("task:1") as heard:
        await superuser.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE application_name = 'prepaid signals' AND datname = current_database()"
        )
        assert await next_of(heard) == "gap"
        await asyncio.wait_for(reloaded.wait(), 5)
        await say(db, "task:1", 5)
        assert await next_of(heard) == 5


async def test_closing_ends_who_waits(signals: Signals) -> None:
    async def numbers(subscription: Subscription) -> list[object]:
        return [signal.payload async for signal in subscription]

    waiting = asyncio.create_task(numbers(signals.subscribe("never")))
    await asyncio.sleep(0)
    await signals.close()
    assert await asyncio.wait_for(waiting, 5) == []


async def test_contents_do_not_fit_into_a_signal(db: Database) -> None:
    with pytest.raises(ValueError, match="ids, not contents"):
        async with db.write() as tx:
            await publish(tx, "task:1", {"text": "长" * 3000})
