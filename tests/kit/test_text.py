"""Cleaning of text that people type."""

import unicodedata
from collections.abc import Callable
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.kit.text import InvalidText, TextReason, clean_text


def reason(value: object, *, max_length: int = 20, multiline: bool = False) -> TextReason:
    with pytest.raises(InvalidText) as refused:
        clean_text(value, max_length=max_length, multiline=multiline)
    return refused.value.reason


@pytest.mark.parametrize(
    ("value", "cleaned"),
    [
        ("  冰刀 磨刃\u3000", "冰刀 磨刃"),
        ("cafe\u0301", "café"),
        ("\tname\r\n", "name"),
        ("", ""),
        (" \n ", ""),
        ("👨‍👩‍👧", "👨‍👩‍👧"),
        ("𠮷野家", "𠮷野家"),
    ],
)
def test_text_is_trimmed_and_composed(value: str, cleaned: str) -> None:
    assert clean_text(value, max_length=20) == cleaned


def test_line_breaks_and_tabs_only_where_allowed() -> None:
    assert clean_text("a\r\nb\rc\td", max_length=20, multiline=True) == "a\nb\nc\td"
    for value in ("a\nb", "a\rb", "a\tb", "a\u2028b"):
        assert reason(value) is TextReason.CONTROL_CHARACTER


@pytest.mark.parametrize("multiline", [False, True])
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a\x00b", TextReason.CONTROL_CHARACTER),
        ("a\x1bb", TextReason.CONTROL_CHARACTER),
        ("\x1ca", TextReason.CONTROL_CHARACTER),
        ("a\x85b", TextReason.CONTROL_CHARACTER),
        ("a\x7f", TextReason.CONTROL_CHARACTER),
        ("a\ud800", TextReason.SURROGATE),
        ("\udfffa", TextReason.SURROGATE),
        ("\ud83d\ude00", TextReason.SURROGATE),
        ("退款\u202e001", TextReason.BIDI_OVERRIDE),
        ("\u2066a\u2069", TextReason.BIDI_OVERRIDE),
        ("a\ufffe", TextReason.NONCHARACTER),
        ("a\U0010ffff", TextReason.NONCHARACTER),
        (1, TextReason.TYPE),
        (None, TextReason.TYPE),
        (b"a", TextReason.TYPE),
    ],
)
def test_damage_is_refused_by_name(value: object, expected: TextReason, multiline: bool) -> None:
    assert reason(value, multiline=multiline) is expected


def test_the_length_is_that_of_the_result_in_code_points() -> None:
    assert clean_text("  " + "e\u0301" * 20 + "  ", max_length=20) == "é" * 20
    assert clean_text("𠮷" * 20, max_length=20) == "𠮷" * 20
    assert reason("a" * 21) is TextReason.TOO_LONG
    assert reason("e\u0301" * 21) is TextReason.TOO_LONG
    assert reason("a" * 10_000_000) is TextReason.TOO_LONG


def test_combining_marks_stack_only_as_high_as_languages_do() -> None:
    assert clean_text("x" + "\u0316" * 30, max_length=50) == "x" + "\u0316" * 30
    assert reason("x" + "\u0316" * 31, max_length=50) is TextReason.COMBINING_MARKS
    assert reason("x" + "\u0344" * 20, max_length=50) is TextReason.COMBINING_MARKS


def test_hostile_marks_cost_less_than_honest_text_of_the_same_length() -> None:
    def seconds(clean: Callable[[], object]) -> float:
        started = perf_counter()
        clean()
        return perf_counter() - started

    honest, hostile = "卡" * 60_000, "x" + "\u0301\u0316" * 30_000
    honest_seconds = seconds(lambda: clean_text(honest, max_length=60_000))
    assert seconds(lambda: reason(hostile, max_length=60_000)) < 5 * honest_seconds


@given(st.text(max_size=100), st.booleans())
def test_a_cleaned_text_is_clean(value: str, multiline: bool) -> None:
    try:
        cleaned = clean_text(value, max_length=50, multiline=multiline)
    except InvalidText:
        return
    assert len(cleaned) <= 50
    assert unicodedata.is_normalized("NFC", cleaned)
    assert cleaned.encode("utf-8").decode("utf-8") == cleaned
    assert "\x00" not in cleaned
    assert clean_text(cleaned, max_length=50, multiline=multiline) == cleaned
