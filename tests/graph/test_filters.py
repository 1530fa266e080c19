"""Filters against a plain evaluation of the same conditions; search; declared arguments."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prepaid.core.actor import Actor
from prepaid.graph.scalars import instant_text
from prepaid.kit.ids import GlobalId
from tests.graph.conftest import Asking, without
from tests.graph.shop.data import START, A, B, Shopping

FILTERED = "query ($filter: OrderFilter) { orders(first: 200, filter: $filter) { nodes { no } totalCount } }"
Row = dict[str, Any]

TEXTS = st.sampled_from(["A00001", "a_b", "50%", "A", "%", "_", "\\", "给", "x'; --"])
FENS = st.sampled_from([0, 4_999, 5_000, 2**40, -1])
DAYS = st.dates(date(2026, 1, 1), date(2026, 2, 2))
TIMES = st.integers(0, 300).map(lambda hours: START + timedelta(hours=hours))
STATES = st.sampled_from(["UNPAID", "PAID", "SETTLED"])


def kind(
    values: st.SearchStrategy[Any], *, ranges: bool = False, text: bool = False
) -> st.SearchStrategy[dict[str, Any]]:
    operators = {"eq": values, "in": st.lists(values, max_size=3), "isNull": st.booleans()}
    if ranges:
        operators |= dict.fromkeys(("gt", "gte", "lt", "lte"), values)
        operators["between"] = st.lists(values, min_size=2, max_size=2)
    if text:
        operators["contains"] = values
    return some_of(operators, 2)


def some_of(choices: dict[str, st.SearchStrategy[Any]], at_most: int) -> st.SearchStrategy[dict[str, Any]]:
    """Objects with a few of the keys: a filter may not have more than 60 conditions in all."""
    names = st.lists(st.sampled_from(sorted(choices)), max_size=at_most, unique=True)
    return names.flatmap(lambda chosen: st.fixed_dictionaries({name: choices[name] for name in chosen}))


LEAVES = some_of(
    {
        "no": kind(TEXTS, text=True),
        "note": kind(TEXTS, text=True),
        "status": kind(STATES),
        "totalFen": kind(FENS, ranges=True),
        "dueOn": kind(DAYS, ranges=True),
        "createdAt": kind(TIMES, ranges=True),
        "rush": st.fixed_dictionaries({}, optional={"eq": st.booleans(), "isNull": st.booleans()}),
        "size": kind(st.sampled_from(["small", "it's large"]), text=True),
    },
    3,
)
CONDITIONS = st.recursive(
    LEAVES,
    lambda inner: some_of({"and": st.lists(inner, max_size=2), "or": st.lists(inner, max_size=2), "not": inner}, 2),
    max_leaves=4,
)
COLUMNS = {"totalFen": "total_fen", "dueOn": "due_on", "createdAt": "created_at"}


def holds(condition: dict[str, Any], row: Row) -> bool:
    """The meaning of a filter in plain Python: a comparison with nothing does not hold."""
    for name, value in condition.items():
        if name == "and":
            fits = all(holds(inner, row) for inner in value)
        elif name == "or":
            fits = any(holds(inner, row) for inner in value)
        elif name == "not":
            fits = not holds(value, row)
        else:
            fits = all(compares(operator, operand, value_of(name, row)) for operator, operand in value.items())
        if not fits:
            return False
    return True


def value_of(name: str, row: Row) -> Any:
    if name == "status":
        return row["status"].upper()
    if name == "size":
        return "it's large" if row["total_fen"] >= 5_000 else "small"
    return row[COLUMNS.get(name, name)]


def compares(operator: str, operand: Any, value: Any) -> bool:
    if operator == "isNull":
        return bool((value is None) == operand)
    if value is None:
        return False
    match operator:
        case "eq":
            return bool(value == operand)
        case "in":
            return value in operand
        case "contains":
            return operand.lower() in value.lower()
        case "between":
            return bool(operand[0] <= value <= operand[1])
    return bool(
        {"gt": value > operand, "gte": value >= operand, "lt": value < operand, "lte": value <= operand}[operator]
    )


def wire(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: wire(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [wire(inner) for inner in value]
    if isinstance(value, datetime):
        return instant_text(value)
    return value.isoformat() if isinstance(value, date) else value


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(condition=CONDITIONS)
async def test_a_filter_finds_what_its_words_say(condition: dict[str, Any], ask: Asking, shopping: Shopping) -> None:
    data = await ask(FILTERED, filter=wire(condition))
    expected = sorted(row["no"] for row in shopping.of("t_order", A) if holds(condition, row))
    assert sorted(node["no"] for node in data["orders"]["nodes"]) == expected
    assert data["orders"]["totalCount"] == len(expected)


async def test_values_in_the_document_and_in_variables_mean_the_same(ask: Asking) -> None:
    literal = await ask(
        """{ orders(first: 200, filter: {status: {in: [PAID, SETTLED]},
             or: [{totalFen: {gte: 5000}}, {note: {isNull: true}}],
             createdAt: {lt: "2026-01-05T00:00:00+08:00"}}) { nodes { no } } }"""
    )
    mixed = await ask(
        """query ($states: [OrderStatus!], $least: Fen!, $until: DateTime, $none: Boolean = true) {
             orders(first: 200, filter: {status: {in: $states},
               or: [{totalFen: {gte: $least}}, {note: {isNull: $none}}],
               createdAt: {lt: $until}}) { nodes { no } } }""",
        states=["PAID", "SETTLED"],
        least=5000,
        until="2026-01-04T16:00:00Z",
    )
    assert literal == mixed
    assert len(literal["orders"]["nodes"]) > 1


async def test_absent_and_null_conditions_are_none(ask: Asking) -> None:
    nothing: list[Any] = [None, {}, {"no": None}, {"no": {"eq": None}}, {"and": []}, {"and": None, "not": None}]
    for condition in nothing:
        assert (await ask(FILTERED, filter=condition))["orders"]["totalCount"] == 60
    assert (await ask(FILTERED, filter={"or": []}))["orders"]["totalCount"] == 0
    assert (await ask("{ orders(filter: null) { totalCount } }"))["orders"]["totalCount"] == 60


async def test_by_global_id(ask: Asking, shopping: Shopping) -> None:
    first, second = shopping.of("t_order", A)[:2]
    ids = [GlobalId("Order", row["merchant_id"], row["id"]).encode() for row in (first, second)]
    found = await ask(FILTERED, filter={"id": {"in": ids}})
    assert {node["no"] for node in found["orders"]["nodes"]} == {first["no"], second["no"]}
    stranger = shopping.of("t_order", B)[0]
    elsewhere = [
        GlobalId("Order", B, stranger["id"]).encode(),
        GlobalId("Order", A, stranger["id"]).encode(),
        GlobalId("Customer", A, first["id"]).encode(),
    ]
    assert (await ask(FILTERED, filter={"id": {"in": elsewhere}}))["orders"]["totalCount"] == 0
    assert await ask.code(FILTERED, filter={"id": {"eq": "nonsense"}}) == "BAD_USER_INPUT"


async def test_search_takes_wildcards_as_they_are(ask: Asking, shopping: Shopping) -> None:
    document = "query ($text: String) { orders(first: 200, search: $text) { nodes { no } } }"
    for text in ("a_b", "50%", "妈妈", "a0001", "\\", "'"):
        expected = [
            row["no"]
            for row in shopping.of("t_order", A)
            if text.lower() in row["no"].lower() or text in (row["note"] or "")
        ]
        found = await ask(document, text=text)
        assert sorted(node["no"] for node in found["orders"]["nodes"]) == sorted(expected)
    assert await ask.code(document, text="x" * 201) == "BAD_USER_INPUT"


async def test_declared_arguments(ask: Asking, shopping: Shopping) -> None:
    document = (
        "query ($least: Fen, $numbers: [String!]) { orders(minimumFen: $least, stores: $numbers) { totalCount } }"
    )
    assert (await ask(document))["orders"]["totalCount"] == 60
    large = [row for row in shopping.of("t_order", A) if row["total_fen"] >= 5_000]
    assert (await ask(document, least=5_000))["orders"]["totalCount"] == len(large)
    assert (await ask(document, numbers=["A00001", "B00001", "A00002"]))["orders"]["totalCount"] == 2


@pytest.mark.parametrize(
    "condition",
    [
        {"totalFen": {"between": [1]}},
        {"no": {"in": ["x"] * 1_001}},
        {"no": {"contains": "x" * 201}},
        {"or": [{"rush": {"eq": True}}] * 61},
        {"not": {"not": {"not": {"not": {"not": {"not": {}}}}}}},
        {"totalFen": {"eq": 2**53}},
        {"no": {"eq": "nul \x00"}},
        {"no": {"eq": "half \ud800"}},
        {"dueOn": {"eq": "2026-02-30"}},
        {"createdAt": {"eq": "2026-02-01"}},
        {"status": {"eq": "paid"}},
    ],
    ids=lambda condition: str(condition)[:40],
)
async def test_what_no_filter_can_be_is_refused(ask: Asking, condition: dict[str, Any]) -> None:
    assert await ask.code(FILTERED, filter=condition) == "BAD_USER_INPUT"


async def test_nobody_filters_or_sorts_by_what_he_may_not_see(ask: Asking, manager: Actor) -> None:
    blind = without(manager, "customer.phone", "customer.email")
    for arguments in (
        'filter: {phone: {contains: "1"}}',
        "filter: {not: {and: [{email: {isNull: true}}]}}",
        "orderBy: [{field: EMAIL}]",
    ):
        document = f"{{ customers({arguments}) {{ nodes {{ name }} totalCount }} }}"
        answer = await ask.full(document, blind)
        assert answer["data"] == {"customers": None}
        assert [error["extensions"]["code"] for error in answer["errors"]] == ["FORBIDDEN"]
        assert (await ask(document))["customers"] is not None
