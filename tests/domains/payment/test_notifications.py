"""Every bad notification has its own code and its own alert, changes nothing, and is never a 500."""

from collections import Counter
from typing import Any

import httpx
import pytest

from prepaid.domains.payment.events import PaymentSucceeded
from prepaid.domains.payment.graph import notify_route
from prepaid.kit.ids import uuid7
from prepaid.providers.wechat_pay.config import SANDBOX_MCHID
from prepaid.sandbox.wechat_pay.messages import charge_json
from prepaid.sandbox.wechat_pay.notifier import notice_of
from prepaid.sandbox.wechat_pay.oddities import OddNotification
from prepaid.sandbox.wechat_pay.signing import envelope, signed_headers
from tests.domains.payment.till import Till

ODD = {
    "FORGED": ("FORGED_SIGNATURE", 401),
    "STALE": ("STALE", 401),
    "UNKNOWN_KEY": ("UNKNOWN_KEY", 401),
    "UNDECRYPTABLE": ("UNDECRYPTABLE", 401),
    "WRONG_AMOUNT": ("WRONG_AMOUNT", 409),
    "WRONG_CURRENCY": ("WRONG_CURRENCY", 409),
    "WRONG_PAYEE": ("WRONG_PAYEE", 409),
    "WRONG_PARTNER": ("WRONG_PARTNER", 409),
    "WRONG_APPLICATION": ("WRONG_APPLICATION", 409),
    "WRONG_REFERENCE": ("UNKNOWN_REFERENCE", 404),
}


def notify_url(till: Till) -> str:
    url = till.provider.settings.wechat_pay_notify_url
    assert url
    return url


async def send(till: Till, headers: dict[str, str], body: bytes) -> httpx.Response:
    async with httpx.AsyncClient(trust_env=False) as client:
        return await client.post(notify_url(till), content=body, headers=headers)


async def genuine(till: Till, resource: dict[str, Any], event: str = "TRANSACTION.SUCCESS") -> httpx.Response:
    """A notification that the provider itself signs and encrypts."""
    keys = till.provider.provider.keys
    body = envelope(event, "transaction", resource, keys.api_v3)
    return await send(till, signed_headers(body, keys.platform), body)


async def paid_in_silence(till: Till) -> tuple[str, dict[str, Any]]:
    """A charge that is paid, and of which no word has come; its reference, and what would be told."""
    payment = await till.ask_for()
    charge = till.provider.provider.books.charges[payment.reference]
    till.provider.provider.books.pay(charge)
    return payment.reference, charge_json(charge)


async def test_what_is_odd_changes_nothing_and_the_genuine_one_after_it_credits_once(till: Till) -> None:
    for way, (alert, _) in ODD.items():
        payment = await till.ask_for()
        await till.provider.odd(way)
        await till.provider.pay(payment.reference)
        # The provider repeats what was refused; by then the oddity is spent, and the repeat is genuine.
        assert await till.state(payment) == "CAPTURED", way
        assert (await till.alerts())[alert] == 1, way
    assert len(till.heard(PaymentSucceeded)) == len(ODD)
    assert sum((await till.alerts()).values()) == len(ODD)


async def test_each_is_answered_with_its_own_code(till: Till) -> None:
    for way, (code, status) in ODD.items():
        payment = await till.ask_for()
        charge = till.provider.provider.books.charges[payment.reference]
        till.provider.provider.books.pay(charge)
        notice = notice_of(charge)
        assert notice is not None
        headers, body = till.provider.provider.notifier.written(notice, OddNotification(way))
        answer = await send(till, headers, body)
        assert (answer.status_code, answer.json()["code"]) == (status, code)
        assert await till.state(payment) == "READY"
    assert await till.rows("ledger_transfer") == []
    assert await till.alerts() == {code: 1 for code, _ in ODD.values()}


async def test_a_flood_of_forgeries_is_one_alert_with_a_count(till: Till, monkeypatch: pytest.MonkeyPatch) -> None:
    headers = {"Wechatpay-Signature-Type": "WECHATPAY2-SHA256-RSA2048"}
    monkeypatch.setattr(notify_route, "UNPROVEN_EVERY_SECONDS", 3_600.0)
    for _ in range(50):
        assert (await send(till, headers, b"{}")).status_code == 400
    assert await till.alerts() == {"MALFORMED": 1}
    monkeypatch.setattr(notify_route, "UNPROVEN_EVERY_SECONDS", 0.0)
    await send(till, headers, b"{}")
    assert await till.alerts() == {"MALFORMED": 51}
    assert await till.superuser.fetchval("SELECT count(*) FROM payment_alert") == 1


