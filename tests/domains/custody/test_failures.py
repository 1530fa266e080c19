"""A provider that fails: every instruction ends once, or stands in the bank's queue with its money where it was."""

from datetime import timedelta
from functools import partial
from typing import Any

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.jobs import JobContext
from prepaid.domains.custody.commands import attempting
from prepaid.domains.custody.commands.abandon_operation import abandon_operation
from prepaid.domains.custody.commands.ask_provider import ask_provider
from prepaid.domains.custody.commands.open_merchant_wallet import open_merchant_wallet
from prepaid.domains.custody.commands.resolve_operation import resolve_operation
from prepaid.domains.custody.commands.retry_operation import retry_operation
from prepaid.domains.custody.errors.sufficiency import RevenueOnlyForLocal
from prepaid.domains.custody.errors.wallets import (
    CustodyAccountExists,
    OperationNotInQueue,
    OperationOutcomeUnclear,
    ReceiptNumberMissing,
)
from prepaid.domains.custody.jobs import perform as performing
from prepaid.domains.custody.jobs.sweep import sweep
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.domains.identity.errors.members import ReasonTooShort
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.kit import clock
from prepaid.providers.custody_wallet_http import HttpCustodyWallets
from tests.domains.custody.world import UNDO_WINDOW, World

REASON = "存管机构电话确认"
LATER = UNDO_WINDOW + timedelta(seconds=1)
PATIENCE = timedelta(minutes=20)


async def swept(shop: World) -> None:
    """The schedule's job, then what it enqueued."""

    async def run(tx: Any) -> None:
        await sweep(JobContext(tx, shop.services, 0, 1))

    await shop.db.run(SYSTEM, run)
    await shop.work()


async def until_queued(shop: World) -> None:
    """Let all attempts pass: each wait is shorter than the step."""
    passed = timedelta()
    while not await shop.superuser.fetchval("SELECT count(*) FROM custody_operation WHERE state = 'IN_QUEUE'"):
        passed += timedelta(minutes=3)
        assert passed < timedelta(hours=1)
        with clock.travel(passed):
            await shop.work()


async def queued_id(shop: World) -> Any:
    return await shop.superuser.fetchval("SELECT id FROM custody_operation WHERE state = 'IN_QUEUE'")


FAULTS = {
    "fails before": {"status": 503},
    "fails after": {"status": 503, "after_effect": True},
    "gateway in between": {"status": 502, "after_effect": True},
    "says bad request unsigned": {"status": 400},
}


@pytest.mark.parametrize("fault", FAULTS)
async def test_a_short_fault_is_only_a_delay(shop: World, fault: str) -> None:
    card = await shop.sold(1_000)
    await shop.sandbox.fault(times=3, **FAULTS[fault])
    await shop.work()
    assert (await shop.wallet(card))["state"] == "CREATED"
    for minutes in (1, 2, 3):
        with clock.travel(timedelta(minutes=minutes)):
            await shop.work()
    assert (await shop.wallet(card))["held_fen"] == 400
    assert (await shop.operations("state", act="LOAD")) == [("DONE",)]
    await shop.agrees()


@pytest.mark.parametrize("odd", ["FORGED", "WRONG_AMOUNT", "OTHER_REFERENCE", "TWICE"])
async def test_an_odd_answer_moves_money_once(shop: World, odd: str) -> None:
    card = await shop.sold(1_000)
    await shop.sandbox.odd(odd, act="LOAD", times=2)
    await shop.work()
    for minutes in (1, 2):
        with clock.travel(timedelta(minutes=minutes)):
            await shop.work()
    assert (await shop.wallet(card))["held_fen"] == 400
    await shop.agrees()


