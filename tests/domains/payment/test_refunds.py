"""Money goes back the way it came, never more than came; where the provider cannot, as a transfer."""

from datetime import timedelta
from uuid import UUID

import pytest

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.refunds import decide_order_refund
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.payment.commands.ask_provider import ask_about_refund
from prepaid.domains.payment.commands.redirect_refund import redirect_refund
from prepaid.domains.payment.commands.refund_payment import refund_payment
from prepaid.domains.payment.errors import (
    NotCaptured,
    NothingToAsk,
    PayeeNameInvalid,
    RefundDiffers,
    RefundExceedsPayment,
    RefundNotFailed,
)
from prepaid.domains.payment.events import PaymentRefunded, PaymentRefundFailed
from prepaid.domains.payment.models import Payment, PaymentRefund, Payout
from prepaid.domains.payment.rules.payouts import Wallet
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.payment.till import Till

LI_LEI = Wallet(openid="o-li", real_name="李雷", subject_id=uuid7())


async def decided(till: Till, payment: Payment, amount_fen: int) -> UUID:
    """A refund of what was paid on the payable, as its owner decides it."""
    refund_id = uuid7()

    async def decide(tx: WriteSession, merchant_id: UUID) -> None:
        await decide_order_refund(
            tx, merchant_id, refund_id=refund_id, order_id=payment.payable_id, refund_fen=amount_fen, fee_fen=0
        )

    await till.do(decide)
    return refund_id


async def refund(till: Till, payment: Payment, amount_fen: int, **more: object) -> PaymentRefund:
    refund_id = await decided(till, payment, amount_fen)
    return await till.do(
        refund_payment,
        payment_id=payment.id,
        refund_id=refund_id,
        amount_fen=amount_fen,
        reason="退卡",
        **more,
    )


async def settle(till: Till) -> None:
    await till.work()
    await till.provider.provider.notifier.idle()


async def state(till: Till, row: PaymentRefund) -> str:
    return str(await till.superuser.fetchval("SELECT state FROM payment_refund WHERE id = $1", row.id))


async def test_parts_go_back_until_nothing_is_left(till: Till) -> None:
    payment = await till.paid(10_000)
    first = await refund(till, payment, 4_000)
    assert (await till.balances())["REFUND_PAYABLE"] == 4_000
    await settle(till)
    assert await state(till, first) == "SUCCEEDED"
    assert await till.state(payment) == "PARTLY_REFUNDED"
    assert await till.balances() == {"CHANNEL_CLEARING": 6_000, "ORDER_LIABILITY": 6_000}
    second = await refund(till, payment, 6_000)
    await settle(till)
    assert (await till.state(payment), await state(till, second)) == ("REFUNDED", "SUCCEEDED")
    assert await till.balances() == {}
    assert [fact.amount_fen for fact in till.heard(PaymentRefunded)] == [4_000, 6_000]
    assert [each.state for each in till.provider.provider.books.refunds.values()] == ["SUCCESS", "SUCCESS"]


async def test_no_more_goes_back_than_came(till: Till) -> None:
    payment = await till.paid(10_000)
    other = await till.paid(10_000)
    await refund(till, payment, 6_000)
    refund_id = await decided(till, other, 4_001)
    what = {"payment_id": payment.id, "reason": "退卡"}
    with pytest.raises(RefundExceedsPayment) as refused:
        await till.do(refund_payment, **what, refund_id=refund_id, amount_fen=4_001)
    assert refused.value.data == {"refundable_fen": 4_000}
    with pytest.raises(InsufficientFunds):
        await till.do(refund_payment, **what, refund_id=uuid7(), amount_fen=1)
    assert (await till.row(payment))["refunding_fen"] == 6_000


async def test_the_same_refund_is_asked_for_once(till: Till) -> None:
    payment = await till.paid(10_000)
    first = await refund(till, payment, 3_000)
    what = {"payment_id": payment.id, "refund_id": first.refund_id, "reason": "退卡"}
    assert (await till.do(refund_payment, **what, amount_fen=3_000)).id == first.id
    with pytest.raises(RefundDiffers):
        await till.do(refund_payment, **what, amount_fen=2_999)


async def test_what_was_not_captured_cannot_go_back(till: Till) -> None:
    payment = await till.ask_for()
    with pytest.raises(NotCaptured):
        await till.do(refund_payment, payment_id=payment.id, refund_id=uuid7(), amount_fen=1, reason="退卡")


async def test_lost_answers_and_lost_notifications_double_nothing(till: Till) -> None:
    payment = await till.paid(10_000)
    await till.provider.tell("PUT", "/faults/v3", {"status": 504, "times": 2, "after_effect": True})
    await till.provider.odd("LOST", times=9)
    row = await refund(till, payment, 3_000)
    for seconds in (0, 3, 8, 40):
        with clock.travel(timedelta(seconds=seconds)):
            await settle(till)
    assert await state(till, row) == "SUCCEEDED"
    assert len(till.provider.provider.books.refunds) == 1
    assert await till.balances() == {"CHANNEL_CLEARING": 7_000, "ORDER_LIABILITY": 7_000}


