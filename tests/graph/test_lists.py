"""Lists and relations: one statement, the response's own shape."""

from datetime import timedelta
from typing import Any

import orjson

from prepaid.core.actor import Actor
from prepaid.graph.scalars import instant_text
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId
from tests.graph.conftest import Asking
from tests.graph.shop.data import START, A, Shopping

NAMES = {"unpaid": "UNPAID", "paid": "PAID", "settled": "SETTLED"}


def newest(shopping: Shopping, count: int) -> list[dict[str, Any]]:
    return sorted(shopping.of("t_order", A), key=lambda row: row["id"].bytes, reverse=True)[:count]


async def test_a_nested_list_is_one_statement_and_says_what_the_rows_say(ask: Asking, shopping: Shopping) -> None:
    data = await ask(
        """{ orders(first: 50) { nodes { id no status totalFen createdAt note dueOn rush
             customer { id name } lines { quantity priceFen product { name tags attributes kind { id code } } } } } }"""
    )
    assert ask.result.statements == 1
    customers, products = shopping.by_id("t_customer", A), shopping.by_id("t_product", A)
    kinds = shopping.by_id("t_kind")
    expected = [
        {
            "id": GlobalId("Order", A, row["id"]).encode(),
            "no": row["no"],
            "status": NAMES[row["status"]],
            "totalFen": row["total_fen"],
            "createdAt": instant_text(row["created_at"]),
            "note": row["note"],
            "dueOn": row["due_on"] and row["due_on"].isoformat(),
            "rush": row["rush"],
            "customer": {
                "id": GlobalId("Customer", A, row["customer_id"]).encode(),
                "name": customers[row["customer_id"]]["name"],
            },
            "lines": [
                {
                    "quantity": line["quantity"],
                    "priceFen": line["price_fen"],
                    "product": {
                        "name": (product := products[line["product_id"]])["name"],
                        "tags": product["tags"],
                        "attributes": product["attributes"],
                        "kind": {
                            "id": GlobalId("Kind", PLATFORM_TENANT, product["kind_id"]).encode(),
                            "code": kinds[product["kind_id"]]["code"],
                        },
                    },
                }
                for line in shopping.of("t_line", A)
                if line["order_id"] == row["id"]
            ],
        }
        for row in newest(shopping, 50)
    ]
    assert data["orders"]["nodes"] == expected


async def test_aliases_fragments_directives_and_typename_shape_the_answer(ask: Asking) -> None:
    document = """
      query ($yes: Boolean!, $no: Boolean!) {
        first: orders(first: 1) { __typename n: nodes { ...short c: customer { __typename name }
          note @include(if: $no) due: dueOn @skip(if: $yes) rush @include(if: $yes) } }
        second: orders(first: 1) { nodes { ... { no } ... on Node { id } ... on Order { b: no } } }
      }
      fragment short on Order { no ...deeper }
      fragment deeper on Order { customer { phone } c: customer { phone } }
    """
    data = await ask(document, yes=True, no=False)
    assert ask.result.statements == 2
    assert list(data) == ["first", "second"]
    assert data["first"]["__typename"] == "OrderConnection"
    assert list(data["first"]["n"][0]) == ["no", "customer", "c", "rush"]
    assert list(data["first"]["n"][0]["c"]) == ["phone", "__typename", "name"]
    assert list(data["second"]["nodes"][0]) == ["no", "id", "b"]
    both = await ask(document, yes=False, no=True)
    assert list(both["first"]["n"][0]) == ["no", "customer", "c", "note", "due"]


async def test_expressions_follow_language_clock_and_caller(ask: Asking, manager: Actor, shopping: Shopping) -> None:
    from dataclasses import replace

    assert [kind["name"] for kind in (await ask("{ kinds { name } }"))["kinds"]] == ["理发", "洗车"]
    english = await ask("{ kinds { name shout } }", replace(manager, locale="en"))
    assert english["kinds"] == [{"name": "Haircut", "shout": "CUT"}, {"name": "Car wash", "shout": "WASH"}]

    document = "{ orders(first: 200) { nodes { no overdue size mine customer { name } } } }"
    mine = next(row for row in shopping.of("t_customer", A) if row["account_id"])
    with clock.freeze(START + timedelta(hours=8)):
        nodes = (await ask(document, replace(manager, account_id=mine["account_id"])))["orders"]["nodes"]
    orders = {row["no"]: row for row in shopping.of("t_order", A)}
    assert len(nodes) == len(orders)
    for node in nodes:
        row = orders[node["no"]]
        assert node["overdue"] == (row["created_at"] < START + timedelta(hours=8))
        assert node["size"] == ("it's large" if row["total_fen"] >= 5_000 else "small")
        assert node["mine"] == (row["customer_id"] == mine["id"])


