"""Subscriptions over graphql-transport-ws: who may connect, what may run, and when it ends."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from typing import Any

import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, NegotiationError
from websockets.typing import Subprotocol

from prepaid.core.actor import Grants
from prepaid.core.database import Database
from prepaid.graph.serving import GraphService
from tests.http.support.app import (
    AS_CONSUMER,
    AS_INTEGRATOR,
    AS_STAFF,
    COOKIE,
    OWN_ORIGIN,
    Doorman,
    app_settings,
    build_service,
    framed,
)
from tests.http.support.live import served
from tests.http.support.schema import TICKER

PROTOCOL = "graphql-transport-ws"
COUNTDOWN = "subscription { countdown(start: 2) }"
TICKING = "subscription { ticks }"


@dataclass
class Live:
    """A server in this event loop, and what stands behind it."""

    url: str
    service: GraphService
    doorman: Doorman

    def withdraw(self, caller: str) -> None:
        """Take all grants from a caller."""
        self.doorman.known[caller] = replace(self.doorman.known[caller], grants=Grants())

    def client(self, headers: dict[str, str], protocol: str = PROTOCOL) -> connect:
        origin = headers.get("origin")
        others = {name: value for name, value in headers.items() if name != "origin"}
        return connect(self.url, subprotocols=[Subprotocol(protocol)], additional_headers=others, origin=origin)  # type: ignore[arg-type]


@pytest.fixture
async def live(db: Database) -> AsyncIterator[Live]:
    TICKER.start()
    doorman = Doorman()
    settings = app_settings(environment="development")
    service = build_service(db, doorman=doorman, settings=settings)
    service.sockets.init_seconds = 0.2
    async with served(framed(service)) as address:
        yield Live(f"ws://{address}/graphql", service, doorman)


async def say(ws: ClientConnection, kind: str, **message: Any) -> None:
    await ws.send(json.dumps({"type": kind, **message}))


async def hear(ws: ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(await asyncio.wait_for(ws.recv(), 5))
    return message


async def introduce(ws: ClientConnection, **payload: Any) -> None:
    await say(ws, "connection_init", payload=payload)
    assert (await hear(ws))["type"] == "connection_ack"


async def subscribe(ws: ClientConnection, query: str, name: str = "1", **payload: Any) -> None:
    await say(ws, "subscribe", id=name, payload={"query": query, **payload})


async def closed(ws: ClientConnection) -> int:
    """The code that the server closes with."""
    with contextlib.suppress(ConnectionClosed):
        while True:
            await asyncio.wait_for(ws.recv(), 5)
    assert ws.close_code is not None
    return ws.close_code


@pytest.mark.parametrize("caller", [AS_STAFF, AS_INTEGRATOR, AS_CONSUMER], ids=["cookie", "integrator", "consumer"])
async def test_a_signed_in_caller_subscribes(live: Live, caller: dict[str, str]) -> None:
    async with live.client(caller) as ws:
        await introduce(ws)
        await subscribe(ws, COUNTDOWN)
        numbers = [(await hear(ws))["payload"]["data"]["countdown"] for _ in range(3)]
        assert numbers == [2, 1, 0]
        assert await hear(ws) == {"id": "1", "type": "complete"}


async def test_a_token_may_come_with_the_introduction(live: Live) -> None:
    async with live.client({}) as ws:
        await introduce(ws, authorization="Bearer consumer")
        await subscribe(ws, COUNTDOWN)
        assert (await hear(ws))["payload"]["data"] == {"countdown": 2}


@pytest.mark.parametrize("authorization", [None, "Bearer forged", "Bearer staff", "", 7, "Bearer 晨"])
async def test_nobody_else_gets_past_the_introduction(live: Live, authorization: object) -> None:
    async with live.client({}) as ws:
        payload = {} if authorization is None else {"authorization": authorization}
        await say(ws, "connection_init", payload=payload)
        assert await closed(ws) == 4403


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        AS_STAFF | {"origin": "https://evil.example"},
        {"cookie": f"{COOKIE}=staff"},
        {"authorization": "Bearer forged"},
        {"cookie": f"{COOKIE}=forged", "origin": OWN_ORIGIN},
    ],
    ids=["foreign", "null", "foreign with cookie", "cookie without origin", "forged token", "forged cookie"],
)
async def test_a_handshake_from_elsewhere_is_refused(live: Live, headers: dict[str, str]) -> None:
    with pytest.raises(InvalidStatus) as refusal:
        async with live.client(headers):
            pass
    assert refusal.value.response.status_code == 403


async def test_the_legacy_protocol_is_refused(live: Live) -> None:
    with pytest.raises((InvalidStatus, NegotiationError)):
        async with live.client(AS_INTEGRATOR, protocol="graphql-ws"):
            pass


async def test_who_does_not_introduce_himself_is_closed(live: Live) -> None:
    async with live.client(AS_INTEGRATOR) as ws:
        assert await closed(ws) == 4408
    async with live.client(AS_INTEGRATOR) as ws:
        await subscribe(ws, COUNTDOWN)
        assert await closed(ws) == 4401


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ("", 4400),
        ("[]", 4400),
        ("nonsense", 4400),
        ("NaN", 4400),
        ('{"type": 1}', 4400),
        ('{"type": "start", "id": "1", "payload": {"query": "{hello}"}}', 4400),
        ('{"type": "subscribe", "payload": {"query": "subscription {ticks}"}}', 4400),
        ('{"type": "subscribe", "id": 1, "payload": {"query": "subscription {ticks}"}}', 4400),
        ('{"type": "subscribe", "id": "1"}', 4400),
        ('{"type": "subscribe", "id": "1", "payload": []}', 4400),
        ('{"type": "subscribe", "id": "1", "payload": {"query": 1}}', 4400),
        ('{"type": "subscribe", "id": "1", "payload": {"query": "subscription {ticks}", "variables": []}}', 4400),
        ('{"type": "connection_init"}', 4429),
        (b'{"type": "ping"}', 4400),
        ("[" * 100_000, 4400),
        ('{"type": "ping", "payload": "' + "x" * 200_000 + '"}', 1009),
    ],
)
async def test_a_malformed_message_closes_the_connection(live: Live, message: str | bytes, code: int) -> None:
    async with live.client(AS_INTEGRATOR) as ws:
        await introduce(ws)
        await ws.send(message)
        assert await closed(ws) == code


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("{", "DOCUMENT_SYNTAX"),
        ("subscription { nope }", "DOCUMENT_INVALID"),
        ("{ hello }", "MALFORMED_REQUEST"),
        ('mutation { touch(input: {name: "x"}) {replayed} }', "MALFORMED_REQUEST"),
        ("subscription { countdown(start: 1) ticks }", "QUERY_TOO_COMPLEX"),
        ("subscription {" + "ticks " * 900 + "}", "QUERY_TOO_COMPLEX"),
    ],
)
async def test_what_may_not_run_is_answered_with_an_error(live: Live, query: str, code: str) -> None:
    async with live.client(AS_INTEGRATOR) as ws:
        await introduce(ws)
        await subscribe(ws, query)
        answer = await hear(ws)
        assert (answer["type"], answer["id"]) == ("error", "1")
        assert answer["payload"][0]["extensions"]["code"] == code
        await subscribe(ws, COUNTDOWN)  # the connection and the id are free again
        assert (await hear(ws))["type"] == "next"


async def test_a_subscription_without_its_permission_is_refused(live: Live) -> None:
    async with live.client(AS_CONSUMER) as ws:
        await introduce(ws)
        await subscribe(ws, TICKING)
        assert (await hear(ws))["payload"][0]["extensions"]["code"] == "FORBIDDEN"


async def test_an_error_inside_leaks_nothing(live: Live) -> None:
    async with live.client(AS_INTEGRATOR) as ws:
        await introduce(ws)
        await subscribe(ws, "subscription { failing }")
        assert (await hear(ws))["payload"] == {"data": {"failing": 1}}
        answer = await hear(ws)
        assert "secret" not in str(answer)
        assert "INTERNAL" in str(answer)


async def test_twenty_subscriptions_a_connection(live: Live) -> None:
    async with live.client(AS_INTEGRATOR) as ws:
        await introduce(ws)
        for number in range(21):
            await subscribe(ws, TICKING, name=str(number))
        answer = await hear(ws)
        assert (answer["type"], answer["id"]) == ("error", "20")


async def test_ten_connections_a_caller(live: Live) -> None:
    async with contextlib.AsyncExitStack() as stack:
        for _ in range(10):
            await introduce(await stack.enter_async_context(live.client(AS_INTEGRATOR)))
        surplus = await stack.enter_async_context(live.client(AS_INTEGRATOR))
        await say(surplus, "connection_init")
        assert await closed(surplus) == 4403
        await introduce(await stack.enter_async_context(live.client(AS_STAFF)))
    async with live.client(AS_INTEGRATOR) as ws:
        await introduce(ws)


async def test_a_withdrawn_grant_ends_the_subscription_that_waits(live: Live) -> None:
    async with live.client(AS_STAFF) as ws:
        await introduce(ws)
        await subscribe(ws, TICKING)
        TICKER.tick(1)
        assert (await hear(ws))["payload"]["data"] == {"ticks": 1}

        live.withdraw("staff")
        await live.service.sockets.recheck()
        answer = await hear(ws)
        assert (answer["type"], answer["payload"][0]["extensions"]["code"]) == ("error", "FORBIDDEN")
        await subscribe(ws, COUNTDOWN, name="2")  # what needs no grant still runs
        assert (await hear(ws))["payload"]["data"] == {"countdown": 2}
    assert TICKER.ended == 1


async def test_a_withdrawn_grant_keeps_the_next_event_back(live: Live) -> None:
    async with live.client(AS_STAFF) as ws:
        await introduce(ws)
        await subscribe(ws, TICKING)
        TICKER.tick(1)
        assert (await hear(ws))["payload"]["data"] == {"ticks": 1}

        live.withdraw("staff")  # and nobody has been told yet
        TICKER.tick(2)
        answer = await hear(ws)
        assert (answer["type"], answer["payload"][0]["extensions"]["code"]) == ("error", "FORBIDDEN")


async def test_the_end_of_a_session_ends_its_connection(live: Live) -> None:
    async with live.client(AS_STAFF) as ws, live.client(AS_INTEGRATOR) as other:
        for connection in (ws, other):
            await introduce(connection)
            await subscribe(connection, TICKING)
        del live.doorman.known["staff"]
        await live.service.sockets.recheck()
        assert await closed(ws) == 4403
        TICKER.tick(5)
        assert (await hear(other))["payload"]["data"] == {"ticks": 5}


async def test_a_completed_subscription_ends_on_the_server(live: Live) -> None:
    async with live.client(AS_INTEGRATOR) as ws:
        await introduce(ws)
        await subscribe(ws, TICKING)
        TICKER.tick(1)
        await hear(ws)
        await say(ws, "complete", id="1")
        await say(ws, "ping")
        assert (await hear(ws))["type"] == "pong"
    assert TICKER.ended == 1


async def test_a_process_that_goes_away_says_so(live: Live) -> None:
    async with live.client(AS_INTEGRATOR) as ws:
        await introduce(ws)
        await live.service.sockets.close()
        assert await closed(ws) == 1001
