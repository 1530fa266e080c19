"""The endpoint `/graphql` over HTTP (GraphQL-over-HTTP draft; why one of our own: ADR 0007)."""

import asyncio
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from graphql import OperationType
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.types import Receive, Scope, Send

from prepaid.core import observability
from prepaid.core.actor import Actor, Via
from prepaid.core.database import Database
from prepaid.core.errors import BadUserInput, Locale, RequestError, TimedOut, Unauthenticated
from prepaid.graph.answer import document_errors, error_status, executed, refused
from prepaid.graph.caller import Callers, locale_of, request_id
from prepaid.graph.context import GraphContext
from prepaid.graph.cookies import SetCookie, set_cookies
from prepaid.graph.errors import error_entry
from prepaid.graph.execute import Result
from prepaid.graph.limits import QueryTooComplex
from prepaid.graph.media_types import RESPONSE, MediaType, answer_type, require_json
from prepaid.graph.operation import Admission, Admitted, DocumentInvalid
from prepaid.graph.origin import OriginPolicy
from prepaid.graph.refused import MalformedRequest, MethodNotAllowed
from prepaid.graph.request import BODY_SECONDS, GraphRequest, read_body, request_of_body, request_of_query_string


@dataclass(slots=True, kw_only=True)
class GraphEndpoint:
    """ASGI application of one path; made once a process."""

    admission: Admission
    callers: Callers
    origins: OriginPolicy
    database: Database
    services: Any
    timeout_seconds: float
    body_seconds: float = BODY_SECONDS
    actor_headers: Callable[[Actor], Mapping[str, str]] | None = None
    """Headers that every answer to an actor carries, e.g. the revision of what he is shown."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        exchange = Exchange(self, request)
        response = await exchange.answer()
        response.headers["cache-control"] = "no-store"
        await response(scope, receive, send)


class Exchange:
    """One request and its answer."""

    def __init__(self, endpoint: GraphEndpoint, request: Request) -> None:
        self._endpoint = endpoint
        self._request = request
        self._media_type: MediaType = RESPONSE
        self._trace_id = request_id(request)
        self._locale: Locale = locale_of(request.headers.get("accept-language")) or "zh-CN"
        self._started = time.perf_counter()
        self._seen = observability.Operation()

    async def answer(self) -> Response:
        try:
            response = await self._respond()
        except DocumentInvalid as invalid:
            self._seen.code = invalid.code
            errors = document_errors(invalid.errors, invalid.code, self._trace_id)
            response = refused(errors, status=error_status(invalid.code, self._media_type), media_type=self._media_type)
        except Exception as error:
            response = self._refusal(error)
        observability.finished(self._seen, seconds=time.perf_counter() - self._started)
        return response

    async def _respond(self) -> Response:
        request = self._request
        if request.method in ("GET", "HEAD") and "text/html" in request.headers.get("accept", ""):
            return PlainTextResponse("Not Found", 404)  # there is no page here
        self._media_type = answer_type(request.headers.get("accept"))
        if request.method == "POST":
            require_json(request.headers.get("content-type"))
            self._check_origin()
            parameters = request_of_body(await read_body(request, seconds=self._endpoint.body_seconds))
            actor = await self._authenticate()
        elif request.method == "GET":
            actor = await self._authenticate()
            if actor.via is not Via.API_TOKEN:
                raise MethodNotAllowed
            parameters = request_of_query_string(request.query_params)
        else:
            raise MethodNotAllowed
        return await self._run(parameters, actor)

    def _check_origin(self) -> None:
        headers = self._request.headers
        if "authorization" not in headers:
            cookie = self._endpoint.callers.authenticator.session_cookie
            self._endpoint.origins.check(headers, has_cookie=cookie in self._request.cookies)

    async def _authenticate(self) -> Actor:
        actor = await self._endpoint.callers.actor(self._request)
        observability.bind_actor(actor)
        self._locale = actor.locale
        return actor

    async def _run(self, parameters: GraphRequest, actor: Actor) -> Response:
        admitted = await self._endpoint.admission.admit(parameters, actor)
        self._seen.label, self._seen.cost = admitted.label, admitted.cost
        if admitted.operation.kind is OperationType.SUBSCRIPTION:
            raise MalformedRequest("subscriptions come over WebSocket")
        if self._request.method == "GET" and admitted.operation.kind is not OperationType.QUERY:
            raise MethodNotAllowed
        context = GraphContext(
            actor=actor,
            database=self._endpoint.database,
            services=self._endpoint.services,
            request_id=self._trace_id,
        )
        if self._endpoint.actor_headers is not None:
            context.response_headers.update(self._endpoint.actor_headers(actor))
        outcome = await self._execute(admitted, context)
        return self._outcome(outcome, admitted, context)

    async def _execute(self, admitted: Admitted, context: GraphContext) -> Result:
        try:
            # Leaving the block cancels the statement that runs: its connection goes back only after that.
            async with asyncio.timeout(self._endpoint.timeout_seconds):
                return await self._endpoint.admission.run(admitted, context)
        except TimeoutError:
            raise TimedOut from None

    def _outcome(self, outcome: Result, admitted: Admitted, context: GraphContext) -> Response:
        extensions = {"cost": admitted.cost_extension}
        media_type, errors = self._media_type, outcome.errors
        if errors:
            self._seen.code = errors[0]["extensions"]["code"]
        if outcome.data is None and errors and not any("path" in error for error in errors):
            # Nothing was executed: variables that do not fit, or a database that does not answer.
            status = error_status(self._seen.code, media_type)
            response = refused(errors, status=status, media_type=media_type, extensions=extensions)
        else:
            response = executed(outcome.data, errors, media_type=media_type, extensions=extensions)
        for name, value in context.response_headers.items():
            response.headers[name] = value
        set_cookies(response, context.cookies)
        return response

    def _refusal(self, error: Exception) -> Response:
        entry = error_entry(error, self._locale, self._trace_id)
        extensions = entry["extensions"]
        self._seen.code = extensions["code"]
        status = error.status if isinstance(error, RequestError) else 500
        if isinstance(error, QueryTooComplex | BadUserInput):
            status = error_status(error.code, self._media_type)
        response = refused([entry], status=status, media_type=self._media_type)
        if status == 401:
            response.headers["www-authenticate"] = "Bearer"
        if status == 405:
            response.headers["allow"] = "POST"
        if "retryAfterSeconds" in extensions:
            response.headers["retry-after"] = str(extensions["retryAfterSeconds"])
        cookie = self._endpoint.callers.authenticator.session_cookie
        if isinstance(error, Unauthenticated) and not error.retryable and cookie in self._request.cookies:
            # A dead session must not keep its browser from signing in again.
            set_cookies(response, [SetCookie(name=cookie, delete=True, secure=cookie.startswith("__"))])
        return response
