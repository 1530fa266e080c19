"""One WebSocket connection: subscriptions by the protocol graphql-transport-ws, and nothing else."""

import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Any, Final

import orjson
from graphql import OperationType
from starlette.requests import HTTPConnection
from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState
from strawberry import UNSET
from strawberry.exceptions import ConnectionRejectionError
from strawberry.subscriptions.protocols.graphql_transport_ws.handlers import (
    BaseGraphQLTransportWSHandler,
    Operation,
)
from strawberry.types.unset import UnsetType

from prepaid.core import observability
from prepaid.core.actor import Actor
from prepaid.core.errors import RequestError, Unauthenticated
from prepaid.graph.answer import document_errors
from prepaid.graph.caller import request_id
from prepaid.graph.context import GraphContext
from prepaid.graph.errors import error_entry
from prepaid.graph.execute import Result
from prepaid.graph.operation import DocumentInvalid
from prepaid.graph.refused import MalformedRequest
from prepaid.graph.request import MAX_BODY_BYTES, GraphRequest, request_of

if TYPE_CHECKING:
    from prepaid.graph.sockets import GraphSockets

MAX_SUBSCRIPTIONS: Final = 20
TOO_BIG: Final = 1009
BAD_MESSAGE: Final = 4400
FORBIDDEN: Final = 4403


class GraphSocket:
    """One connection: the protocol's state machine is Strawberry's, what may run is decided here."""

    def __init__(self, sockets: "GraphSockets", websocket: WebSocket, actor: Actor) -> None:
        self.sockets = sockets
        self.actor = actor
        self.trace_id = request_id(websocket)
        self._websocket = websocket
        self._payer: str | None = None
        self._handler = _Handler(self, timedelta(seconds=sockets.init_seconds))

    async def serve(self) -> None:
        await self._handler.handle()

    def release(self) -> None:
        if self._payer is not None:
            self.sockets.give_back(self._payer)

    # What Strawberry's handler asks of its view.
    async def on_ws_connect(self, _: object) -> UnsetType:
        """The client has introduced itself, perhaps with a token: from now on it is known who he is."""
        authorization = self._handler.connection_params.get("authorization")
        try:
            if authorization is not None:
                self.actor = await self._authenticate(authorization)
            if not self.actor.signed_in:
                raise Unauthenticated
        except RequestError:
            raise ConnectionRejectionError from None
        self._payer = self.sockets.take(self.actor)
        observability.bind_actor(self.actor)
        nothing: UnsetType = UNSET
        return nothing

    async def _authenticate(self, authorization: object) -> Actor:
        if not isinstance(authorization, str) or not authorization.isascii():
            raise Unauthenticated
        credentials = (b"authorization", b"cookie")
        others = [header for header in self._websocket.scope["headers"] if header[0] not in credentials]
        scope = {**self._websocket.scope, "headers": [*others, (b"authorization", authorization.encode())]}
        return await self.sockets.callers.actor(HTTPConnection(scope))

    # What Strawberry's handler asks of its websocket.
    async def iter_json(self) -> AsyncIterator[dict[str, Any]]:
        with contextlib.suppress(WebSocketDisconnect):
            while self._websocket.application_state is not WebSocketState.DISCONNECTED:
                message = await self._websocket.receive()
                if message["type"] == "websocket.disconnect":
                    return
                text = message.get("text")
                if text is None:
                    await self.close(BAD_MESSAGE, "Messages are text")
                elif len(text) > MAX_BODY_BYTES:
                    await self.close(TOO_BIG, "Message too big")
                elif (parsed := _message(text)) is None:
                    await self.close(BAD_MESSAGE, "Messages are JSON objects with a type")
                else:
                    yield parsed

    async def send_json(self, message: Any) -> None:
        if self._websocket.application_state is WebSocketState.CONNECTED:
            await self._websocket.send_text(orjson.dumps(message).decode())

    async def close(self, code: int, reason: str) -> None:
        if self._websocket.application_state is WebSocketState.CONNECTED:
            await self._websocket.close(code, reason)

    async def recheck(self) -> None:
        """End what the actor may no longer have: the connection with his session, a subscription with its grant."""
        if not self.actor.signed_in:
            return
        valid = await self.sockets.callers.authenticator.still_valid(self.actor)
        if valid is None:
            await self.close(FORBIDDEN, "Forbidden")
            return
        self.actor = valid
        await self._handler.recheck()


