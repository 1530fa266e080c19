"""Bodies, headers and methods that no honest client sends: 4xx with a code, never a 500."""

import asyncio
import json
from typing import Any

import httpx
import pytest

from prepaid.core.database import Database
from tests.http.support.app import AS_INTEGRATOR, build_service, framed
from tests.http.support.live import served
from tests.http.support.schema import TOUCHED

JSON = {"content-type": "application/json"}

BODIES: dict[str, bytes] = {
    "empty": b"",
    "null": b"null",
    "number": b"1",
    "string": b'"x"',
    "boolean": b"true",
    "array": b"[]",
    "batch": json.dumps([{"query": "{hello}"}] * 10).encode(),
    "empty object": b"{}",
    "unclosed": b'{"query": "{hello}"',
    "trailing comma": b'{"query": "{hello}",}',
    "two documents": b'{"query":"{hello}"}{"query":"{hello}"}',
    "invalid utf-8": b'{"query": "\xff\xfe"}',
    "overlong utf-8": b'{"query": "\xc0\xaf"}',
    "utf-16": '{"query":"{hello}"}'.encode("utf-16"),
    "byte order mark": b'\xef\xbb\xbf{"query":"{hello}"}',
    "lone surrogate": b'{"query": "{greet(name:\\"\\ud800\\")}"}',
    "raw control character": b'{"query": "{hello}\x01"}',
    "nan": b'{"query": "{hello}", "variables": {"x": NaN}}',
    "infinity": b'{"query": "{hello}", "variables": {"x": Infinity}}',
    "overflowing float": b'{"query": "{hello}", "variables": {"x": 1e999}}',
    "5000 digits": b'{"query": "{hello}", "variables": {"x": ' + b"9" * 5000 + b"}}",
    "30 digits": b'{"query": "{hello}", "variables": {"x": ' + b"9" * 30 + b"}}",
    "deep arrays": b"[" * 90_000,
    "deep objects": b'{"a":' * 15_000,
    "deep variables": b'{"query":"{hello}","variables":{"x":' + b"[" * 900 + b"]" * 900 + b"}}",
    "many variables": b'{"query":"{hello}","variables":{"x":[' + b"1," * 20_000 + b"1]}}",
    "query null": b'{"query": null}',
    "query empty": b'{"query": ""}',
    "query number": b'{"query": 1}',
    "query list": b'{"query": ["{hello}"]}',
    "query object": b'{"query": {"a": 1}}',
    "variables list": b'{"query": "{hello}", "variables": []}',
    "variables string": b'{"query": "{hello}", "variables": "{}"}',
    "operationName number": b'{"query": "{hello}", "operationName": 1}',
    "extensions list": b'{"query": "{hello}", "extensions": []}',
    "persistedQuery string": b'{"extensions": {"persistedQuery": "x"}}',
    "documentId number": b'{"documentId": 1}',
    "documentId no hash": b'{"documentId": "../../etc/passwd"}',
    "nul in document": b'{"query": "{hello}\\u0000"}',
    "only a comment": b'{"query": "# nothing"}',
    "only a fragment": b'{"query": "fragment a on Query { hello }"}',
    "type definition": b'{"query": "type Query { a: Int }"}',
    "unknown operation": b'{"query": "query a {hello}", "operationName": "b"}',
    "two operations": b'{"query": "query a {hello} query b {hello}"}',
    "undefined fragment": b'{"query": "{...nope}"}',
    "undefined variable": b'{"query": "{greet(name: $x)}"}',
    "missing variable": b'{"query": "query ($x: String!) {greet(name: $x)}"}',
    "wrong variable": b'{"query": "query ($x: String!) {greet(name: $x)}", "variables": {"x": 1}}',
}


