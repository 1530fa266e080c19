"""What uses are worth, which lot goes first, numbers of cards."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.cards.rules.cards import CARD_STATES, CardStatus, Funding
from prepaid.domains.cards.rules.consumption import Stock, plan
from prepaid.domains.cards.rules.numbers import card_number, is_card_number
from prepaid.domains.cards.rules.stock import STOCK_STATES, StockState
from prepaid.domains.cards.rules.value import cumulative_fen, worth
from prepaid.domains.catalog.rules.products import ConsumptionOrder

DAY = datetime(2026, 3, 1, tzinfo=UTC)


def stock(index: int, available: int, *, bonus: bool = False, expires: int | None = None, paid: int = 0) -> Stock:
    return Stock(
        lot_id=UUID(int=index),
        funding=Funding.BONUS if bonus else Funding.PAID,
        available=available,
        expires_at=None if expires is None else DAY + timedelta(days=expires),
        granted_at=DAY + timedelta(days=paid),
    )


def taken(
    lots: list[Stock], quantity: int, order: ConsumptionOrder = ConsumptionOrder.PRINCIPAL_FIRST
) -> list[tuple[int, int]]:
    return [(lot.int, units) for lot, units in plan(lots, quantity, order)]


def test_five_hundred_for_seven_visits() -> None:
    uses = [
        worth(Funding.PAID, paid_fen=50_000, list_fen=70_000, granted=7, since=n, until=n + 1).principal_fen
        for n in range(7)
    ]
    assert uses == [7_142, 7_143, 7_143, 7_143, 7_143, 7_143, 7_143]


def test_bonus_is_worth_its_list_price_and_no_principal() -> None:
    value = worth(Funding.BONUS, paid_fen=0, list_fen=9_000, granted=3, since=0, until=1)
    assert (value.principal_fen, value.bonus_fen, value.list_fen) == (0, 3_000, 3_000)


@given(
    total=st.integers(0, 10**9), cuts=st.lists(st.integers(1, 1_000), min_size=1, max_size=40), extra=st.integers(0, 50)
)
def test_any_split_of_a_lot_sums_exactly(total: int, cuts: list[int], extra: int) -> None:
    granted = sum(cuts) + extra
    done, sums = 0, 0
    for units in cuts:
        value = worth(Funding.PAID, paid_fen=total, list_fen=total, granted=granted, since=done, until=done + units)
        assert value.principal_fen >= 0
        done, sums = done + units, sums + value.principal_fen
        assert sums == cumulative_fen(total, done, granted)
    assert cumulative_fen(total, granted, granted) == total


def test_the_earliest_expiry_goes_first_then_the_oldest_payment() -> None:
    lots = [stock(1, 5, paid=1), stock(2, 5, expires=30, paid=3), stock(3, 5, expires=10, paid=2), stock(4, 5, paid=0)]
    assert taken(lots, 18) == [(3, 5), (2, 5), (4, 5), (1, 3)]


def test_bonus_goes_last_even_when_it_expires_first() -> None:
    lots = [stock(1, 5, bonus=True, expires=1), stock(2, 5)]
    assert taken(lots, 7) == [(2, 5), (1, 2)]


def test_bonus_goes_with_the_principal_where_the_card_type_says_so() -> None:
    lots = [stock(1, 200, bonus=True), stock(2, 1_000)]
    assert taken(lots, 600, ConsumptionOrder.PROPORTIONAL) == [(2, 500), (1, 100)]


LOTS = st.lists(
    st.tuples(st.integers(0, 500), st.booleans(), st.none() | st.integers(1, 9), st.integers(0, 9)), max_size=8
)


@given(lots=LOTS, part=st.integers(1, 1_000), order=st.sampled_from(ConsumptionOrder))
def test_a_plan_takes_what_is_wanted_and_no_more_than_there_is(
    lots: list[tuple[int, bool, int | None, int]], part: int, order: ConsumptionOrder
) -> None:
    stocks = [
        stock(number, available, bonus=bonus, expires=expires, paid=paid)
        for number, (available, bonus, expires, paid) in enumerate(lots)
    ]
    there = sum(each.available for each in stocks)
    if part > there:
        with pytest.raises(ValueError, match="more is wanted"):
            plan(stocks, part, order)
        return
    planned = plan(stocks, part, order)
    held = {each.lot_id: each.available for each in stocks}
    assert sum(units for _, units in planned) == part
    assert len({lot for lot, _ in planned}) == len(planned)
    assert all(0 < units <= held[lot] for lot, units in planned)


@given(prefix=st.from_regex(r"\A[0-9]{2,8}\Z"), running=st.integers(1, 10**10 - 1))
def test_a_number_has_its_prefix_and_check_digit(prefix: str, running: int) -> None:
    number = card_number(prefix, running)
    assert is_card_number(number, prefix)
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    assert not is_card_number(wrong, prefix)


def test_what_has_ended_stays_ended() -> None:
    assert CARD_STATES.terminal == {CardStatus.REFUNDED, CardStatus.CLOSED, CardStatus.REPLACED}
    assert CARD_STATES.can(CardStatus.EXPIRED, CardStatus.ACTIVE)
    assert STOCK_STATES.terminal == {StockState.BLOCKED}
    assert not STOCK_STATES.can(StockState.IN_STOCK, StockState.SOLD)
