"""`availableActions`: what the caller may do with each row, and why not now; the command refuses by the same words."""

from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import select, update

from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.core.errors import NotFound, Refusal
from prepaid.core.obstacles import ensure_none
from prepaid.graph.cost import cost_plan
from prepaid.graph.execute import Engine
from prepaid.graph.limits import Limits
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.graph.conftest import Asking, without
from tests.graph.shop import obstacles as o
from tests.graph.shop import tables as t
from tests.graph.shop.data import A, Shopping

STATES = "{ orders(first: 200) { nodes { no availableActions { key enabled reason } } } }"


def expected(row: dict[str, Any], lines: set[Any], now: datetime, *, english: bool) -> list[dict[str, Any]]:
    """What the test's own reading of the declarations says."""
    settled = f'Order "{row["no"]}" is settled; note: {row["note"] or ""}'
    settled_zh = f"订单“{row['no']}”已结算，备注：{row['note'] or ''}"
    total = None
    if row["status"] == "settled":
        total = settled if english else settled_zh
    elif row["id"] not in lines:
        total = "The order has no lines" if english else "订单没有明细"
    old = ("The order's time is over" if english else "订单已过期") if row["created_at"] < now else None
    states = [("setTotal", total), ("purgeOrders", old) if row["rush"] else None, ("remind", None)]
    states.append(("praise", old) if row["status"] == "settled" else None)
    return [{"key": s[0], "enabled": s[1] is None, "reason": s[1]} for s in states if s is not None]


@pytest.mark.parametrize("english", [False, True], ids=["zh", "en"])
async def test_each_row_says_what_can_be_done_with_it(ask: Asking, shopping: Shopping, english: bool) -> None:
    middle = sorted(row["created_at"] for row in shopping.of("t_order", A))[40]
    lines = {row["order_id"] for row in shopping.of("t_line", A)}
    with clock.freeze(middle):
        data = await ask(STATES, replace(ask.actor, locale="en" if english else "zh-CN"))
        assert ask.result.statements == 1
        rows = {row["no"]: row for row in shopping.of("t_order", A)}
        assert len(data["orders"]["nodes"]) == len(rows)
        for node in data["orders"]["nodes"]:
            assert node["availableActions"] == expected(rows[node["no"]], lines, middle, english=english)


async def test_a_value_in_a_reason_may_hold_anything(
    change: Asking, database_to_change: Database, shopping: Shopping
) -> None:
    odd = 'a"b\\c\n"'
    async with database_to_change.write(change.actor) as tx:
        await tx.execute(update(t.Order).where(t.Order.merchant_id == A).values(status="settled", note=odd))
    for node in (await change(STATES))["orders"]["nodes"]:
        assert node["availableActions"][0]["reason"] == f"订单“{node['no']}”已结算，备注：{odd}"


async def test_what_the_caller_may_not_do_is_not_there(ask: Asking) -> None:
    fewer = without(ask.actor, "order.edit", "customer.email")
    for node in (await ask(STATES, fewer))["orders"]["nodes"]:
        assert {state["key"] for state in node["availableActions"]} <= {"praise"}


async def test_a_state_is_selected_like_any_object(ask: Asking) -> None:
    data = await ask(
        "{ orders(first: 1) { nodes { a: availableActions { __typename k: key ...F } } } }"
        " fragment F on ActionState { enabled @skip(if: true) reason @include(if: false) }"
    )
    (node,) = data["orders"]["nodes"]
    assert {"__typename": "ActionState", "k": "setTotal"} in node["a"]


def test_states_cost_nothing_beside_their_row(engine: Engine) -> None:
    def cost(fields: str) -> int:
        prepared = engine.parse_and_validate(f"{{ orders(first: 200) {{ nodes {{ {fields} }} }} }}")
        operation = prepared.operation(None)
        return cost_plan(engine.schema, operation.node, operation.fragments).of({}, Limits())

    assert cost("no availableActions { key enabled reason }") == cost("no")


async def test_a_command_refuses_by_the_same_declaration(
    database_to_change: Database, manager: Actor, shopping: Shopping
) -> None:
    async def refusal(row: dict[str, Any]) -> Refusal | None:
        async with database_to_change.write(manager) as tx:
            order = (await tx.scalars(select(t.Order).filter_by(merchant_id=A, id=row["id"]))).one()
            try:
                await ensure_none(tx, manager, (o.SETTLED, o.EMPTY), order, path=("id",))
            except Refusal as raised:
                return raised
            return None

    orders = shopping.of("t_order", A)
    settled = next(row for row in orders if row["status"] == "settled" and row["note"])
    refused = await refusal(settled)
    assert isinstance(refused, o.OrderSettled)
    assert refused.message("en") == f'Order "{settled["no"]}" is settled; note: {settled["note"]}'
    assert refused.path == ("id",)
    lines = {row["order_id"] for row in shopping.of("t_line", A)}
    assert await refusal(next(row for row in orders if row["status"] == "paid" and row["id"] in lines)) is None


async def test_a_row_that_is_gone_is_not_found(database_to_change: Database, manager: Actor) -> None:
    async with database_to_change.write(manager) as tx:
        with pytest.raises(NotFound):
            await ensure_none(tx, manager, (o.OLD,), t.Order(merchant_id=A, id=uuid7()))
