"""Days of automatic payouts, shares that come back, debts that are set off, customers that are dealt."""

from datetime import UTC, datetime, time, timedelta
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.commission.rules.handover import HANDOVER_STATES, HandoverState, dealt
from prepaid.domains.commission.rules.lines import (
    GIVEN_OUT,
    LINE_STATES,
    REVIEWABLE,
    LineState,
    first_state,
    frozen_until,
    returned_share,
)
from prepaid.domains.commission.rules.payouts import (
    PAYOUT_STATES,
    Cadence,
    Debt,
    PayoutState,
    PayoutTerms,
    set_off,
)
from prepaid.kit import clock

FEN = st.integers(min_value=0, max_value=10**9)
NOW = datetime(2026, 11, 23, 3, 0, tzinfo=UTC)
"""A Monday, 11:00 in Shanghai."""


@pytest.mark.parametrize(
    ("terms", "due"),
    [
        pytest.param({"cadence": Cadence.DAILY, "month_day": None}, datetime(2026, 11, 23, 2, tzinfo=UTC), id="today"),
        pytest.param(
            {"cadence": Cadence.DAILY, "month_day": None, "pay_at": time(12)},
            datetime(2026, 11, 22, 4, tzinfo=UTC),
            id="yesterday",
        ),
        pytest.param(
            {"cadence": Cadence.WEEKLY, "month_day": None, "weekday": 5},
            datetime(2026, 11, 20, 2, tzinfo=UTC),
            id="friday",
        ),
        pytest.param({"month_day": 10}, datetime(2026, 11, 10, 2, tzinfo=UTC), id="the-tenth"),
        pytest.param({"month_day": 28}, datetime(2026, 10, 28, 2, tzinfo=UTC), id="last-month"),
    ],
)
def test_the_last_day_of_paying(terms: dict[str, object], due: datetime) -> None:
    chosen = PayoutTerms(**terms)  # type: ignore[arg-type]
    assert chosen.complete
    assert chosen.last_due(NOW) == due


@given(st.datetimes(min_value=datetime(2024, 1, 1), max_value=datetime(2030, 1, 1), timezones=st.just(UTC)))
def test_what_was_due_last_lies_within_a_month(now: datetime) -> None:
    for terms in (
        PayoutTerms(),
        PayoutTerms(month_day=28),
        PayoutTerms(cadence=Cadence.WEEKLY, month_day=None, weekday=7),
    ):
        due = terms.last_due(now)
        assert now - timedelta(days=32) < due <= now
        assert terms.last_due(due) == due


@given(FEN, FEN.filter(bool), st.lists(FEN, min_size=1, max_size=5))
def test_what_comes_back_grows_with_the_return_and_ends_at_all(amount: int, price: int, returns: list[int]) -> None:
    shares = [returned_share(amount, price, returned) for returned in sorted(returns)]
    assert shares == sorted(shares)
    assert all(0 <= share <= amount for share in shares)
    assert (returned_share(amount, price, 0), returned_share(amount, price, price)) == (0, amount)


@given(FEN, st.lists(FEN, max_size=6))
def test_debts_are_set_off_in_order_and_never_beyond(amount: int, open_fen: list[int]) -> None:
    debts = [Debt(uuid4(), each) for each in open_fen]
    parts = set_off(amount, debts)
    assert sum(part for _, part in parts) == min(amount, sum(open_fen))
    by_id = {debt.receivable_id: debt.open_fen for debt in debts}
    assert all(0 < part <= by_id[which] for which, part in parts)
    assert all(part == by_id[which] for which, part in parts[:-1])


@given(st.integers(min_value=1, max_value=5), st.integers(min_value=0, max_value=40))
def test_customers_are_dealt_evenly(successors: int, customers: int) -> None:
    people: list[UUID] = [uuid4() for _ in range(successors)]
    who = dealt(people, [uuid4() for _ in range(customers)])
    counts = [list(who.values()).count(person) for person in people]
    assert len(who) == customers
    assert max(counts) - min(counts) <= 1


def test_states() -> None:
    assert LINE_STATES.terminal == {LineState.REJECTED, LineState.REVERSED, LineState.OFFSET}
    assert not any(LINE_STATES.can(state, LineState.REVERSED) for state in GIVEN_OUT)
    assert all(LINE_STATES.can(state, LineState.APPROVED) for state in REVIEWABLE)
    assert PAYOUT_STATES.can(PayoutState.PAID, PayoutState.FAILED)
    assert HANDOVER_STATES.terminal == {HandoverState.DONE, HandoverState.CANCELLED}
    assert (first_state(0), first_state(1)) == (LineState.ACCRUED, LineState.FROZEN)
    assert frozen_until(NOW, 7) - NOW == timedelta(days=7)
    assert clock.shanghai_day(NOW).isoweekday() == 1
