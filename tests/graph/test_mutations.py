"""Mutations: transaction, refusals, repeats, and what is shown after the commit."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import asyncpg
import pytest

from prepaid.core.actor import ANONYMOUS, Actor
from prepaid.kit import clock
from prepaid.kit.ids import GlobalId, uuid7
from tests.graph.conftest import Asking, without
from tests.graph.shop.data import A, B, Shopping
from tests.graph.shop.roots import calls

SET_TOTAL = """
mutation ($id: ID!, $total: Fen!, $key: ID!) {
  setTotal(input: {id: $id, totalFen: $total, idempotencyKey: $key}) {
    __typename order { no totalFen customer { name } } again: order { id } orders { no } words replayed
    userErrors { code message path data }
  }
}
"""


@pytest.fixture(autouse=True)
def _no_calls() -> None:
    calls.clear()


@pytest.fixture
def order(shopping: Shopping) -> dict[str, Any]:
    return shopping.of("t_order", A)[3]


def id_of(row: dict[str, Any]) -> str:
    return GlobalId("Order", row["merchant_id"], row["id"]).encode()


async def stored_total(url: str, row: dict[str, Any]) -> int:
    connection = await asyncpg.connect(url)
    total: int = await connection.fetchval("SELECT total_fen FROM t_order WHERE id = $1", row["id"])
    await connection.close()
    return total


async def test_a_mutation_commits_and_then_shows_what_it_changed(
    change: Asking, fresh_shop: str, order: dict[str, Any]
) -> None:
    data = await change(SET_TOTAL, id=id_of(order), total=77, key="k" * 16)
    payload = data["setTotal"]
    assert payload["order"]["totalFen"] == 77
    assert payload["order"]["no"] == order["no"]
    assert payload["again"] == {"id": id_of(order)}
    assert payload["orders"] == [{"no": order["no"]}]
    assert (payload["words"], payload["replayed"], payload["userErrors"]) == ("77 fen", False, [])
    assert payload["__typename"] == "SetTotalPayload"
    assert await stored_total(fresh_shop, order) == 77


async def test_a_refusal_changes_nothing_and_says_why(
    change: Asking, fresh_shop: str, manager: Actor, order: dict[str, Any]
) -> None:
    data = await change(SET_TOTAL, id=id_of(order), total=10_001, key="k" * 16)
    assert data["setTotal"] == {
        "__typename": "SetTotalPayload",
        "order": None,
        "again": None,
        "orders": None,
        "words": None,
        "replayed": False,
        "userErrors": [
            {
                "code": "TEST_TOO_DEAR",
                "message": "总价不能超过 10000 分",
                "path": ["totalFen"],
                "data": {"limit_fen": 10_000},
            }
        ],
    }
    assert calls == ["k" * 16, "refused"]
    assert await stored_total(fresh_shop, order) == order["total_fen"]
    english = await change(SET_TOTAL, replace(manager, locale="en"), id=id_of(order), total=10_001, key="k" * 16)
    assert english["setTotal"]["userErrors"][0]["message"] == "At most 10000 fen"


async def test_a_repeat_answers_the_same_and_acts_once(change: Asking, order: dict[str, Any]) -> None:
    first = await change(SET_TOTAL, id=id_of(order), total=5, key="key-" + "x" * 20)
    second = await change(SET_TOTAL, id=id_of(order), total=5, key="key-" + "x" * 20)
    assert second["setTotal"] == {**first["setTotal"], "replayed": True}
    assert len(calls) == 1
    other = await change(SET_TOTAL, id=id_of(order), total=6, key="key-" + "x" * 20)
    assert [error["code"] for error in other["setTotal"]["userErrors"]] == ["IDEMPOTENCY_KEY_REUSED"]
    short = await change(SET_TOTAL, id=id_of(order), total=6, key="short")
    assert short["setTotal"]["userErrors"][0]["path"] == ["idempotencyKey"]


async def test_a_key_that_looks_like_an_id_is_a_key(change: Asking, order: dict[str, Any]) -> None:
    data = await change(SET_TOTAL, id=id_of(order), total=5, key="Key_" + "A" * 43)
    assert data["setTotal"]["order"]["totalFen"] == 5


async def test_foreign_missing_and_wrong_ids_are_not_found_alike(change: Asking, shopping: Shopping) -> None:
    foreign = shopping.of("t_order", B)[0]
    answers = []
    wrong = [
        id_of(foreign),
        GlobalId("Order", A, foreign["id"]).encode(),
        GlobalId("Order", A, uuid7()).encode(),
        GlobalId("Customer", A, shopping.of("t_customer", A)[0]["id"]).encode(),
    ]
    for number, order_id in enumerate(wrong):
        data = await change(SET_TOTAL, id=order_id, total=1, key=f"{number}" * 16)
        answers.append(data["setTotal"])
    assert all(answer == answers[0] for answer in answers)
    assert answers[0]["userErrors"][0]["code"] == "NOT_FOUND"
    assert answers[0]["userErrors"][0]["path"] == ["id"]
    assert await change.code(SET_TOTAL, id="nonsense", total=1, key="k" * 16) == "BAD_USER_INPUT"


async def test_fields_run_one_after_the_other_each_in_its_own_transaction(
    change: Asking, fresh_shop: str, order: dict[str, Any]
) -> None:
    document = """
      mutation ($id: ID!) {
        first: setTotal(input: {id: $id, totalFen: 1, idempotencyKey: "aaaaaaaaaaaaaaaa"}) { order { totalFen } }
        refused: setTotal(input: {id: $id, totalFen: 99999, idempotencyKey: "bbbbbbbbbbbbbbbb"}) {
          order { totalFen } userErrors { code } }
        second: setTotal(input: {id: $id, totalFen: 2, idempotencyKey: "cccccccccccccccc"}) { order { totalFen } }
      }
    """
    data = await change(document, id=id_of(order))
    assert data["first"] == {"order": {"totalFen": 1}}
    assert data["refused"] == {"order": None, "userErrors": [{"code": "TEST_TOO_DEAR"}]}
    assert data["second"] == {"order": {"totalFen": 2}}
    assert await stored_total(fresh_shop, order) == 2


async def test_permission_step_up_and_sign_in_come_before_the_command(change: Asking, manager: Actor) -> None:
    purge = "mutation { purgeOrders { replayed userErrors { code } } }"
    assert await change.code(purge, ANONYMOUS) == "UNAUTHENTICATED"
    assert await change.code(purge, without(manager, "order.edit")) == "FORBIDDEN"
    assert await change.code(purge, replace(manager, stepped_up_at=None)) == "STEP_UP_REQUIRED"
    with clock.travel(timedelta(minutes=6)):
        assert await change.code(purge) == "STEP_UP_REQUIRED"
    assert calls == []
    assert await change(purge) == {"purgeOrders": {"replayed": False, "userErrors": []}}
    assert calls == ["purge"]


async def test_a_failing_command_leaves_nothing_and_tells_nothing(change: Asking, fresh_shop: str) -> None:
    answer = await change.full("mutation { crash { order { no } } }")
    assert answer["data"] is None
    (error,) = answer["errors"]
    assert error["extensions"] == {"code": "INTERNAL", "retryable": True, "traceId": "trace-1"}
    assert "secret" not in str(answer)
    connection = await asyncpg.connect(fresh_shop)
    assert await connection.fetchval("SELECT count(*) FROM t_order WHERE note = 'half done'") == 0
    await connection.close()


async def test_a_payload_shows_only_what_the_caller_may_see(
    change: Asking, manager: Actor, order: dict[str, Any]
) -> None:
    answer = await change.full(SET_TOTAL, without(manager, "customer.read"), id=id_of(order), total=3, key="k" * 16)
    assert answer["data"]["setTotal"]["order"] is None
    assert answer["data"]["setTotal"]["again"] == {"id": id_of(order)}
    assert [(e["extensions"]["code"], e["path"]) for e in answer["errors"]] == [
        ("FORBIDDEN", ["setTotal", "order", "customer"])
    ]
