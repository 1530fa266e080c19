"""What introspection shows follows the grants."""

from collections.abc import Callable

import httpx
import pytest
from graphql import build_client_schema, get_introspection_query, introspection_from_schema, print_schema

from prepaid.graph.introspection import visible_part
from tests.http.support.app import AS_INTEGRATOR, SCHEMA


@pytest.fixture
async def shown(client: httpx.AsyncClient) -> str:
    answer = await client.post("/graphql", json={"query": get_introspection_query()}, headers=AS_INTEGRATOR)
    return print_schema(build_client_schema(answer.json()["data"]))


def test_granted_fields_and_what_they_lead_to_are_shown(shown: str) -> None:
    for part in ("hello:", "orders(", "type OrderConnection", "type Merchant", "type PageInfo", "touch(", "ticks:"):
        assert part in shown


def test_other_fields_and_what_only_they_lead_to_are_not(shown: str) -> None:
    for part in ("vault", "Vault", "gold", "emptyVault"):
        assert part not in shown


async def test_a_hidden_type_is_unknown_by_name(client: httpx.AsyncClient) -> None:
    body = {"query": '{ hidden: __type(name: "Vault") { name } shown: __type(name: "Order") { name } }'}
    answer = await client.post("/graphql", json=body, headers=AS_INTEGRATOR)
    assert answer.json()["data"] == {"hidden": None, "shown": {"name": "Order"}}


@pytest.mark.parametrize(
    "opens",
    [lambda *_: True, lambda *_: False, lambda type_name, _: type_name != "Query", lambda _, field: field != "nodes"],
    ids=["all", "nothing", "no query", "no nodes"],
)
def test_every_cut_is_a_consistent_schema(opens: Callable[[str, str], bool]) -> None:
    build_client_schema(visible_part(dict(introspection_from_schema(SCHEMA.core)), opens))  # type: ignore[arg-type]
