"""Buying cards and services: from the order through the provider's notification to lots, ledger, custody and deal."""

from prepaid.domains.ordering.rules.disclosure import DisclosureItem
from tests.domains.ordering.market import MERCHANT, SKATING, TEN_VISITS, Market, wallet_of


async def test_a_paid_package_is_a_card_with_lots_money_in_custody_a_deal_and_a_receipt(market: Market) -> None:
    buyer = await market.buyer()
    order = await market.bought(buyer)
    assert (order["payment_status"], order["kind"], order["total_fen"]) == ("PAID", "CARD_PURCHASE", 68_000)
    (card,) = await market.rows("card", holder_account_id=buyer.account_id)
    assert (card["id"], card["status"], card["order_id"]) == (order["card_id"], "ACTIVE", order["id"])
    assert (card["custody_bps"], card["holdback_bps"]) == (order["custody_bps"], order["holdback_bps"])
    (lot,) = await market.rows("card_lot", card_id=card["id"])
    assert (lot["unit"], lot["granted"], lot["paid_fen"], lot["payer_wallet"]) == (
        "VISIT",
        10,
        68_000,
        wallet_of(buyer),
    )
    custody = -(-68_000 * order["custody_bps"] // 10_000)
    balances = await market.balances()
    assert balances["CARD_LIABILITY"] == 68_000
    assert balances["MERCHANT_ADVANCE"] == 68_000 - custody
    assert "ORDER_LIABILITY" not in balances

    await market.work()
    assert (await market.balances())["CUSTODY_BANK"] == custody
    (wallet,) = await market.rows("custody_wallet", contract_id=card["contract_id"])
    assert (wallet["state"], wallet["held_fen"]) == ("LOADED", custody)

    (deal,) = await market.rows("deal", order_id=order["id"])
    assert (deal["amount_fen"], deal["commission_fen"], deal["card_number"]) == (68_000, 0, card["number"])
    (receipt,) = await market.rows("order_receipt", order_id=order["id"])
    items = receipt["items"]
    assert all(item.value in items for item in DisclosureItem)
    assert MERCHANT in items


async def test_what_was_delivered_is_reported_to_wechat_once(market: Market) -> None:
    order = await market.bought(await market.buyer())
    await market.work()
    await market.work()
    (payment,) = await market.rows("payment", payable_id=order["id"])
    reports = market.phones.provider.deliveries
    (report,) = [each for each in reports if each["order_key"]["out_trade_no"] == payment["reference"]]
    assert report["shipping_list"] == [{"item_desc": TEN_VISITS}]
    assert report["logistics_type"] == 3


async def test_services_are_paid_without_a_card_and_wait_to_be_given(market: Market) -> None:
    order = await market.bought(await market.buyer(identified=False), SKATING, pieces=3)
    assert (order["kind"], order["payment_status"], order["total_fen"]) == ("SINGLE_SERVICE", "PAID", 26_400)
    assert (await market.balances())["ORDER_LIABILITY"] == 26_400
    (line,) = await market.rows("order_line", order_id=order["id"])
    assert line["unit_fen"] == [8_800, 8_800, 8_800]


async def test_the_second_package_recharges_the_card_at_its_own_terms(market: Market) -> None:
    buyer = await market.buyer()
    first = await market.bought(buyer)
    second = await market.bought(buyer)
    assert (second["kind"], second["card_id"]) == ("CARD_RECHARGE", first["card_id"])
    assert len(await market.rows("card", holder_account_id=buyer.account_id)) == 1
    assert [lot["granted"] for lot in await market.rows("card_lot", card_id=first["card_id"])] == [10, 10]
    await market.work()
    (card,) = await market.rows("card", holder_account_id=buyer.account_id)
    (wallet,) = await market.rows("custody_wallet", contract_id=card["contract_id"])
    assert wallet["held_fen"] == 2 * -(-68_000 * first["custody_bps"] // 10_000)
