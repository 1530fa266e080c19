"""Money leaves once, to whom it should, unless the bank has stopped it; a failure gives the hold back."""

from datetime import timedelta
from uuid import UUID

import pytest

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.domains.identity.errors.permissions import NothingToChange
from prepaid.domains.ledger.commands.commissions import approve_commission
from prepaid.domains.ledger.commands.funding import apply_to_card
from prepaid.domains.ledger.commands.payments import capture_payment
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.ledger.rules.shares import Terms
from prepaid.domains.payment.commands.ask_provider import ask_about_payout
from prepaid.domains.payment.commands.pay_out import PayoutWish, pay_out
from prepaid.domains.payment.commands.set_payout_switch import set_payout_switch
from prepaid.domains.payment.errors import NothingToAsk, PayoutDiffers, PayoutsStopped
from prepaid.domains.payment.events import Cause, PayoutFailed, PayoutReturned, PayoutSucceeded
from prepaid.domains.payment.models import Payout
from prepaid.domains.payment.reads.switches import ensure_payouts_allowed
from prepaid.domains.payment.rules.payouts import CommissionPayout, OwnAccount, Purpose, Wallet, WithdrawalPayout
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import shop
from tests.domains.payment.till import Till

WANG = Wallet(openid="o-wang", real_name="王芳", subject_id=uuid7())


async def drawable(till: Till, amount_fen: int) -> None:
    """Money that the merchant may draw."""
    order = uuid7()

    async def earn(tx: WriteSession, merchant_id: UUID) -> None:
        await capture_payment(tx, merchant_id, payment_id=uuid7(), order_id=order, amount_fen=amount_fen)
        terms = Terms(uuid7(), custody_bps=0, holdback_bps=0)
        await apply_to_card(tx, merchant_id, terms=terms, funding_id=order, order_id=order, lots_fen=[amount_fen])

    await till.do(earn)


async def order(
    till: Till,
    amount_fen: int = 5_000,
    *,
    cause: Cause | None = None,
    purpose: Purpose | None = None,
    to: Wallet | OwnAccount = OwnAccount(),  # noqa: B008 - a value
) -> Payout:
    wish = PayoutWish(
        cause=cause or Cause("WITHDRAWAL", uuid7()),
        purpose=purpose or WithdrawalPayout(amount_fen, 0),
        to=to,
        amount_fen=amount_fen,
        remark="提现",
    )

    async def command(tx: WriteSession, merchant_id: UUID) -> Payout:
        return await pay_out(tx, till.services.data_keys, merchant_id=merchant_id, wish=wish)

    return await till.do(command)


async def switch(till: Till, *, stopped: bool, everybody: bool = False) -> None:
    async def command(tx: WriteSession, merchant_id: UUID) -> None:
        target = None if everybody else merchant_id
        await set_payout_switch(tx, SYSTEM, merchant_id=target, stopped=stopped, reason="可疑交易排查")

    await till.do(command)


async def settle(till: Till, *seconds: int) -> None:
    for each in seconds or (0,):
        with clock.travel(timedelta(seconds=each)):
            await till.work()
            await till.provider.provider.notifier.idle()


async def state(till: Till, row: Payout) -> str:
    return str(await till.superuser.fetchval("SELECT state FROM payout WHERE id = $1", row.id))


async def test_a_withdrawal_reaches_the_merchants_own_account(till: Till) -> None:
    await drawable(till, 5_000)
    row = await order(till)
    assert row.state == "REQUESTED"
    await settle(till, 0, 20)
    assert await state(till, row) == "SUCCEEDED"
    (fact,) = till.heard(PayoutSucceeded)
    assert (fact.payout_id, fact.amount_fen) == (row.id, 5_000)
    assert "MERCHANT_DRAWABLE" not in await till.balances()
    assert till.provider.provider.books.payouts[row.reference].payee == "1900000109"


async def test_a_salesperson_accepts_his_commission(till: Till) -> None:
    salesperson = uuid7()
    await drawable(till, 5_000)

    async def approve(tx: WriteSession, merchant_id: UUID) -> None:
        await approve_commission(tx, merchant_id, commission_id=uuid7(), salesperson_id=salesperson, amount_fen=800)

    await till.do(approve)
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"transfers": "WAIT_USER_CONFIRM"})
    row = await order(till, 800, purpose=CommissionPayout(salesperson), to=WANG)
    await settle(till)
    assert await state(till, row) == "AWAITING_PAYEE"
    assert await till.superuser.fetchval("SELECT acceptance FROM payout WHERE id = $1", row.id)
    await till.provider.tell("PUT", f"/wechat-pay/payouts/{row.reference}", {"state": "SUCCESS"})
    await till.provider.provider.notifier.idle()
    assert await state(till, row) == "SUCCEEDED"
    assert "COMMISSION_PAYABLE" not in await till.balances()


