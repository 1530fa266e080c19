"""Forms that cannot work: each mistake is named with its place."""

from typing import Any

import pytest

from prepaid.domains.pages.rules.check import check_form
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.plain import read
from tests.domains.pages.forms import LETTERS, field, form, label, when

SECTION = {"key": "base", "title": {"zh": "基本信息", "en": "Basics"}}


def places(form: Form, **known: Any) -> list[str]:
    return [mistake.place for mistake in check_form(form, **known)]


@pytest.mark.parametrize(
    ("fields", "place"),
    [
        ([field("a"), field("a", inputPath="b")], "fields.a"),
        ([field("a", inputPath="x"), field("b", inputPath="x.y")], "fields.b.inputPath"),
        ([field("a", section="other")], "fields.a.section"),
        ([field("a", minLength=5, maxLength=4)], "fields.a.minLength"),
        ([field("a", "PHONE", pattern="EMAIL")], "fields.a.pattern"),
        ([field("a", "FEN", min="x")], "fields.a.min"),
        ([field("a", "FEN", max="1.5")], "fields.a.max"),
        ([field("a", "FEN", min="2", max="1")], "fields.a.min"),
        ([field("a", "INTEGER", scale=1)], "fields.a.scale"),
        ([field("a", "ENUM", dictionary="digits")], "fields.a.dictionary"),
        ([field("a", "DATE", notBefore="tomorrow")], "fields.a.notBefore"),
        ([field("a", "DATE", notAfter="today+99999999")], "fields.a.notAfter"),
        ([field("a", "FILE", expiry="REQUIRED")], "fields.a.expiry"),
        ([field("a", "DOCUMENT", longTerm=True)], "fields.a.expiry"),
        ([field("a", "FILE", accept=[])], "fields.a.accept"),
        ([field("a", "ENUM", initial="D")], "fields.a.initial"),
        ([field("a", "TAGS", initial=["A", "D"])], "fields.a.initial.1"),
        ([field("a", "FILE", initial=["t"])], "fields.a.initial"),
        ([field("l", "JSON", itemFieldKeys=["i", "i"]), field("i")], "fields.l.itemFieldKeys"),
        ([field("l", "JSON", itemFieldKeys=["l"])], "fields.l.itemFieldKeys"),
        ([field("l", "JSON", itemFieldKeys=["i"], minItems=3, maxItems=2), field("i")], "fields.l.minItems"),
        ([field("l", "JSON", itemFieldKeys=["i"]), field("i", section="base")], "fields.i.section"),
        ([field("a", visibleWhen=when("b", "EMPTY"))], "fields.a.visibleWhen.0.all.0.field"),
        ([field("a"), field("b", requiredWhen=when("a", "GT", "1"))], "fields.b.requiredWhen.0.all.0.op"),
        ([field("a", "ENUM"), field("b", visibleWhen=when("a", "EQ"))], "fields.b.visibleWhen.0.all.0.values"),
        ([field("a"), field("b", visibleWhen=when("a", "EMPTY", "x"))], "fields.b.visibleWhen.0.all.0.values"),
        ([field("a", "ENUM"), field("b", visibleWhen=when("a", "EQ", "D"))], "fields.b.visibleWhen.0.all.0.values.0"),
        (
            [field("a", "INTEGER"), field("b", visibleWhen=when("a", "GT", "x"))],
            "fields.b.visibleWhen.0.all.0.values.0",
        ),
        (
            [field("a", "BOOLEAN"), field("b", visibleWhen=when("a", "EQ", "1"))],
            "fields.b.visibleWhen.0.all.0.values.0",
        ),
        ([field("a", "DATE"), field("b", visibleWhen=when("a", "LT", "x"))], "fields.b.visibleWhen.0.all.0.values.0"),
        ([field("l", "JSON", itemFieldKeys=["i"]), field("i"), field("a", visibleWhen=when("i", "EMPTY"))], None),
        ([field("a", visibleWhen=when("a", "EMPTY"))], "fields.a"),
    ],
)
def test_a_mistake_and_its_place(fields: list[dict[str, Any]], place: str | None) -> None:
    found = places(form(*fields, sections=[SECTION]))
    assert found == [place or "fields.a.visibleWhen.0.all.0.field"]


def test_a_circle_through_a_section_is_found() -> None:
    section = {**SECTION, "visibleWhen": when("a", "EQ", "A")}
    mistakes = check_form(form(field("a", "ENUM", section="base"), sections=[section]))
    assert [(mistake.code, mistake.place) for mistake in mistakes] == [("CYCLE", "fields.a")]
    assert "a → a" in mistakes[0].en


def test_all_mistakes_are_named_at_once() -> None:
    wrong = form(field("a", "FEN", min="x"), field("b", "ENUM", dictionary="digits"), sections=[SECTION, SECTION])
    assert places(wrong) == ["sections.base"]
    assert places(form(*map(dict, [field("a", "FEN", min="x"), field("b", "ENUM", dictionary="digits")]))) == [
        "fields.a.min",
        "fields.b.dictionary",
    ]


def test_options_are_told_apart() -> None:
    twice = {"name": "letters", "options": [*LETTERS["options"], LETTERS["options"][0]]}
    assert places(form(field("a"), dictionaries=[twice])) == ["dictionaries.letters.A"]


def test_the_platform_brings_dictionaries_and_types() -> None:
    fields = [field("a", "ENUM", dictionary="GateState", initial="OPEN"), field("b", "REFERENCE", target="Store")]
    assert places(form(*fields), dictionaries={"GateState": ["OPEN"]}, targets={"Store"}) == []
    assert places(form(*fields), dictionaries={"GateState": ["CLOSED"]}, targets={"Merchant"}) == [
        "fields.a.initial",
        "fields.b.target",
    ]


@pytest.mark.parametrize(
    ("plain", "place"),
    [
        ({"fields": [{**field("a"), "colour": "red"}]}, "fields.a.colour"),
        ({"fields": [{**field("a"), "kind": "COLOUR"}]}, "fields.a"),
        ({"fields": [{"key": "a", "label": label()}]}, "fields.a"),
        ({"fields": [field("a", max_length=3)]}, "fields.a.max_length"),
        ({"fields": [field("A")]}, "fields.A.key"),
        ({"fields": [field("a", label={"zh": "名称"})]}, "fields.a.label.en"),
        ({"fields": [field("a", label={"zh": "", "en": "x"})]}, "fields.a.label.zh"),
        ({"fields": [field("a", label={"zh": "a\u202eb", "en": "x"})]}, "fields.a.label.zh"),
        ({"fields": [field("a", visibleWhen=[{"all": []}])]}, "fields.a.visibleWhen.0.all"),
        ({"fields": [field("a", span=25)]}, "fields.a.span"),
        ({"fields": "x"}, "fields"),
        ({"fields": [], "layout": "GRID"}, "layout"),
        (["x"], ""),
        ({}, "fields"),
    ],
)
def test_what_is_no_form_is_refused_with_the_place(plain: Any, place: str) -> None:
    with pytest.raises(InvalidDefinition) as refusal:
        read(Form, plain)
    assert [mistake.place for mistake in refusal.value.mistakes] == [place]
    assert all(mistake.zh and mistake.en for mistake in refusal.value.mistakes)
