"""Pages: cursors that hold their place in every order, both ways, and arguments that are checked."""

import base64
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.graph.execute import Engine
from tests.graph.conftest import Asking
from tests.graph.shop.data import A, Shopping

PAGES = """
query ($order: [OrderOrder!], $first: Int, $after: String, $last: Int, $before: String, $offset: Int) {
  orders(orderBy: $order, first: $first, after: $after, last: $last, before: $before, offset: $offset) {
    edges { cursor node { no } }
    pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
  }
}
"""
Row = dict[str, Any]


def key(name: str, *, descending: bool) -> Callable[[Row], Any]:
    """Sorts as PostgreSQL does: NULL is the greatest value."""

    def value(row: Row) -> Any:
        found = row[name]
        return (found is None, found if found is not None else 0)

    return value


def ordered(rows: list[Row], order: list[tuple[str, bool]]) -> list[str]:
    last = order[-1][1] if order else True
    result = sorted(rows, key=lambda row: row["id"].bytes, reverse=last)
    for name, descending in reversed(order):
        result = sorted(result, key=key(name, descending=descending), reverse=descending)
    return [row["no"] for row in result]


ORDERS = [
    [],
    [("no", False)],
    [("status", False)],
    [("rush", True), ("created_at", False)],
    [("note", False)],
    [("note", True)],
    [("due_on", True), ("total_fen", False)],
    [("status", True), ("note", False), ("due_on", True)],
]


def wire(order: list[tuple[str, bool]]) -> list[dict[str, Any]]:
    return [{"field": name.upper(), "descending": descending} for name, descending in order]


@pytest.mark.parametrize("order", ORDERS, ids=str)
async def test_walking_forwards_and_backwards_meets_every_row_once(
    ask: Asking, shopping: Shopping, order: list[tuple[str, bool]]
) -> None:
    expected = ordered(shopping.of("t_order", A), order)

    forwards: list[str] = []
    after = None
    while True:
        page = (await ask(PAGES, order=wire(order), first=7, after=after))["orders"]
        forwards += [edge["node"]["no"] for edge in page["edges"]]
        assert page["pageInfo"]["hasPreviousPage"] is (after is not None)
        assert page["pageInfo"]["startCursor"] == page["edges"][0]["cursor"]
        after = page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasNextPage"]:
            break
    assert forwards == expected

    backwards: list[str] = []
    before = None
    while True:
        page = (await ask(PAGES, order=wire(order), last=11, before=before))["orders"]
        backwards = [edge["node"]["no"] for edge in page["edges"]] + backwards
        assert page["pageInfo"]["hasNextPage"] is (before is not None)
        before = page["pageInfo"]["startCursor"]
        assert page["edges"][-1]["cursor"] == page["pageInfo"]["endCursor"]
        if not page["pageInfo"]["hasPreviousPage"]:
            break
    assert backwards == expected


async def test_a_page_between_two_cursors(ask: Asking, shopping: Shopping) -> None:
    expected = ordered(shopping.of("t_order", A), [("no", False)])
    edges = (await ask(PAGES, order=wire([("no", False)]), first=20))["orders"]["edges"]
    between = {"after": edges[3]["cursor"], "before": edges[9]["cursor"], "order": wire([("no", False)])}
    page = (await ask(PAGES, first=50, **between))["orders"]
    assert [edge["node"]["no"] for edge in page["edges"]] == expected[4:9]
    page = (await ask(PAGES, last=2, **between))["orders"]
    assert [edge["node"]["no"] for edge in page["edges"]] == expected[7:9]


async def test_offset_and_default_length(ask: Asking, shopping: Shopping) -> None:
    expected = ordered(shopping.of("t_order", A), [])
    page = (await ask(PAGES, offset=5))["orders"]
    assert [edge["node"]["no"] for edge in page["edges"]] == expected[5:25]
    assert page["pageInfo"]["hasPreviousPage"] is True
    page = (await ask(PAGES, offset=10_000))["orders"]
    assert page == {
        "edges": [],
        "pageInfo": {"hasNextPage": False, "hasPreviousPage": True, "startCursor": None, "endCursor": None},
    }


async def test_the_declared_order_is_the_default(ask: Asking, shopping: Shopping) -> None:
    data = await ask("{ ordersByNumber(first: 3) { nodes { no } } }")
    assert [node["no"] for node in data["ordersByNumber"]["nodes"]] == ordered(
        shopping.of("t_order", A), [("no", True)]
    )[:3]


