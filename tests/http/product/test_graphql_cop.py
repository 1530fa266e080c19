"""The twelve checks of graphql-cop 1.15 as an anonymous caller, in production and as `make run` starts it."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import httpx
import pytest

from tests.http.product.conftest import as_in, product_of

Check = Callable[[httpx.AsyncClient], Awaitable[bool]]


@pytest.fixture(params=["production", "development"])
async def stranger(request: pytest.FixtureRequest, demo_database: str) -> AsyncIterator[httpx.AsyncClient]:
    async with (
        product_of(as_in(request.param, demo_database)) as product,
        httpx.AsyncClient(base_url=f"http://{product.address}", timeout=30) as client,
    ):
        yield client


async def answered(client: httpx.AsyncClient, query: str) -> dict[str, Any]:
    result: dict[str, Any] = (await client.post("/graphql", json={"query": query})).json()
    return result


async def alias_overloading(client: httpx.AsyncClient) -> bool:
    aliases = " ".join(f"alias{n}: __typename" for n in range(101))
    return "alias100" in str(await answered(client, f"query cop {{ {aliases} }}"))


async def array_batching(client: httpx.AsyncClient) -> bool:
    answer = await client.post("/graphql", json=[{"query": "query cop { __typename }"}] * 10)
    return isinstance(answer.json(), list) and len(answer.json()) >= 10


async def circular_introspection(client: httpx.AsyncClient) -> bool:
    fields = "fields { name type { fields { name type { fields { name type { fields { name } } } } } } }"
    result = await answered(client, f"query cop {{ __schema {{ types {{ {fields} }} }} }}")
    return bool(result.get("data"))


async def directive_overloading(client: httpx.AsyncClient) -> bool:
    result = await answered(client, "query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }")
    return len(result.get("errors", ())) == 10


async def field_duplication(client: httpx.AsyncClient) -> bool:
    return bool((await answered(client, "query cop { " + "__typename \n" * 500 + "}")).get("data"))


async def field_suggestions(client: httpx.AsyncClient) -> bool:
    return "Did you mean" in str(await answered(client, "query cop { __schema { directive } }"))


async def get_queries(client: httpx.AsyncClient) -> bool:
    answer = await client.get("/graphql", params={"query": "query cop { __typename }"})
    return "data" in answer.json()


async def get_mutations(client: httpx.AsyncClient) -> bool:
    answer = await client.get("/graphql", params={"query": "mutation cop { __typename }"})
    return "data" in answer.json()


async def urlencoded_post(client: httpx.AsyncClient) -> bool:
    return "data" in (await client.post("/graphql", data={"query": "query cop { __typename }"})).json()


async def ide(client: httpx.AsyncClient) -> bool:
    pages = [
        await client.get(path, headers={"accept": "text/html"}) for path in ("/graphql", "/graphiql", "/playground")
    ]
    return any("graphiql" in page.text.lower() or "playground" in page.text.lower() for page in pages)


async def introspection(client: httpx.AsyncClient) -> bool:
    return bool((await answered(client, "query cop { __schema { types { name fields { name } } } }")).get("data"))


async def tracing(client: httpx.AsyncClient) -> bool:
    return "tracing" in str((await answered(client, "query cop { __typename }")).get("extensions"))


async def unhandled_errors(client: httpx.AsyncClient) -> bool:
    result = str(await answered(client, "qwerty cop { abc }"))
    return "exception" in result.lower() or "stacktrace" in result.lower()


CHECKS: list[Check] = [
    alias_overloading, array_batching, circular_introspection, directive_overloading, field_duplication,
    field_suggestions, get_queries, get_mutations, urlencoded_post, ide, introspection, tracing, unhandled_errors,
]  # fmt: skip


@pytest.mark.parametrize("finds", CHECKS, ids=lambda check: check.__name__)
async def test_graphql_cop_finds_nothing(stranger: httpx.AsyncClient, finds: Check) -> None:
    assert not await finds(stranger)
