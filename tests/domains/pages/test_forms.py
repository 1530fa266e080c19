"""Whole forms: what hides is refused when sent, what is taken is taken again, and the exported schema agrees."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from prepaid.domains.pages.rules.check import check_form
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.json_schema import form_schema
from prepaid.domains.pages.rules.nested import get
from prepaid.domains.pages.rules.plain import read, write
from prepaid.domains.pages.rules.problems import ProblemCode
from prepaid.domains.pages.rules.prune import prune_and_check
from tests.domains.pages.forms import field, form, when
from tests.domains.pages.strategies import forms, values_for


def problems(form: Form, values: Any, **rest: Any) -> dict[str, str]:
    checked = prune_and_check(form, values, **rest)
    return {".".join(map(str, problem.path)): problem.code.value for problem in checked.problems}


@settings(deadline=None)
@given(forms())
def test_generated_forms_have_no_mistake_and_survive_as_json(form: Form) -> None:
    assert check_form(form) == []
    assert read(Form, write(form)) == form


@settings(deadline=None)
@given(st.data())
def test_what_a_form_takes_it_takes_again_unchanged(data: st.DataObject) -> None:
    form = data.draw(forms())
    checked = prune_and_check(form, data.draw(values_for(form, wrong=True)))
    again = prune_and_check(form, checked.values)
    if not checked.problems:
        assert again == checked
    else:
        assert not {problem.code for problem in again.problems} & {ProblemCode.FIELD_UNKNOWN, ProblemCode.FIELD_TYPE}


@settings(deadline=None)
@given(st.data())
def test_every_problem_points_at_something_the_form_knows(data: st.DataObject) -> None:
    form = data.draw(forms())
    values = data.draw(values_for(form, wrong=True))
    heads = {field.path[0] for field in form.outer}
    for problem in prune_and_check(form, values).problems:
        assert problem.path[0] in heads


@settings(deadline=None)
@given(st.data())
def test_the_exported_schema_takes_what_the_form_takes(data: st.DataObject) -> None:
    form = data.draw(forms())
    schema = form_schema(form, "en")
    Draft202012Validator.check_schema(schema)
    checked = prune_and_check(form, data.draw(values_for(form)))
    if not checked.problems:
        assert list(Draft202012Validator(schema).iter_errors(checked.values)) == []


def test_the_exported_schema_refuses_what_it_can_say() -> None:
    kind = field("kind", "ENUM", required=True)
    code = field("code", inputPath="company.code", required=True, visibleWhen=when("kind", "EQ", "A"))
    amount = field("amountFen", "FEN", min="1", requiredWhen=when("kind", "NE", "A"))
    schema = Draft202012Validator(form_schema(form(kind, code, amount), "zh-CN"))
    assert schema.is_valid({"kind": "A", "company": {"code": "x"}})
    assert schema.is_valid({"kind": "B", "amountFen": 1})
    for wrong in (
        {},
        {"kind": "D"},
        {"kind": "A"},
        {"kind": "A", "company": {}},
        {"kind": "B"},
        {"kind": "B", "amountFen": 0},
        {"kind": "B", "amountFen": 1, "company": {"code": "x"}},
        {"kind": "B", "amountFen": 1, "other": 1},
    ):
        assert not schema.is_valid(wrong), wrong


def test_a_hidden_value_that_is_sent_all_the_same_is_refused() -> None:
    licence = form(field("kind", "ENUM"), field("uscc", visibleWhen=when("kind", "EQ", "A"), required=True))
    assert problems(licence, {"kind": "B", "uscc": "x"}) == {"uscc": "FIELD_HIDDEN"}
    assert problems(licence, {"kind": "B", "uscc": ""}) == {}
    assert problems(licence, {"kind": "A"}) == {"uscc": "FIELD_REQUIRED"}


def test_unknown_names_are_refused_at_their_place() -> None:
    nested = form(field("a", inputPath="x.a"), field("list", "JSON", itemFieldKeys=["i"]), field("i"))
    assert problems(nested, {"x": {"b": 1}, "y": {"z": 1}, "list": [{}, {"j": 1}]}) == {
        "x.b": "FIELD_UNKNOWN",
        "y": "FIELD_UNKNOWN",
        "list.1.j": "FIELD_UNKNOWN",
    }
    assert problems(nested, {"x": "text", "list": "text"}) == {"x": "FIELD_TYPE", "list": "FIELD_TYPE"}
    assert problems(nested, {"list": [1]}) == {"list.0": "FIELD_TYPE"}
    assert problems(nested, ["not", "an", "object"]) == {"": "FIELD_TYPE"}


def test_an_item_reads_its_own_fields_first_and_then_outside() -> None:
    tiers = form(
        field("mode", "ENUM"),
        field("tiers", "JSON", itemFieldKeys=["unit", "bps"], minItems=1, maxItems=2),
        field("unit", "ENUM", required=True),
        field(
            "bps",
            "PERCENT",
            visibleWhen=[{"all": [*when("unit", "EQ", "B")[0]["all"], *when("mode", "EQ", "A")[0]["all"]]}],
        ),
    )
    assert problems(tiers, {"mode": "A", "tiers": [{"unit": "B", "bps": 5}, {"unit": "A", "bps": 5}]}) == {
        "tiers.1.bps": "FIELD_HIDDEN"
    }
    assert problems(tiers, {"mode": "B", "tiers": [{"unit": "B", "bps": 5}, {}]}) == {
        "tiers.0.bps": "FIELD_HIDDEN",
        "tiers.1.unit": "FIELD_REQUIRED",
    }
    assert problems(tiers, {"tiers": []}) == {}
    assert problems(tiers, {"tiers": [{"unit": "A"}] * 3}) == {"tiers": "TOO_MANY"}


def test_what_is_read_only_keeps_its_stored_value() -> None:
    locked = form(
        field("name", required=True),
        field("state", "ENUM"),
        field("note", readOnlyWhen=when("state", "EQ", "B")),
    )
    stored = {"name": "冰场", "state": "B", "note": "kept"}
    checked = prune_and_check(locked, {"state": "B"}, stored=stored, locked={"name"})
    assert (checked.values, checked.problems) == (stored, ())
    assert problems(locked, {"name": "冰场", "state": "B", "note": "kept"}, stored=stored, locked={"name"}) == {}
    assert problems(locked, {"name": "泳池", "state": "B", "note": "new"}, stored=stored, locked={"name"}) == {
        "name": "FIELD_READ_ONLY",
        "note": "FIELD_READ_ONLY",
    }
    assert problems(locked, {"name": "泳池", "state": "A", "note": "new"}, stored=stored) == {}


def test_a_draft_may_lack_what_is_required_and_nothing_else() -> None:
    draft = form(
        field("a", required=True),
        field("n", "INTEGER"),
        field("l", "JSON", itemFieldKeys=["i"], minItems=1),
        field("i"),
    )
    assert problems(draft, {"n": "x", "l": []}, draft=True) == {"n": "FIELD_TYPE"}


def test_a_value_that_cannot_be_read_has_one_problem() -> None:
    assert problems(form(field("n", "INTEGER", required=True)), {"n": "x"}) == {"n": "FIELD_TYPE"}


def test_required_and_condition_add_up() -> None:
    both = form(field("a", "ENUM"), field("b", required=True, requiredWhen=when("a", "EQ", "A")))
    assert problems(both, {"a": "B"}) == {"b": "FIELD_REQUIRED"}


def test_values_stand_at_their_paths() -> None:
    nested = form(field("a", inputPath="x.y.a"), field("b", inputPath="x.b"))
    checked = prune_and_check(nested, {"x": {"y": {"a": " 1 "}, "b": None}})
    assert checked.values == {"x": {"y": {"a": "1"}}}
    assert get(checked.values, ("x", "y", "z")) is None
