"""Every problem of a value is a refusal with both texts, and amounts in it read as people write them."""

import pytest

from prepaid.domains.pages.commands.refusing import refusal_of_values
from prepaid.domains.pages.errors.values import FIELD_REFUSALS
from prepaid.domains.pages.rules.problems import Problem, ProblemCode
from prepaid.domains.pages.rules.prune import prune_and_check
from tests.domains.pages.forms import field, form


def test_every_problem_has_its_refusal() -> None:
    assert FIELD_REFUSALS.keys() == {code.value for code in ProblemCode}


@pytest.mark.parametrize(
    ("kind", "bound", "zh"), [("FEN", "12345", "123.45"), ("PERCENT", "1250", "12.5%"), ("INTEGER", "7", "7")]
)
def test_bounds_read_in_yuan_and_percent(kind: str, bound: str, zh: str) -> None:
    problems = prune_and_check(form(field("a", kind, max=bound)), {"a": 99_999}).problems
    assert refusal_of_values(problems, ("values",)).message("zh-CN") == f"不能大于 {zh}"


def test_paths_begin_where_the_values_stand() -> None:
    problem = Problem(("list", 0, "unit"), ProblemCode.FIELD_REQUIRED)
    assert refusal_of_values([problem], ("input", "values")).path == ("input", "values", "list", "0", "unit")
