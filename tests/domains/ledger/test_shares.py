"""The arithmetic of shares: golden vectors of domain/100, and what holds for every amount."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.ledger.rules.refunds import refund_shares
from prepaid.domains.ledger.rules.shares import NOTHING, Consumed, Split, Undone, earned, given_back, split_all
from prepaid.kit.money import InvalidAmount
from tests.domains.ledger.books import terms

AMOUNTS = st.integers(0, 10_000_000)
RATES = st.sampled_from([0, 1, 2_000, 3_333, 4_000, 9_999, 10_000]) | st.integers(0, 10_000)


@pytest.mark.parametrize(
    ("custody_bps", "principal", "split"),
    [
        (4_000, 75_000, Split(30_000, 45_000, 0)),
        (10_000, 75_000, Split(75_000, 0, 0)),
        (0, 75_000, Split(0, 75_000, 0)),
        (4_000, 1, Split(1, 0, 0)),
        (4_000, 99_999, Split(40_000, 59_999, 0)),
        (3_333, 101, Split(34, 67, 0)),
        (4_000, 0, NOTHING),
    ],
)
def test_custody_is_rounded_up(custody_bps: int, principal: int, split: Split) -> None:
    assert terms(custody_bps).split(principal) == split


def test_drawable_is_rounded_down() -> None:
    assert terms(4_000, 1_000).split(99_999) == Split(40_000, 59_999, 6_000)
    assert terms(0, 10_000).split(7) == Split(0, 7, 7)


def test_a_redemption_moves_the_differences() -> None:
    shares = terms(4_000, 1_000)
    assert earned(shares, [Consumed(100_000, 25_000)]) == Split(10_000, 15_000, 1_500)
    # ⌈0.4·3⌉ − ⌈0.4·2⌉ = 1 of the first lot, ⌈0.4·2⌉ = 1 of the second; of the first nothing is advanced then.
    assert earned(shares, [Consumed(3, 1), Consumed(2, 2)]) == Split(2, 1, 1)


@given(AMOUNTS, RATES, RATES, st.data())
def test_any_prefix_of_redemptions_sums_exactly_and_nothing_is_left(
    paid: int, custody_bps: int, holdback_bps: int, data: st.DataObject
) -> None:
    shares, left, moved = terms(custody_bps, holdback_bps), paid, NOTHING
    while left:
        value = data.draw(st.integers(max(1, left // 7), left))
        part = earned(shares, [Consumed(left, value)])
        assert min(part.custody_fen, part.advance_fen, part.holdback_fen) >= 0
        moved, left = moved + part, left - value
        assert moved == shares.split(paid) - shares.split(left)
    assert moved == shares.split(paid)


@given(st.integers(1, 100_000), RATES, RATES, st.data())
def test_an_undo_in_any_order_leaves_the_lot_where_its_principal_says(
    paid: int, custody_bps: int, holdback_bps: int, data: st.DataObject
) -> None:
    shares, left, made = terms(custody_bps, holdback_bps), paid, list[Consumed]()
    standing = shares.split(paid)
    for _ in range(data.draw(st.integers(1, 5))):
        if left:
            made.append(Consumed(left, data.draw(st.integers(1, left))))
            standing, left = standing - earned(shares, made[-1:]), left - made[-1].value_fen
    for each in data.draw(st.permutations(made)):
        back = given_back(shares, [Undone(each.principal_fen, each.value_fen, left)])
        odd = earned(shares, [each]).custody_fen - back.custody_fen
        assert abs(odd) <= 1
        standing, left = standing + back, left + each.value_fen
        assert standing == shares.split(left)
    assert standing == shares.split(paid)


@given(st.lists(AMOUNTS, min_size=1, max_size=4), RATES, RATES, AMOUNTS, st.data())
def test_a_refund_is_paid_whole_by_custody_and_merchant(
    principals: list[int], custody_bps: int, holdback_bps: int, refund: int, data: st.DataObject
) -> None:
    split = split_all(terms(custody_bps, holdback_bps), principals)
    fee = data.draw(st.integers(0, refund))
    shares = refund_shares(split, refund, fee)
    assert split.custody_fen + shares.from_merchant_fen == refund + shares.to_settled_fen
    assert 0 in (shares.to_settled_fen, shares.from_merchant_fen)
    assert shares.from_holdback_fen + shares.freed_holdback_fen == split.holdback_fen
    assert shares.from_holdback_fen <= shares.from_merchant_fen


@pytest.mark.parametrize(("principal", "value"), [(100, 0), (100, 101), (100, -1), (0, 0)])
def test_a_redemption_takes_something_and_no_more_than_there_is(principal: int, value: int) -> None:
    with pytest.raises(InvalidAmount):
        earned(terms(4_000), [Consumed(principal, value)])


@pytest.mark.parametrize(("refund", "fee"), [(100, 101), (-1, 0), (100, -1)])
def test_a_fee_is_kept_out_of_the_refund(refund: int, fee: int) -> None:
    with pytest.raises(InvalidAmount):
        refund_shares(NOTHING, refund, fee)