async def test_the_same_cause_is_paid_once_and_again_after_it_failed(till: Till) -> None:
    await drawable(till, 5_000)
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"withdrawals": "FAIL"})
    cause = Cause("WITHDRAWAL", uuid7())
    row = await order(till, 5_000, cause=cause)
    assert (await order(till, 5_000, cause=cause)).id == row.id
    with pytest.raises(PayoutDiffers):
        await order(till, 4_999, cause=cause)
    with pytest.raises(InsufficientFunds):
        await order(till, 1)
    await settle(till, 0, 20)
    assert await state(till, row) == "FAILED"
    (fact,) = till.heard(PayoutFailed)
    assert fact.code == "PAYEE_ACCOUNT_ABNORMAL"
    assert (await till.balances())["MERCHANT_DRAWABLE"] == 5_000
    assert await till.alerts() == {"PAYOUT_FAILED": 1}
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"withdrawals": "SUCCESS"})
    second = await order(till, 5_000, cause=cause)
    await settle(till, 0, 20)
    assert (second.id != row.id, await state(till, second)) == (True, "SUCCEEDED")


async def test_a_reported_failure_is_asked_about_before_it_is_believed(till: Till) -> None:
    await drawable(till, 5_000)
    await till.provider.tell("PUT", "/wechat-pay/behaviour", {"transfers": "PROCESSING"})
    row = await order(till, to=WANG)
    await settle(till)
    assert await state(till, row) == "PROCESSING"
    payout = till.provider.provider.books.payouts[row.reference]
    # Somebody who has the key says FAIL; the provider itself has it as paid.
    payout.state = "FAIL"
    till.provider.provider.notifier.tell(payout)
    payout.state = "SUCCESS"
    await till.provider.provider.notifier.idle()
    assert await state(till, row) == "PROCESSING"
    await settle(till)
    assert await state(till, row) == "SUCCEEDED"
    assert till.heard(PayoutFailed) == []


async def test_an_unclear_order_is_never_paid_twice(till: Till) -> None:
    await drawable(till, 5_000)
    await till.provider.tell("PUT", "/faults/v3", {"status": 504, "times": 3, "after_effect": True})
    row = await order(till)
    await settle(till, 0, 3, 8, 18, 60)
    assert await state(till, row) == "SUCCEEDED"
    assert len(till.provider.provider.books.payouts) == 1
    assert len(till.heard(PayoutSucceeded)) == 1


async def test_what_the_provider_never_took_is_given_back(till: Till) -> None:
    await drawable(till, 5_000)
    row = await order(till)
    await till.superuser.execute("UPDATE payout SET remark = repeat('长', 40), amount_fen = 5000 WHERE id = $1", row.id)
    await till.superuser.execute("UPDATE payout SET sub_merchant_number = repeat('1', 33) WHERE id = $1", row.id)
    await settle(till, 0, 20)
    assert await state(till, row) == "FAILED"
    assert (await till.balances())["MERCHANT_DRAWABLE"] == 5_000


async def test_a_payout_that_came_back_is_owed_again(till: Till) -> None:
    await drawable(till, 5_000)
    before = await till.balances()
    row = await order(till)
    await settle(till, 0, 20)
    await till.provider.tell("PUT", f"/wechat-pay/payouts/{row.reference}", {"state": "REFUND"})
    await settle(till, 86_500)
    assert await state(till, row) == "RETURNED"
    assert len(till.heard(PayoutReturned)) == 1
    assert await till.alerts() == {"PAYOUT_RETURNED": 1}
    after = await till.balances()
    assert {code: after.get(code) for code in before} == before


@pytest.mark.parametrize("everybody", [False, True], ids=["merchant", "bank-wide"])
async def test_the_bank_stops_and_resumes_payouts(till: Till, everybody: bool) -> None:
    await drawable(till, 5_000)
    await switch(till, stopped=True, everybody=everybody)
    with pytest.raises(PayoutsStopped) as refused:
        await till.do(ensure_payouts_allowed)
    assert refused.value.data == {"reason": "可疑交易排查"}
    row = await order(till)
    await settle(till)
    assert await state(till, row) == "STOPPED"
    assert till.provider.provider.books.payouts == {}
    with pytest.raises(NothingToAsk):
        await till.do(ask_about_payout, payout_id=row.id)
    with pytest.raises(NothingToChange):
        await switch(till, stopped=True, everybody=everybody)
    await switch(till, stopped=False, everybody=everybody)
    await settle(till, 0, 20)
    assert await state(till, row) == "SUCCEEDED"


async def test_another_merchants_switch_stops_nobody_else(till: Till) -> None:
    other = await shop(till.services.database, name="星河舞蹈")
    await drawable(till, 5_000)

    async def stop(tx: WriteSession, merchant_id: UUID) -> None:
        await set_payout_switch(tx, SYSTEM, merchant_id=other.id, stopped=True, reason="可疑交易排查")

    await till.do(stop)
    row = await order(till)
    await settle(till, 0, 20)
    assert await state(till, row) == "SUCCEEDED"
