"""What every HTTP answer of the product has in common, and the pages for machines: health, metrics."""

import asyncio
import ipaddress
from collections.abc import Iterable
from typing import Any
from uuid import UUID

import asyncpg
import orjson
import structlog
from opentelemetry import trace
from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from prepaid.core import observability
from prepaid.core.actor import SYSTEM
from prepaid.core.database import Database
from prepaid.core.errors import Unavailable
from prepaid.core.revisions import head_revision
from prepaid.kit.ids import uuid7

MAX_HEADER_BYTES = 32_000
MAX_TARGET_BYTES = 16_000
HEALTH_SECONDS = 5.0
LOCKED_DOWN = "default-src 'none'; frame-ancestors 'none'"
"""Content security policy of answers that are no page of ours."""

SECURITY_HEADERS = {
    "content-security-policy": LOCKED_DOWN,
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(self), geolocation=(), microphone=()",
    "referrer-policy": "same-origin",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
}

log = structlog.get_logger(__name__)
tracer = trace.get_tracer("prepaid")


class RequestFrame:
    """Outermost middleware: request id, security headers, bounded headers, and no exception that escapes."""

    def __init__(self, app: ASGIApp, *, https: bool) -> None:
        self._app = app
        self._headers = dict(SECURITY_HEADERS)
        if https:
            self._headers["strict-transport-security"] = "max-age=31536000; includeSubDomains"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        request_id = str(_given_id(headers) or uuid7())
        scope.setdefault("state", {})["request_id"] = request_id
        structlog.contextvars.clear_contextvars()
        structlog.contextvars.bind_contextvars(request_id=request_id)
        if scope["type"] == "websocket":
            await self._app(scope, receive, send)
            return
        started = complete = False

        async def send_framed(message: Message) -> None:
            nonlocal started, complete
            if message["type"] == "http.response.start":
                started = True
                self._frame(MutableHeaders(scope=message), request_id)
            complete = message["type"] == "http.response.body" and not message.get("more_body", False)
            await send(message)

        try:
            with tracer.start_as_current_span(f"{scope['method']} {scope['path']}"):
                await (_oversized(scope) or self._app)(scope, receive, send_framed)
        except Exception:
            log.exception("request_failed")
            if not started:
                await json_error(500, "INTERNAL", "Internal error")(scope, receive, send_framed)
            elif not complete:
                raise  # the server cuts the connection: the client sees that something is missing

    def _frame(self, headers: MutableHeaders, request_id: str) -> None:
        headers["x-request-id"] = request_id
        for name, value in self._headers.items():
            headers.setdefault(name, value)


def json_error(status: int, code: str, message: str) -> Response:
    """An error in the form of all others, for paths that are not GraphQL."""
    body = {"errors": [{"message": message, "extensions": {"code": code}}]}
    return Response(orjson.dumps(body), status, media_type="application/json")


async def not_found(_: Request, __: Exception) -> Response:
    """Handler of unknown paths."""
    return json_error(404, "NOT_FOUND", "Not found")


async def internal_error(_: Request, __: Exception) -> Response:
    """Handler of what nobody foresaw; `RequestFrame` logs it."""
    return json_error(500, "INTERNAL", "Internal error")


async def method_not_allowed(_: Request, error: Exception) -> Response:
    """Handler of methods that a path does not know."""
    response = json_error(405, "METHOD_NOT_ALLOWED", "Method not allowed")
    response.headers.update(getattr(error, "headers", None) or {})
    return response


EXCEPTION_HANDLERS: dict[Any, Any] = {404: not_found, 405: method_not_allowed, 500: internal_error}
"""For Starlette: answers in the form of all others."""


async def healthz(_: Request) -> Response:
    """The process answers."""
    return Response(b'{"status":"ok"}', media_type="application/json")


class Readiness:
    """Whether requests may come: the database answers and has the revision that this code needs."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._needed = head_revision()

    async def answer(self, _: Request) -> Response:
        problem = await self._problem()
        if problem is None:
            return Response(b'{"status":"ready"}', media_type="application/json")
        return Response(orjson.dumps({"status": "not ready", "reason": problem}), 503, media_type="application/json")

    async def _problem(self) -> str | None:
        try:
            async with asyncio.timeout(HEALTH_SECONDS), self._database.read(SYSTEM) as tx:
                revision = await tx.fetchval("SELECT version_num FROM alembic_version")
        except (OSError, TimeoutError, Unavailable, asyncpg.PostgresError, asyncpg.InterfaceError):
            return "the database does not answer"
        return None if revision == self._needed else f"the database is at {revision}, this code needs {self._needed}"


class Metrics:
    """`/metrics`, for the addresses of the monitoring only; for all others it does not exist."""

    def __init__(self, networks: Iterable[str]) -> None:
        self._networks = tuple(ipaddress.ip_network(network, strict=False) for network in networks)

    async def answer(self, request: Request) -> Response:
        if request.client is None or not self._admits(request.client.host):
            return json_error(404, "NOT_FOUND", "Not found")
        return Response(observability.exposition(), media_type="text/plain; version=0.0.4")

    def _admits(self, host: str) -> bool:
        try:
            address = ipaddress.ip_address(host)
        except ValueError:
            return False
        return any(address in network for network in self._networks)


def _given_id(headers: Headers) -> UUID | None:
    """The request id of a proxy in front; only a UUID, so that nothing else gets into logs by it."""
    given = headers.get("x-request-id", "")
    try:
        return UUID(given) if len(given) == 36 else None
    except ValueError:
        return None


def _oversized(scope: Scope) -> ASGIApp | None:
    if sum(len(name) + len(value) for name, value in scope["headers"]) > MAX_HEADER_BYTES:
        return json_error(431, "HEADERS_TOO_LARGE", "The headers are too large")
    if len(scope.get("raw_path") or b"") + len(scope["query_string"]) > MAX_TARGET_BYTES:
        return json_error(414, "URL_TOO_LONG", "The URL is too long")
    return None
