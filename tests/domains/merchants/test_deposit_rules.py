"""What a deposit rule asks for, and how a deposit stands when less is there."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.merchants.rules.deposits import DepositRule, DepositState, requirement, standing
from prepaid.domains.merchants.rules.document_expiry import reminder_due

DAY = date(2026, 3, 2)
RULE = DepositRule(base_fen=1_000_000, per_store_fen=200_000, balance_bps=500, cap_fen=5_000_000, grace_days=15)
FEN = st.integers(0, 10**12)


@pytest.mark.parametrize(
    ("stores", "balance_fen", "parts"),
    [
        (0, 0, (1_000_000, 0, 0, 0)),
        (3, 0, (1_000_000, 600_000, 0, 0)),
        (3, 33, (1_000_000, 600_000, 2, 0)),
        (3, 100_000_00, (1_000_000, 600_000, 500_000, 0)),
        (1, 100_000_000, (1_000_000, 200_000, 5_000_000, 1_200_000)),
    ],
    ids=["base", "stores", "odd-fen-up", "balance", "capped"],
)
def test_the_rule_adds_its_parts_up_to_the_cap(stores: int, balance_fen: int, parts: tuple[int, int, int, int]) -> None:
    wanted = requirement(RULE, stores=stores, balance_fen=balance_fen)
    assert (wanted.base_fen, wanted.stores_fen, wanted.balance_part_fen, wanted.capped_fen) == parts
    assert wanted.required_fen == sum(parts[:3]) - parts[3]


@given(base=FEN, per_store=FEN, bps=st.integers(0, 10_000), cap=st.none() | FEN, stores=st.integers(0, 500), owed=FEN)
def test_a_requirement_grows_with_stores_and_balance_and_never_passes_its_cap(
    base: int, per_store: int, bps: int, cap: int | None, stores: int, owed: int
) -> None:
    rule = DepositRule(base_fen=base, per_store_fen=per_store, balance_bps=bps, cap_fen=cap)
    wanted = requirement(rule, stores=stores, balance_fen=owed).required_fen
    assert 0 <= wanted <= requirement(rule, stores=stores + 1, balance_fen=owed + 1).required_fen
    assert cap is None or wanted <= cap


def stands(
    held_fen: int, *, due_fen: int = 100, before: bool = True, since: date | None = None, day: int = 0
) -> tuple[DepositState, date | None, date | None]:
    found = standing(
        required_fen=100,
        due_fen=due_fen,
        held_fen=held_fen,
        satisfied_before=before,
        short_since=since,
        today=DAY + timedelta(days=day),
        grace_days=15,
    )
    return found.state, found.short_since, found.grace_until


def test_a_shortfall_has_days_of_grace_and_then_pauses() -> None:
    until = DAY + timedelta(days=15)
    assert stands(99) == (DepositState.GRACE, DAY, until)
    assert stands(99, since=DAY, day=15) == (DepositState.GRACE, DAY, until)
    assert stands(99, since=DAY, day=16) == (DepositState.PAUSED, DAY, until)
    assert stands(100, since=DAY, day=16) == (DepositState.SATISFIED, None, None)


def test_whoever_never_paid_has_no_grace() -> None:
    assert stands(99, before=False) == (DepositState.UNPAID, None, None)


def test_all_waived_is_nothing_required() -> None:
    assert stands(0, due_fen=0, before=False)[0] is DepositState.NOT_REQUIRED


@pytest.mark.parametrize(
    ("left", "sent", "due"),
    [
        (31, None, None), (30, None, 30), (29, 30, None), (12, None, 30), (7, 30, 7), (7, 7, None), (1, 7, 1),
        (0, 7, 1), (0, 1, None), (-1, 7, None), (3, None, 7),
    ],
    ids=lambda value: str(value),
)  # fmt: skip
def test_each_reminder_is_sent_once_and_a_missed_one_is_made_up_for(
    left: int, sent: int | None, due: int | None
) -> None:
    assert reminder_due(DAY + timedelta(days=left), DAY, sent) == due
