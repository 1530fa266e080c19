"""The client against the sandbox's protocol over HTTP: what it asks is understood, and what it hears is proven."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import httpx
import pytest

from prepaid.core.settings import settings
from prepaid.kit import clock
from prepaid.providers.payments import (
    BillLineKind,
    ChargeAlreadyPaid,
    ChargeOrder,
    ChargeState,
    PaymentMethod,
    PayoutOrder,
    PayoutState,
    ProviderRefused,
    ProviderUnreachable,
    ProviderUntrusted,
    RefundOrder,
    RefundState,
    SettlementAccount,
    UnknownReference,
    WalletPayee,
)
from prepaid.providers.wechat_pay import NotConfigured, WeChatPayClient, WeChatPayConfig
from prepaid.sandbox.wechat_pay.keys import keys_in
from tests.support.wechat_pay import Sandbox, sandbox

PAYEE = "1900000109"
LI = WalletPayee(openid="o-li", real_name="李雷")


@pytest.fixture
async def provider() -> AsyncIterator[Sandbox]:
    async with sandbox() as found:
        yield found


def order(number: int = 1, **changes: object) -> ChargeOrder:
    values: dict[str, object] = {
        "reference": f"P000001260928AAAAAAAA{number:02d}",
        "payee": PAYEE,
        "amount_fen": 12_345,
        "description": "云岭滑冰馆 次卡",
        "method": PaymentMethod.JSAPI,
        "payer": "o-li",
        "expires_at": clock.now() + timedelta(minutes=30),
    }
    return ChargeOrder(**{**values, **changes})  # type: ignore[arg-type]


def refund(number: int = 1, **changes: object) -> RefundOrder:
    values: dict[str, object] = {
        "reference": f"R000001260928AAAAAAAA{number:02d}",
        "charge_reference": order().reference,
        "payee": PAYEE,
        "amount_fen": 2_345,
        "charged_fen": 12_345,
        "reason": "退卡",
    }
    return RefundOrder(**{**values, **changes})  # type: ignore[arg-type]


async def test_a_charge_is_offered_paid_and_told(provider: Sandbox) -> None:
    client = provider.client
    offer = await client.charge(order())
    assert offer.pay_parameters is not None
    assert offer.pay_parameters["appId"] == client.application
    assert offer.pay_parameters["package"].startswith("prepay_id=wx")
    unpaid = await client.query_charge(order().reference, PAYEE)
    assert (unpaid.state, unpaid.amount_fen) == (ChargeState.UNPAID, None)
    await provider.pay(order().reference)
    paid = await client.query_charge(order().reference, PAYEE)
    assert (paid.state, paid.amount_fen, paid.currency) == (ChargeState.PAID, 12_345, "CNY")
    assert (paid.partner, paid.payee, paid.application) == (client.partner, PAYEE, client.application)
    assert paid.paid_at is not None


async def test_the_same_order_again_is_the_same_charge_and_another_one_is_refused(provider: Sandbox) -> None:
    client, wanted = provider.client, order(method=PaymentMethod.NATIVE, payer=None)
    first = await client.charge(wanted)
    assert (await client.charge(wanted)).code_url == first.code_url
    with pytest.raises(ProviderRefused, match="INVALID_REQUEST"):
        await client.charge(order(method=PaymentMethod.NATIVE, payer=None, amount_fen=1))


async def test_a_lost_answer_is_asked_for_again(provider: Sandbox) -> None:
    await provider.tell("PUT", "/faults/v3", {"status": 504, "after_effect": True})
    with pytest.raises(ProviderUnreachable):
        await provider.client.charge(order())
    await provider.client.charge(order())
    assert len(provider.provider.books.charges) == 1


async def test_closing_twice_is_closing_once_and_a_paid_charge_stays(provider: Sandbox) -> None:
    client = provider.client
    await client.close_charge(order(9).reference, PAYEE)
    await client.charge(order(1))
    await client.close_charge(order(1).reference, PAYEE)
    await client.close_charge(order(1).reference, PAYEE)
    assert (await client.query_charge(order(1).reference, PAYEE)).state is ChargeState.CLOSED
    await client.charge(order(2))
    await provider.pay(order(2).reference)
    with pytest.raises(ChargeAlreadyPaid):
        await client.close_charge(order(2).reference, PAYEE)


async def test_what_nobody_ordered_is_unknown(provider: Sandbox) -> None:
    client = provider.client
    with pytest.raises(UnknownReference):
        await client.query_charge(order().reference, PAYEE)
    with pytest.raises(UnknownReference):
        await client.query_refund(refund().reference, PAYEE)
    for payee in (LI, SettlementAccount()):
        with pytest.raises(UnknownReference):
            await client.query_payout("T000001260928AAAAAAAA01", PAYEE, payee)


async def test_a_refund_goes_through_and_no_more_than_was_paid(provider: Sandbox) -> None:
    client = provider.client
    await client.charge(order())
    await provider.pay(order().reference)
    asked = await client.refund(refund())
    assert (asked.state, asked.amount_fen) == (RefundState.PROCESSING, 2_345)
    assert (await client.refund(refund())).state is RefundState.SUCCEEDED
    assert (await client.query_refund(refund().reference, PAYEE)).state is RefundState.SUCCEEDED
    with pytest.raises(ProviderRefused, match="NOT_ENOUGH"):
        await client.refund(refund(2, amount_fen=10_001))


async def test_the_provider_refunds_for_a_year(provider: Sandbox) -> None:
    client = provider.client
    await client.charge(order())
    await provider.pay(order().reference)
    with clock.travel(timedelta(days=366)), pytest.raises(ProviderRefused, match="INVALID_REQUEST"):
        await client.refund(refund())


@pytest.mark.parametrize("payee", [LI, SettlementAccount()], ids=["wallet", "bank account"])
async def test_money_is_paid_out(provider: Sandbox, payee: WalletPayee | SettlementAccount) -> None:
    client = provider.client
    wanted = PayoutOrder(
        reference="T000001260928AAAAAAAA01", source=PAYEE, payee=payee, amount_fen=250_000, remark="提现"
    )
    await client.pay_out(wanted)
    assert (await client.pay_out(wanted)).state is PayoutState.SUCCEEDED
    found = await client.query_payout(wanted.reference, PAYEE, payee)
    assert (found.state, found.amount_fen, found.source) == (PayoutState.SUCCEEDED, 250_000, PAYEE)
    assert len(provider.provider.books.payouts) == 1


async def test_a_wallet_of_another_name_is_not_paid(provider: Sandbox) -> None:
    await provider.tell("PUT", "/wechat-pay/names", {"o-li": "韩梅梅"})
    wanted = PayoutOrder(reference="T000001260928AAAAAAAA01", source=PAYEE, payee=LI, amount_fen=100, remark="退款")
    paid = await provider.client.pay_out(wanted)
    assert (paid.state, paid.failure) == (PayoutState.FAILED, "NAME_NOT_CORRECT")


async def test_a_payee_may_have_to_accept(provider: Sandbox) -> None:
    await provider.tell("PUT", "/wechat-pay/behaviour", {"transfers": "WAIT_USER_CONFIRM"})
    wanted = PayoutOrder(reference="T000001260928AAAAAAAA01", source=PAYEE, payee=LI, amount_fen=100, remark="佣金")
    waiting = await provider.client.pay_out(wanted)
    assert waiting.state is PayoutState.AWAITING_PAYEE
    assert waiting.acceptance
    await provider.tell("PUT", f"/wechat-pay/payouts/{wanted.reference}", {"state": "SUCCESS"})
    assert (await provider.client.pay_out(wanted)).state is PayoutState.SUCCEEDED


async def test_the_bill_holds_everything_of_the_day(provider: Sandbox) -> None:
    client, today = provider.client, clock.today_shanghai()
    assert await client.bill(today) == []
    await client.charge(order(1))
    await client.charge(order(2, amount_fen=999))
    for number in (1, 2):
        await provider.pay(order(number).reference)
    await client.refund(refund())
    lines = {line.reference: line for line in await client.bill(today)}
    assert {(line.kind, line.amount_fen, line.fee_fen) for line in lines.values()} == {
        (BillLineKind.CHARGE, 12_345, 74),
        (BillLineKind.CHARGE, 999, 6),
        (BillLineKind.REFUND, 2_345, -14),
    }
    assert lines[refund().reference].charge_reference == order(1).reference
    assert {line.payee for line in lines.values()} == {PAYEE}


async def test_an_answer_signed_by_a_stranger_is_not_believed(provider: Sandbox, tmp_path: Path) -> None:
    client = provider.client
    provider.provider.__dict__["keys"] = keys_in(tmp_path)
    with pytest.raises((ProviderUntrusted, ProviderRefused)):
        await client.charge(order())


async def test_a_request_of_a_stranger_is_refused(provider: Sandbox) -> None:
    async with httpx.AsyncClient(base_url=provider.url, trust_env=False) as http:
        answer = await http.post("/v3/pay/partner/transactions/native", json={})
    assert (answer.status_code, answer.json()["code"]) == (401, "SIGN_ERROR")


async def test_a_provider_that_is_not_there_may_come_back(provider: Sandbox) -> None:
    gone = provider.settings.model_copy(update={"wechat_pay_url": "http://127.0.0.1:9"})
    with pytest.raises(ProviderUnreachable):
        await WeChatPayClient(WeChatPayConfig.of(gone)).charge(order())


def test_production_names_its_partner(tmp_path: Path) -> None:
    production = settings().model_copy(update={"environment": "production", "wechat_pay_mchid": None})
    with pytest.raises(NotConfigured, match="PREPAID_WECHAT_PAY_MCHID"):
        WeChatPayConfig.of(production)
    partly = production.model_copy(update={"wechat_pay_mchid": "1900000001", "wechat_pay_appid": "wx1"})
    with pytest.raises(NotConfigured, match="api_v3_key, platform_key, platform_key_id, private_key, serial"):
        WeChatPayConfig.of(partly)
    without_keys = settings().model_copy(update={"data_dir": tmp_path, "wechat_pay_mchid": None})
    with pytest.raises(NotConfigured, match="start it once"):
        WeChatPayConfig.of(without_keys)