@pytest.mark.parametrize("outcome", ["ABNORMAL", "CLOSED"])
async def test_a_failed_refund_waits_for_another_way(till: Till, outcome: str) -> None:
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"refunds": outcome})
    payment = await till.paid(10_000)
    row = await refund(till, payment, 3_000)
    await settle(till)
    await settle(till)
    assert await state(till, row) == "FAILED"
    (fact,) = till.heard(PaymentRefundFailed)
    assert fact.code == outcome
    assert await till.alerts() == {"REFUND_FAILED": 1}
    assert "REFUND_FAILURE_REPORTED" in await till.kinds(row.reference)
    assert (await till.balances())["REFUND_PAYABLE"] == 3_000

    nameless = Wallet(openid="o-li", real_name=" ", subject_id=uuid7())
    with pytest.raises(PayeeNameInvalid):
        await redirected(till, row, nameless)
    payout = await redirected(till, row, LI_LEI)
    with pytest.raises(RefundNotFailed):
        await redirected(till, row, LI_LEI)
    assert await state(till, row) == "REDIRECTED"
    await settle(till)
    assert (await state(till, row), await till.state(payment)) == ("SUCCEEDED", "PARTLY_REFUNDED")
    assert till.provider.provider.books.payouts[payout.reference].amount_fen == 3_000
    assert await till.balances() == {"CHANNEL_CLEARING": 10_000, "ORDER_LIABILITY": 7_000, "SETTLEMENT_BANK": -3_000}


async def test_after_a_year_it_goes_to_the_verified_wallet(till: Till) -> None:
    payment = await till.paid(10_000)
    with clock.travel(timedelta(days=366)):
        row = await refund(till, payment, 3_000, fallback=LI_LEI, data_keys=till.services.data_keys)
        assert row.failure == "LIMIT"
        await settle(till)
    assert await state(till, row) == "SUCCEEDED"
    assert till.provider.provider.books.refunds == {}
    (payout,) = await till.rows("payout")
    assert (payout["state"], payout["payee_name_masked"], payout["purpose"]) == ("SUCCEEDED", "李**", "REFUND")
    assert b"\xe6\x9d\x8e" not in payout["payee_name_cipher"]
    assert till.heard(PaymentRefundFailed) == []


async def test_a_wallet_of_another_name_is_not_paid_and_a_third_way_is_found(till: Till) -> None:
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"refunds": "ABNORMAL"})
    await till.provider.tell("PUT", "/wechat-pay/names", {"o-li": "韩梅梅"})
    payment = await till.paid(10_000)
    row = await refund(till, payment, 3_000, fallback=LI_LEI, data_keys=till.services.data_keys)
    for seconds in (0, 1, 20, 40):
        with clock.travel(timedelta(seconds=seconds)):
            await settle(till)
    assert await state(till, row) == "FAILED"
    assert (await till.alerts())["REFUND_FAILED"] == 1
    assert [fact.code for fact in till.heard(PaymentRefundFailed)] == ["NAME_NOT_CORRECT"]
    han = Wallet(openid="o-li", real_name="韩梅梅", subject_id=uuid7())
    await redirected(till, row, han)
    await settle(till)
    assert await state(till, row) == "SUCCEEDED"
    assert [each["state"] for each in await till.rows("payout")] == ["FAILED", "SUCCEEDED"]


async def test_a_refund_that_comes_through_after_it_failed_is_done(till: Till) -> None:
    """A bank clerk brings an abnormal refund through at the provider (异常退款)."""
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"refunds": "ABNORMAL"})
    payment = await till.paid(10_000)
    row = await refund(till, payment, 3_000)
    await settle(till)
    await settle(till)
    await till.provider.tell("PUT", f"/wechat-pay/refunds/{row.reference}", {"state": "SUCCESS"})
    await till.provider.provider.notifier.idle()
    assert await state(till, row) == "SUCCEEDED"
    assert await till.balances() == {"CHANNEL_CLEARING": 7_000, "ORDER_LIABILITY": 7_000}


async def test_money_that_went_both_ways_is_told(till: Till) -> None:
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"refunds": "ABNORMAL"})
    payment = await till.paid(10_000)
    row = await refund(till, payment, 3_000, fallback=LI_LEI, data_keys=till.services.data_keys)
    for _ in range(4):
        await settle(till)
    assert await state(till, row) == "SUCCEEDED"
    await till.provider.tell("PUT", f"/wechat-pay/refunds/{row.reference}", {"state": "SUCCESS"})
    await till.provider.provider.notifier.idle()
    assert (await till.alerts())["REFUNDED_TWICE"] == 1
    assert (await till.row(payment))["refunded_fen"] == 3_000


async def test_a_failed_refund_can_be_tried_again(till: Till) -> None:
    payment = await till.paid(10_000)
    charge = till.provider.provider.books.charges[payment.reference]
    charge.amount_fen = 1  # the provider refuses what does not fit its own books
    row = await refund(till, payment, 3_000)
    await settle(till)
    assert await state(till, row) == "FAILED"
    charge.amount_fen = 10_000
    await till.do(ask_about_refund, payment_refund_id=row.id)
    assert await state(till, row) == "REQUESTED"
    await settle(till)
    assert await state(till, row) == "SUCCEEDED"
    with pytest.raises(NothingToAsk):
        await till.do(ask_about_refund, payment_refund_id=row.id)


async def redirected(till: Till, row: PaymentRefund, to: Wallet) -> Payout:
    async def command(tx: WriteSession, merchant_id: UUID) -> Payout:
        keys = till.services.data_keys
        return await redirect_refund(tx, keys, merchant_id=merchant_id, payment_refund_id=row.id, to=to)

    return await till.do(command)
