"""The rows of the attack table (design/security, 1.5) that the endpoint answers, from outside."""

from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest

from prepaid.core.database import Database
from prepaid.graph.limits import Limits
from tests.http.support.app import (
    AS_CONSUMER,
    AS_INTEGRATOR,
    AS_STAFF,
    OWN_ORIGIN,
    app_settings,
    build,
)
from tests.http.support.schema import TOUCHED

FULL_INTROSPECTION = "{ __schema { types { name fields { name type { name ofType { name ofType { name } } } } } } }"


async def run(client: httpx.AsyncClient, query: str, variables: Any = None, **headers: str) -> dict[str, Any]:
    body = {"query": query, "variables": variables}
    answer = await client.post("/graphql", json=body, headers=AS_INTEGRATOR | headers)
    assert answer.status_code == 200
    result: dict[str, Any] = answer.json()
    return result


async def refusal(client: httpx.AsyncClient, query: str, variables: Any = None) -> dict[str, Any]:
    """The first error's extensions of a document that must not have run."""
    result = await run(client, query, variables)
    assert "data" not in result, result
    assert len(result["errors"]) <= 5
    extensions: dict[str, Any] = result["errors"][0]["extensions"]
    return extensions


def doubling(length: int, leaf: str = "hello") -> str:
    chain = " ".join(f"fragment f{n} on Query {{ ...f{n + 1} ...f{n + 1} }}" for n in range(length - 1))
    return f"{{ ...f0 }} {chain} fragment f{length - 1} on Query {{ {leaf} }}"


