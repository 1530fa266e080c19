"""The endpoint `/graphql` over WebSocket: who may connect, and how many connections there are."""

import asyncio
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Final

from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from strawberry.exceptions import ConnectionRejectionError
from strawberry.subscriptions import GRAPHQL_TRANSPORT_WS_PROTOCOL

from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.core.errors import RequestError
from prepaid.graph.caller import Callers
from prepaid.graph.operation import Admission
from prepaid.graph.origin import OriginPolicy
from prepaid.graph.rate_limit import payer
from prepaid.graph.refused import ForeignOrigin, MalformedRequest
from prepaid.graph.socket import GraphSocket
from prepaid.graph.subscriptions import Subscriptions

INIT_SECONDS: Final = 10
MAX_CONNECTIONS: Final = 10
"""Connections of one account or token at a time."""
GOING_AWAY: Final = 1001


@dataclass(slots=True, kw_only=True)
class GraphSockets:
    """ASGI application for the WebSocket side of one path; made once a process."""

    admission: Admission
    subscriptions: Subscriptions
    callers: Callers
    origins: OriginPolicy
    database: Database
    services: Any
    init_seconds: float = INIT_SECONDS
    _open: set["GraphSocket"] = field(default_factory=set)
    _by_payer: Counter[str] = field(default_factory=Counter)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        websocket = WebSocket(scope, receive, send)
        try:
            actor = await self._handshake(websocket)
        except RequestError:
            await websocket.close()  # before it is accepted: the server answers HTTP 403
            return
        await websocket.accept(subprotocol=GRAPHQL_TRANSPORT_WS_PROTOCOL)
        socket = GraphSocket(self, websocket, actor)
        self._open.add(socket)
        try:
            await socket.serve()
        finally:
            self._open.discard(socket)
            socket.release()

    async def _handshake(self, websocket: WebSocket) -> Actor:
        if GRAPHQL_TRANSPORT_WS_PROTOCOL not in websocket.scope["subprotocols"]:
            raise MalformedRequest
        origin = websocket.headers.get("origin")
        if origin is None:
            # Only browsers send cookies by themselves, and they always say from where.
            if self.callers.authenticator.session_cookie in websocket.cookies:
                raise ForeignOrigin
        elif not self.origins.allows(origin):
            raise ForeignOrigin
        return await self.callers.actor(websocket)

    def take(self, actor: Actor) -> str:
        """Count a connection of the actor. Raises `ConnectionRejectionError` when it is one too many."""
        name = payer(actor)
        if self._by_payer[name] >= MAX_CONNECTIONS:
            raise ConnectionRejectionError
        self._by_payer[name] += 1
        return name

    def give_back(self, name: str) -> None:
        self._by_payer[name] -= 1
        if not self._by_payer[name]:
            del self._by_payer[name]

    async def recheck(self) -> None:
        """Look at every open connection again: after a change of permissions, or the end of a session."""
        await asyncio.gather(*(socket.recheck() for socket in tuple(self._open)))

    async def close(self) -> None:
        """End all connections: the process goes away, clients connect to another."""
        for socket in tuple(self._open):
            await socket.close(GOING_AWAY, "Going away")
