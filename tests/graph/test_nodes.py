"""`node`, `nodes` and root fields by id."""

import pytest

from prepaid.core.actor import ANONYMOUS, Actor
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId, uuid7
from tests.graph.conftest import Asking, without
from tests.graph.shop.data import A, B, Shopping

NODE = """
query ($id: ID!) { node(id: $id) { __typename id ... on Order { no } ... on Named { name } ... on Kind { code } } }
"""


async def test_a_node_is_found_by_its_id(ask: Asking, shopping: Shopping) -> None:
    order, customer, kind = shopping.of("t_order", A)[0], shopping.of("t_customer", A)[0], shopping.of("t_kind")[0]
    order_id = GlobalId("Order", A, order["id"]).encode()
    assert await ask(NODE, id=order_id) == {"node": {"__typename": "Order", "id": order_id, "no": order["no"]}}
    customer_id = GlobalId("Customer", A, customer["id"]).encode()
    assert (await ask(NODE, id=customer_id))["node"] == {
        "__typename": "Customer",
        "id": customer_id,
        "name": customer["name"],
    }
    kind_id = GlobalId("Kind", PLATFORM_TENANT, kind["id"]).encode()
    assert (await ask(NODE, id=kind_id))["node"]["code"] == kind["code"]
    assert (await ask(f'{{ node(id: "{kind_id}") {{ id }} }}'))["node"] == {"id": kind_id}
    assert ask.result.statements == 1


async def test_not_there_and_not_yours_are_the_same(ask: Asking, shopping: Shopping) -> None:
    mine, foreign = shopping.of("t_order", A)[0], shopping.of("t_order", B)[0]
    nowhere = [
        GlobalId("Order", A, uuid7()),
        GlobalId("Order", B, foreign["id"]),
        GlobalId("Order", A, foreign["id"]),
        GlobalId("Order", B, mine["id"]),
        GlobalId("Customer", A, mine["id"]),
        GlobalId("Unheard", A, mine["id"]),
        GlobalId("Line", A, mine["id"]),
    ]
    for global_id in nowhere:
        assert await ask(NODE, id=global_id.encode()) == {"node": None}
        assert await ask("query ($id: ID!) { order(id: $id) { no } }", id=global_id.encode()) == {"order": None}
    found = await ask("query ($id: ID!) { order(id: $id) { no } }", id=GlobalId("Order", A, mine["id"]).encode())
    assert found == {"order": {"no": mine["no"]}}


@pytest.mark.parametrize("text", ["", "x", "Order_", "Order_" + "A" * 42, "Order_" + "A" * 42 + "B", "1", "😀" * 20])
async def test_no_id_at_all_is_bad_input(ask: Asking, text: str) -> None:
    assert await ask.code("query ($id: ID!) { order(id: $id) { no } }", id=text) == "BAD_USER_INPUT"
    assert await ask.code(NODE, id=text) == "BAD_USER_INPUT"
    assert await ask.code("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", ids=[text]) == "BAD_USER_INPUT"


async def test_several_nodes_in_their_order(ask: Asking, shopping: Shopping) -> None:
    orders, customers = shopping.of("t_order", A), shopping.of("t_customer", A)
    ids = [
        GlobalId("Customer", A, customers[1]["id"]).encode(),
        GlobalId("Order", A, orders[5]["id"]).encode(),
        GlobalId("Order", A, uuid7()).encode(),
        GlobalId("Unheard", A, orders[5]["id"]).encode(),
        GlobalId("Customer", A, customers[0]["id"]).encode(),
        GlobalId("Order", A, orders[5]["id"]).encode(),
        GlobalId("Order", B, shopping.of("t_order", B)[0]["id"]).encode(),
    ]
    document = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename ... on Order { no } ... on Customer { name } } }"
    data = await ask(document, ids=ids)
    order = {"__typename": "Order", "no": orders[5]["no"]}
    assert data["nodes"] == [
        {"__typename": "Customer", "name": customers[1]["name"]},
        order,
        None,
        None,
        {"__typename": "Customer", "name": customers[0]["name"]},
        order,
        None,
    ]
    assert ask.result.statements == 1
    assert await ask(document, ids=[]) == {"nodes": []}
    assert (await ask(document, ids=ids[1:2]))["nodes"] == [order]
    assert await ask.code(document, ids=ids[:1] * 101) == "BAD_USER_INPUT"


async def test_a_closed_type_is_forbidden_whatever_the_id(ask: Asking, manager: Actor, shopping: Shopping) -> None:
    blind = without(manager, "order.read")
    there = GlobalId("Order", A, shopping.of("t_order", A)[0]["id"]).encode()
    for order_id in (there, GlobalId("Order", A, uuid7()).encode()):
        assert await ask.code(NODE, blind, id=order_id) == "FORBIDDEN"
    assert await ask.code(NODE, ANONYMOUS, id=there) == "FORBIDDEN"
    customer = GlobalId("Customer", A, shopping.of("t_customer", A)[0]["id"]).encode()
    answer = await ask.full("query ($ids: [ID!]!) { nodes(ids: $ids) { id } }", blind, ids=[there, customer])
    assert answer["data"] == {"nodes": [None, {"id": customer}]}
    assert [error["extensions"]["code"] for error in answer["errors"]] == ["FORBIDDEN"]


async def test_an_id_names_its_tenant(ask: Asking, banker: Actor, shopping: Shopping) -> None:
    product = shopping.of("t_product", A)[0]
    ids = [GlobalId("Product", merchant, product["id"]).encode() for merchant in (B, A)]
    data = await ask("query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Named { name } } }", banker, ids=ids)
    assert [node["name"] for node in data["nodes"]] == [f"{product['name']} (B)", product["name"]]
    for product_id, node in zip(ids, data["nodes"], strict=True):
        assert (await ask("query ($id: ID!) { node(id: $id) { ... on Named { name } } }", banker, id=product_id))[
            "node"
        ] == node
