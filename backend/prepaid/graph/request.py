"""A GraphQL request as it arrives: read within limits, parsed strictly, its parameters checked."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import orjson
from starlette.datastructures import QueryParams
from starlette.requests import ClientDisconnect, Request

from prepaid.graph.refused import BodyTooLarge, BodyTooSlow, MalformedRequest, UnsupportedMediaType

MAX_BODY_BYTES: Final = 100_000
BODY_SECONDS: Final = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class GraphRequest:
    """The parameters of one operation; at least one of `query` and `document_id` is there."""

    query: str | None = None
    document_id: str | None = None
    operation_name: str | None = None
    variables: dict[str, Any] = field(default_factory=dict)


async def read_body(request: Request, *, seconds: float) -> bytes:
    """The whole body, never more than `MAX_BODY_BYTES` of it.

    Raises:
        BodyTooLarge, BodyTooSlow: by size and by time.
        UnsupportedMediaType: for a compressed body.
        MalformedRequest: when the client goes away in the middle.
    """
    if request.headers.get("content-encoding", "identity") != "identity":
        raise UnsupportedMediaType("Content-Encoding must be identity")
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared[:10]) > MAX_BODY_BYTES:
        raise BodyTooLarge(allowed=MAX_BODY_BYTES)
    body = bytearray()
    try:
        async with asyncio.timeout(seconds):
            async for chunk in request.stream():
                body += chunk
                if len(body) > MAX_BODY_BYTES:
                    raise BodyTooLarge(allowed=MAX_BODY_BYTES)
    except TimeoutError:
        raise BodyTooSlow from None
    except ClientDisconnect:
        raise MalformedRequest("the body is incomplete") from None
    return bytes(body)


def request_of_body(body: bytes) -> GraphRequest:
    """Parse a POST body.

    Raises:
        MalformedRequest: for anything but one JSON object with the specified parameters.
    """
    return request_of(_json(body, "the body"))


def request_of_query_string(query: QueryParams) -> GraphRequest:
    """Parse the query string of a GET.

    Raises:
        MalformedRequest: as for a body; also for a parameter that is given twice.
    """
    if len(query.multi_items()) != len(query):
        raise MalformedRequest("a parameter is given twice")
    parameters: dict[str, Any] = dict(query)
    for name in ("variables", "extensions"):
        if parameters.get(name):
            parameters[name] = _json(parameters[name].encode(), name)
        else:
            parameters.pop(name, None)
    return request_of(parameters)


def request_of(parameters: Any) -> GraphRequest:
    """Check the types of the parameters; unknown ones are ignored, as the specification asks.

    Raises:
        MalformedRequest: naming the parameter.
    """
    if not isinstance(parameters, dict):
        raise MalformedRequest("the request must be one JSON object")
    query = _optional(parameters, "query", str)
    extensions = _optional(parameters, "extensions", dict) or {}
    request = GraphRequest(
        query=query,
        document_id=_optional(parameters, "documentId", str) or _persisted_hash(extensions),
        operation_name=_optional(parameters, "operationName", str),
        variables=_optional(parameters, "variables", dict) or {},
    )
    if not request.query and not request.document_id:
        raise MalformedRequest("query or documentId is missing")
    return request


def _json(data: bytes, name: str) -> Any:
    try:
        # orjson is strict where it matters: UTF-8, no NaN, no lone surrogates, numbers and nesting bounded.
        return orjson.loads(data)
    except orjson.JSONDecodeError:
        raise MalformedRequest(f"{name} is not valid JSON") from None


def _optional(parameters: Mapping[str, Any], name: str, expected: type) -> Any:
    value = parameters.get(name)
    if value is not None and not isinstance(value, expected):
        raise MalformedRequest(f"{name} has the wrong type")
    return value


def _persisted_hash(extensions: Mapping[str, Any]) -> str | None:
    persisted = _optional(extensions, "persistedQuery", dict) or {}
    digest: str | None = _optional(persisted, "sha256Hash", str)
    return digest
