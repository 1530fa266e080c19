"""What becomes of an order when its payment is late, doubled, failed, or cannot be used."""

import asyncio
from datetime import timedelta
from uuid import UUID

from prepaid.domains.ordering.commands.close_order import close_order
from prepaid.kit import clock
from prepaid.providers.payments import PaymentMethod
from tests.domains.ordering.market import SKATING, TEN_VISITS, Market

WRITTEN = ("card", "card_lot", "deal", "order_receipt", "custody_wallet")


async def events_of(market: Market, order_id: UUID) -> list[tuple[str, str | None]]:
    rows = await market.rows("order_event", order_id=order_id)
    return [(row["after"], row["reason"]) for row in rows if row["axis"] == "PAYMENT"]


async def test_the_same_notification_many_times_opens_one_card(market: Market) -> None:
    buyer = await market.buyer()
    await market.pay.odd("COPIES", copies=5)
    order = await market.bought(buyer)
    assert order["payment_status"] == "PAID"
    for table in ("card", "card_lot", "deal", "order_receipt"):
        assert len(await market.rows(table, order_id=order["id"])) == 1, table
    assert (await market.balances())["CARD_LIABILITY"] == 68_000


async def test_an_opening_that_fails_sends_the_money_back_by_itself(market: Market) -> None:
    buyer = await market.buyer()
    before = {table: await market.rows(table) for table in WRITTEN}
    order = (await market.place(buyer)).order
    paying = await market.offer(buyer, order.id)
    assert paying.payment is not None
    await market.superuser.execute("UPDATE merchant SET gate = 'FRAUD_HOLD' WHERE id = $1", market.merchant)
    await market.pay.pay(paying.payment.reference)
    row = await market.order(order.id)
    assert (row["payment_status"], row["close_reason"]) == ("CLOSED", "OPENING_FAILED")
    assert (row["failure"], row["paid_at"], row["card_id"]) == ("MERCHANT_NOT_SELLING", None, None)
    for table in WRITTEN:
        assert await market.rows(table) == before[table], table
    await market.settle()
    (refund,) = await market.refunds_of(order.id)
    assert (refund["state"], refund["amount_fen"]) == ("SUCCEEDED", 68_000)
    assert not {"CARD_LIABILITY", "ORDER_LIABILITY", "REFUND_PAYABLE"} & set(await market.balances())
    (payment,) = await market.rows("payment", payable_id=order.id)
    assert (payment["credited"], payment["unapplied_reason"], payment["unapplied_code"]) == (
        False,
        "NOT_APPLICABLE",
        "OPENING_FAILED",
    )
    told = await market.superuser.fetch("SELECT kind FROM notice WHERE account_id = $1 ORDER BY id", buyer.account_id)
    assert [row["kind"] for row in told] == ["order.opening_failed", "order.refunded"]
    assert await events_of(market, order.id) == [
        ("UNPAID", None),
        ("PAYING", None),
        ("CLOSED", "OPENING_FAILED"),
    ]


async def test_a_success_after_the_order_was_cancelled_goes_back(market: Market) -> None:
    buyer = await market.buyer()
    order = (await market.place(buyer)).order
    paying = await market.offer(buyer, order.id)
    assert paying.payment is not None
    which = {"merchant_id": market.merchant, "order_id": order.id}
    await market.run(buyer, lambda tx: close_order(tx, buyer, **which))
    await market.pay.pay(paying.payment.reference)
    await market.settle()
    assert (await market.order(order.id))["close_reason"] == "CANCELLED"
    assert [row["state"] for row in await market.refunds_of(order.id)] == ["SUCCEEDED"]
    assert await market.rows("card", order_id=order.id) == []


async def test_two_payments_that_both_succeed_open_one_card_and_the_second_goes_back(market: Market) -> None:
    buyer = await market.buyer()
    order = (await market.place(buyer)).order
    first = await market.offer(buyer, order.id)
    second = await market.offer(buyer, order.id, PaymentMethod.NATIVE)
    assert first.payment is not None
    assert second.payment is not None
    references = (first.payment.reference, second.payment.reference)
    await asyncio.gather(*(market.pay.pay(reference) for reference in references))
    await market.settle()
    assert (await market.order(order.id))["payment_status"] == "PAID"
    assert len(await market.rows("card_lot", order_id=order.id)) == 1
    payments = await market.rows("payment", payable_id=order.id)
    captured = [row for row in payments if row["state"] in ("CAPTURED", "REFUNDED")]
    assert sum(row["credited"] for row in captured) == 1
    assert sum(row["amount_fen"] for row in captured if not row["credited"]) == sum(
        row["amount_fen"] for row in await market.refunds_of(order.id)
    )
    assert (await market.balances())["CARD_LIABILITY"] == 68_000


async def test_a_failing_recharge_leaves_one_pending_order_that_is_paid_later(market: Market) -> None:
    buyer = await market.buyer()
    await market.bought(buyer)
    order = (await market.place(buyer)).order
    paying = await market.offer(buyer, order.id)
    assert paying.payment is not None
    await market.pay.tell("POST", f"/wechat-pay/charges/{paying.payment.reference}/fail")
    await market.pay.provider.notifier.idle()
    with clock.travel(timedelta(minutes=40)):
        await market.work()
        assert (await market.order(order.id))["payment_status"] == "UNPAID"
        again = await market.place(buyer)
        assert (again.order.id, again.resumed) == (order.id, True)
        later = await market.offer(buyer, order.id)
        assert later.payment is not None
        assert later.payment.reference != paying.payment.reference
        await market.pay.pay(later.payment.reference)
    assert (await market.order(order.id))["payment_status"] == "PAID"
    assert len(await market.rows("card_lot", holder_account_id=buyer.account_id)) == 2


async def test_an_order_that_nobody_pays_expires_and_makes_room_for_another(market: Market) -> None:
    buyer = await market.buyer()
    order = (await market.place(buyer)).order
    with clock.travel(timedelta(hours=23, minutes=59)):
        await market.work()
        assert (await market.order(order.id))["payment_status"] == "UNPAID"
    with clock.travel(timedelta(hours=24, minutes=1)):
        await market.work()
        assert (await market.order(order.id))["close_reason"] == "EXPIRED"
        assert (await market.place(buyer)).order.id != order.id


async def test_orders_placed_at_the_same_time_for_one_card_are_one(market: Market) -> None:
    buyer = await market.buyer()
    wanted = [await market.wanted(buyer, TEN_VISITS) for _ in range(6)]
    placed = await asyncio.gather(*(market.placed(buyer, each) for each in wanted))
    assert len({each.order.id for each in placed}) == 1
    assert sum(each.resumed for each in placed) == 5


async def test_a_wrong_amount_changes_nothing(market: Market) -> None:
    buyer = await market.buyer()
    order = (await market.place(buyer, SKATING)).order
    paying = await market.offer(buyer, order.id)
    assert paying.payment is not None
    await market.pay.odd("WRONG_AMOUNT", times=10)
    await market.pay.pay(paying.payment.reference)
    assert (await market.order(order.id))["payment_status"] == "PAYING"
    assert await market.rows("deal", order_id=order.id) == []
