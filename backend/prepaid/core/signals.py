"""Signals between processes: PostgreSQL notifications over one listening connection a process.

A signal says that something changed and carries ids only; whoever hears it reads what he needs. It is
sent by the commit of the transaction that published it and lost when nobody listens: after a gap (the
listening connection died, a consumer was too slow) everybody reads again.
"""

import asyncio
import contextlib
import weakref
from collections import defaultdict
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import dataclass, field
from typing import Any, Self, TypeAlias

import asyncpg
import orjson
import stamina
import structlog
from sqlalchemy import text

from prepaid.core.database import WriteSession

CHANNEL = "prepaid"
LONGEST_BYTES = 7_000
"""PostgreSQL refuses notifications of 8,000 bytes and more."""
HEARTBEAT_SECONDS = 10
CONNECT_SECONDS = 5
BACKLOG = 256
NO_CONNECTION = (OSError, TimeoutError, asyncpg.PostgresError, asyncpg.InterfaceError)

log = structlog.get_logger(__name__)

Callback: TypeAlias = Callable[[dict[str, Any]], Awaitable[None]]
GapCallback: TypeAlias = Callable[[], Awaitable[None]]


async def publish(tx: WriteSession, topic: str, payload: dict[str, Any] | None = None) -> None:
    """Send a signal with the commit of `tx`. `payload` holds ids, no personal data, 7 kB at most."""
    # The driver's UUIDs are a class of their own, which orjson does not know.
    message = orjson.dumps({"topic": topic, "payload": payload or {}}, default=str).decode()
    if len(message.encode()) > LONGEST_BYTES:
        raise ValueError("a signal carries ids, not contents")
    await tx.execute(text("SELECT pg_notify(:channel, :message)"), {"channel": CHANNEL, "message": message})


@dataclass(frozen=True, slots=True)
class Signal:
    """One signal; `gap` means that signals may have been lost and `payload` is empty."""

    topic: str
    payload: dict[str, Any] = field(default_factory=dict)
    gap: bool = False


class Subscription:
    """The signals of one topic from the moment it was made; iterate it, and close it (`with`) when done."""

    def __init__(self, topic: str, forget: Callable[["Subscription"], None], backlog: int = BACKLOG) -> None:
        """`backlog`: signals that may wait; 0 for no limit."""
        self.topic = topic
        self._forget = forget
        self._queue: asyncio.Queue[Signal | None] = asyncio.Queue(backlog)

    def deliver(self, signal: Signal) -> None:
        if self._queue.full():
            # Too slow: what waits is worthless without the rest, so one gap takes its place.
            while not self._queue.empty():
                self._queue.get_nowait()
            signal = Signal(self.topic, gap=True)
        self._queue.put_nowait(signal)

    def close(self) -> None:
        """End the iteration, also of somebody who waits in it."""
        self._forget(self)
        while self._queue.full():
            self._queue.get_nowait()
        self._queue.put_nowait(None)

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> Signal:
        signal = await self._queue.get()
        if signal is None:
            raise StopAsyncIteration
        return signal

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class Signals:
    """The listening connection of one process, and who waits for what."""

    def __init__(self, url: str) -> None:
        """`url`: `postgresql://…` of the role `prepaid_app`."""
        self._url = url
        self._subscriptions: dict[str, weakref.WeakSet[Subscription]] = defaultdict(weakref.WeakSet)
        self._gap_callbacks: list[GapCallback] = []
        self._tasks: set[asyncio.Task[None]] = set()
        self._lost = asyncio.Event()
        self._connection: asyncpg.Connection | None = None

    async def open(self) -> None:
        """Listen. From now on a lost connection is made again by itself."""
        await self._listen()
        self._spawn(self._keep_listening())

    async def close(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        if self._connection is not None:
            self._connection.remove_termination_listener(self._on_loss)
            await self._connection.close(timeout=2)
        for subscription in self._all():
            subscription.close()

    async def publish(self, tx: WriteSession, topic: str, payload: dict[str, Any] | None = None) -> None:
        """The same as the function `publish`."""
        await publish(tx, topic, payload)

    def subscribe(self, topic: str) -> Subscription:
        """Signals of a topic from this call on: subscribe first, read the state then, and miss nothing."""
        return self._subscribe(topic, BACKLOG)

    def on(self, topic: str, callback: Callback) -> None:
        """Call `callback(payload)` for each signal of a topic, one after the other, as long as the process lives."""
        self._spawn(_feed(self._subscribe(topic, 0), callback))

    def on_gap(self, callback: GapCallback) -> None:
        """Call `callback()` when signals may have been lost: caches read everything again."""
        self._gap_callbacks.append(callback)

    def _subscribe(self, topic: str, backlog: int) -> Subscription:
        subscription = Subscription(topic, self._forget, backlog)
        self._subscriptions[topic].add(subscription)
        return subscription

    def _forget(self, subscription: Subscription) -> None:
        of_topic = self._subscriptions.get(subscription.topic)
        if of_topic is not None:
            of_topic.discard(subscription)
            if not of_topic:
                del self._subscriptions[subscription.topic]

    def _all(self) -> list[Subscription]:
        return [subscription for of_topic in self._subscriptions.values() for subscription in of_topic]

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _listen(self) -> None:
        self._lost.clear()
        connection = await asyncpg.connect(
            self._url, timeout=CONNECT_SECONDS, server_settings={"application_name": "prepaid signals"}
        )
        connection.add_termination_listener(self._on_loss)
        await connection.add_listener(CHANNEL, self._on_message)
        self._connection = connection

    async def _keep_listening(self) -> None:
        while True:
            await self._until_lost()
            log.warning("signals_lost")
            async for attempt in stamina.retry_context(
                on=NO_CONNECTION, attempts=None, timeout=None, wait_initial=0.1, wait_max=5
            ):
                with attempt:
                    await self._listen()
            for subscription in self._all():
                subscription.deliver(Signal(subscription.topic, gap=True))
            for callback in self._gap_callbacks:
                await _guarded(callback())
            log.info("signals_restored")

    async def _until_lost(self) -> None:
        """Return when the connection is gone; a silent one is asked whether it is still there."""
        assert self._connection is not None
        while not self._lost.is_set():
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._lost.wait(), HEARTBEAT_SECONDS)
                return
            try:
                await self._connection.execute("SELECT 1", timeout=CONNECT_SECONDS)
            except NO_CONNECTION:
                self._connection.terminate()
                return

    def _on_loss(self, _: asyncpg.Connection) -> None:
        self._lost.set()

    def _on_message(self, _connection: object, _pid: int, _channel: str, message: str) -> None:
        try:
            content = orjson.loads(message)
            signal = Signal(content["topic"], content["payload"])
        except (ValueError, KeyError, TypeError):
            log.warning("signal_unreadable")
            return
        for subscription in list(self._subscriptions.get(signal.topic, ())):
            subscription.deliver(signal)


async def _feed(subscription: Subscription, callback: Callback) -> None:
    async for signal in subscription:
        if not signal.gap:
            await _guarded(callback(signal.payload))


async def _guarded(work: Awaitable[None]) -> None:
    """One listener's failure is not the others'."""
    try:
        await work
    except Exception:
        log.exception("signal_callback_failed")
