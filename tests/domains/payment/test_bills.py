"""The provider's bill beside our rows and the ledger: what agrees is silent, what differs is a break."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.identity.errors.members import ReasonTooShort
from prepaid.domains.payment.commands.fetch_bill import fetch_bill
from prepaid.domains.payment.commands.resolve_break import resolve_break
from prepaid.domains.payment.errors import BillDayInvalid, BreakResolved
from prepaid.domains.payment.jobs.bills import DAILY
from prepaid.domains.payment.rules.reconciliation import BreakResolution
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT
from tests.domains.payment.test_refunds import refund, settle
from tests.domains.payment.till import Till

DAY = timedelta(days=1)


async def reconciled(till: Till, day: date) -> list[tuple[str, str, str]]:
    """The next day's breaks, after the bill of `day` was fetched: kind, state, reference."""

    async def ask(tx: WriteSession, merchant_id: UUID) -> None:
        await fetch_bill(tx, day=day)

    with clock.travel(DAY):
        await till.do(ask)
        await till.work()
    rows = await till.superuser.fetch("SELECT kind, state, reference FROM payment_break ORDER BY id")
    return [(row["kind"], row["state"], row["reference"]) for row in rows]


async def test_a_day_that_agrees_has_no_breaks_and_its_fees_are_booked(till: Till) -> None:
    first, second = await till.paid(10_000), await till.paid(999)
    await refund(till, first, 4_000)
    await settle(till)
    today = clock.today_shanghai()
    for _ in range(2):
        assert await reconciled(till, today) == []
    (bill,) = await till.superuser.fetch("SELECT * FROM payment_bill")
    assert (bill["lines"], bill["charged_fen"], bill["refunded_fen"], bill["fee_fen"]) == (3, 10_999, 4_000, 42)
    assert [(await till.row(each))["fee_fen"] for each in (first, second)] == [60, 6]
    assert (await till.balances())["CHANNEL_FEE"] == 42
    assert (await till.balances())["CHANNEL_CLEARING"] == 10_999 - 4_000 - 42


async def test_what_was_paid_and_never_told_is_found_and_settles_itself(till: Till) -> None:
    await till.provider.odd("LOST", times=9)
    payment = await till.ask_for()
    await till.superuser.execute("DELETE FROM pgqueuer")
    await till.provider.pay(payment.reference)
    today = clock.today_shanghai()
    assert await reconciled(till, today) == [("MISSING_HERE", "OPEN", payment.reference)]
    assert await till.state(payment) == "CAPTURED"
    assert await reconciled(till, today) == [("MISSING_HERE", "RESOLVED", payment.reference)]
    assert (await till.row(payment))["fee_fen"] == 60


async def test_every_kind_of_difference_is_a_break(till: Till) -> None:
    missing, amount, payee, twice, ledger = [await till.paid(1_000 + number) for number in range(5)]
    charges = till.provider.provider.books.charges
    stranger = charges.pop(missing.reference)
    stranger.reference = "NOT-OURS"
    charges[stranger.reference] = stranger
    charges[amount.reference].amount_fen += 1
    charges[payee.reference].payee = "1900000888"
    copy = type(stranger)(**{name: getattr(charges[twice.reference], name) for name in stranger.__slots__})
    charges["copy"] = copy
    await till.superuser.execute("ALTER TABLE ledger_transfer DISABLE TRIGGER append_only")
    await till.superuser.execute("UPDATE ledger_transfer SET amount_fen = 7 WHERE reference = $1", str(ledger.id))
    found = {(kind, reference) for kind, _, reference in await reconciled(till, clock.today_shanghai())}
    assert found == {
        ("MISSING_AT_PROVIDER", missing.reference),
        ("MISSING_HERE", "NOT-OURS"),
        ("AMOUNT_DIFFERS", amount.reference),
        ("PAYEE_DIFFERS", payee.reference),
        ("LISTED_TWICE", twice.reference),
        ("LEDGER_DIFFERS", ledger.reference),
    }
    (unknown,) = await till.superuser.fetch("SELECT merchant_id FROM payment_break WHERE reference = 'NOT-OURS'")
    assert unknown["merchant_id"] == PLATFORM_TENANT


async def test_a_break_is_resolved_with_a_reason_once(till: Till) -> None:
    payment = await till.paid()
    till.provider.provider.books.charges[payment.reference].amount_fen += 1
    await reconciled(till, clock.today_shanghai())
    (row,) = await till.rows("payment_break")

    def resolve(reason: str) -> Any:
        async def command(tx: WriteSession, merchant_id: UUID) -> None:
            await resolve_break(
                tx,
                SYSTEM,
                tenant=merchant_id,
                break_id=row["id"],
                resolution=BreakResolution.PROVIDER_CORRECTED,
                reason=reason,
            )

        return command

    with pytest.raises(ReasonTooShort):
        await till.do(resolve("好"))
    await till.do(resolve("渠道次日已更正账单"))
    with pytest.raises(BreakResolved):
        await till.do(resolve("渠道次日已更正账单"))
    (row,) = await till.rows("payment_break")
    assert (row["state"], row["resolution"], row["own_fen"], row["provider_fen"]) == (
        "RESOLVED",
        "PROVIDER_CORRECTED",
        10_000,
        10_001,
    )


async def test_only_past_days_have_a_bill(till: Till) -> None:
    async def ask(tx: WriteSession, merchant_id: UUID, day: date) -> None:
        await fetch_bill(tx, day=day)

    today = clock.today_shanghai()
    for day in (today, today + DAY, today - 91 * DAY):
        with pytest.raises(BillDayInvalid):
            await till.do(ask, day=day)


async def test_every_morning_the_missing_days_are_fetched(till: Till) -> None:
    async def morning(tx: WriteSession, merchant_id: UUID) -> None:
        await enqueue(tx, DAILY, payload={})

    await till.paid()
    with clock.travel(DAY):
        await till.do(morning)
        await till.work()
    days = await till.superuser.fetch("SELECT day, lines FROM payment_bill ORDER BY day")
    assert [row["lines"] for row in days] == [0, 0, 0, 0, 0, 0, 1]
