"""Disputes hold an item's money; days of periods perform themselves; the consumer's record and log."""

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import orjson
import pytest

from prepaid.core.actor import SYSTEM, intern_grants
from prepaid.core.errors import NotFound
from prepaid.core.jobs import enqueue
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.redemption.commands.disputes import close_dispute, dispute_item
from prepaid.domains.redemption.commands.settle import settle_redemption
from prepaid.domains.redemption.errors import (
    DisputeWindowOver,
    NotUndoable,
    RedemptionDisputed,
    RedemptionSettledAlready,
)
from prepaid.domains.redemption.jobs.settlement import PERIOD_DAY
from prepaid.domains.redemption.models import Redemption, RedemptionDispute
from prepaid.domains.redemption.rules.log_signature import holds
from prepaid.domains.redemption.rules.redemptions import DisputeOutcome
from prepaid.domains.redemption.rules.wanted import WantedItem
from prepaid.kit import clock
from tests.domains.ordering.market import TEN_VISITS
from tests.domains.redemption.desk import Desk
from tests.domains.redemption.test_redeeming import in_step

WRONG = "当天没有到店，请核实"
PERIOD = """
UPDATE package_entitlement SET kind = 'PERIOD', times = NULL, days = 30, amount_fen = NULL, unit_price_fen = NULL
WHERE version_id IN (SELECT id FROM package_version WHERE merchant_id = $1 AND name = $2)
"""


async def dispute(desk: Desk, redemption: Redemption, who: Any = None) -> RedemptionDispute:
    actor = who or desk.consumer
    (item,) = await desk.items(redemption)
    return await desk.market.run(
        actor, lambda tx: dispute_item(tx, actor, merchant_id=desk.merchant, item_id=item["id"], reason=WRONG)
    )


async def close(desk: Desk, redemption: Redemption, outcome: DisputeOutcome) -> None:
    (item,) = await desk.items(redemption)
    which = {"merchant_id": desk.merchant, "item_id": item["id"]}
    await desk.market.run(SYSTEM, lambda tx: close_dispute(tx, SYSTEM, **which, outcome=outcome, reason=WRONG))


async def settle(desk: Desk, redemption: Redemption) -> int:
    which = {"merchant_id": desk.merchant, "redemption_id": redemption.id}
    return await desk.market.run(SYSTEM, lambda tx: settle_redemption(tx, **which))


async def held(desk: Desk, code: str) -> int:
    sql = "SELECT outgoing_fen FROM ledger_account WHERE merchant_id = $1 AND code = $2"
    return int(await desk.superuser.fetchval(sql, desk.merchant, code) or 0)


async def test_a_dispute_holds_the_whole_item_until_it_is_closed(desk: Desk) -> None:
    card = (await desk.buy())["card_id"]
    redemption = await desk.redeem(desk.visit(card))
    (item,) = await desk.items(redemption)
    pending, drawable = await held(desk, "MERCHANT_PENDING"), await held(desk, "MERCHANT_DRAWABLE")
    with pytest.raises(NotFound):
        await dispute(desk, redemption, await desk.market.buyer())
    opened = await dispute(desk, redemption)
    assert await held(desk, "MERCHANT_PENDING") - pending == item["pending_fen"] == opened.held_pending_fen
    assert await held(desk, "MERCHANT_DRAWABLE") - drawable == opened.held_drawable_fen
    assert opened.held_pending_fen + opened.held_drawable_fen >= item["principal_fen"]
    for again in (dispute(desk, redemption), desk.undo(redemption)):
        with pytest.raises(RedemptionDisputed):
            await again
    with clock.travel(timedelta(days=9)):
        assert await settle(desk, redemption) == 0
        await in_step(desk)
        await close(desk, redemption, DisputeOutcome.REJECTED)
        assert await held(desk, "MERCHANT_PENDING") == pending
        assert await settle(desk, redemption) == item["pending_fen"]
        with pytest.raises(RedemptionSettledAlready):
            await dispute(desk, redemption)
    await in_step(desk)


async def test_an_upheld_dispute_leaves_its_money_to_after_sales(desk: Desk) -> None:
    card = (await desk.buy())["card_id"]
    redemption = await desk.redeem(desk.visit(card))
    await dispute(desk, redemption)
    await close(desk, redemption, DisputeOutcome.UPHELD)
    with clock.travel(timedelta(days=9)):
        assert await settle(desk, redemption) == 0
    (item,) = await desk.items(redemption)
    assert item["status"] == "UPHELD"
    assert (await desk.market.balances())["MERCHANT_PENDING"] == item["pending_fen"]
    await in_step(desk)