async def test_figures_over_relations(ask: Asking, shopping: Shopping) -> None:
    data = await ask("{ customers { nodes { name spentFen dearestFen orderCount referrer { name } } } }")
    for node in data["customers"]["nodes"]:
        customer = next(row for row in shopping.of("t_customer", A) if row["name"] == node["name"])
        orders = [row for row in shopping.of("t_order", A) if row["customer_id"] == customer["id"]]
        assert node["orderCount"] == len(orders)
        assert node["spentFen"] == sum(row["total_fen"] for row in orders if row["status"] != "unpaid")
        assert node["dearestFen"] == max((row["total_fen"] for row in orders), default=None)
        assert node["referrer"] == ({"name": "王小明"} if customer["referrer_id"] else None)


async def test_many_to_many_both_ways(ask: Asking) -> None:
    data = await ask(
        """{ customers { nodes { name favourites { name } } }
             products { name likedBy(first: 2) { nodes { name } totalCount pageInfo { hasNextPage } } } }"""
    )
    liked = {node["name"]: [product["name"] for product in node["favourites"]] for node in data["customers"]["nodes"]}
    assert liked["王小明"] == ["单品4", "单品1", "单品0"]
    assert liked["李雷"] == []
    pages = {product["name"]: product["likedBy"] for product in data["products"]}
    names = sorted(["王小明", 'O\'Neil "Q"', "back\\slash\n"])
    assert pages["单品1"] == {
        "nodes": [{"name": name} for name in names[:2]],
        "totalCount": 3,
        "pageInfo": {"hasNextPage": True},
    }
    assert pages["单品2"] == {"nodes": [], "totalCount": 0, "pageInfo": {"hasNextPage": False}}


async def test_a_field_of_several_types(ask: Asking, shopping: Shopping) -> None:
    data = await ask(
        """{ orders(first: 200) { nodes { status lines { quantity } named { __typename name ... on Customer { phone } }
             about { __typename ... on Customer { phone } ... on Product { priceFen } } } } }"""
    )
    kinds = set()
    for node in data["orders"]["nodes"]:
        assert node["named"]["__typename"] == "Customer"
        about = node["about"]
        kinds.add(about and about["__typename"])
        if node["status"] == "PAID":
            assert set(about) == {"__typename", "phone"}
        elif node["lines"]:
            assert set(about) == {"__typename", "priceFen"}
        else:
            assert about is None
    assert kinds == {"Customer", "Product", None}


async def test_python_fields_see_all_rows_at_once(ask: Asking) -> None:
    from tests.graph.shop.types import batches

    batches.clear()
    data = await ask("{ orders(first: 30) { nodes { no customer { hello: greeting name } } } }")
    for node in data["orders"]["nodes"]:
        assert node["customer"]["hello"] == f"Dear {node['customer']['name']}"
    assert batches == [30]
    await ask("{ orders(first: 30) { nodes { no customer { name } } } }")
    assert batches == [30]


async def test_rows_found_by_condition_or_argument(ask: Asking, manager: Actor, shopping: Shopping) -> None:
    from dataclasses import replace

    mine = next(row for row in shopping.of("t_customer", A) if row["account_id"])
    assert await ask("{ me { name } }", replace(manager, account_id=mine["account_id"])) == {
        "me": {"name": mine["name"]}
    }
    assert await ask("{ me { name } }") == {"me": None}
    assert await ask('{ orderByNumber(no: "A00003") { no } }') == {"orderByNumber": {"no": "A00003"}}
    assert await ask('{ orderByNumber(no: "B00003") { no } }') == {"orderByNumber": None}


async def test_the_answer_is_passed_on_as_text(ask: Asking) -> None:
    await ask("{ orders(first: 1) { nodes { no } } }")
    assert isinstance(ask.result.data["orders"], orjson.Fragment)
