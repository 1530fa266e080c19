"""Somebody leaves: what he earned is paid, what he had open goes on, and later refunds follow the policy."""

from datetime import timedelta
from uuid import UUID

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.jobs import enqueue
from prepaid.domains.commission.commands.hand_over import cancel_handover, start_handover
from prepaid.domains.commission.errors import (
    CutOffPassed,
    HandoverStepImpossible,
    LeaverGone,
    OwnHandover,
    SuccessorInvalid,
)
from prepaid.domains.commission.jobs.checks import verify_lines, verify_money
from prepaid.domains.commission.jobs.pay import HAND_OVER
from prepaid.domains.commission.models import Handover
from prepaid.domains.commission.rules.payouts import LeaverPolicy, PayoutTerms
from prepaid.domains.commission.rules.refunds import RefundCase
from prepaid.kit import clock
from tests.domains.commission.team import Team

WHY = "本人申请离职，工作已交接清楚"


async def hand_over(
    team: Team,
    leaver: UUID,
    *successors: UUID,
    policy: LeaverPolicy = LeaverPolicy.LEAVER_RECEIVABLE,
    after: timedelta | None = None,
) -> Handover:
    cut_off = None if after is None else clock.now() + after
    done = await team.market.run(
        team.owner,
        lambda tx: start_handover(
            tx,
            team.owner,
            merchant_id=team.merchant,
            leaver_id=leaver,
            successor_ids=successors,
            policy=policy,
            reason=WHY,
            cut_off_at=cut_off,
        ),
    )
    await team.market.settle()
    await team.market.settle()
    return done


async def items(team: Team, handover: Handover) -> list[tuple[str, str]]:
    rows = await team.market.rows("handover_item", handover_id=handover.id)
    return sorted((row["subject"], row["result"]) for row in rows)


async def test_what_was_earned_is_paid_and_what_is_open_moves(team: Team) -> None:
    await team.setting(PayoutTerms(freeze_days=30))
    leaver, successor = await team.person(), await team.person(name="陆接手")
    sold = await team.sale(leaver)
    buyer = await team.market.buyer()
    waiting = (await team.market.place(buyer, salesperson_id=leaver)).order
    handover = await hand_over(team, leaver, successor)
    assert await items(team, handover) == [
        ("COMMISSION", "SETTLED"),
        ("CUSTOMER", "MOVED"),
        ("OPEN_ORDER", "MOVED"),
        ("SALES_AUTHORISATION", "ENDED"),
        ("SALES_AUTHORISATION", "ENDED"),
    ]
    (line,) = await team.lines(order_id=sold["id"])
    assert (line["state"], (await team.market.order(sold["id"]))["commission_status"]) == ("PAID", "SETTLED")
    moved = await team.market.order(waiting.id)
    assert (moved["salesperson_id"], moved["salesperson_name"]) == (successor, "陆接手")
    (keeper,) = await team.market.rows("customer_keeper", salesperson_id=successor)
    assert keeper["account_id"] == sold["account_id"]
    (person,) = await team.market.rows("salesperson", id=leaver)
    assert person["status"] == "LEFT"
    run = (await team.market.rows("commission_run", kind="HANDOVER"))[-1]
    assert run["started_by"] == team.owner.account_id
    paying = await team.market.offer(buyer, waiting.id)
    assert paying.payment is not None
    await team.market.pay.pay(paying.payment.reference)
    (line,) = await team.lines(order_id=waiting.id)
    assert line["salesperson_id"] == successor
    assert [found for verify in (verify_lines, verify_money) for found in await verify(team.superuser)] == []


async def test_nothing_open_is_a_normal_case(team: Team) -> None:
    leaver, successor = await team.person(sells=False), await team.person()
    handover = await hand_over(team, leaver, successor)
    assert (handover.state, await items(team, handover)) == ("DONE", [])


async def test_access_and_seal_grants_end(team: Team) -> None:
    sql = "SELECT id FROM membership WHERE merchant_id = $1 AND display_name = '陈静'"
    member = await team.superuser.fetchval(sql, team.merchant)
    leaver, successor = await team.person(membership_id=member), await team.person()
    handover = await hand_over(team, leaver, successor)
    assert ("ACCESS", "ENDED") in await items(team, handover)
    assert await team.superuser.fetchval("SELECT status FROM membership WHERE id = $1", member) == "LEFT"
    live = "SELECT count(*) FROM seal_grant WHERE membership_id = $1 AND revoked_at IS NULL"
    assert await team.superuser.fetchval(live, member) == 0


