"""Who sees what: decided when the plan is made, told once, and never by leaving rows out silently."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest

from prepaid.core.actor import ANONYMOUS, Actor, DbRole, ScopeKind, Via, intern_grants
from prepaid.kit.ids import GlobalId
from tests.graph.conftest import Asking, without
from tests.graph.shop.data import A, B, Shopping


def codes(answer: dict[str, Any]) -> list[tuple[str, list[str]]]:
    return [(error["extensions"]["code"], error["path"]) for error in answer["errors"]]


async def test_a_field_without_its_grant_is_null_with_one_error(ask: Asking, manager: Actor) -> None:
    answer = await ask.full("{ customers { nodes { name email } } }", without(manager, "customer.email"))
    nodes = answer["data"]["customers"]["nodes"]
    assert len(nodes) == 7
    assert all(node["email"] is None for node in nodes)
    assert codes(answer) == [("FORBIDDEN", ["customers", "nodes", "email"])]
    assert answer["errors"][0]["extensions"]["traceId"] == "trace-1"
    with_grant = await ask("{ customers { nodes { email } } }")
    assert any(node["email"] for node in with_grant["customers"]["nodes"])


async def test_a_masked_field_answers_masked(ask: Asking, manager: Actor) -> None:
    document = "{ customers(first: 1) { nodes { phone } } }"
    assert (await ask(document))["customers"]["nodes"][0]["phone"].startswith("1380000")
    masked = await ask(document, without(manager, "customer.phone"))
    assert masked["customers"]["nodes"][0]["phone"].startswith("138****")


async def test_a_relation_takes_the_type_s_permission_too(ask: Asking, manager: Actor) -> None:
    blind = without(manager, "product.read")
    answer = await ask.full("{ orders(first: 60) { nodes { no lines { quantity product { name } } } } }", blind)
    lines = [line for node in answer["data"]["orders"]["nodes"] for line in node["lines"]]
    assert lines
    assert all(line["product"] is None for line in lines)
    assert codes(answer) == [("FORBIDDEN", ["orders", "nodes", "lines", "product"])]


async def test_null_goes_up_to_where_it_may_stand(ask: Asking, manager: Actor) -> None:
    # `customer`, `favourites`, `orderCount` and connections cannot be null: the root field is.
    for field in ("customer { name }", "customer { favourites { name } }"):
        answer = await ask.full(
            f"{{ a: orders {{ nodes {{ no {field} }} }} kinds {{ code }} }}",
            without(manager, "customer.read", "product.read"),
        )
        assert answer["data"]["a"] is None
        assert len(answer["data"]["kinds"]) == 2
        assert [code for code, _ in codes(answer)] == ["FORBIDDEN"]
    answer = await ask.full("{ customers { nodes { orderCount } } }", without(manager, "order.read"))
    assert answer["data"] == {"customers": None}
    assert codes(answer) == [("FORBIDDEN", ["customers", "nodes", "orderCount"])]


async def test_one_of_several_types_may_be_closed(ask: Asking, manager: Actor) -> None:
    document = "{ orders(first: 60) { nodes { about { __typename } } } }"
    answer = await ask.full(document, without(manager, "product.read"))
    kinds = {node["about"] and node["about"]["__typename"] for node in answer["data"]["orders"]["nodes"]}
    assert kinds == {"Customer", None}
    assert codes(answer) == [("FORBIDDEN", ["orders", "nodes", "about"])]


async def test_root_fields(ask: Asking, manager: Actor) -> None:
    document = "{ kinds { code } orders { totalCount } me { name } ping }"
    answer = await ask.full(document, ANONYMOUS)
    assert answer["data"] == {"kinds": [{"code": "CUT"}, {"code": "WASH"}], "orders": None, "me": None, "ping": "pong"}
    assert sorted(codes(answer)) == [("UNAUTHENTICATED", ["me"]), ("UNAUTHENTICATED", ["orders"])]
    nothing = replace(manager, grants=intern_grants(frozenset()))
    answer = await ask.full("{ orders { totalCount } me { name } }", nothing)
    assert answer["data"] == {"orders": None, "me": None}
    assert codes(answer) == [("FORBIDDEN", ["orders"])]


async def test_a_locked_screen_answers_nothing_but_unlocking(ask: Asking, manager: Actor) -> None:
    locked = replace(manager, locked=True)
    answer = await ask.full("{ kinds { code } }", locked)
    assert codes(answer) == [("SCREEN_LOCKED", ["kinds"])]
    answer = await ask.full("{ ping orders { totalCount } }", locked)
    assert answer["data"] is None
    assert ("SCREEN_LOCKED", ["ping"]) in codes(answer)
    assert (await ask("mutation { unlock { text } }", locked))["unlock"] == {"text": "open"}
    assert await ask.code("mutation { purgeOrders { replayed } }", locked) == "SCREEN_LOCKED"


async def test_refused_and_empty_root_fields_read_nothing(ask: Asking) -> None:
    await ask.full("{ orders { totalCount } }", ANONYMOUS)
    assert ask.result.statements == 0


SCOPED = """
{ orders(first: 200) { totalCount
    nodes { no customer { name orders(first: 200) { totalCount } } lines { quantity product { name } } } } }