@pytest.mark.parametrize("name", BODIES)
async def test_a_malformed_body_is_refused_with_a_code(client: httpx.AsyncClient, name: str) -> None:
    accept = {"accept": "application/graphql-response+json"}
    answer = await client.post("/graphql", content=BODIES[name], headers=JSON | AS_INTEGRATOR | accept)
    assert answer.status_code == 400, answer.text
    assert "data" not in answer.json()
    error = answer.json()["errors"][0]
    assert error["extensions"]["code"] in {
        "MALFORMED_REQUEST", "QUERY_TOO_COMPLEX", "BAD_USER_INPUT", "DOCUMENT_SYNTAX", "DOCUMENT_INVALID",
    }  # fmt: skip
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "content_type",
    [
        None,
        "",
        "text/plain",
        "text/plain, application/json",
        "application/json, text/plain",
        "application/jsonp",
        "application/graphql",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "application/json; charset=latin-1",
        "text/plain; a=application/json",
    ],
)
async def test_only_declared_json_is_read(client: httpx.AsyncClient, content_type: str | None) -> None:
    TOUCHED.clear()
    headers = {} if content_type is None else {"content-type": content_type}
    body = b'{"query": "mutation {touch(input: {name: \\"a\\"}) {replayed}}"}'
    answer = await client.post("/graphql", content=body, headers=AS_INTEGRATOR | headers)
    assert answer.status_code == 415
    assert TOUCHED == []


@pytest.mark.parametrize("method", ["PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "QUERY"])
async def test_other_methods_are_refused(client: httpx.AsyncClient, method: str) -> None:
    body = b'{"query": "{hello}"}'
    answer = await client.request(method, "/graphql", content=body, headers=JSON | AS_INTEGRATOR)
    assert answer.status_code == 405
    assert answer.headers["allow"]


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content-encoding": "gzip"}, 415),
        ({"accept": "text/html"}, 406),
        ({"accept": "image/png, text/*"}, 406),
        ({"x-large": "x" * 40_000}, 431),
        ({"accept-language": "en;q=x, zh;q=, ;;;,,"}, 200),
        ({"x-request-id": '" onload="x'}, 200),
        ({"x-forwarded-for": "not an address"}, 200),
    ],
)
async def test_hostile_headers(client: httpx.AsyncClient, headers: dict[str, str], status: int) -> None:
    answer = await client.post("/graphql", json={"query": "{hello}"}, headers=AS_INTEGRATOR | headers)
    assert answer.status_code == status
    assert status != 200 or answer.json()["data"] == {"hello": "world"}


async def test_a_body_beyond_the_limit_is_refused_before_it_is_read_whole(
    client: httpx.AsyncClient,
) -> None:
    async def endless() -> Any:
        for sent in range(10_000):
            assert sent < 200, "the server reads on"
            yield b" " * 1_000

    headers: dict[str, str]
    for headers in ({}, {"content-length": "10000000"}):
        answer = await client.post("/graphql", content=endless(), headers=JSON | AS_INTEGRATOR | headers)
        assert answer.status_code == 413
        assert answer.json()["errors"][0]["extensions"]["code"] == "BODY_TOO_LARGE"


async def test_a_body_that_trickles_in_is_given_up(db: Database) -> None:
    service = build_service(db)
    service.http.body_seconds = 0.2
    async with served(framed(service)) as address:
        host, port = address.split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        head = b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
        writer.write(head)
        answer = await asyncio.wait_for(reader.readuntil(b"\r\n"), 10)
        writer.close()
    assert answer == b"HTTP/1.1 408 Request Timeout\r\n"


async def test_a_client_that_goes_away_in_the_middle_disturbs_nobody(db: Database) -> None:
    service = build_service(db)
    async with served(framed(service)) as address:
        host, port = address.split(":")
        _, writer = await asyncio.open_connection(host, int(port))
        writer.write(
            b"POST /graphql HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{"
        )
        await writer.drain()
        writer.close()
        async with httpx.AsyncClient(base_url=f"http://{address}", headers=AS_INTEGRATOR) as client:
            assert (await client.post("/graphql", json={"query": "{hello}"})).json()["data"] == {"hello": "world"}