async def test_what_nobody_could_mean_is_malformed(till: Till) -> None:
    keys = till.provider.provider.keys
    bodies: list[tuple[dict[str, str], bytes]] = [
        ({}, b""),
        ({}, b"\xff\xfe"),
        ({"Wechatpay-Timestamp": "9" * 400, "Wechatpay-Signature-Type": "x"}, b"{}"),
        ({}, b"x" * 70_000),
    ]
    signed = (b"[]", b"null", b"{", b'{"resource":1}', b'{"resource_type":"encrypt-resource","resource":{}}')
    bodies += [(signed_headers(text, keys.platform), text) for text in signed]
    for headers, body in bodies:
        answer = await send(till, headers, body)
        assert (answer.status_code, answer.json()["code"]) == (400, "MALFORMED"), body[:40]


HEAD = {"out_trade_no": "P", "sp_mchid": "1", "sub_mchid": "1", "sp_appid": "x"}
NONSENSE: list[Any] = [
    {},
    [],
    {"out_trade_no": 1},
    {"out_trade_no": "x" * 600},
    {**HEAD, "trade_state": "NO_SUCH"},
    {**HEAD, "trade_state": "SUCCESS", "amount": {"total": 1.5}},
    {**HEAD, "trade_state": "SUCCESS", "amount": 7},
    {**HEAD, "trade_state": "SUCCESS", "success_time": "yesterday"},
    {**HEAD, "trade_state": "SUCCESS", "success_time": "2026-01-01T00:00:00"},
]


async def test_a_genuine_envelope_with_nonsense_in_it_is_malformed(till: Till) -> None:
    for resource in NONSENSE:
        answer = await genuine(till, resource)
        assert (answer.status_code, answer.json()["code"]) == (400, "MALFORMED"), resource


async def test_an_event_that_we_do_not_take_is_said_so(till: Till) -> None:
    _, resource = await paid_in_silence(till)
    answer = await genuine(till, resource, "COUPON.USE")
    assert (answer.status_code, answer.json()["code"]) == (400, "UNEXPECTED_EVENT")


async def test_a_success_without_its_particulars_is_no_success(till: Till) -> None:
    for missing in ("amount", "transaction_id", "success_time"):
        _, resource = await paid_in_silence(till)
        del resource[missing]
        assert (await genuine(till, resource)).status_code == 409, missing
    assert await till.rows("ledger_transfer") == []
    assert sum((await till.alerts()).values()) == 3


async def test_two_transactions_under_one_reference_are_one_credit_and_an_alert(till: Till) -> None:
    _, resource = await paid_in_silence(till)
    assert (await genuine(till, resource)).status_code == 204
    answer = await genuine(till, resource | {"transaction_id": f"42{uuid7().hex[:26]}"})
    assert (answer.status_code, answer.json()["code"]) == (409, "SECOND_TRANSACTION")
    assert len(till.heard(PaymentSucceeded)) == 1
    assert await till.alerts() == {"SECOND_TRANSACTION": 1}


async def test_a_replayed_notification_is_taken_and_does_nothing(till: Till) -> None:
    _, resource = await paid_in_silence(till)
    keys = till.provider.provider.keys
    body = envelope("TRANSACTION.SUCCESS", "transaction", resource, keys.api_v3)
    headers = signed_headers(body, keys.platform)
    answers = Counter([(await send(till, headers, body)).status_code for _ in range(5)])
    assert answers == {204: 5}
    assert len(till.heard(PaymentSucceeded)) == 1
    assert SANDBOX_MCHID in str(resource)


async def test_other_methods_and_paths_are_not_there(till: Till) -> None:
    async with httpx.AsyncClient(trust_env=False) as client:
        assert (await client.get(notify_url(till))).status_code == 405
        assert (await client.post(f"{notify_url(till)}/x")).status_code == 404
