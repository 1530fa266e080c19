"""Balances at any past instant and trial balances, also when the clock went back."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from prepaid.core.actor import SYSTEM
from prepaid.core.database import ReadSession
from prepaid.domains.ledger.commands.deposits import pay_deposit
from prepaid.domains.ledger.commands.payouts import begin_withdrawal
from prepaid.domains.ledger.commands.pending import void
from prepaid.domains.ledger.reads.figures import Standing, TrialLine, balance_before, standing, trial_balance
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import AccountRef, TransferKind
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.ledger.books import Books, terms

NOON = datetime(2026, 3, 1, 4, 0, tzinfo=UTC)
DEPOSIT = AccountRef(AccountCode.DEPOSIT)
DRAWABLE = AccountRef(AccountCode.MERCHANT_DRAWABLE)


async def pay_at(books: Books, hour: int, amount_fen: int) -> None:
    with clock.freeze(NOON + timedelta(hours=hour)):
        await books.do(pay_deposit, deposit_payment_id=uuid7(), amount_fen=amount_fen)


async def at(source: ReadSession, merchant: UUID, hour: float) -> int:
    return await balance_before(source, merchant, DEPOSIT, NOON + timedelta(hours=hour))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(paid=st.lists(st.tuples(st.integers(0, 9), st.integers(1, 1_000)), min_size=1, max_size=12))
async def test_a_past_balance_is_the_sum_of_what_was_effective(books: Books, paid: list[tuple[int, int]]) -> None:
    books.merchant = uuid7()
    for hour, amount in paid:
        await pay_at(books, hour, amount)
    async with books.db.read(SYSTEM) as source:
        for hour in range(-1, 11):
            assert await at(source, books.merchant, hour) == sum(fen for each, fen in paid if each < hour)


async def test_a_past_balance_takes_index_look_ups(books: Books) -> None:
    await pay_at(books, 1, 10)
    async with books.db.read(SYSTEM) as source:
        await at(source, books.merchant, 2)
        assert source.statements == 1


async def test_a_trial_balance_of_an_accounting_day_balances(books: Books) -> None:
    with clock.freeze(NOON - timedelta(days=1)):
        await books.sell(terms(4_000, 1_000), 1_000)
    with clock.freeze(NOON):
        await books.sell(terms(0), 500)
    since, until = clock.day_bounds(clock.shanghai_day(NOON))
    async with books.db.read(SYSTEM) as source:
        lines = await trial_balance(source, since=since, until=until, merchant_id=books.merchant)
        everywhere = await trial_balance(source, since=since, until=until, merchant_id=None)
    assert lines == everywhere
    assert TrialLine(AccountCode.CHANNEL_CLEARING, 1_000, 500, 0, 1_500) in lines
    assert TrialLine(AccountCode.ORDER_LIABILITY, 0, 500, 500, 0) in lines
    assert sum(line.debits_fen for line in lines) == sum(line.credits_fen for line in lines)


async def test_nothing_of_a_day_changes_when_more_is_booked_later(books: Books) -> None:
    day = clock.shanghai_day(NOON)
    await pay_at(books, 0, 100)
    since, until = clock.day_bounds(day)
    async with books.db.read(SYSTEM) as source:
        before = await trial_balance(source, since=since, until=until, merchant_id=books.merchant)
    await pay_at(books, 24, 7)
    async with books.db.read(SYSTEM) as source:
        assert await trial_balance(source, since=since, until=until, merchant_id=books.merchant) == before


async def test_a_figure_can_be_had_as_it_was_known(books: Books) -> None:
    await pay_at(books, 5, 100)
    known = await books.superuser.fetchval("SELECT clock_timestamp()")
    await pay_at(books, 1, 7)
    until = NOON + timedelta(hours=6)
    async with books.db.read(SYSTEM) as source:
        assert await balance_before(source, books.merchant, DEPOSIT, until) == 107
        assert await balance_before(source, books.merchant, DEPOSIT, until, known=known) == 100
        then = await trial_balance(source, since=NOON, until=until, merchant_id=books.merchant, known=known)
    assert TrialLine(AccountCode.DEPOSIT, 0, 0, 100, 100) in then


async def test_what_is_held_is_not_available(books: Books) -> None:
    payout = uuid7()
    await books.sell(terms(0), 500)
    await books.do(begin_withdrawal, payout_id=payout, drawable_fen=200, settled_fen=0)
    async with books.db.read(SYSTEM) as source:
        assert await standing(source, books.merchant, DRAWABLE) == Standing(500, 0, 200, 300)
        assert await standing(source, books.merchant, DEPOSIT) == Standing(0, 0, 0, 0)
    await books.do(void, kind=TransferKind.WITHDRAWAL, reference=payout)
    async with books.db.read(SYSTEM) as source:
        assert await standing(source, books.merchant, DRAWABLE) == Standing(500, 0, 0, 500)
