"""Approved commission leaves once: runs, failures with their retry, receivables that are set off."""

import asyncio
from datetime import time, timedelta

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.jobs import enqueue
from prepaid.domains.commission.commands.order_payout import finish_payout
from prepaid.domains.commission.commands.run_payout import retry_payout
from prepaid.domains.commission.commands.write_off import propose_write_off
from prepaid.domains.commission.errors import (
    NothingToPay,
    PayoutNotFailed,
    PayoutTermsIncomplete,
    ReceivableClosed,
    WriteOffTooLarge,
)
from prepaid.domains.commission.jobs.checks import verify_lines, verify_money, verify_refunds
from prepaid.domains.commission.jobs.pay import DUE
from prepaid.domains.commission.rules.payouts import Cadence, PayoutTerms
from prepaid.domains.commission.rules.refunds import RefundCase
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.errors.changes import ChangeAlreadyOpen
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.ordering.rules.orders import OrderKind
from prepaid.kit import clock
from tests.domains.commission.team import Team
from tests.domains.ordering.market import SKATING

EVERY_DAY = PayoutTerms(
    automatic=True, cadence=Cadence.DAILY, month_day=None, pay_at=time(0), freeze_days=0, minimum_fen=3_000
)


async def in_step(team: Team) -> None:
    found = [one for verify in (verify_lines, verify_money, verify_refunds) for one in await verify(team.superuser)]
    assert found == []


async def transfers(team: Team, behaviour: str) -> None:
    await team.market.pay.tell("PUT", "/wechat-pay/behaviour", {"transfers": behaviour})


async def test_a_run_pays_each_person_once(team: Team) -> None:
    first, second = await team.person(), await team.person()
    for who in (first, first, second):
        order = await team.sale(who)
        await team.approve([line["id"] for line in await team.lines(order_id=order["id"])])
    run = await team.pay()
    assert run is not None
    payouts = await team.market.rows("commission_payout", run_id=run.id)
    assert sorted((row["amount_fen"], row["line_count"], row["state"]) for row in payouts) == [
        (3_400, 1, "PAID"),
        (6_800, 2, "PAID"),
    ]
    assert {line["state"] for line in await team.lines(salesperson_id=first)} == {"PAID"}
    assert (await team.market.order(order["id"]))["commission_status"] == "SETTLED"
    assert await team.owed(first) == (0, 0)
    sent = list(team.market.pay.provider.books.payouts.values())
    assert sorted(each.amount_fen for each in sent) == [3_400, 6_800]
    with pytest.raises(NothingToPay):
        await team.pay()
    await in_step(team)


async def test_the_same_run_twice_at_once_pays_once(team: Team) -> None:
    order = await team.sale(await team.person())
    await team.approve([line["id"] for line in await team.lines(order_id=order["id"])])
    results = await asyncio.gather(team.pay(), team.pay(), return_exceptions=True)
    assert sorted(type(each).__name__ for each in results) == ["CommissionRun", "NothingToPay"]
    assert len(team.market.pay.provider.books.payouts) == 1


async def test_one_that_fails_leaves_the_others_and_is_tried_again_under_its_key(team: Team) -> None:
    lucky, poor = await team.person(), await team.person(paid_to="")
    for who in (lucky, poor):
        order = await team.sale(who)
        await team.approve([line["id"] for line in await team.lines(order_id=order["id"])])
    await team.pay()
    (paid,) = await team.market.rows("commission_payout", salesperson_id=lucky)
    (failed,) = await team.market.rows("commission_payout", salesperson_id=poor)
    assert (paid["state"], failed["state"], failed["failure"]) == ("PAID", "FAILED", "COMMISSION_ACCOUNT_MISSING")
    assert [line["state"] for line in await team.lines(salesperson_id=poor)] == ["FAILED"]
    await team.account(poor, "o-poor-one")
    await transfers(team, "FAIL")
    await _retry(team, failed["id"])
    (failed,) = await team.market.rows("commission_payout", salesperson_id=poor)
    assert (failed["state"], failed["attempts"]) == ("FAILED", 2)
    assert await team.owed(poor) == (3_400, 0)
    await transfers(team, "SUCCESS")
    await _retry(team, failed["id"])
    (paid,) = await team.market.rows("commission_payout", salesperson_id=poor)
    assert (paid["state"], paid["failure"]) == ("PAID", None)
    (first, second) = await team.market.rows("payout", cause_id=paid["id"])
    assert (first["state"], second["state"]) == ("FAILED", "SUCCEEDED")
    with pytest.raises(PayoutNotFailed):
        await _retry(team, failed["id"])
    assert (
        await team.market.run(SYSTEM, lambda tx: finish_payout(tx, merchant_id=team.merchant, payout_id=paid["id"]))
        is None
    )
    await in_step(team)


