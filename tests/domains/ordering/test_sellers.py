"""Sellers with their authorisation and commission; sales control with its quotas."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import orjson
import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.ordering.commands.close_order import close_order
from prepaid.domains.salescontrol.commands.create_rule import create_rule
from prepaid.domains.salescontrol.rules.control import Effect, Place, PlaceKind
from prepaid.domains.salescontrol.rules.details import RuleDetails
from prepaid.domains.salesforce.commands.grant_sales import grant_sales
from prepaid.domains.salesforce.commands.save_commission_rule import save_commission_rule
from prepaid.domains.salesforce.commands.save_salesperson import save_salesperson
from prepaid.domains.salesforce.rules.commission import Occasion, Rate, RateKind
from prepaid.domains.salesforce.rules.details import CommissionDetails, PersonDetails
from prepaid.kit import clock
from tests.domains.ordering.market import SKATING, TEN_VISITS, Market


async def salesperson(market: Market, *, sells: bool = True) -> UUID:
    """Somebody on the staff, who may sell everything or nothing."""
    sql = "SELECT id FROM store WHERE merchant_id = $1 AND type = 'ONLINE'"
    store = await market.superuser.fetchval(sql, market.merchant)
    details = PersonDetails(
        name="吴迪", staff_number=uuid4().hex[:8].upper(), store_id=store, hired_on=date(2026, 1, 1)
    )

    async def make(tx: WriteSession) -> UUID:
        person = await save_salesperson(tx, SYSTEM, merchant_id=market.merchant, details=details)
        if sells:
            for kind in (ProductKind.PACKAGE, ProductKind.SERVICE):
                await grant_sales(
                    tx,
                    SYSTEM,
                    merchant_id=market.merchant,
                    salesperson_id=person.id,
                    kind=kind,
                    product_id=None,
                )
        found: UUID = person.id
        return found

    return await market.run(SYSTEM, make)


async def rule(market: Market, occasion: Occasion, bps: int) -> None:
    details = CommissionDetails(occasion=occasion, rate=Rate(kind=RateKind.PERCENT, bps=bps))
    await market.run(
        SYSTEM,
        lambda tx: save_commission_rule(
            tx, SYSTEM, merchant_id=market.merchant, name=occasion.value, position=1, details=details
        ),
    )


async def controlled(market: Market, **values: Any) -> UUID:
    details = RuleDetails(product=await market.product(TEN_VISITS), since=clock.today_shanghai(), **values)
    made = await market.run(SYSTEM, lambda tx: create_rule(tx, SYSTEM, merchant_id=market.merchant, details=details))
    return made.id


async def test_opening_and_recharge_earn_their_own_rates_frozen_on_the_deal(market: Market) -> None:
    seller, buyer = await salesperson(market), await market.buyer()
    await rule(market, Occasion.OPENING, 500)
    await rule(market, Occasion.RECHARGE, 100)
    first = await market.bought(buyer, salesperson_id=seller)
    second = await market.bought(buyer, salesperson_id=seller)
    assert (first["commission_status"], second["commission_status"]) == ("PENDING", "PENDING")
    deals = await market.rows("deal", salesperson_id=seller)
    assert [(row["kind"], row["commission_fen"]) for row in deals] == [
        ("CARD_PURCHASE", 3_400),
        ("CARD_RECHARGE", 680),
    ]
    lines = await market.rows("deal_commission", salesperson_id=seller)
    assert [(row["basis_fen"], row["amount_fen"]) for row in lines] == [(68_000, 3_400), (68_000, 680)]
    assert "500" in str(orjson.loads(lines[0]["rule"]))


async def test_without_a_seller_nothing_is_earned(market: Market) -> None:
    await rule(market, Occasion.SERVICE, 1_000)
    order = await market.bought(await market.buyer(), SKATING)
    assert order["commission_status"] == "NONE"
    (deal,) = await market.rows("deal", order_id=order["id"])
    assert (deal["commission_fen"], await market.rows("deal_commission", deal_id=deal["id"])) == (0, [])


async def test_who_may_not_sell_it_is_refused(market: Market) -> None:
    seller = await salesperson(market, sells=False)
    with pytest.raises(Refusal) as found:
        await market.place(await market.buyer(), salesperson_id=seller)
    assert (found.value.code, found.value.path) == ("NOT_AUTHORISED", ("items", "0"))


async def test_what_is_not_sold_here_is_refused(market: Market) -> None:
    sql = "SELECT id FROM store WHERE merchant_id = $1 AND type = 'ONLINE'"
    store = await market.superuser.fetchval(sql, market.merchant)
    await controlled(market, effect=Effect.DENY, place=Place(kind=PlaceKind.STORE, store=store))
    with pytest.raises(Refusal) as found:
        await market.place(await market.buyer())
    assert found.value.code == "SALE_DENIED"


async def test_a_quota_is_held_by_an_order_and_free_again_when_it_closes(market: Market) -> None:
    sql = "SELECT id FROM store WHERE merchant_id = $1 AND type = 'ONLINE'"
    store = await market.superuser.fetchval(sql, market.merchant)
    await controlled(market, effect=Effect.ALLOW, place=Place(kind=PlaceKind.STORE, store=store), quota=1)
    first, second = await market.buyer(), await market.buyer()
    order = (await market.place(first)).order
    with pytest.raises(Refusal) as found:
        await market.place(second)
    assert found.value.code == "QUOTA"
    await market.run(first, lambda tx: close_order(tx, first, merchant_id=market.merchant, order_id=order.id))
    waiting = (await market.place(second)).order
    with clock.travel(timedelta(hours=25)):
        await market.work()
        paid = await market.bought(first)
    assert paid["payment_status"] == "PAID"
    assert (await market.order(waiting.id))["close_reason"] == "EXPIRED"
    with pytest.raises(Refusal):
        await market.place(second)
