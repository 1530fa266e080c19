"""A single service paid with the stored value of a card, alone or together with WeChat."""

import pytest

from prepaid.core.actor import Actor
from prepaid.core.errors import NotFound
from prepaid.domains.ordering.commands.tenders import Balance
from prepaid.domains.ordering.errors import BalanceNotUsable, BalanceShort
from tests.domains.ordering.market import SKATING, TEN_VISITS, Market

STORED = """
UPDATE package_entitlement SET kind = 'MONEY', times = NULL, days = NULL, amount_fen = 80000, unit_price_fen = NULL,
    service_ids = '{}', list_fen = 80000, paid_fen = 68000
WHERE version_id IN (SELECT id FROM package_version WHERE merchant_id = $1 AND name = $2)
"""


async def with_stored_value(market: Market) -> tuple[Actor, Balance]:
    """A buyer whose card has 800.00, for which 680.00 were paid."""
    await market.superuser.execute(STORED, market.merchant, TEN_VISITS)
    buyer = await market.buyer()
    order = await market.bought(buyer)
    return buyer, Balance(order["card_id"], 5_000)


async def test_balance_and_wechat_pay_one_order_to_the_last_fen(market: Market) -> None:
    buyer, balance = await with_stored_value(market)
    order = await market.bought(buyer, SKATING, balance=balance)
    assert order["payment_status"] == "PAID"
    tenders = await market.rows("order_tender", order_id=order["id"])
    assert [(row["kind"], row["amount_fen"]) for row in tenders] == [("CARD_BALANCE", 5_000), ("CHANNEL", 3_800)]
    (lot,) = await market.rows("card_lot", card_id=balance.card_id)
    assert (lot["consumed"], lot["available"]) == (5_000, 75_000)
    balances = await market.balances()
    assert balances["CARD_LIABILITY"] == 68_000 - 4_250
    assert balances["ORDER_LIABILITY"] == 3_800


async def test_a_card_that_pays_all_needs_no_payment(market: Market) -> None:
    buyer, balance = await with_stored_value(market)
    order = (await market.place(buyer, SKATING, balance=Balance(balance.card_id, 8_800))).order
    paying = await market.offer(buyer, order.id)
    assert paying.payment is None
    row = await market.order(order.id)
    assert row["payment_status"] == "PAID"
    assert await market.rows("payment", payable_id=order.id) == []
    (deal,) = await market.rows("deal", order_id=order.id)
    assert deal["amount_fen"] == 8_800


async def test_a_balance_that_was_used_elsewhere_meanwhile_sends_the_rest_back(market: Market) -> None:
    buyer, balance = await with_stored_value(market)
    order = (await market.place(buyer, SKATING, balance=balance)).order
    paying = await market.offer(buyer, order.id)
    assert paying.payment is not None
    sql = "UPDATE card_lot SET consumed = 79000, available = 1000 WHERE card_id = $1"
    await market.superuser.execute(sql, balance.card_id)
    await market.pay.pay(paying.payment.reference)
    row = await market.order(order.id)
    assert (row["close_reason"], row["failure"]) == ("OPENING_FAILED", "INSUFFICIENT")
    await market.settle()
    assert [each["state"] for each in await market.refunds_of(order.id)] == ["SUCCEEDED"]
    (lot,) = await market.rows("card_lot", card_id=balance.card_id)
    assert lot["available"] == 1_000


async def test_what_a_balance_cannot_pay(market: Market) -> None:
    buyer, balance = await with_stored_value(market)
    with pytest.raises(BalanceNotUsable):
        await market.place(buyer, TEN_VISITS, balance=balance)
    with pytest.raises(BalanceNotUsable):
        await market.place(buyer, SKATING, balance=Balance(balance.card_id, 8_801))
    with pytest.raises(BalanceShort):
        await market.place(buyer, SKATING, pieces=10, balance=Balance(balance.card_id, 80_001))
    with pytest.raises(NotFound):
        await market.place(await market.buyer(), SKATING, balance=balance)