async def test_total_count_is_counted_only_when_asked(ask: Asking, shopping: Shopping) -> None:
    data = await ask("{ orders(first: 1, filter: {rush: {eq: true}}) { n: totalCount totalCountIsCapped } }")
    rush = [row for row in shopping.of("t_order", A) if row["rush"]]
    assert data == {"orders": {"n": len(rush), "totalCountIsCapped": False}}
    both = await ask("{ orders(first: 2) { totalCount nodes { no } pageInfo { __typename hasNextPage } } }")
    assert both["orders"]["totalCount"] == 60
    assert both["orders"]["pageInfo"] == {"__typename": "PageInfo", "hasNextPage": True}


async def test_the_count_is_capped_at_ten_thousand(
    engine: Engine, database_to_change: Database, fresh_shop: str, manager: Actor
) -> None:
    import asyncpg

    connection = await asyncpg.connect(fresh_shop)
    await connection.execute(
        """INSERT INTO t_order (merchant_id, id, no, status, total_fen, customer_id, rush, created_at)
           SELECT merchant_id, uuidv7(), 'N' || i, 'paid', 0, customer_id, false, now()
           FROM (SELECT * FROM t_order LIMIT 1) o, generate_series(1, 10001) i"""
    )
    owner = await connection.fetchval("SELECT merchant_id FROM t_order WHERE no = 'N1'")
    await connection.close()
    asking = Asking(engine, database_to_change, replace(manager, merchant_id=owner))
    data = await asking("{ orders(first: 1) { totalCount totalCountIsCapped } }")
    assert data["orders"] == {"totalCount": 10_000, "totalCountIsCapped": True}


async def test_pages_below_rows(ask: Asking, shopping: Shopping) -> None:
    document = """
      query ($after: String) { customers { nodes { name orders(first: 3, after: $after, orderBy: [{field: NO}],
        filter: {rush: {eq: true}}, search: "A0") { nodes { no } totalCount pageInfo { hasNextPage endCursor } } } } }
    """
    data = await ask(document)
    assert ask.result.statements == 1
    customers = {row["name"]: row["id"] for row in shopping.of("t_customer", A)}
    for node in data["customers"]["nodes"]:
        mine = sorted(
            row["no"]
            for row in shopping.of("t_order", A)
            if row["customer_id"] == customers[node["name"]] and row["rush"]
        )
        assert [order["no"] for order in node["orders"]["nodes"]] == mine[:3]
        assert node["orders"]["totalCount"] == len(mine)
        assert node["orders"]["pageInfo"]["hasNextPage"] is (len(mine) > 3)


@pytest.mark.parametrize(
    "arguments",
    [
        "first: 0",
        "first: -1",
        "first: 201",
        "last: 0",
        "first: 1, last: 1",
        "offset: -1",
        "offset: 10001",
        "last: 1, offset: 1",
        'after: ""',
        'after: "x"',
        'after: "%%%"',
        'after: "bnVsbA"',
        'before: "WyJ4Il0"',
    ],
)
async def test_what_no_page_can_be_is_refused(ask: Asking, arguments: str) -> None:
    assert await ask.code(f"{{ orders({arguments}) {{ nodes {{ no }} }} }}") == "BAD_USER_INPUT"


async def test_a_cursor_of_another_order_or_a_forged_one_is_refused(ask: Asking) -> None:
    by_number = wire([("no", False)])
    cursor = (await ask(PAGES, order=by_number, first=1))["orders"]["pageInfo"]["endCursor"]
    assert await ask.code(PAGES, order=wire([("no", True)]), after=cursor) == "BAD_USER_INPUT"
    assert (
        await ask.code("query ($c: String) { customers(after: $c) { nodes { name } } }", c=cursor) == "BAD_USER_INPUT"
    )
    text = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    for forged in (
        text.replace('"A', "1,"),
        text.replace('"A', '"\\u0000'),
        text[:-1] + ',"x"]',
        text.replace("A", "\\ud800"),
    ):
        broken = base64.urlsafe_b64encode(forged.encode()).decode().rstrip("=")
        assert await ask.code(PAGES, order=by_number, after=broken) == "BAD_USER_INPUT"


async def test_pages_stay_stable_while_rows_are_added(change: Asking, fresh_shop: str) -> None:
    import asyncpg

    page = (await change(PAGES, first=5))["orders"]
    connection = await asyncpg.connect(fresh_shop)
    await connection.execute(
        "INSERT INTO t_order (merchant_id, id, no, status, total_fen, customer_id, rush, created_at)"
        " SELECT merchant_id, uuidv7(), 'NEW', 'paid', 0, customer_id, false, now() FROM t_order WHERE no = 'A00000'"
    )
    await connection.close()
    following = (await change(PAGES, first=5, after=page["pageInfo"]["endCursor"]))["orders"]
    assert [edge["node"]["no"] for edge in following["edges"]] == [f"A{n:05}" for n in range(54, 49, -1)]