LIMITS = Limits()
TOO_COMPLEX: dict[str, tuple[str, str]] = {
    "aliases": ("{" + " ".join(f"a{n}:__typename" for n in range(101)) + "}", "aliases"),
    "field duplication": ("{" + "hello " * 490 + "}", "duplicates"),
    "object duplication": ("{ orders { nodes {" + "id " * 490 + "} } }", "duplicates"),
    "duplication by aliases of one key": ("{" + "a:hello " * 90 + "b:hello " * 20 + "}", "aliases"),
    "field flood": ("{" + "hello " * 900 + "}", "fields"),
    "token flood": ("{" + "hello " * 3_000 + "}", "tokens"),
    "comment flood": ("{hello " + "#\n" * 9_000 + "}", "comments"),
    "long document": ("{hello} #" + "x" * 80_000, "characters"),
    "long string": ('{greet(name:"' + "x" * 80_000 + '")}', "characters"),
    "doubling fragments, 20": (doubling(20), "fields"),
    "doubling fragments, 55": (doubling(55), "fields"),
    "doubling fragments without fields": (doubling(55, ""), "selections"),
    "doubling fragments, 200": (doubling(200), "tokens"),
    "many fragments": (" ".join(f"fragment f{n} on Query {{hello}}" for n in range(100)), "fragments"),
    "many operations": (" ".join(f"query q{n} {{hello}}" for n in range(50)), "operations"),
    "directives on a field": ("{ __typename" + " @aa" * 10 + "}", "directives_per_field"),
    "repeated directive": ("{ hello" + " @include(if:true)" * 40 + "}", "directives_per_field"),
    "directives everywhere": ("{" + " ".join(f"a{n}:hello @skip(if:false)" for n in range(60)) + "}", "directives"),
    "a directive flood": ("{ __typename" + " @aa" * 4_000 + "}", "tokens"),
    "deep selections": ("{" + "merchant{orders{nodes{" * 4 + "id" + "}}}" * 4 + "}", "depth"),
    "deep inline fragments": ("{" + "...{" * 100 + "hello" + "}" * 100 + "}", "nesting"),
    "deep list literal": ("{ greet(name:" + "[" * 150 + "]" * 150 + ") }", "literal_depth"),
    "long list literal": ("{ greet(name: [" + "1 " * 900 + "]) }", "literal_values"),
    "deep object literal": ("{ greet(name:" + "{a:" * 100 + "1" + "}" * 100 + ") }", "literal_depth"),
    "deep default": ("query ($a: [String] = " + "[" * 50 + "]" * 50 + ") {hello}", "literal_depth"),
    "root fields": ("{" + " ".join(f"a{n}:hello" for n in range(41)) + "}", "root_fields"),
    "mutations": ("mutation {" + " ".join(f"a{n}:touch" for n in range(6)) + "}", "mutations"),
    "sign-in twice": ("mutation { a:signIn b:signIn }", "mutations beside signIn"),
    "sign-in hidden in a fragment": (
        "mutation { touch ...f } fragment f on Mutation { signIn }", "mutations beside signIn",
    ),
    "page size": ("{ orders(first: 2147483647) { nodes { id } } }", "page_size"),
    "last": ("{ orders(last: 201) { nodes { id } } }", "page_size"),
    "nested pages": (
        "{orders(first:90){nodes{merchant{orders(first:90){nodes{merchant{orders(first:90){nodes{id}}}}}}}}}", "cost",
    ),
    "nested default pages": (
        "{orders(first:200){nodes{merchant{orders(first:200){nodes{merchant{orders{nodes{id}}}}}}}}}", "cost",
    ),
    "introspection depth": (
        "{ __schema { types {" + "fields { type {" * 8 + "name" + "} }" * 8 + "} } }", "introspection_depth",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TOO_COMPLEX)
async def test_a_hostile_document_is_refused_with_its_figure(client: httpx.AsyncClient, name: str) -> None:
    TOUCHED.clear()
    document, limit = TOO_COMPLEX[name]
    extensions = await refusal(client, document)
    assert (extensions["code"], extensions["limit"]) == ("QUERY_TOO_COMPLEX", limit)
    allowed, actual = extensions["allowed"], extensions["actual"]
    assert str(actual).startswith(">") or actual > allowed
    assert TOUCHED == []


async def test_variables_count_towards_the_page_size(client: httpx.AsyncClient) -> None:
    query = "query ($n: Int = 500) { orders(first: $n) { nodes { id } } }"
    assert (await refusal(client, query))["actual"] == 500
    assert (await refusal(client, query, {"n": 201}))["actual"] == 201
    assert len((await run(client, query, {"n": 200}))["data"]["orders"]["nodes"]) == 200


@pytest.mark.parametrize(
    "document",
    [
        "{...a} fragment a on Query {...b} fragment b on Query {...a}",
        "{...a} fragment a on Query { merchant { ...b } } fragment b on Merchant { name ...b }",
        "{hello} fragment a on Query {...a}",
        "{...a} fragment a on Query {hello} fragment a on Query {hello}",
        "{...nope}",
        "{ __schema { directive } }",
        "{ helo }",
        "{ hello(nam: 1) }",
        "query ($x: Strin) { greet(name: $x) }",
        "{ hello @inclde(if: true) }",
        'mutation { touch(input: {name: "x", merchantId: "y"}) {replayed} }',
        "{ __schema { types { fields { type { fields { type { fields { name } } } } } } } }",
        "{ __schema { types { name } } hello }",
    ],
)
async def test_an_invalid_document_is_named_so_without_suggestions(client: httpx.AsyncClient, document: str) -> None:
    result = await run(client, document)
    assert "data" not in result
    assert {error["extensions"]["code"] for error in result["errors"]} == {"DOCUMENT_INVALID"}
    assert "Did you mean" not in str(result)


async def test_the_largest_pages_of_the_product_pass(client: httpx.AsyncClient) -> None:
    columns = " ".join(f"c{n}: number" for n in range(25))
    assert "errors" not in await run(client, f"{{ orders(first: 200) {{ totalCount nodes {{ {columns} }} }} }}")
    limits = Limits()
    assert limits.cost > 50 + 50 * 50 + 50 * 50 * 50


async def test_the_cost_is_told_with_every_answer(client: httpx.AsyncClient) -> None:
    result = await run(client, "{ orders(first: 30) { nodes { merchant { name } } } }")
    cost = result["extensions"]["cost"]
    assert cost["requested"] == 62  # the operation, the list, 30 orders with their merchants
    assert cost["remaining"] == app_settings().rate_limit_cost_per_minute - 62


CROSS_SITE: dict[str, dict[str, str]] = {
    "foreign origin": {"origin": "https://evil.example"},
    "null origin": {"origin": "null"},
    "similar origin": {"origin": f"{OWN_ORIGIN}.evil.example"},
    "other scheme": {"origin": OWN_ORIGIN.replace("https", "http")},
    "other port": {"origin": f"{OWN_ORIGIN}:8443"},
    "user part": {"origin": OWN_ORIGIN.replace("https://", "https://evil@") + "@evil.example"},
    "fetch metadata, cross-site": {"sec-fetch-site": "cross-site"},
    "fetch metadata, same-site": {"sec-fetch-site": "same-site"},
}


@pytest.mark.parametrize("name", CROSS_SITE)
@pytest.mark.parametrize(
    "caller",
    [{}, {"cookie": "__Host-sid=staff", "x-requested-with": "x"}],
    ids=["anonymous", "cookie"],
)
async def test_what_a_foreign_site_makes_a_browser_send_is_refused(
    client: httpx.AsyncClient, name: str, caller: dict[str, str]
) -> None:
    TOUCHED.clear()
    body = {"query": 'mutation {touch(input: {name: "x"}) {replayed}}'}
    answer = await client.post("/graphql", json=body, headers=caller | CROSS_SITE[name])
    assert answer.status_code == 403
    assert answer.json()["errors"][0]["extensions"]["code"] == "FOREIGN_ORIGIN"
    assert TOUCHED == []


@pytest.mark.parametrize("missing", ["origin", "x-requested-with"])
async def test_a_cookie_needs_our_header_and_our_origin(client: httpx.AsyncClient, missing: str) -> None:
    headers = {name: value for name, value in AS_STAFF.items() if name != missing}
    answer = await client.post("/graphql", json={"query": "{hello}"}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("caller", [{}, AS_STAFF, AS_CONSUMER], ids=["anonymous", "cookie", "consumer"])
@pytest.mark.parametrize("query", ["{hello}", 'mutation {touch(input: {name: "x"}) {replayed}}'])
async def test_get_is_for_integrators_only(client: httpx.AsyncClient, caller: dict[str, str], query: str) -> None:
    TOUCHED.clear()
    answer = await client.get("/graphql", params={"query": query}, headers=caller)
    assert (answer.status_code, answer.headers["allow"]) == (405, "POST")
    assert TOUCHED == []


async def test_get_never_writes(client: httpx.AsyncClient) -> None:
    TOUCHED.clear()
    document = 'query a {hello} mutation b {touch(input: {name: "x"}) {replayed}}'
    for name, status in (("a", 200), ("b", 405)):
        answer = await client.get(
            "/graphql",
            params={"query": document, "operationName": name},
            headers=AS_INTEGRATOR,
        )
        assert answer.status_code == status
    assert TOUCHED == []


@pytest.mark.parametrize("accept", ["text/html", "text/html,application/xhtml+xml,*/*;q=0.8"])
async def test_there_is_no_page_at_the_endpoint(client: httpx.AsyncClient, accept: str) -> None:
    for caller in ({}, AS_INTEGRATOR):
        answer = await client.get("/graphql", headers={"accept": accept} | caller)
        assert answer.status_code == 404
        assert "html" not in answer.headers["content-type"]


@pytest.mark.parametrize("caller", [{}, AS_STAFF, AS_CONSUMER], ids=["anonymous", "cookie", "consumer"])
async def test_only_stored_documents_run_for_people_in_production(
    client: httpx.AsyncClient, caller: dict[str, str]
) -> None:
    for query in ("{hello}", FULL_INTROSPECTION, "{"):
        answer = await client.post("/graphql", json={"query": query}, headers=caller)
        assert answer.status_code == 400
        assert answer.json()["errors"][0]["extensions"]["code"] == "STORED_DOCUMENT_REQUIRED"


@pytest.fixture
async def development(db: Database) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build(db, settings=app_settings(environment="development")))
    async with httpx.AsyncClient(transport=transport, base_url=OWN_ORIGIN) as opened:
        yield opened


async def test_introspection_by_caller(client: httpx.AsyncClient, development: httpx.AsyncClient) -> None:
    body = {"query": FULL_INTROSPECTION}
    answer = await development.post("/graphql", json=body)
    assert (answer.status_code, answer.json()["errors"][0]["extensions"]["code"]) == (
        403,
        "FORBIDDEN",
    )
    assert (await development.post("/graphql", json=body, headers=AS_STAFF)).json()["data"]["__schema"]
    assert (await client.post("/graphql", json=body, headers=AS_INTEGRATOR)).json()["data"]["__schema"]


async def test_introspection_is_charged(client: httpx.AsyncClient) -> None:
    assert (await run(client, FULL_INTROSPECTION))["extensions"]["cost"]["requested"] > 1_000


async def test_an_error_leaks_nothing_but_its_trace_id(
    client: httpx.AsyncClient,
) -> None:
    result = await run(client, "{ broken }")
    assert "secret" not in str(result)
    error = result["errors"][0]
    assert (error["message"], error["extensions"]["code"]) == (
        "Internal error",
        "INTERNAL",
    )
    assert error["extensions"]["traceId"]


@pytest.mark.parametrize(
    "caller",
    [
        {"authorization": "Bearer forged"},
        {"authorization": "Basic eDp5"},
        {"authorization": ""},
    ],
)
async def test_forged_tokens_are_401(client: httpx.AsyncClient, caller: dict[str, str]) -> None:
    answer = await client.post("/graphql", json={"query": "{hello}"}, headers=caller)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")
    assert answer.json()["errors"][0]["extensions"]["code"] == "UNAUTHENTICATED"


async def test_a_dead_cookie_is_401_and_is_taken_away(
    client: httpx.AsyncClient,
) -> None:
    headers = AS_STAFF | {"cookie": "__Host-sid=forged"}
    answer = await client.post("/graphql", json={"query": "{hello}"}, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["set-cookie"].startswith('__Host-sid=""; HttpOnly; Max-Age=0')


async def test_answers_carry_the_headers_that_browsers_obey(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.post("/graphql", json={"query": "{hello}"}, headers=AS_INTEGRATOR)
    for name, value in {
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
        "x-content-type-options": "nosniff",
        "cache-control": "no-store",
        "strict-transport-security": "max-age=31536000; includeSubDomains",
    }.items():
        assert answer.headers[name] == value
