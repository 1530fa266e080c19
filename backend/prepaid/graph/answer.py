"""The HTTP answer of an operation: body, media type and status of the GraphQL-over-HTTP specification."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import orjson
from graphql import GraphQLError
from starlette.responses import Response

from prepaid.core.errors import BadUserInput, RequestError
from prepaid.graph.limits import QueryTooComplex
from prepaid.graph.media_types import LEGACY, RESPONSE, MediaType

_FOUND_BY_GRAPHQL = frozenset({BadUserInput.code, QueryTooComplex.code, "DOCUMENT_SYNTAX", "DOCUMENT_INVALID"})
_STATUS = {error.code: error.status for error in RequestError.__subclasses__()} | {"INTERNAL": 500}
"""Statuses of what can go wrong before anything is executed, or with all of it."""

MAX_ERRORS = 5
"""More syntax or validation errors than these tell an honest caller nothing."""


def document_errors(errors: Iterable[GraphQLError], code: str, trace_id: str) -> list[dict[str, Any]]:
    """Syntax or validation errors as entries of `errors`, the first few."""
    entries = []
    for error in list(errors)[:MAX_ERRORS]:
        entry: dict[str, Any] = dict(error.formatted)
        entry["extensions"] = {"code": code, "retryable": False, "traceId": trace_id}
        entries.append(entry)
    return entries


def error_status(code: str, media_type: MediaType) -> int:
    """Status of an answer without data. Clients that accept only JSON expect 200 for what GraphQL itself finds."""
    status = _STATUS.get(code, 400)
    return 200 if media_type == LEGACY and code in _FOUND_BY_GRAPHQL else status


def refused(
    errors: Sequence[Mapping[str, Any]],
    *,
    status: int,
    media_type: MediaType = RESPONSE,
    headers: Mapping[str, str] | None = None,
    extensions: Mapping[str, Any] | None = None,
) -> Response:
    """An answer without `data`: nothing was executed."""
    body: dict[str, Any] = {"errors": errors}
    if extensions:
        body["extensions"] = extensions
    return _response(orjson.dumps(body), status, media_type, headers)


def executed(
    data: Any,
    errors: Sequence[Mapping[str, Any]],
    *,
    media_type: MediaType,
    extensions: Mapping[str, Any],
    headers: Mapping[str, str] | None = None,
) -> Response:
    """An answer with `data`, which may be null when an error of a field reached the top."""
    body: dict[str, Any] = {"data": data}
    if errors:
        body["errors"] = errors
    body["extensions"] = extensions
    return _response(orjson.dumps(body), 200, media_type, headers)


def _response(body: bytes, status: int, media_type: MediaType, headers: Mapping[str, str] | None) -> Response:
    response = Response(body, status, headers=dict(headers or {}))
    response.headers["content-type"] = f"{media_type}; charset=utf-8"
    response.headers["vary"] = "Accept, Accept-Language, Cookie, Authorization"
    return response