async def test_after_the_window_it_is_too_late(desk: Desk) -> None:
    card = (await desk.buy())["card_id"]
    redemption = await desk.redeem(desk.visit(card))
    (item,) = await desk.items(redemption)
    with clock.travel(item["settle_at"] - clock.now()), pytest.raises(DisputeWindowOver):
        await dispute(desk, redemption)


async def test_days_of_a_period_perform_themselves(desk: Desk) -> None:
    await desk.superuser.execute(PERIOD, desk.merchant, TEN_VISITS)
    card: UUID = (await desk.buy())["card_id"]
    paid = (await desk.market.balances())["CARD_LIABILITY"]
    visit = await desk.redeem(WantedItem(card_id=card, unit=LotUnit.PERIOD, service_id=desk.service))
    assert (visit.value_fen, visit.pending_fen) == (0, 0)
    for days in (0, 1, 4, 40):
        with clock.travel(timedelta(days=days)):
            await desk.market.run(SYSTEM, lambda tx: enqueue(tx, PERIOD_DAY, payload={}))
            await desk.market.work()
    rows = await desk.market.rows("redemption", kind="PERIOD_DAY", account_id=desk.consumer.account_id)
    performed = sum(row["value_fen"] for row in rows)
    assert (performed, "CARD_LIABILITY" in await desk.market.balances()) == (paid, False)
    ((unit, granted, consumed, available),) = await desk.lots(card)
    assert (unit, granted, available) == ("PERIOD", consumed, 0)
    with pytest.raises(NotUndoable):
        await desk.undo(await desk.market.run(SYSTEM, lambda tx: _row(tx, desk, rows[-1]["id"])))
    await in_step(desk)


async def _row(tx: Any, desk: Desk, redemption_id: UUID) -> Redemption:
    return await tx.get_one(Redemption, (desk.merchant, redemption_id))  # type: ignore[no-any-return]


async def test_a_consumer_sees_his_own_and_keeps_a_signed_log(desk: Desk) -> None:
    card = (await desk.buy())["card_id"]
    done = await desk.redeem(desk.visit(card))
    await desk.undo(done)
    await desk.redeem(desk.visit(card, 2))
    graph, person = desk.market.graph, await consumer_of_demo(desk)
    mine = "{ myRedemptions { nodes { number status storeName items { name quantity unitsLeft status } pendingFen } } }"
    data, _ = await graph.answer(person, mine)
    nodes = data["myRedemptions"]["nodes"]
    assert [node["status"] for node in nodes] == ["PENDING", "UNDONE"]
    assert nodes[0]["items"][0]["unitsLeft"] == 8
    assert [node["pendingFen"] for node in nodes] == [None, None]
    answer = await graph.ask(
        person, "mutation { exportMyConsumption { log { document signature publicKey } userErrors { code } } }"
    )
    log = answer["exportMyConsumption"]["log"]
    key = (await graph.ask(person, "{ consumptionLogKey }"))["consumptionLogKey"]
    assert key == log["publicKey"]
    assert holds(key, log["document"], log["signature"])
    assert not holds(key, log["document"].replace("UNDONE", "PENDING"), log["signature"])
    records = orjson.loads(log["document"])["records"]
    assert [(each["status"], each["quantity"]) for each in records] == [("PENDING", 2), ("UNDONE", 1)]
    other = await consumer_of_demo(desk, await desk.market.buyer())
    assert (await graph.ask(other, "{ myRedemptions { nodes { number } } }"))["myRedemptions"]["nodes"] == []


async def consumer_of_demo(desk: Desk, actor: Any = None) -> Any:
    """The consumer with what the role of consumers grants."""
    sql = """SELECT n.code FROM role_grant g JOIN role r ON r.id = g.role_id JOIN permission_node n ON n.id = g.node_id
    JOIN platform_template t ON t.id = r.template_id WHERE t.code = 'consumer'"""
    codes = frozenset(row["code"] for row in await desk.superuser.fetch(sql))
    return replace(actor or desk.consumer, grants=intern_grants(codes))