async def test_what_is_owed_is_set_off_from_the_next_payout(team: Team) -> None:
    seller, buyer = await team.person(), await team.market.buyer()
    refunded = await team.paid_sale(seller, buyer=buyer)
    await team.refund(RefundCase.NOT_CONSUMED, refunded["id"])
    assert await team.owed(seller) == (0, 3_400)
    order = await team.sale(seller, SKATING)
    (small,) = await team.lines(order_id=order["id"])
    await team.approve([small["id"]])
    await team.pay()
    (debt,) = await team.market.rows("commission_receivable", salesperson_id=seller)
    assert (debt["state"], debt["netted_fen"]) == ("OPEN", small["amount_fen"])
    (netted,) = [row for row in await team.market.rows("commission_payout") if row["netted_fen"]]
    assert (netted["state"], netted["amount_fen"]) == ("PAID", 0)
    await team.approve([line["id"] for line in await team.lines(order_id=(await team.sale(seller))["id"])])
    await team.pay()
    (debt,) = await team.market.rows("commission_receivable", salesperson_id=seller)
    assert (debt["state"], debt["netted_fen"]) == ("SETTLED", 3_400)
    last = max(await team.market.rows("commission_payout", salesperson_id=seller), key=lambda row: row["created_at"])
    assert (last["gross_fen"], last["amount_fen"]) == (3_400, small["amount_fen"])
    await in_step(team)


async def test_a_refund_while_the_payout_has_failed_takes_it_back(team: Team) -> None:
    seller = await team.person(paid_to="")
    order = await team.paid_sale(seller)
    done = await team.refund(RefundCase.NOT_CONSUMED, order["id"])
    assert (done.reversed_fen, done.receivable_fen) == (3_400, 0)
    assert await team.owed(seller) == (0, 0)
    await in_step(team)


async def test_a_second_person_agrees_to_write_off(team: Team) -> None:
    seller = await team.person()
    order = await team.paid_sale(seller)
    await team.refund(RefundCase.NOT_CONSUMED, order["id"])
    (debt,) = await team.market.rows("commission_receivable", salesperson_id=seller)
    values = {"merchant_id": team.merchant, "receivable_id": debt["id"], "reason": "人员失联，经批准核销"}

    async def propose(amount_fen: int | None) -> ChangeRequest:
        return await team.market.run(
            team.finance, lambda tx: propose_write_off(tx, team.finance, **values, amount_fen=amount_fen)
        )

    with pytest.raises(WriteOffTooLarge):
        await propose(3_401)
    change = await propose(None)
    with pytest.raises(ChangeAlreadyOpen):
        await propose(1)
    await team.market.run(
        team.owner,
        lambda tx: approve_change(
            tx,
            team.owner,
            tenant=team.merchant,
            change_id=change.id,
            payload_hash=change.payload_hash,
        ),
    )
    (debt,) = await team.market.rows("commission_receivable", salesperson_id=seller)
    assert (debt["state"], debt["written_off_fen"]) == ("WRITTEN_OFF", 3_400)
    assert await team.owed(seller) == (0, 0)
    with pytest.raises(ReceivableClosed):
        await propose(None)
    await in_step(team)


async def test_commission_is_paid_by_itself_when_the_settings_say_so(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller)
    await team.approve([line["id"] for line in await team.lines(order_id=order["id"])])
    small = await team.sale(await team.person(), SKATING)
    await team.approve([line["id"] for line in await team.lines(order_id=small["id"])])
    await team.setting(EVERY_DAY)
    with clock.travel(timedelta(days=1)):
        for _ in range(2):
            await team.market.run(SYSTEM, lambda tx: enqueue(tx, DUE, payload={}))
            for _ in range(3):
                await team.market.settle()
    (run,) = await team.market.rows("commission_run", kind="AUTOMATIC")
    assert run["due_at"] is not None
    assert [line["state"] for line in await team.lines(order_id=order["id"])] == ["PAID"]
    assert [line["state"] for line in await team.lines(order_id=small["id"])] == ["APPROVED"]


async def test_other_kinds_of_orders_are_not_paid_by_themselves(team: Team) -> None:
    order = await team.sale(await team.person())
    await team.approve([line["id"] for line in await team.lines(order_id=order["id"])])
    await team.pay(order_kinds=[OrderKind.CARD_PURCHASE])
    with pytest.raises(NothingToPay):
        await team.pay(order_kinds=[OrderKind.CARD_RECHARGE])


async def test_settings_are_versions_and_say_a_day(team: Team) -> None:
    await team.setting(EVERY_DAY)
    rows = await team.market.rows("commission_setting")
    assert [row["version"] for row in rows[-2:]] == [rows[-1]["version"] - 1, rows[-1]["version"]]
    for wrong in (
        PayoutTerms(cadence=Cadence.WEEKLY),
        PayoutTerms(month_day=29),
        PayoutTerms(order_kinds=frozenset()),
    ):
        with pytest.raises(PayoutTermsIncomplete):
            await team.setting(wrong)


async def _retry(team: Team, payout_id: object) -> None:
    await team.market.run(
        team.finance,
        lambda tx: retry_payout(tx, team.finance, merchant_id=team.merchant, payout_id=payout_id),  # type: ignore[arg-type]
    )
    await team.market.settle()
    with clock.travel(timedelta(seconds=30)):
        await team.market.settle()