async def test_an_order_that_nobody_may_take_over_stays(team: Team) -> None:
    leaver, successor = await team.person(), await team.person(sells=False)
    order = (await team.market.place(await team.market.buyer(), salesperson_id=leaver)).order
    handover = await hand_over(team, leaver, successor)
    (item,) = await team.market.rows("handover_item", handover_id=handover.id, subject="OPEN_ORDER")
    assert (item["result"], item["code"]) == ("REFUSED", "NOT_AUTHORISED")
    assert (await team.market.order(order.id))["salesperson_id"] == leaver


async def test_customers_are_dealt_in_turn(team: Team) -> None:
    leaver, first, second = await team.person(), await team.person(), await team.person()
    for _ in range(3):
        await team.sale(leaver)
    await hand_over(team, leaver, first, second)
    counts = [len(await team.market.rows("customer_keeper", salesperson_id=who)) for who in (first, second, leaver)]
    assert counts == [2, 1, 0]


@pytest.mark.parametrize(
    ("policy", "leaver_owes", "successor_owes", "bearer"),
    [
        pytest.param(LeaverPolicy.LEAVER_RECEIVABLE, 3_400, 0, "SALESPERSON", id="leaver"),
        pytest.param(LeaverPolicy.MERCHANT_BEARS, 0, 0, "MERCHANT", id="merchant"),
        pytest.param(LeaverPolicy.SUCCESSOR, 0, 3_400, "SUCCESSOR", id="successor"),
    ],
)
async def test_a_later_refund_follows_the_policy(
    team: Team, policy: LeaverPolicy, leaver_owes: int, successor_owes: int, bearer: str
) -> None:
    leaver, successor = await team.person(), await team.person()
    order = await team.paid_sale(leaver)
    await hand_over(team, leaver, successor, policy=policy)
    before = (await team.market.sums()).get("MERCHANT_SETTLED", 0)
    done = await team.refund(RefundCase.NOT_CONSUMED, order["id"])
    assert (done.reversed_fen, done.receivable_fen) == (3_400, leaver_owes + successor_owes)
    assert await team.owed(leaver) == (0, leaver_owes)
    assert await team.owed(successor) == (0, successor_owes)
    assert (await team.market.sums()).get("MERCHANT_SETTLED", 0) - before == leaver_owes + successor_owes
    (sold, reversal) = await team.lines(order_id=order["id"])
    assert (sold["reversed_fen"], reversal["amount_fen"], reversal["bearer"]) == (3_400, -3_400, bearer)
    assert [found for verify in (verify_lines, verify_money) for found in await verify(team.superuser)] == []


async def test_a_later_cut_off_is_carried_out_by_a_job_or_called_off(team: Team) -> None:
    leaver, other, successor = await team.person(), await team.person(), await team.person()
    planned = await hand_over(team, leaver, successor, after=timedelta(days=2))
    dropped = await hand_over(team, other, successor, after=timedelta(days=2))
    assert (planned.state, await items(team, planned)) == ("SCHEDULED", [])

    async def cancel() -> None:
        await team.market.run(
            team.owner,
            lambda tx: cancel_handover(
                tx, team.owner, merchant_id=team.merchant, handover_id=dropped.id, reason="该员工决定留任"
            ),
        )

    await cancel()
    with clock.travel(timedelta(days=2, minutes=1)):
        await team.market.run(SYSTEM, lambda tx: enqueue(tx, HAND_OVER, payload={}))
        await team.market.settle()
    states = {row["id"]: row["state"] for row in await team.market.rows("handover")}
    assert (states[planned.id], states[dropped.id]) == ("DONE", "CANCELLED")
    with pytest.raises(HandoverStepImpossible):
        await cancel()


async def test_what_cannot_be(team: Team) -> None:
    leaver, successor = await team.person(), await team.person()
    for wrong in ((), (leaver,), (successor, successor)):
        with pytest.raises(SuccessorInvalid):
            await hand_over(team, leaver, *wrong)
    with pytest.raises(CutOffPassed):
        await hand_over(team, leaver, successor, after=timedelta(days=91))
    own = await team.person(membership_id=team.owner.membership_id)
    with pytest.raises(OwnHandover):
        await hand_over(team, own, successor)
    await hand_over(team, leaver, successor)
    with pytest.raises(LeaverGone):
        await hand_over(team, leaver, successor)
    with pytest.raises(SuccessorInvalid):
        await hand_over(team, successor, leaver)
