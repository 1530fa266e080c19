"""References, matching, pauses and the comparison of the three lists, without a database."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.payment.rules.alerts import AlertKind
from prepaid.domains.payment.rules.matching import Told, misfit
from prepaid.domains.payment.rules.reconciliation import Break, BreakKind, Known, Listed, breaks
from prepaid.domains.payment.rules.references import LONGEST, ReferenceKind, new_reference, parse_reference
from prepaid.domains.payment.rules.timing import (
    LONGEST_PAUSE,
    MOST_REFUNDS,
    REFUNDABLE_FOR,
    pause_before,
    refundable_at_provider,
)
from prepaid.kit import clock

NUMBERS = st.integers(1, 10**9).map(lambda number: f"M{number:06d}")
ORDERED = Told(partner="p", payee="s", application="a", amount_fen=100, currency="CNY")


@given(st.sampled_from(ReferenceKind), NUMBERS, st.dates(date(2020, 1, 1), date(2090, 1, 1)))
def test_a_reference_names_its_kind_and_merchant(kind: ReferenceKind, number: str, day: date) -> None:
    reference = new_reference(kind, number, day)
    assert len(reference) <= LONGEST
    assert reference.isalnum()
    assert reference == reference.upper()
    parsed = parse_reference(reference)
    assert parsed is not None
    assert (parsed.kind, parsed.merchant_number) == (kind, number)


def test_references_of_one_merchant_and_day_differ() -> None:
    made = {new_reference(ReferenceKind.PAYMENT, "M000123", date(2026, 9, 28)) for _ in range(1_000)}
    assert len(made) == 1_000


@pytest.mark.parametrize("number", ["000123", "M12", "M00012X", "", "M" + "9" * 30])
def test_a_merchant_has_a_number(number: str) -> None:
    with pytest.raises(ValueError, match=r"number|longer"):
        new_reference(ReferenceKind.REFUND, number, date(2026, 9, 28))


@given(st.text(max_size=80))
def test_no_text_breaks_the_reading_of_a_reference(text: str) -> None:
    parsed = parse_reference(text)
    assert parsed is None or text[0] == parsed.kind


@pytest.mark.parametrize(
    ("changed", "kind"),
    [
        ({}, None),
        ({"partner": "x"}, AlertKind.WRONG_PARTNER),
        ({"payee": "x"}, AlertKind.WRONG_PAYEE),
        ({"application": "x"}, AlertKind.WRONG_APPLICATION),
        ({"amount_fen": 99}, AlertKind.WRONG_AMOUNT),
        ({"currency": "USD"}, AlertKind.WRONG_CURRENCY),
        ({"amount_fen": 99, "payee": "x"}, AlertKind.WRONG_PAYEE),
        ({"application": None, "currency": None}, None),
    ],
    ids=["same", "partner", "payee", "application", "amount", "currency", "worst-first", "untold"],
)
def test_every_field_that_is_told_is_compared(changed: dict[str, object], kind: AlertKind | None) -> None:
    fields = {name: getattr(ORDERED, name) for name in ORDERED.__slots__}
    assert misfit(Told(**fields | changed), ORDERED) is kind


def test_pauses_double_up_to_half_an_hour() -> None:
    pauses = [pause_before(step) for step in range(200)]
    assert pauses[:3] == [timedelta(seconds=15), timedelta(seconds=30), timedelta(minutes=1)]
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE


def test_the_provider_refunds_for_a_year_and_fifty_times() -> None:
    captured = clock.now()
    last = captured + REFUNDABLE_FOR
    assert refundable_at_provider(captured, MOST_REFUNDS - 1, last - timedelta(seconds=1))
    assert not refundable_at_provider(captured, 0, last)
    assert not refundable_at_provider(captured, MOST_REFUNDS, captured)


def known(amount_fen: int = 100, *, done: bool = True, booked: bool = True, ledger_fen: int | None = 100) -> Known:
    return Known("s", amount_fen, done, booked, ledger_fen)


@pytest.mark.parametrize(
    ("lines", "own", "kind"),
    [
        ([Listed("r", "s", 100)], known(), None),
        ([Listed("r", "s", 100)], None, BreakKind.MISSING_HERE),
        ([Listed("r", "s", 100)], known(done=False), BreakKind.MISSING_HERE),
        ([], known(), BreakKind.MISSING_AT_PROVIDER),
        ([Listed("r", "s", 99)], known(), BreakKind.AMOUNT_DIFFERS),
        ([Listed("r", "t", 100)], known(), BreakKind.PAYEE_DIFFERS),
        ([Listed("r", "s", 100)] * 2, known(), BreakKind.LISTED_TWICE),
        ([Listed("r", "s", 100)], known(ledger_fen=None), BreakKind.MISSING_IN_LEDGER),
        ([Listed("r", "s", 100)], known(ledger_fen=1), BreakKind.LEDGER_DIFFERS),
        ([Listed("r", "s", 100)], known(booked=False, ledger_fen=None), None),
    ],
    ids=["same", "unknown", "not-done", "unlisted", "amount", "payee", "twice", "unbooked", "ledger", "not-to-book"],
)
def test_each_difference_has_its_kind(lines: list[Listed], own: Known | None, kind: BreakKind | None) -> None:
    found = list(breaks(lines, {"r": own} if own else {}, ["r"] if own else []))
    assert [each.kind for each in found] == ([kind] if kind else [])


def test_a_break_shows_the_three_amounts() -> None:
    (found,) = breaks([Listed("r", "s", 99)], {"r": known(ledger_fen=98)}, ["r"])
    assert found == Break(BreakKind.AMOUNT_DIFFERS, "r", 99, 100, 98)
