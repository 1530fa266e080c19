"""Rules of custody without a database: golden vectors of the tiers, quarters, patience, states."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.custody.rules.accounts import ACCOUNT_STATES, AccountState
from prepaid.domains.custody.rules.guarantees import in_force
from prepaid.domains.custody.rules.operations import (
    LONGEST_WAIT,
    MOST_ATTEMPTS,
    OPERATION_STATES,
    UNSETTLED,
    OperationState,
    wait_after,
)
from prepaid.domains.custody.rules.quarters import Quarter
from prepaid.domains.custody.rules.tiers import (
    GENERAL_LINE_FEN,
    HIGHEST_SPECIAL_LINE_FEN,
    CustodyTier,
    required_fen,
    shortfall_fen,
    special_line_fen,
)
from prepaid.domains.custody.rules.wallets import WAITS_FOR, WALLET_STATES, WalletState
from prepaid.kit.money import InvalidAmount
from prepaid.providers.custody_wallet import WalletAct

YUAN = 100
AMOUNTS = st.integers(0, 10**13)
OF_LAST_QUARTER = {
    "scale": (CustodyTier.SCALE, 1_000_000 * YUAN, 200_000 * YUAN),
    "group": (CustodyTier.GROUP, 1_000_000 * YUAN, 300_000 * YUAN),
    "brand": (CustodyTier.BRAND, 1_000_000 * YUAN, 400_000 * YUAN),
    "nothing sold": (CustodyTier.BRAND, 0, 0),
    "rounded up to the fen": (CustodyTier.SCALE, 3, 1),
    "one fen": (CustodyTier.GROUP, 1, 1),
}


@pytest.mark.parametrize("case", OF_LAST_QUARTER)
def test_a_share_of_the_last_quarter(case: str) -> None:
    tier, quarter_end, expected = OF_LAST_QUARTER[case]
    assert required_fen(tier, quarter_end_fen=quarter_end, principal_fen=999_999_999) == expected


LOCAL = {
    # principal, last year's revenue (None: younger than a year), required; all in yuan and fen
    "below the general line": (199_999_99, 10_000_000 * YUAN, 0),
    "on the general line": (200_000_00, 10_000_000 * YUAN, 0),
    "a fen above it": (200_000_01, 10_000_000 * YUAN, 1),
    "100,000 above it": (300_000_00, 10_000_000 * YUAN, 40_000_00),
    "on the special line of 2 m": (2_000_000_00, 10_000_000 * YUAN, 720_000_00),
    "a fen above it ": (2_000_000_01, 10_000_000 * YUAN, 720_000_01),
    "1 m above it": (3_000_000_00, 10_000_000 * YUAN, 1_720_000_00),
    "younger than a year": (300_000_00, None, 100_000_00),
    "younger than a year, on the line": (200_000_00, None, 0),
    "small revenue has the general line": (300_000_00, 500_000 * YUAN, 100_000_00),
    "the special line is 50 m at most": (60_000_000_00, 10**12, 19_920_000_00 + 10_000_000_00),
}


@pytest.mark.parametrize("case", LOCAL)
def test_local_asks_for_40_percent_above_one_line_and_all_above_the_other(case: str) -> None:
    principal, revenue, expected = LOCAL[case]
    required = required_fen(
        CustodyTier.LOCAL, quarter_end_fen=0, principal_fen=principal, prior_year_revenue_fen=revenue
    )
    assert required == expected


def test_ecny_keeps_everything() -> None:
    assert required_fen(CustodyTier.ECNY_FULL, quarter_end_fen=5, principal_fen=123_457) == 123_457


@given(st.sampled_from(CustodyTier), AMOUNTS, AMOUNTS, st.none() | AMOUNTS)
def test_no_tier_asks_for_more_than_there_is(
    tier: CustodyTier, quarter_end: int, principal: int, revenue: int | None
) -> None:
    required = required_fen(tier, quarter_end_fen=quarter_end, principal_fen=principal, prior_year_revenue_fen=revenue)
    assert 0 <= required <= max(quarter_end, principal)


@given(AMOUNTS, AMOUNTS, st.none() | AMOUNTS)
def test_more_principal_never_needs_less(principal: int, more: int, revenue: int | None) -> None:
    def local(amount: int) -> int:
        return required_fen(CustodyTier.LOCAL, quarter_end_fen=0, principal_fen=amount, prior_year_revenue_fen=revenue)

    assert local(principal + more) >= local(principal)
    assert local(principal + more) - local(principal) <= more + 1


@given(st.none() | AMOUNTS)
def test_the_special_line_lies_between_its_bounds(revenue: int | None) -> None:
    assert GENERAL_LINE_FEN <= special_line_fen(revenue) <= HIGHEST_SPECIAL_LINE_FEN


@pytest.mark.parametrize("tier", list(CustodyTier))
def test_a_negative_principal_is_a_mistake(tier: CustodyTier) -> None:
    with pytest.raises(InvalidAmount):
        required_fen(tier, quarter_end_fen=-1, principal_fen=-1)


def test_guarantees_and_what_is_held_cover_what_is_required() -> None:
    assert shortfall_fen(required=1_000, guaranteed=300, held=699) == 1
    assert shortfall_fen(required=1_000, guaranteed=300, held=700) == 0
    assert shortfall_fen(required=1_000, guaranteed=5_000, held=0) == 0


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2026, 1, 1), "2025Q4"),
        (date(2026, 3, 31), "2025Q4"),
        (date(2026, 4, 1), "2026Q1"),
        (date(2026, 12, 31), "2026Q3"),
    ],
    ids=str,
)
def test_the_last_quarter_of_a_day(day: date, expected: str) -> None:
    assert str(Quarter.before(day)) == expected


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_a_quarter_ends_before_the_next_begins(day: date) -> None:
    quarter = Quarter.of(day)
    assert Quarter.of(quarter.last_day) == quarter
    assert Quarter.before(quarter.last_day + timedelta(days=1)) == quarter
    assert day <= quarter.last_day


TERM = {"valid_from": date(2026, 1, 1), "valid_until": date(2026, 6, 30)}


@pytest.mark.parametrize(
    ("day", "ended_on", "expected"),
    [
        (date(2025, 12, 31), None, False),
        (date(2026, 1, 1), None, True),
        (date(2026, 6, 30), None, True),
        (date(2026, 7, 1), None, False),
        (date(2026, 2, 1), date(2026, 2, 2), True),
        (date(2026, 2, 2), date(2026, 2, 2), False),
    ],
)
def test_a_guarantee_counts_on_both_its_days_and_not_from_its_end(
    day: date, ended_on: date | None, expected: bool
) -> None:
    assert in_force(day, ended_on=ended_on, **TERM) is expected


def test_patience_grows_and_ends() -> None:
    waits = [wait_after(attempt) for attempt in range(1, MOST_ATTEMPTS + 1)]
    assert waits[-1] is None
    seconds = [wait.total_seconds() for wait in waits if wait]
    assert seconds == [2, 4, 8, 16, 32, 64, 128]
    assert max(seconds) <= LONGEST_WAIT.total_seconds()


def test_what_was_sent_is_never_simply_cancelled() -> None:
    assert OPERATION_STATES.can(OperationState.REQUESTED, OperationState.CANCELLED)
    for state in set(OperationState) - {OperationState.REQUESTED}:
        assert not OPERATION_STATES.can(state, OperationState.CANCELLED)
    assert UNSETTLED | OPERATION_STATES.terminal == set(OperationState)


def test_a_wallet_ends_in_one_of_three_ways() -> None:
    assert WALLET_STATES.initial is WalletState.CREATED
    assert WALLET_STATES.terminal == {WalletState.CLOSED, WalletState.REFUNDED, WalletState.FAILED}
    assert ACCOUNT_STATES.can(AccountState.FAILED, AccountState.OPENING)


def test_every_act_says_what_it_waits_for_and_a_refund_waits_for_no_release() -> None:
    assert set(WAITS_FOR) == set(WalletAct)
    assert WalletAct.RELEASE not in WAITS_FOR[WalletAct.REFUND]
