"""What is sold is earned, reviewed, and waits for money where there is none."""

import asyncio
from datetime import timedelta

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.errors import NotFound
from prepaid.domains.commission.commands.fund_lines import fund_waiting
from prepaid.domains.commission.commands.review_lines import approve_period, reject_lines
from prepaid.domains.commission.errors import (
    LineFrozen,
    LineStepImpossible,
    NothingSelected,
    OwnCommission,
)
from prepaid.domains.commission.rules.payouts import PayoutTerms
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.commission.team import Team
from tests.domains.ordering.market import SKATING

WHY = "顾客确认非其介绍，不计佣"


async def test_a_sale_earns_its_seller_a_line_and_he_keeps_the_customer(team: Team) -> None:
    seller, buyer = await team.person(), await team.market.buyer()
    first = await team.sale(seller, buyer=buyer)
    second = await team.sale(seller, buyer=buyer)
    lines = await team.lines(salesperson_id=seller)
    assert [(line["kind"], line["amount_fen"], line["state"]) for line in lines] == [
        ("OPENING", 3_400, "ACCRUED"),
        ("RECHARGE", 680, "ACCRUED"),
    ]
    assert [line["order_id"] for line in lines] == [first["id"], second["id"]]
    (kept,) = await team.market.rows("customer_keeper", salesperson_id=seller)
    assert kept["account_id"] == buyer.account_id
    assert await team.owed(seller) == (0, 0)


async def test_a_sale_without_seller_earns_nothing(team: Team) -> None:
    order = await team.market.bought(await team.market.buyer())
    assert await team.lines(order_id=order["id"]) == []


async def test_approved_commission_is_set_aside(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller)
    (line,) = await team.lines(order_id=order["id"])
    await team.approve([line["id"]])
    (line,) = await team.lines(order_id=order["id"])
    assert (line["state"], line["waiting"], line["reviewed_by"]) == ("APPROVED", None, team.finance.account_id)
    assert await team.owed(seller) == (3_400, 0)
    assert (await team.market.order(order["id"]))["commission_status"] == "PENDING"


async def test_without_money_it_waits_until_there_is_some(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller, SKATING)
    await team.superuser.execute(
        "UPDATE ledger_account SET balance_fen = 0, credits_fen = debits_fen"
        " WHERE code IN ('MERCHANT_DRAWABLE', 'MERCHANT_SETTLED')"
    )
    (line,) = await team.lines(order_id=order["id"])
    await team.approve([line["id"]])
    (line,) = await team.lines(order_id=order["id"])
    assert (line["state"], line["waiting"], line["transfer_id"]) == ("APPROVED", "WAITING_FUNDS", None)
    assert await team.owed(seller) == (0, 0)
    await team.sale(await team.person())
    assert await team.market.run(SYSTEM, lambda tx: fund_waiting(tx, team.merchant)) == 1
    (line,) = await team.lines(order_id=order["id"])
    assert (line["waiting"], line["transfer_id"] is not None) == (None, True)


async def test_rejected_commission_is_never_paid_and_settles_the_order(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller)
    (line,) = await team.lines(order_id=order["id"])
    await team.market.run(
        team.finance,
        lambda tx: reject_lines(tx, team.finance, merchant_id=team.merchant, line_ids=[line["id"]], reason=WHY),
    )
    (line,) = await team.lines(order_id=order["id"])
    assert (line["state"], line["reason"]) == ("REJECTED", WHY)
    assert (await team.market.order(order["id"]))["commission_status"] == "REVERSED"
    with pytest.raises(LineStepImpossible):
        await team.approve([line["id"]])


async def test_nothing_is_reviewed_while_it_is_frozen(team: Team) -> None:
    await team.setting(PayoutTerms(freeze_days=3))
    seller = await team.person()
    order = await team.sale(seller)
    (line,) = await team.lines(order_id=order["id"])
    assert line["state"] == "FROZEN"
    with pytest.raises(LineFrozen):
        await team.approve([line["id"]])
    with clock.travel(timedelta(days=3, minutes=1)):
        await team.approve([line["id"]])


async def test_nobody_reviews_his_own_or_what_is_not_there(team: Team) -> None:
    seller = await team.person(membership_id=team.finance.membership_id)
    order = await team.sale(seller)
    (line,) = await team.lines(order_id=order["id"])
    with pytest.raises(OwnCommission):
        await team.approve([line["id"]])
    await team.approve([line["id"]], team.owner)
    for ids, refusal in (([], NothingSelected), ([uuid7()], NotFound)):
        with pytest.raises(refusal):
            await team.approve(ids)


async def test_a_person_and_period_are_approved_at_once(team: Team) -> None:
    seller, other = await team.person(), await team.person()
    for who in (seller, seller, other):
        await team.sale(who)
    now = clock.now()

    async def approve(since: timedelta, until: timedelta) -> int:
        lines = await team.market.run(
            team.finance,
            lambda tx: approve_period(
                tx,
                team.finance,
                merchant_id=team.merchant,
                salesperson_id=seller,
                since=now + since,
                until=now + until,
            ),
        )
        return len(lines)

    with pytest.raises(NothingSelected):
        await approve(-timedelta(days=9), -timedelta(days=8))
    assert await approve(-timedelta(days=1), timedelta(days=1)) == 2
    assert {line["state"] for line in await team.lines(salesperson_id=other)} == {"ACCRUED"}


async def test_two_reviewers_at_once_approve_a_line_once(team: Team) -> None:
    seller = await team.person()
    order = await team.sale(seller)
    (line,) = await team.lines(order_id=order["id"])
    tries = [team.approve([line["id"]], who) for who in (team.finance, team.owner)]
    results = await asyncio.gather(*tries, return_exceptions=True)
    assert sorted(type(each).__name__ for each in results) == ["LineStepImpossible", "NoneType"]
    assert await team.owed(seller) == (3_400, 0)