"""


@pytest.mark.parametrize(
    ("scope", "merchants"),
    [(ScopeKind.OPERATOR, (B,)), (ScopeKind.CUSTOM, (A, B)), (ScopeKind.BANK_ALL, ()), (ScopeKind.OPERATOR, ())],
)
async def test_callers_of_several_merchants(
    ask: Asking, manager: Actor, shopping: Shopping, scope: ScopeKind, merchants: tuple[UUID, ...]
) -> None:
    role = DbRole.BANK if scope is ScopeKind.BANK_ALL else DbRole.OPERATOR
    actor = replace(manager, scope=scope, db_role=role, merchant_id=None, merchant_ids=merchants)
    seen = {A, B} if scope is ScopeKind.BANK_ALL else set(merchants)
    expected = [row for row in shopping.of("t_order") if row["merchant_id"] in seen]
    found = (await ask(SCOPED, actor))["orders"]
    assert {node["no"] for node in found["nodes"]} == {row["no"] for row in expected}
    assert found["totalCount"] == len(expected)
    for node in found["nodes"]:
        row = next(row for row in expected if row["no"] == node["no"])
        mine = [order for order in expected if order["customer_id"] == row["customer_id"]]
        assert node["customer"]["orders"]["totalCount"] == len(mine)
        products = shopping.by_id("t_product", row["merchant_id"])
        lines = [line for line in shopping.of("t_line") if line["order_id"] == row["id"]]
        assert [line["product"]["name"] for line in node["lines"]] == [
            products[line["product_id"]]["name"] for line in lines
        ]


async def test_the_statement_itself_confines_not_only_row_level_security(
    ask: Asking, manager: Actor, shopping: Shopping
) -> None:
    # The bank's database role sees all rows; what is left out here, the statement leaves out.
    actor = replace(manager, db_role=DbRole.BANK)
    found = (await ask(SCOPED, actor))["orders"]
    assert {node["no"] for node in found["nodes"]} == {row["no"] for row in shopping.of("t_order", A)}
    operator = replace(actor, scope=ScopeKind.OPERATOR, merchant_id=None, merchant_ids=(B,))
    found = (await ask(SCOPED, operator))["orders"]
    assert {node["no"] for node in found["nodes"]} == {row["no"] for row in shopping.of("t_order", B)}
    nowhere = replace(actor, scope=ScopeKind.MERCHANT, merchant_id=None, merchant_ids=())
    assert (await ask(SCOPED, nowhere))["orders"]["totalCount"] == 0


async def test_a_type_s_own_scope_holds_in_every_place(ask: Asking, manager: Actor, shopping: Shopping) -> None:
    store = UUID(int=1)
    clerk = replace(manager, scope=ScopeKind.STORE, store_ids=(store,))
    mine = [row for row in shopping.of("t_order", A) if row["store_id"] == store]
    data = await ask(
        """{ orders(first: 200) { nodes { no } totalCount } orderStats { count }
             customers { nodes { name orderCount orders(first: 200) { nodes { no } totalCount } } } }""",
        clerk,
    )
    assert {node["no"] for node in data["orders"]["nodes"]} == {row["no"] for row in mine}
    assert data["orders"]["totalCount"] == data["orderStats"]["count"] == len(mine)
    nested = {order["no"] for node in data["customers"]["nodes"] for order in node["orders"]["nodes"]}
    assert nested == {row["no"] for row in mine}
    assert sum(node["orderCount"] for node in data["customers"]["nodes"]) == len(mine)


async def test_a_consumer_reads_his_own_rows_in_any_tenant(ask: Asking, shopping: Shopping) -> None:
    rows = [row for row in shopping.of("t_customer") if row["account_id"]]
    for row in rows:
        consumer = Actor(via=Via.BEARER, db_role=DbRole.CONSUMER, account_id=row["account_id"])
        assert await ask("{ me { name phone } }", consumer) == {
            "me": {"name": row["name"], "phone": row["phone_masked"]}
        }


async def test_a_plan_is_not_shared_between_kinds_of_callers(ask: Asking, manager: Actor) -> None:
    document = "{ customers(first: 1) { nodes { email phone } } kinds { name } }"
    seen = [
        await ask.full(document, actor)
        for actor in (manager, without(manager, "customer.email"), replace(manager, locale="en"), manager)
    ]
    assert seen[0] == seen[3]
    assert seen[1] != seen[0]
    assert seen[2]["data"]["kinds"] != seen[0]["data"]["kinds"]


async def test_a_table_between_pairs_rows_of_one_merchant_only(ask: Asking, banker: Actor, shopping: Shopping) -> None:
    data = await ask(
        """{ customers(first: 50) { nodes { id favourites { name } likes: favourites { id } } }
             products { id likedBy { totalCount } } }""",
        banker,
    )
    liked = shopping.of("t_favourite")
    for node in data["customers"]["nodes"]:
        row = GlobalId.decode(node["id"])
        mine = [like for like in liked if like["customer_id"] == row.id]
        assert len(node["favourites"]) == len(mine)
        assert {GlobalId.decode(product["id"]).tenant for product in node["likes"]} <= {row.tenant}
    for product in data["products"]:
        row = GlobalId.decode(product["id"])
        likes = [like for like in liked if (like["merchant_id"], like["product_id"]) == (row.tenant, row.id)]
        assert product["likedBy"]["totalCount"] == len(likes)
