"""Fen arithmetic: domain/100 (⌈r·X⌉) and largest remainder."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.kit.money import (
    FEN_MAX,
    InvalidAmount,
    ceil_share,
    check_fen,
    floor_share,
    format_yuan,
    parse_yuan,
    share_by_weights,
)

amounts = st.integers(0, FEN_MAX)
signed_amounts = st.integers(-FEN_MAX, FEN_MAX)
rates = st.integers(0, 10_000)
weight_lists = st.lists(st.integers(0, 10**9), min_size=1, max_size=30).filter(any)


@pytest.mark.parametrize(
    ("amount", "bps", "down", "up"),
    [
        (0, 4_000, 0, 0),
        (101, 5_000, 50, 51),
        (50_000, 4_000, 20_000, 20_000),
        (1, 1, 0, 1),
        (7, 10_000, 7, 7),
        (7, 0, 0, 0),
    ],
)
def test_a_share_rounds_down_or_up_to_the_fen(amount: int, bps: int, down: int, up: int) -> None:
    assert (floor_share(amount, bps), ceil_share(amount, bps)) == (down, up)


@given(amounts, rates)
def test_a_share_up_and_the_rest_down_make_the_whole(amount: int, bps: int) -> None:
    assert ceil_share(amount, bps) + floor_share(amount, 10_000 - bps) == amount


@given(amounts, rates)
def test_a_share_is_within_one_fen_of_exact_and_inside_the_amount(amount: int, bps: int) -> None:
    exact = Fraction(amount * bps, 10_000)
    assert 0 <= floor_share(amount, bps) <= exact <= ceil_share(amount, bps) <= amount
    assert ceil_share(amount, bps) - floor_share(amount, bps) == (0 if exact.denominator == 1 else 1)


@pytest.mark.parametrize(("amount", "bps"), [(-1, 100), (100, -1), (100, 10_001), (100, True), (FEN_MAX + 1, 1)])
def test_a_share_of_less_than_nothing_or_more_than_the_whole_is_refused(amount: int, bps: int) -> None:
    for share in (floor_share, ceil_share):
        with pytest.raises(InvalidAmount):
            share(amount, bps)


@pytest.mark.parametrize(
    ("total", "weights", "shares"),
    [
        (100, [1, 1, 1], [34, 33, 33]),
        (50_000, [1] * 7, [7143, 7143, 7143, 7143, 7143, 7143, 7142]),
        (10, [0, 3, 0, 7], [0, 3, 0, 7]),
        (5, [0, 1, 1], [0, 3, 2]),
        (100, [1, 2, 3], [17, 33, 50]),
        (-100, [1, 1, 1], [-34, -33, -33]),
        (0, [4, 5], [0, 0]),
        (3, [9], [3]),
    ],
)
def test_sharing_by_largest_remainder(total: int, weights: list[int], shares: list[int]) -> None:
    assert share_by_weights(total, weights) == shares


@given(signed_amounts, weight_lists)
def test_shares_are_exact_fair_and_mirrored(total: int, weights: list[int]) -> None:
    shares = share_by_weights(total, weights)

    assert sum(shares) == total
    for share, weight in zip(shares, weights, strict=True):
        assert abs(share - Fraction(total * weight, sum(weights))) < 1
        assert weight or share == 0
    assert share_by_weights(-total, weights) == [-share for share in shares]


@given(amounts, weight_lists)
def test_a_heavier_weight_never_gets_less(total: int, weights: list[int]) -> None:
    by_weight = sorted(zip(weights, share_by_weights(total, weights), strict=True))
    for (lighter, less), (heavier, more) in pairwise(by_weight):
        assert less <= more or lighter == heavier


@pytest.mark.parametrize("weights", [[], [0], [0, 0], [1, -1], [1, True], [1, 0.5]])
def test_weights_that_divide_nothing_are_refused(weights: list[int]) -> None:
    with pytest.raises(InvalidAmount):
        share_by_weights(100, weights)


@pytest.mark.parametrize("value", [True, 1.0, "1", None, FEN_MAX + 1, -FEN_MAX - 1, float("nan")])
def test_what_is_not_fen_is_refused(value: object) -> None:
    with pytest.raises(InvalidAmount):
        check_fen(value)


@given(signed_amounts)
def test_yuan_round_trip(fen: int) -> None:
    assert check_fen(fen) == fen
    assert parse_yuan(format_yuan(fen)) == fen
    assert parse_yuan(format_yuan(fen).replace(",", "")) == fen


@pytest.mark.parametrize(
    ("fen", "text"),
    [(123_456, "1,234.56"), (0, "0.00"), (-5, "-0.05"), (FEN_MAX, "90,071,992,547,409.91")],
)
def test_yuan_as_people_read_it(fen: int, text: str) -> None:
    assert format_yuan(fen) == text


@pytest.mark.parametrize(("text", "fen"), [("1234", 123_400), ("1234.5", 123_450), ("0.1", 10), ("-1,000", -100_000)])
def test_yuan_as_people_write_it(text: str, fen: int) -> None:
    assert parse_yuan(text) == fen


@pytest.mark.parametrize(
    "text",
    [
        "",
        " 1",
        "1\n",
        "1.",
        ".5",
        "01",
        "1.234",
        "1e3",
        "12,34.00",
        "1,2345",
        "+1",
        "-0.00",
        "¥1",
        "１",
        "٣",
        "1_000",
        "NaN",
        "--1",
        "90071992547409.92",
        "9" * 5000,
    ],
)
def test_an_amount_that_is_not_strict_is_refused(text: str) -> None:
    with pytest.raises(InvalidAmount):
        parse_yuan(text)
