"""What a sale earns: golden vectors, the order of rules, and properties of floor, cap and rounding."""

from dataclasses import replace
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.salesforce.rules.commission import (
    Basis,
    CommissionQuote,
    CommissionRule,
    MatchLevel,
    Occasion,
    Rate,
    RateKind,
    SaleItem,
    earned,
    first_match,
    quote,
)

LESSON = ProductRef(ProductKind.SERVICE, UUID(int=1))
PACKAGE = ProductRef(ProductKind.PACKAGE, UUID(int=2))
PERSON, OTHER = UUID(int=10), UUID(int=11)


def percent(bps: int, basis: str = "PAID", **more: Any) -> Rate:
    return Rate(kind=RateKind.PERCENT, basis=Basis(basis), bps=bps, **more)


def visit(fen: int, **more: Any) -> Rate:
    return Rate(kind=RateKind.PER_VISIT, amount_fen=fen, **more)


def hourly(fen: int, minutes: int, **more: Any) -> Rate:
    return Rate(kind=RateKind.PER_TIME, amount_fen=fen, unit_minutes=minutes, **more)


def opening(paid: int, **more: Any) -> SaleItem:
    return SaleItem(occasion=Occasion.OPENING, product=PACKAGE, **{"list_fen": 88_000, "paid_fen": paid, **more})


def lesson(paid: int, **more: Any) -> SaleItem:
    return SaleItem(occasion=Occasion.SERVICE, product=LESSON, **{"list_fen": 32_000, "paid_fen": paid, **more})


def performed(**more: Any) -> SaleItem:
    return SaleItem(occasion=Occasion.PERFORMANCE, product=LESSON, list_fen=32_000, paid_fen=25_000, **more)


@pytest.mark.parametrize(
    ("rate", "item", "fen"),
    [
        (percent(500), opening(68_000), 3_400),
        (percent(333), opening(68_000), 2_264),
        (percent(500, "LIST"), opening(68_000), 4_400),
        (percent(500), opening(68_000, from_card_fen=18_000), 2_500),
        (percent(500), opening(68_000, from_bonus_fen=8_000), 3_000),
        (percent(500, "LIST"), opening(68_000, from_card_fen=18_000, from_bonus_fen=8_000), 3_100),
        (percent(500, "PRINCIPAL_ONLY"), opening(68_000, subsidy_fen=5_000), 3_150),
        (percent(500), opening(68_000, from_card_fen=68_000), 0),
        (percent(0), opening(68_000), 0),
        (percent(10_000), opening(1), 1),
        (percent(1), opening(9_999), 0),
        (percent(500, floor_fen=5_000), opening(68_000), 5_000),
        (percent(500, cap_fen=2_000), opening(68_000), 2_000),
        (percent(500, floor_fen=5_000), opening(68_000, from_card_fen=68_000), 0),
        (visit(3_000), lesson(32_000), 3_000),
        (visit(3_000), lesson(64_000, count=2), 6_000),
        (visit(3_000), lesson(32_000, from_card_fen=32_000), 0),
        (visit(3_000), lesson(30_000, from_card_fen=10_000), 2_000),
        (visit(3_000, cap_fen=5_000), lesson(64_000, count=2), 5_000),
        (hourly(4_000, 60), lesson(32_000, minutes=150), 8_000),
        (hourly(4_000, 60), lesson(32_000), 0),
        (visit(6_000), performed(), 6_000),
        (visit(6_000), performed(from_card_fen=25_000), 6_000),
        (percent(2_000, "LIST"), performed(from_card_fen=25_000), 6_400),
        (percent(2_000), performed(from_card_fen=25_000), 5_000),
        (hourly(5_000, 30), performed(minutes=75), 10_000),
    ],
    ids=["percent-of-paid", "rounded-down", "percent-of-list", "card-value-excluded", "bonus-excluded",
         "list-without-card-and-bonus", "principal-without-subsidy", "all-from-card", "explicit-zero", "whole",
         "under-a-fen", "floor", "cap", "no-floor-without-new-money", "visit", "two-visits", "visit-from-card",
         "visit-partly-from-card", "cap-of-visits", "full-hours-only", "no-minutes", "performer", "performer-from-card",
         "performer-of-list", "performer-of-performed", "performer-by-time"],
)  # fmt: skip
def test_golden_vectors(rate: Rate, item: SaleItem, fen: int) -> None:
    assert rate.complete
    assert earned(rate, item)[0] == fen


@pytest.mark.parametrize(
    "rate",
    [
        Rate(kind=RateKind.PERCENT),
        Rate(kind=RateKind.PERCENT, bps=1, amount_fen=1),
        Rate(kind=RateKind.PER_TIME, amount_fen=1),
        Rate(kind=RateKind.PER_VISIT, amount_fen=1, unit_minutes=30),
        percent(100, floor_fen=2, cap_fen=1),
        percent(0, floor_fen=2),
    ],
    ids=["no-rate", "two-rates", "no-unit", "unit-of-visits", "floor-over-cap", "zero-with-floor"],
)
def test_a_rate_says_exactly_what_its_kind_needs(rate: Rate) -> None:
    assert not rate.complete


