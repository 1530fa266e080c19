"""The vectors that the browser runs too: conditions, forms, and forms that are refused."""

import json
from pathlib import Path
from typing import Any

import pytest

from prepaid.domains.pages.rules import kinds
from prepaid.domains.pages.rules.check import check_form
from prepaid.domains.pages.rules.conditions import ConditionGroup, FieldTest, holds, passes
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.mistakes import MistakeCode
from prepaid.domains.pages.rules.plain import read
from prepaid.domains.pages.rules.problems import ProblemCode
from prepaid.domains.pages.rules.prune import prune_and_check
from tests.domains.pages.forms import field

VECTORS: dict[str, list[dict[str, Any]]] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "conditions.json").read_text("utf-8")
)


def named(group: str) -> list[Any]:
    return [pytest.param(vector, id=vector["name"]) for vector in VECTORS[group]]


@pytest.mark.parametrize("vector", named("tests"))
def test_one_test(vector: dict[str, Any]) -> None:
    test = FieldTest("field", kinds.TestOp(vector["op"]), tuple(vector["values"]))
    assert passes(test, ValueKind(vector["kind"]), vector.get("actual")) == vector["passes"]


@pytest.mark.parametrize("vector", named("conditions"))
def test_a_condition(vector: dict[str, Any]) -> None:
    when = tuple(
        ConditionGroup(tuple(FieldTest(t["field"], kinds.TestOp(t["op"]), tuple(t["values"])) for t in group["all"]))
        for group in vector["when"]
    )
    read_as = {key: ValueKind(kind) for key, kind in vector["fields"].items()}
    assert holds(when, vector["values"].get, read_as) == vector["passes"]


@pytest.mark.parametrize("vector", named("forms"))
def test_a_form(vector: dict[str, Any]) -> None:
    form = _form(vector)
    checked = prune_and_check(form, vector["input"], stored=vector["input"])
    paths = {
        code: {".".join(map(str, problem.path)) for problem in checked.problems if problem.code is code}
        for code in (ProblemCode.FIELD_HIDDEN, ProblemCode.FIELD_REQUIRED)
    }
    assert paths[ProblemCode.FIELD_HIDDEN] == set(vector["hidden"])
    assert paths[ProblemCode.FIELD_REQUIRED] == set(vector["missing"])
    again = prune_and_check(form, vector["sent"], stored=vector["sent"])
    assert not [problem for problem in again.problems if problem.code is ProblemCode.FIELD_HIDDEN]


@pytest.mark.parametrize("vector", named("refused"))
def test_a_form_that_is_refused(vector: dict[str, Any]) -> None:
    mistakes = check_form(_form(vector))
    assert len(mistakes) == 1
    assert mistakes[0].code is not MistakeCode.INVALID


def _form(vector: dict[str, Any]) -> Form:
    """The form of a vector, with options enough for every choice in it."""
    fields = [field(**{**one, "section": one.get("section")}) for one in vector["fields"]]
    sections = [{"title": {"zh": "组", "en": "Part"}, **section} for section in vector.get("sections", [])]
    values = sorted({*_texts(vector), "A"})
    options = [{"value": value, "label": {"zh": value, "en": value}} for value in values]
    plain = {"fields": fields, "sections": sections, "dictionaries": [{"name": "letters", "options": options}]}
    return read(Form, plain)


def _texts(value: Any) -> set[str]:
    if isinstance(value, str):
        return {value.strip()} - {""} if len(value) < 100 else set()
    parts = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set[str]().union(*map(_texts, parts))