async def test_a_provider_that_stays_away_is_left_to_the_bank(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    await shop.sandbox.fault(status=503, times=100)
    with clock.travel(LATER):
        await until_queued(shop)
        assert await shop.operations("attempts", "last_outcome", act="RELEASE") == [(8, "UNCLEAR")]
        events = await shop.superuser.fetch("SELECT outcome FROM custody_operation_event WHERE outcome IS NOT NULL")
        assert len([event for event in events if event["outcome"] == "UNCLEAR"]) == 8
        assert await shop.ledger_fen("CUSTODY_BANK") == 400
        await shop.sandbox.http.delete("/faults/custody")
        with pytest.raises(ReasonTooShort):
            await shop.do(retry_operation, operation_id=await queued_id(shop), reason="x")
        await shop.do(retry_operation, operation_id=await queued_id(shop), reason=REASON)
        await shop.work()
    assert (await shop.wallet(card))["held_fen"] == 300
    await shop.agrees()


async def test_a_refusal_goes_to_the_bank_at_once_with_its_code(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    await shop.sandbox.odd("REFUSED", act="RELEASE")
    with clock.travel(LATER):
        await shop.work()
    assert await shop.operations("state", "last_outcome", "last_code", act="RELEASE") == [
        ("IN_QUEUE", "REFUSED", "REFUSED")
    ]
    audited = await shop.superuser.fetchval(
        "SELECT count(*) FROM audit_event WHERE action = 'custody_operation.queued'"
    )
    assert audited == 1
    await shop.agrees()


async def test_what_is_refused_may_be_abandoned_and_its_money_stays(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    await shop.sandbox.odd("REFUSED", act="RELEASE")
    with clock.travel(LATER):
        await shop.work()
    operation = await queued_id(shop)
    await shop.do(abandon_operation, operation_id=operation, reason=REASON)
    with pytest.raises(OperationNotInQueue):
        await shop.do(abandon_operation, operation_id=operation, reason=REASON)
    await shop.refunded(card)
    await shop.work()
    assert (await shop.wallet(card))["held_fen"] == 100
    assert await shop.superuser.fetchval("SELECT sum(outgoing_fen) FROM ledger_account") == 0
    await shop.agrees()


async def test_what_may_have_been_done_is_not_abandoned(shop: World) -> None:
    await shop.sold(1_000)
    await shop.work()
    await shop.sold(2_000)
    await shop.sandbox.fault(status=503, times=100, after_effect=True)
    await until_queued(shop)
    operation = await queued_id(shop)
    with pytest.raises(OperationOutcomeUnclear):
        await shop.do(abandon_operation, operation_id=operation, reason=REASON)


async def test_asking_the_provider_tells_what_was_done(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.recharged(card, 1_000)
    await shop.sandbox.fault(status=503, times=100, after_effect=True)
    await until_queued(shop)
    with clock.travel(timedelta(hours=2)):
        await shop.do(ask_provider, operation_id=await queued_id(shop))
        await shop.work()
    assert (await shop.wallet(card))["held_fen"] == 800
    await shop.agrees()


async def test_what_the_provider_knows_nothing_of_may_be_abandoned(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.recharged(card, 1_000)
    await shop.sandbox.fault(status=503, times=100)
    await until_queued(shop)
    operation = await queued_id(shop)
    await shop.do(ask_provider, operation_id=operation)
    await shop.work()
    assert await shop.operations("last_outcome", act="LOAD") == [("DONE",), ("UNCLEAR",)], "a request may still arrive"
    with clock.travel(timedelta(hours=2)):
        await shop.work()
    assert (await shop.operations("last_outcome", act="LOAD"))[-1] == ("NOT_DONE",)
    await shop.do(abandon_operation, operation_id=operation, reason=REASON)
    assert await shop.ledger_fen("CHANNEL_CLEARING") == 1_000
    await shop.agrees()


async def test_a_load_that_others_count_on_is_not_abandoned(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.sandbox.odd("REFUSED", act="LOAD")
    await shop.redeemed(card, 1_000)
    await shop.work()
    with pytest.raises(InsufficientFunds):
        await shop.do(abandon_operation, operation_id=await queued_id(shop), reason=REASON)


async def test_the_bank_confirms_by_the_providers_receipt(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.recharged(card, 1_000)
    await shop.sandbox.odd("REFUSED", act="LOAD")
    await shop.work()
    operation = await queued_id(shop)
    with pytest.raises(ReceiptNumberMissing):
        await shop.do(resolve_operation, operation_id=operation, number=" ", reason=REASON)
    await shop.do(resolve_operation, operation_id=operation, number="CW-2026-17", reason=REASON)
    assert (await shop.wallet(card))["held_fen"] == 800
    assert (await shop.operations("number", "state", act="LOAD"))[-1] == ("CW-2026-17", "DONE")
    assert await shop.ledger_fen("CUSTODY_BANK") == 800


async def test_a_wallet_that_cannot_be_opened_fails_and_takes_back_what_waited(shop: World) -> None:
    await shop.sandbox.odd("REFUSED", act="OPEN")
    card = await shop.sold(1_000)
    await shop.work()
    assert await shop.operations("act", "state") == [
        ("OPEN_ACCOUNT", "DONE"),
        ("OPEN", "IN_QUEUE"),
        ("LOAD", "REQUESTED"),
    ]
    await shop.do(abandon_operation, operation_id=await queued_id(shop), reason=REASON)
    assert (await shop.wallet(card))["state"] == "FAILED"
    assert (await shop.operations("act", "state"))[-1] == ("LOAD", "CANCELLED")
    assert await shop.ledger_fen("CHANNEL_CLEARING") == 1_000


async def test_an_account_that_cannot_be_opened_is_instructed_anew(shop: World) -> None:
    await shop.superuser.execute("UPDATE custody_account SET state = 'OPENING'")
    with pytest.raises(CustodyAccountExists):
        await shop.do(open_merchant_wallet, tier=CustodyTier.GROUP)
    with pytest.raises(RevenueOnlyForLocal):
        await shop.do(open_merchant_wallet, tier=CustodyTier.GROUP, prior_year_revenue_fen=1)
    await shop.superuser.execute("UPDATE custody_account SET state = 'FAILED'")
    await shop.sandbox.odd("REFUSED")
    await shop.do(open_merchant_wallet, tier=CustodyTier.GROUP)
    await shop.work()
    await shop.do(abandon_operation, operation_id=await queued_id(shop), reason=REASON)
    assert await shop.superuser.fetchval("SELECT state FROM custody_account") == "FAILED"
    await shop.do(open_merchant_wallet, tier=CustodyTier.LOCAL, prior_year_revenue_fen=5)
    await shop.work()
    assert await shop.superuser.fetchval("SELECT state FROM custody_account") == "OPEN"


async def test_an_abandoned_release_takes_its_reversal_with_it(shop: World) -> None:
    from tests.domains.custody.test_wallets import undo

    card = await shop.sold(1_000)
    await shop.work()
    redemption = await shop.redeemed(card, 250)
    await shop.sandbox.odd("REFUSED", act="RELEASE")
    with clock.travel(LATER):
        await shop.work()
        assert await undo(shop, card, redemption, 250) is True
        await shop.do(abandon_operation, operation_id=await queued_id(shop), reason=REASON)
        await shop.work()
    assert await shop.operations("state", act="REVERSE") == [("CANCELLED",)]
    assert (await shop.wallet(card))["held_fen"] == 400
    await shop.agrees()


POINTS = {
    "before the provider is asked": (HttpCustodyWallets, "carry_out"),
    "after the provider, before the books": (performing, "record_answer"),
}


@pytest.mark.parametrize("point", POINTS)
async def test_a_crash_in_the_middle_of_an_attempt_ends_once(
    shop: World, monkeypatch: pytest.MonkeyPatch, point: str
) -> None:
    class Crash(BaseException):
        pass

    async def dies(*_: object, **__: object) -> None:
        raise Crash

    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    with clock.travel(LATER):
        with monkeypatch.context() as patched:
            patched.setattr(*POINTS[point], dies)
            with pytest.raises(Crash):
                await shop.work()
        await swept(shop)
        assert await shop.operations("state", act="RELEASE") == [("SENT",)], "its lease is not over"
    with clock.travel(LATER + attempting.LEASE + timedelta(minutes=1)):
        await swept(shop)
    assert await shop.operations("state", act="RELEASE") == [("DONE",)]
    assert (await shop.wallet(card))["held_fen"] == 300
    await shop.agrees()


async def test_two_workers_with_one_instruction_move_its_money_once(shop: World) -> None:
    card = await shop.sold(1_000)
    await shop.work()
    await shop.redeemed(card, 250)
    operation = (await shop.operations("id", act="RELEASE"))[0][0]
    about = (shop.merchant_id, operation)
    with clock.travel(LATER):
        first = await shop.db.run(SYSTEM, lambda tx: attempting.begin_attempt(tx, *about))
        assert first
        assert await shop.db.run(SYSTEM, lambda tx: attempting.begin_attempt(tx, *about)) is None
    with clock.travel(LATER + attempting.LEASE):
        second = await shop.db.run(SYSTEM, lambda tx: attempting.begin_attempt(tx, *about))
    assert second
    receipts = [await shop.sandbox.wallets.carry_out(each.instruction) for each in (first, second)]
    assert [receipt.repeated for receipt in receipts] == [False, True]
    for receipt in receipts:
        await shop.db.run(
            SYSTEM, partial(attempting.record_answer, merchant_id=about[0], operation_id=operation, receipt=receipt)
        )
    assert (await shop.wallet(card))["held_fen"] == 300
    await shop.agrees()