def rule(number: int, level: str, rate: Rate, **more: Any) -> CommissionRule:
    values = {"position": 0, "occasion": Occasion.OPENING, **more}
    return CommissionRule(
        rule_id=UUID(int=number),
        version_id=UUID(int=number + 1_000),
        number=f"F{number:04d}",
        version=1,
        level=MatchLevel(level),
        rate=rate,
        **values,
    )


DEFAULT = rule(1, "DEFAULT", percent(100))
OF_CARD_TYPE = rule(2, "CATEGORY", percent(200), category="card")
OF_PACKAGE = rule(3, "PRODUCT", percent(300), product=PACKAGE.id)
OF_PERSON = rule(4, "PERSON", percent(400), salesperson=PERSON)
NOTHING_FOR_PERSON = rule(5, "PERSON", percent(0), salesperson=PERSON, product=PACKAGE.id)
ALL = [DEFAULT, OF_CARD_TYPE, OF_PACKAGE, OF_PERSON]


@pytest.mark.parametrize(
    ("rules", "seller", "number"),
    [
        (ALL, PERSON, "F0004"),
        (ALL, OTHER, "F0003"),
        ([DEFAULT, OF_CARD_TYPE], OTHER, "F0002"),
        ([DEFAULT], OTHER, "F0001"),
        ([replace(DEFAULT, occasion=Occasion.RECHARGE)], OTHER, None),
        ([*ALL, replace(NOTHING_FOR_PERSON, position=0), replace(OF_PERSON, position=9)], PERSON, "F0004"),
        ([*ALL[:3], replace(OF_PERSON, position=9), NOTHING_FOR_PERSON], PERSON, "F0005"),
        ([rule(7, "DEFAULT", percent(1)), rule(6, "DEFAULT", percent(2))], OTHER, "F0006"),
    ],
    ids=["person", "product", "category", "default", "another-occasion", "position", "zero-first", "older-row"],
)
def test_the_first_match_wins(rules: list[CommissionRule], seller: UUID, number: str | None) -> None:
    found = first_match(rules, seller, opening(68_000), ["card"])
    assert (found and found.number) == number


def test_an_explicit_zero_ends_the_search() -> None:
    found = first_match([*ALL[:3], NOTHING_FOR_PERSON], PERSON, opening(68_000), ["card"])
    assert quote(found, opening(68_000)).amount_fen == 0
    assert found is NOTHING_FOR_PERSON


amounts = st.integers(0, 10**9)
rates = st.one_of(
    st.builds(percent, st.integers(1, 10_000), st.sampled_from([each.value for each in Basis])),
    st.builds(visit, st.integers(1, 10**6)),
    st.builds(hourly, st.integers(1, 10**6), st.integers(1, 600)),
)
items = st.builds(
    SaleItem,
    occasion=st.sampled_from(list(Occasion)),
    product=st.just(LESSON),
    list_fen=amounts,
    paid_fen=amounts,
    from_card_fen=amounts,
    from_bonus_fen=amounts,
    subsidy_fen=amounts,
    count=st.integers(1, 50),
    minutes=st.none() | st.integers(0, 6_000),
)


@given(rates, items)
def test_a_percentage_is_exact_and_never_rounded_up(rate: Rate, item: SaleItem) -> None:
    amount, counted, basis = earned(rate, item)
    assert amount == counted >= 0
    earns = item.occasion is Occasion.PERFORMANCE or item.new_money_fen > 0
    if rate.kind is RateKind.PERCENT and earns:
        assert counted * 10_000 <= basis * (rate.bps or 0) < (counted + 1) * 10_000


@given(rates, items, st.integers(1, 10**6), st.integers(0, 10**6))
def test_floor_and_cap_hold(rate: Rate, item: SaleItem, floor: int, more: int) -> None:
    amount, *_ = earned(replace(rate, floor_fen=floor, cap_fen=floor + more), item)
    assert amount == 0 or floor <= amount <= floor + more
    assert (amount == 0) == (item.occasion is not Occasion.PERFORMANCE and item.new_money_fen == 0)


@given(rates, items, amounts)
def test_paying_more_from_a_card_never_earns_a_seller_more(rate: Rate, item: SaleItem, more: int) -> None:
    if item.occasion is Occasion.PERFORMANCE:
        assert earned(rate, replace(item, from_card_fen=more)) == earned(rate, replace(item, from_card_fen=0))
    else:
        assert earned(rate, replace(item, from_card_fen=item.from_card_fen + more))[0] <= earned(rate, item)[0]


@given(rates, items)
def test_a_snapshot_reads_back(rate: Rate, item: SaleItem) -> None:
    made = quote(replace(DEFAULT, rate=rate), item)
    assert CommissionQuote.from_json(made.as_json()) == made
    assert CommissionQuote.from_json(quote(None, item).as_json()) == quote(None, item)
