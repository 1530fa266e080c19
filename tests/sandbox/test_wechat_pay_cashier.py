"""The payer's page, the switches of the provider, and books that outlive the process."""

from collections.abc import AsyncIterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import httpx
import pytest
from starlette.applications import Starlette

from prepaid.sandbox.wechat_pay.provider import WeChatPayProvider
from prepaid.sandbox.wechat_pay.records import Charge

REFERENCE = "P000001260928K7M2Q9XA4T"


def charge(**more: Any) -> Charge:
    given: dict[str, Any] = {
        "reference": REFERENCE,
        "partner": "1900000001",
        "payee": "1900000109",
        "application": "wx5a17db0c7e5a0001",
        "amount_fen": 128_000,
        "description": "<b>季卡</b>",
        "trade_type": "NATIVE",
        "payer": None,
        "expires_at": None,
        "notify_url": "http://127.0.0.1:9/nowhere",
    }
    return Charge(**given | more)


class Counter:
    """A provider without keys: nothing here is signed, and what would be sent is only counted."""

    def __init__(self) -> None:
        self.provider = WeChatPayProvider(None)
        self.told: list[str] = []
        self.provider.notifier.tell = lambda record: self.told.append(record.reference)  # type: ignore[method-assign]
        transport = httpx.ASGITransport(Starlette(routes=self.provider.routes))
        self.http = httpx.AsyncClient(transport=transport, base_url="http://sandbox")


@pytest.fixture
async def counter() -> AsyncIterator[Counter]:
    made = Counter()
    async with made.http:
        yield made


async def test_a_person_presses_a_button(counter: Counter) -> None:
    order = counter.provider.books.open_charge(charge())
    address = f"/wechat-pay/cashier/{order.token}"
    page = await counter.http.get(address)
    assert 'lang="zh-CN"' in page.text
    assert "width=device-width" in page.text
    assert "1,280.00" in page.text or "1280.00" in page.text
    assert "&lt;b&gt;季卡" in page.text, "nothing of an order is markup"
    failed = await counter.http.post(address, data={"outcome": "fail"})
    assert (failed.status_code, failed.headers["location"]) == (303, address)
    assert "可重新支付" in (await counter.http.get(address)).text
    await counter.http.post(address, data={"outcome": "pay"})
    paid = (await counter.http.get(address)).text
    assert "支付成功" in paid
    assert "<button" not in paid
    await counter.http.post(address, data={"outcome": "pay"})
    assert counter.told == [REFERENCE], "told once, and a try that failed is not told"


async def test_an_order_whose_time_is_over_has_no_buttons(counter: Counter) -> None:
    order = counter.provider.books.open_charge(charge(expires_at="2026-01-01T00:00:00+08:00"))
    page = (await counter.http.get(f"/wechat-pay/cashier/{order.token}")).text
    assert "订单已关闭" in page
    await counter.http.post(f"/wechat-pay/cashier/{order.token}", data={"outcome": "pay"})
    assert counter.told == []


async def test_an_unknown_order_is_not_found(counter: Counter) -> None:
    assert (await counter.http.get("/wechat-pay/cashier/none")).status_code == 404
    assert (await counter.http.post("/wechat-pay/charges/none/pay")).status_code == 404


async def test_everything_is_listed_for_people_and_for_tests(counter: Counter) -> None:
    order = counter.provider.books.open_charge(charge())
    assert f"/wechat-pay/cashier/{order.token}" in (await counter.http.get("/wechat-pay")).text
    books = (await counter.http.get("/wechat-pay/books")).json()
    assert books == {"charges": [asdict(order)], "refunds": [], "payouts": []}


@pytest.mark.parametrize(
    "body",
    [
        [],
        {"way": "WONDROUS"},
        {"way": "LATE", "times": 0},
        {"way": "LATE", "times": True},
        {"way": "LATE", "seconds": -1},
        {"way": "COPIES", "copies": 10_000_000},
        {"way": "LATE", "wings": 2},
    ],
    ids=["list", "unknown", "never", "not-a-number", "past", "flood", "field"],
)
async def test_an_oddity_that_nobody_knows_is_refused(counter: Counter, body: Any) -> None:
    answer = await counter.http.put("/wechat-pay/oddity", json=body)
    assert answer.status_code == 400
    assert counter.provider.oddities.on is None


async def test_behaviour_is_switched_by_its_own_words(counter: Counter) -> None:
    assert (await counter.http.put("/wechat-pay/behaviour", json={"refunds": "ABNORMAL"})).status_code == 200
    assert counter.provider.books.behaviour.refunds == "ABNORMAL"
    wrong: tuple[Any, ...] = ({"refunds": "PERHAPS"}, {"colour": "SUCCESS"}, [])
    for body in wrong:
        assert (await counter.http.put("/wechat-pay/behaviour", json=body)).status_code == 400


def test_books_and_keys_outlive_the_process(tmp_path: Path) -> None:
    first = WeChatPayProvider(tmp_path)
    order = first.books.open_charge(charge())
    first.books.pay(order)
    again = WeChatPayProvider(tmp_path)
    assert again.books.charges == {REFERENCE: order}
    assert again.books.charges[REFERENCE].state == "SUCCESS"
    files = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    WeChatPayProvider(tmp_path)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == files
    private = [path for path in tmp_path.iterdir() if "private" in path.name]
    assert private
    assert all(path.stat().st_mode & 0o077 == 0 for path in private)
