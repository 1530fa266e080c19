"""The vectors that the page editor runs too: its differences, put on the page below, make the page it showed."""

import json
from pathlib import Path
from typing import Any

import pytest

from prepaid.domains.pages.rules.overlays import Overlay, patched_plain
from prepaid.domains.pages.rules.plain import read

VECTORS: dict[str, Any] = json.loads((Path(__file__).parents[2] / "vectors" / "overlays.json").read_text("utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in VECTORS["cases"]])
def test_a_difference_makes_the_edited_page(case: dict[str, Any]) -> None:
    base = VECTORS["base"]
    assert patched_plain(base, [read(Overlay, {"ops": case["ops"]})]) == {**base, **case["edited"]}


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case['from']}-{case['to']}") for case in VECTORS["orders"]])
def test_adds_moves_and_removals_make_the_wanted_order(case: dict[str, Any]) -> None:
    overlay = read(Overlay, {"ops": [_op(said) for said in case["ops"]]})
    made = patched_plain(_columns(case["from"]), [overlay])
    assert made == _columns(case["to"])


def _columns(letters: str) -> dict[str, Any]:
    return {"columns": [{"key": letter} for letter in letters]}


def _op(said: str) -> dict[str, Any]:
    """`move b after c`."""
    op, key, *place = said.split()
    neighbour = {place[0]: place[1]} if place else {}
    if op == "add":
        return {"op": op, "at": "columns", "value": {"key": key}, **neighbour}
    return {"op": op, "at": f"columns.{key}", **neighbour}
