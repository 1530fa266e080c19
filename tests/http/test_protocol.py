"""Media types, statuses, request ids and caller facts of GraphQL over HTTP."""

import json
from typing import Any
from uuid import UUID

import httpx
import pytest
from starlette.requests import HTTPConnection

from prepaid.graph.caller import Callers, locale_of
from prepaid.graph.media_types import answer_type
from prepaid.graph.refused import NotAcceptable
from tests.http.support.app import AS_INTEGRATOR, Doorman

RESPONSE, LEGACY = "application/graphql-response+json", "application/json"


@pytest.mark.parametrize(
    ("accept", "expected"),
    [
        (None, LEGACY),
        ("", LEGACY),
        ("*/*", LEGACY),
        ("application/*", LEGACY),
        (LEGACY, LEGACY),
        (RESPONSE, RESPONSE),
        (f"{RESPONSE}; charset=utf-8", RESPONSE),
        (f"{RESPONSE}, {LEGACY};q=0.9", RESPONSE),
        (f"{LEGACY};q=0.9, {RESPONSE};q=0.8", LEGACY),
        (f"{LEGACY}, {RESPONSE}", LEGACY),
        ("text/html, */*;q=0.1", LEGACY),
        (f"{LEGACY};q=0, */*", None),
        (f"{LEGACY};charset=utf-16", None),
        (f"{RESPONSE};q=much", None),
        ("text/html", None),
        ("*", None),
        ("\x00", None),
    ],
)
def test_negotiation(accept: str | None, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(NotAcceptable):
            answer_type(accept)
    else:
        assert answer_type(accept) == expected


@pytest.mark.parametrize(
    ("body", "response_status", "legacy_status", "has_data"),
    [
        ({"query": "{hello}"}, 200, 200, True),
        ({"query": "{broken}"}, 200, 200, True),
        ({"query": "{"}, 400, 200, False),
        ({"query": "{nope}"}, 400, 200, False),
        ({"query": "query ($x: Int!) {hello}"}, 400, 200, False),
        ({"query": "{" + "hello " * 800 + "}"}, 400, 200, False),
        ({"query": 1}, 400, 400, False),
        ({"documentId": "0" * 64}, 404, 404, False),
    ],
)
async def test_the_status_depends_on_the_media_type(
    client: httpx.AsyncClient, body: dict[str, Any], response_status: int, legacy_status: int, has_data: bool
) -> None:
    for accept, status in ((RESPONSE, response_status), (LEGACY, legacy_status)):
        answer = await client.post("/graphql", json=body, headers=AS_INTEGRATOR | {"accept": accept})
        assert answer.status_code == status
        assert answer.headers["content-type"] == f"{accept}; charset=utf-8"
        assert ("data" in answer.json()) is has_data


async def test_get_takes_its_parameters_from_the_query_string(client: httpx.AsyncClient) -> None:
    parameters = {"query": "query a($n: String!) {greet(name: $n)}", "variables": json.dumps({"n": "你"})}
    answer = await client.get("/graphql", params=parameters, headers=AS_INTEGRATOR)
    assert answer.json()["data"] == {"greet": "hello 你"}
    for broken in (
        {"query": "{hello}", "variables": "[1]"},
        {"query": "{hello}", "variables": "{"},
        {"query": "{hello}", "variables": "NaN"},
        {"query": ["{hello}", "{hello}"]},
        {},
    ):
        answer = await client.get("/graphql", params=broken, headers=AS_INTEGRATOR)
        assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (400, "MALFORMED_REQUEST")


async def test_an_overlong_url_is_refused(client: httpx.AsyncClient) -> None:
    answer = await client.get("/graphql", params={"query": "{hello}" + " " * 20_000}, headers=AS_INTEGRATOR)
    assert answer.status_code == 414


async def test_the_trace_id_of_an_error_is_the_request_id(client: httpx.AsyncClient) -> None:
    own = "0198c0de-0000-7000-8000-000000000001"
    answer = await client.post("/graphql", json={"query": "{"}, headers=AS_INTEGRATOR | {"x-request-id": own})
    assert answer.headers["x-request-id"] == own
    assert answer.json()["errors"][0]["extensions"]["traceId"] == own

    answer = await client.post("/graphql", json={"query": "{"}, headers=AS_INTEGRATOR | {"x-request-id": "<script>"})
    assert UUID(answer.headers["x-request-id"]).version == 7


async def test_refusals_speak_the_callers_language(client: httpx.AsyncClient) -> None:
    for language, word in (
        ("en-GB,zh;q=0.5", "Only stored"),
        ("zh-TW", "只能执行"),
        ("fr", "只能执行"),
        ("", "只能执行"),
    ):
        answer = await client.post("/graphql", json={"query": "{hello}"}, headers={"accept-language": language})
        assert word in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize(
    ("header", "locale"),
    [
        (None, None),
        ("fr-FR", None),
        ("en", "en"),
        ("zh-Hans-CN", "zh-CN"),
        ("fr, en;q=0.3, zh;q=0.7", "zh-CN"),
        ("zh;q=0, en;q=0.1", "en"),
        ("en;q=oops, zh;q=0.1", "zh-CN"),
    ],
)
def test_language_by_quality(header: str | None, locale: str | None) -> None:
    assert locale_of(header) == locale


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
        ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
        ("10.0.0.1", "6.6.6.6, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        ("10.0.0.1", "not an address", "10.0.0.1"),
        ("10.0.0.1", "", "10.0.0.1"),
    ],
)
def test_only_trusted_proxies_are_believed(peer: str, forwarded: str, address: str) -> None:
    callers = Callers(Doorman(), ["10.0.0.0/24"])
    scope = {"type": "http", "client": (peer, 1), "headers": [(b"x-forwarded-for", forwarded.encode())]}
    assert callers.address(HTTPConnection(scope)) == address
