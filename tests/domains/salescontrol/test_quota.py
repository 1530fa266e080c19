"""Selling under rules on a real database: refusals noted apart, quotas taken once and given back once."""

import asyncio
from collections import Counter as Tally
from typing import Any

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.errors import Refusal
from prepaid.core.findings import checks
from prepaid.domains.salescontrol.commands.note_sale import note_refund, note_sale
from prepaid.domains.salescontrol.commands.quota import give_back_quota
from prepaid.domains.salescontrol.commands.set_agent import set_agent
from prepaid.domains.salescontrol.errors import AgentOverlaps, ParentNotSold, QuotaExhausted, SaleDenied, SaleElsewhere
from prepaid.domains.salescontrol.rules.control import Place, PlaceKind
from prepaid.domains.salescontrol.rules.details import AgentDetails
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo
from tests.domains.salescontrol.shop import Counter

TAKEN = "SELECT taken FROM sales_control_rule WHERE merchant_id = $1 AND quota IS NOT NULL"
REFUSED = "SELECT count(*) FROM sales_control_refusal WHERE merchant_id = $1"
CLIENTS = 100


@pytest.fixture
async def counter(demo: Demo) -> Counter:
    return await Counter.of(demo)


def at(store: Any) -> Place:
    return Place(kind=PlaceKind.STORE, store=store)


async def test_without_rules_everything_is_sold_everywhere(counter: Counter) -> None:
    permit = await counter.sell()
    assert permit.rules == ()


async def test_a_denied_sale_is_refused_and_noted_though_the_command_is_rolled_back(counter: Counter) -> None:
    rule = await counter.rule("DENY", place=at(counter.stores[0]))
    with pytest.raises(SaleDenied) as refusal:
        await counter.sell()
    assert refusal.value.data == {"rule": rule.number, "ruleId": str(rule.id)}
    (noted,) = await counter.demo.superuser.fetch(
        "SELECT * FROM sales_control_refusal WHERE merchant_id = $1", counter.merchant
    )
    assert (noted["ground"], noted["rule_id"], noted["account_id"]) == ("DENIED", rule.id, counter.owner.account_id)
    await counter.sell(store=1)


async def test_a_card_type_kept_to_one_store_keeps_its_packages_there(counter: Counter) -> None:
    await counter.rule("ALLOW", counter.card_type, at(counter.stores[0]), exclusive=True)
    await counter.sell()
    with pytest.raises(SaleElsewhere):
        await counter.sell(store=1)
    with pytest.raises(ParentNotSold) as refusal:
        await counter.rule("ALLOW", counter.package, at(counter.stores[1]))
    assert refusal.value.data["store"]


async def test_the_store_s_region_on_the_day_decides(counter: Counter) -> None:
    await counter.rule("DENY", place=Place(kind=PlaceKind.REGION, region=counter.city))
    with pytest.raises(SaleDenied):
        await counter.sell()
    await counter.demo.superuser.execute("DELETE FROM store_region WHERE store_id = $1", counter.stores[0])
    await counter.sell()


async def test_one_line_takes_once_and_gives_back_once(counter: Counter) -> None:
    await counter.rule("ALLOW", quota=2)
    line = uuid7()
    await counter.sell(line)
    await counter.sell(line)
    assert await counter.figure(TAKEN) == 1
    for freed in (1, 0):
        async with counter.demo.db.write(SYSTEM) as tx:
            assert await give_back_quota(tx, merchant_id=counter.merchant, order_line_id=line) == freed
    assert await counter.figure(TAKEN) == 0
    await counter.sell(count=2)
    with pytest.raises(QuotaExhausted) as refusal:
        await counter.sell()
    assert refusal.value.data["remaining"] == 0


async def test_what_is_sold_is_not_given_back(counter: Counter) -> None:
    await counter.rule("ALLOW", quota=1)
    line = uuid7()
    await counter.sell(line)
    async with counter.demo.db.write(SYSTEM) as tx:
        sale = {"merchant_id": counter.merchant, "order_line_id": line}
        await note_sale(tx, **sale, store_id=counter.stores[0], amount_fen=68_000)  # type: ignore[arg-type]
        assert await give_back_quota(tx, **sale) == 0
        await note_refund(tx, **sale, amount_fen=68_000)  # type: ignore[arg-type]
    assert await counter.figure(TAKEN) == 1


async def test_of_100_who_ask_for_the_last_one_wins(counter: Counter) -> None:
    await counter.rule("ALLOW", quota=1)
    counter.demo.db.engine.pool._timeout = 60  # type: ignore[attr-defined]  # clients here wait for their turn

    async def client() -> str:
        try:
            await counter.sell()
        except Refusal as refusal:
            return f"{refusal.code} {refusal.data['remaining']}"
        return "sold"

    outcomes = Tally(await asyncio.gather(*(client() for _ in range(CLIENTS))))
    assert outcomes == {"sold": 1, "QUOTA 0": CLIENTS - 1}
    assert (await counter.figure(TAKEN), await counter.figure(REFUSED)) == (1, CLIENTS - 1)


async def test_an_agent_gains_a_share_of_the_region_s_sales_and_loses_it_with_refunds(counter: Counter) -> None:
    await counter.demo.superuser.execute("DELETE FROM region_agent_sale WHERE merchant_id = $1", counter.merchant)
    await counter.demo.superuser.execute("DELETE FROM region_agent WHERE merchant_id = $1", counter.merchant)
    details = AgentDetails(
        region_id=counter.city, name="海州体育发展", share_bps=333, since=clock.today_shanghai(), last_day=None
    )
    async with counter.demo.db.write(counter.owner) as tx:
        await set_agent(tx, counter.owner, merchant_id=counter.merchant, details=details)
    line = uuid7()
    async with counter.demo.db.write(SYSTEM) as tx:
        sale = {"merchant_id": counter.merchant, "order_line_id": line}
        for _ in range(2):
            await note_sale(tx, **sale, store_id=counter.stores[0], amount_fen=68_001)  # type: ignore[arg-type]
        await note_refund(tx, **sale, amount_fen=8_001)  # type: ignore[arg-type]
    row = await counter.demo.superuser.fetchrow(
        "SELECT amount_fen, refunded_fen, share_fen FROM region_agent_sale WHERE order_line_id = $1", line
    )
    assert tuple(row or ()) == (68_001, 8_001, 1_998)
    async with counter.demo.db.write(counter.owner) as tx:
        with pytest.raises(AgentOverlaps):
            await set_agent(tx, counter.owner, merchant_id=counter.merchant, details=details)


async def test_verify_names_a_rule_that_miscounts(counter: Counter) -> None:
    await counter.rule("ALLOW", quota=9)
    await counter.sell()
    (check,) = (each for each in checks() if each.name == "sales control")
    assert await check.examine(counter.demo.superuser) == []
    await counter.demo.superuser.execute("UPDATE sales_control_rule SET taken = 3 WHERE quota = 9")
    (finding,) = await check.examine(counter.demo.superuser)
    assert "says 3 taken, its lines took 1" in finding.detail
