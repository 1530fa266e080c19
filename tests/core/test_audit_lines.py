"""What an act changed, in words."""

from collections.abc import Iterator
from typing import Any
from unittest.mock import patch

import pytest

from prepaid.core.audit import lines, listed, names_of, naming, wanted_names
from prepaid.core.audit.names import LISTED, NAMINGS
from prepaid.core.audit.words import DESCRIBED, describe, field

ROW = "01920000-0000-7000-8000-000000000001"
NAMES = {("dish", "soup"): "汤", ("dish", "rice"): "饭", ("cook", "lin"): "林师傅"}


@pytest.fixture(autouse=True)
def kitchen() -> Iterator[None]:
    """An object of no domain, and namings of their own."""
    with patch.dict(DESCRIBED), patch.dict(NAMINGS, clear=True), patch.dict(LISTED, clear=True):
        describe_kitchen()
        yield


def describe_kitchen() -> None:
    describe(
        "Kitchen",
        "厨房",
        "Kitchen",
        fields={
            "state": field("状态", "State", {"OPEN": ("营业", "Open"), "SHUT": ("打烊", "Shut")}),
            "dishes": field("菜品", "Dishes", "dish"),
            "menus.*": field("菜品", "Dishes", "dish", keys="cook"),
            "session": None,
            "recipe": field("做法", "Recipe", whole=True),
        },
    )


def told(before: Any, after: Any, locale: Any = "zh-CN", object_type: str = "Kitchen") -> list[dict[str, Any]]:
    return lines(object_type, before, after, lambda name, key: NAMES.get((name, key)), locale)


def test_a_value_is_called_by_its_words_in_the_readers_language() -> None:
    change = ({"state": "OPEN", "nameZh": "甲"}, {"state": "SHUT", "nameZh": "乙"})
    assert told(*change) == [
        {"label": "中文名称", "before": "甲", "after": "乙"},
        {"label": "状态", "before": "营业", "after": "打烊"},
    ]
    assert told(*change, "en")[1] == {"label": "State", "before": "Open", "after": "Shut"}


def test_of_a_list_only_what_came_and_went_is_told_by_name() -> None:
    shown = told({"dishes": ["soup", "tea"]}, {"dishes": ["rice", "tea"]})
    assert shown == [{"label": "菜品", "removed": ["汤"], "added": ["饭"]}]
    assert told({"dishes": ["a", "b"]}, {"dishes": ["b", "a"]}) == []


def test_a_starred_step_is_named_before_the_fields_own_words() -> None:
    shown = told({"menus": {"lin": ["soup"]}}, {"menus": {"lin": [], "wu": ["rice"]}})
    assert shown == [
        {"label": "林师傅 · 菜品", "removed": ["汤"], "added": []},
        {"label": "wu · 菜品", "removed": [], "added": ["饭"]},
    ]


def test_what_only_machines_read_is_left_out() -> None:
    assert told({}, {"session": ROW, "unknownId": ROW}) == []


@pytest.mark.parametrize(
    ("values", "text"),
    [
        pytest.param({"priceFen": 1234}, "¥12.34", id="money"),
        pytest.param({"rateBps": 250}, "2.5%", id="rate"),
        pytest.param({"open": True}, "是", id="truth"),
        pytest.param({"at": "2026-01-31T16:30:00Z"}, "2026-02-01 00:30", id="instant"),
        pytest.param({"size": {"w": 2, "h": 3}}, "2", id="structure"),
        pytest.param({"entry": [{"code": "x", "name": {"zh": "名", "en": "Name"}}]}, ["名"], id="named"),
    ],
)
def test_values_nobody_has_described_are_readable_all_the_same(values: dict[str, Any], text: Any) -> None:
    first = told(None, values, object_type="Nothing")[0]
    shown = first.get("after") or first.get("added")
    assert shown == text or (first["label"], shown) == ("size.h", "3")


def test_a_structure_that_counts_as_a_whole_was_changed_and_no_more() -> None:
    assert told({"recipe": {"steps": [1]}}, {"recipe": {"steps": [1, 2]}}) == [
        {"label": "做法", "before": None, "after": "已修改"}
    ]


def test_an_object_is_described_once() -> None:
    with pytest.raises(ValueError, match="described twice"):
        describe("Kitchen", "厨房", "Kitchen")


class Table:
    """Answers every statement with the same row, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, list[str]]] = []

    async def fetch(self, sql: str, /, *args: Any) -> list[Any]:
        self.asked.append((sql, args[0]))
        return [{"key": key, "zh": f"名{key}", "en": f"name {key}"} for key in args[0]]


async def test_names_are_found_by_one_statement_each_as_far_as_the_reader_may() -> None:
    naming("dish", "SELECT dishes", ids=False)
    naming("cook", "SELECT cooks", ids=False, permission="cook.read")
    naming("table", "SELECT tables")
    listed("day", lambda key: ("周一", "Monday") if key == "mon" else None)
    wanted = [
        *wanted_names("Kitchen", {"menus": {"lin": ["soup"]}}, {"dishes": ["rice"]}),
        *[("table", ROW), ("table", "no id"), ("day", "mon"), ("day", "never"), ("unheard", "x")],
    ]
    table = Table()
    find = await names_of(table, lambda code: False, wanted, "en")
    assert table.asked == [("SELECT dishes", ["rice", "soup"]), ("SELECT tables", [ROW])]
    assert find("dish", "soup") == "name soup"
    assert find("day", "mon") == "Monday"
    assert [find("cook", "lin"), find("table", "no id"), find("day", "never"), find("unheard", "x")] == [None] * 4


def test_a_naming_is_declared_once() -> None:
    naming("dish", "SELECT")
    listed("day", lambda key: None)
    with pytest.raises(ValueError, match="dish"):
        naming("dish", "SELECT")
    with pytest.raises(ValueError, match="day"):
        listed("day", lambda key: None)