@dataclass(frozen=True, slots=True)
class _Running:
    operation: Operation[Any, Any]
    roots: tuple[str, ...]
    context: GraphContext


class _Handler(BaseGraphQLTransportWSHandler[Any, Any]):
    """Strawberry's handler with our own way to run an operation."""

    def __init__(self, socket: GraphSocket, init_timeout: timedelta) -> None:
        super().__init__(socket, socket, self, None, socket, init_timeout, MAX_SUBSCRIPTIONS)  # type: ignore[arg-type]
        self.connection_params: dict[str, Any] = {}
        self._socket = socket
        self._requests: dict[str, GraphRequest] = {}
        self._running: dict[str, _Running] = {}

    async def handle_subscribe(self, message: Any) -> None:
        try:
            if not isinstance(message.get("id"), str):
                raise MalformedRequest("id must be a string")
            request = request_of(message.get("payload"))
        except MalformedRequest as error:
            await self.handle_invalid_message(str(error))
            return
        self._requests.setdefault(message["id"], request)
        checked: Any = {**message, "payload": {"query": request.query or ""}}
        await super().handle_subscribe(checked)
        if message["id"] not in self.operations:
            self._requests.pop(message["id"], None)

    async def handle_complete(self, message: Any) -> None:
        if isinstance(message.get("id"), str):
            await super().handle_complete(message)

    async def run_operation(self, operation: Operation[Any, Any]) -> None:
        """Run one operation to its end, and answer whatever goes wrong as the protocol's error message."""
        request, seen = self._requests.pop(operation.id), observability.Operation()
        try:
            await self._stream(operation, request, seen)
        except DocumentInvalid as invalid:
            seen.code = invalid.code
            await self._fail(operation, document_errors(invalid.errors, invalid.code, self._socket.trace_id))
        except Exception as error:
            seen.code = await self._refuse(operation, error)
        finally:
            self._running.pop(operation.id, None)
            observability.finished(seen)

    async def _stream(
        self, operation: Operation[Any, Any], request: GraphRequest, seen: observability.Operation
    ) -> None:
        socket, sockets = self._socket, self._socket.sockets
        admitted = await sockets.admission.admit(request, socket.actor)
        seen.label, seen.cost = admitted.label, admitted.cost
        if admitted.operation.kind is not OperationType.SUBSCRIPTION:
            raise MalformedRequest("queries and mutations come over HTTP")
        roots, prepared = admitted.operation.roots, admitted.document.prepared
        sockets.subscriptions.check(roots, socket.actor)
        context = GraphContext(
            actor=socket.actor, database=sockets.database, services=sockets.services, request_id=socket.trace_id
        )
        self._running[operation.id] = _Running(operation, roots, context)
        events = sockets.subscriptions.events(
            prepared, request.operation_name, request.variables, context, socket.recheck
        )
        with observability.SUBSCRIPTIONS.track_inprogress():
            async with contextlib.aclosing(events):
                async for event in events:
                    await self._send(operation, "next", _payload(event))
        await operation.send_operation_message({"id": operation.id, "type": "complete"})

    async def recheck(self) -> None:
        """End the subscriptions whose grant is gone; the others go on as the actor is now."""
        for running in tuple(self._running.values()):
            running.context.actor = self._socket.actor
            try:
                self._socket.sockets.subscriptions.check(running.roots, self._socket.actor)
            except RequestError as error:
                await self._refuse(running.operation, error)
                if running.operation.task is not None:
                    running.operation.task.cancel()

    async def _refuse(self, operation: Operation[Any, Any], error: Exception) -> str:
        entry = error_entry(error, self._socket.actor.locale, self._socket.trace_id)
        await self._fail(operation, [entry])
        return str(entry["extensions"]["code"])

    async def _fail(self, operation: Operation[Any, Any], errors: list[dict[str, Any]]) -> None:
        if operation.id in self.operations:
            await self._send(operation, "error", errors)

    async def _send(self, operation: Operation[Any, Any], kind: str, payload: Any) -> None:
        message: Any = {"id": operation.id, "type": kind, "payload": payload}
        await operation.send_operation_message(message)


def _payload(event: Result) -> dict[str, Any]:
    return {"data": event.data, "errors": event.errors} if event.errors else {"data": event.data}


def _message(text: str) -> dict[str, Any] | None:
    try:
        parsed = orjson.loads(text)
    except orjson.JSONDecodeError:
        return None
    return parsed if isinstance(parsed, dict) and isinstance(parsed.get("type"), str) else None
