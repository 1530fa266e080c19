"""What the sale desk is told before anything is placed: price, card, what is still needed, what refuses."""

from typing import Any
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.domains.identity.reads.consumers import phone_index
from prepaid.kit.identifiers import fictitious
from tests.domains.demo import Demo
from tests.domains.identity.graphql import gid
from tests.domains.ordering.market import MIXED, SKATING, TEN_VISITS, Market
from tests.domains.ordering.test_sellers import salesperson

ASK = """query($s: ID!, $i: [CartItemInput!]!, $p: String, $w: ID) {
  counterSale(storeId: $s, items: $i, phone: $p, salespersonId: $w) {
    known buyerName identified identityNeeded waitingNumber cards { number }
    quote { kind totalFen cardNumber pendingOrderId } refusals { code message } } }"""


class Desk:
    """A cashier at her desk."""

    def __init__(self, market: Market, cashier: Actor) -> None:
        self.market, self.cashier = market, cashier

    async def ask(self, name: str = TEN_VISITS, *, store: str | None = None, **more: Any) -> Any:
        product = await self.market.product(name)
        kind = product.kind.value.capitalize()
        items = [{"productId": gid(kind, product.id, self.market.merchant), "quantity": 1}]
        place = store or gid("Store", await self.direct(), self.market.merchant)
        return (await self.market.graph.ask(self.cashier, ASK, s=place, i=items, **more))["counterSale"]

    async def direct(self) -> UUID:
        sql = "SELECT id FROM store WHERE merchant_id = $1 AND type = 'DIRECT' ORDER BY number LIMIT 1"
        found: UUID = await self.market.superuser.fetchval(sql, self.market.merchant)
        return found

    async def phone_of(self, buyer: Actor) -> str:
        """Give the buyer a number that the desk can type."""
        number = fictitious.phone(8_642)
        index = phone_index(self.market.services.keyring, number)
        await self.market.superuser.execute(
            "UPDATE consumer SET phone_index = $2 WHERE id = $1", buyer.account_id, index
        )
        return number


async def desk_of(market: Market) -> Desk:
    return Desk(market, await Demo(market.graph, market.services.database, market.superuser).person("陈静"))


async def test_a_stranger_opens_a_card_and_has_to_say_who_he_is(market: Market) -> None:
    desk = await desk_of(market)
    before = await market.superuser.fetchval("SELECT count(*) FROM consumer")
    told = await desk.ask(p=fictitious.phone(97_531))
    assert (told["known"], told["identified"], told["identityNeeded"]) == (False, False, True)
    assert (told["quote"]["kind"], told["quote"]["totalFen"], told["refusals"]) == ("CARD_PURCHASE", 68_000, [])
    assert await market.superuser.fetchval("SELECT count(*) FROM consumer") == before
    assert (await desk.ask(SKATING, p=fictitious.phone(97_531)))["identityNeeded"] is False


async def test_a_holder_recharges_his_card_and_an_order_that_waits_is_named(market: Market) -> None:
    desk, buyer = await desk_of(market), await market.buyer()
    phone = await desk.phone_of(buyer)
    card = (await market.bought(buyer))["card_number"]
    told = await desk.ask(p=phone)
    assert (told["known"], told["identityNeeded"], told["buyerName"][0]) == (True, False, "王")
    assert (told["quote"]["kind"], told["quote"]["cardNumber"]) == ("CARD_RECHARGE", card)
    assert told["cards"] == [{"number": card}]
    order = (await market.place(buyer, MIXED)).order
    assert (await desk.ask(p=phone))["waitingNumber"] == order.number


async def test_everything_that_would_refuse_is_told_at_once(market: Market) -> None:
    desk = await desk_of(market)
    nobody = gid("Salesperson", await salesperson(market, sells=False), market.merchant)
    told = await desk.ask(p=fictitious.phone(97_532), w=nobody)
    assert [each["code"] for each in told["refusals"]] == ["NOT_AUTHORISED"]
    assert "吴迪" in told["refusals"][0]["message"]
    await market.superuser.execute("UPDATE merchant SET gate = 'SUSPENDED' WHERE id = $1", market.merchant)
    told = await desk.ask(p=fictitious.phone(97_532), w=nobody)
    assert [each["code"] for each in told["refusals"]] == ["MERCHANT_NOT_SELLING", "NOT_AUTHORISED"]


async def test_a_wrong_number_and_the_store_of_another_are_nothing(market: Market) -> None:
    desk = await desk_of(market)
    assert await desk.ask(p="12345") is None
    sql = "SELECT id, merchant_id FROM store WHERE merchant_id <> $1 LIMIT 1"
    other = await market.superuser.fetchrow(sql, market.merchant)
    assert await desk.ask(store=gid("Store", other["id"], other["merchant_id"])) is None


async def test_the_desk_names_those_who_sell(market: Market) -> None:
    desk = await desk_of(market)
    mine = gid("Salesperson", await salesperson(market), market.merchant)
    sellers = (await market.graph.ask(desk.cashier, "{ deskSellers { id name own } }"))["deskSellers"]
    assert {"id": mine, "name": "吴迪", "own": False} in sellers
