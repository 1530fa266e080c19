"""The mini-program as it was released: its stored documents over HTTP, where production lets consumers run no other."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from prepaid.app import graph_schema, open_graph
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.released import released_documents
from prepaid.kit.identifiers import fictitious
from prepaid.providers.wechat_pay.config import SANDBOX_APPID
from tests.domains.identity.graphql import gid
from tests.domains.ordering.market import TEN_VISITS, Market

ORIGIN = "http://prepaid.example"
DOCUMENTS = {each.name: each.hash for each in released_documents() if each.client == "miniprogram"}


@dataclass
class Phone:
    """The mini-program on a consumer's phone: it knows hashes of documents, and no GraphQL."""

    http: httpx.AsyncClient
    market: Market
    name: str

    async def answer(self, **body: Any) -> Any:
        return (await self.http.post("/graphql/", json=body)).json()

    async def ask(self, name: str, **variables: Any) -> Any:
        """The one root field of a stored document."""
        answer = await self.answer(documentId=DOCUMENTS[name], variables=variables)
        assert "errors" not in answer, answer
        (found,) = answer["data"].values() if len(answer["data"]) == 1 else (answer["data"],)
        return found

    async def act(self, name: str, **given: Any) -> Any:
        payload = await self.ask(name, input=given)
        assert payload["userErrors"] == [], payload
        return payload

    async def sign_in(self) -> None:
        code = await self.market.phones.login_code(self.name)
        self._hold(await self.act("SignIn", appid=SANDBOX_APPID, code=code))

    async def become_known(self) -> None:
        """Bind the number, and enter name and identity number."""
        self._hold(await self.act("BindPhone", code=await self.market.phones.phone_code(self.name)))
        await self.act("EnterIdentity", realName="王芳", idCard=fictitious.id_card(uuid4().int % 9_000_000))

    async def placed(self, merchant: str) -> Any:
        """From the shop window to the order."""
        shop = await self.ask("Shop", merchant=merchant)
        package = next(each["id"] for each in shop["packages"]["nodes"] if each["name"] == TEN_VISITS)
        items = [{"productId": package, "quantity": 1}]
        quote = await self.ask("Quote", merchant=merchant, items=items)
        agreement = await self.ask("Agreement", merchant=merchant)
        return await self.act(
            "PlaceOrder",
            merchantId=merchant,
            items=items,
            expectedTotalFen=quote["totalFen"],
            agreementHash=agreement["textSha256"],
            idempotencyKey=uuid4().hex,
        )

    async def reference(self, order: str) -> str:
        """Ask to pay; the provider's reference of what is offered."""
        payment = (await self.act("PayOrder", orderId=order))["payment"]["id"]
        await self.market.work()
        offered = await self.ask("Payment", id=payment)
        assert offered["state"] == "READY"
        assert offered["payParameters"]["package"].startswith("prepay_id=")
        reference: str = offered["reference"]
        return reference

    def _hold(self, payload: Any) -> None:
        if payload["tokens"] is not None:
            self.http.headers["authorization"] = f"Bearer {payload['tokens']['accessToken']}"


@pytest.fixture
async def phone(market: Market) -> AsyncIterator[Phone]:
    async with _served(market) as http:
        name = uuid4().hex
        await market.phones.person(name, fictitious.phone(uuid4().int))
        yield Phone(http, market, name)


@asynccontextmanager
async def _served(market: Market) -> AsyncIterator[httpx.AsyncClient]:
    documents = StoredDocuments(released_documents())
    async with open_graph(market.services, documents, graph_schema()) as graph:
        graph.http.admission.production = True
        transport = httpx.ASGITransport(Starlette(routes=[Mount("/graphql", graph)]))
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as http:
            yield http


async def test_a_consumer_lives_on_stored_documents_alone(phone: Phone, market: Market) -> None:
    merchant = gid("Merchant", market.merchant)
    await phone.sign_in()
    refused = await phone.answer(query="{ orders { totalCount } }")
    assert refused["errors"][0]["extensions"]["code"] == "STORED_DOCUMENT_REQUIRED"
    await phone.become_known()

    placed = await phone.placed(merchant)
    assert (placed["order"]["kind"], placed["resumed"]) == ("CARD_PURCHASE", False)
    await market.pay.pay(await phone.reference(placed["order"]["id"]))
    order = await phone.ask("MyOrder", id=placed["order"]["id"])
    assert (order["paymentStatus"], len(order["receipt"]["items"])) == ("PAID", 12)
    await market.work()

    (card,) = await phone.ask("MyCards")
    assert (card["number"], card["status"], card["holds"]) == (order["cardNumber"], "ACTIVE", [])
    (lot,) = card["lots"]
    assert (lot["unit"], lot["granted"], lot["available"], lot["paidFen"]) == ("VISIT", 10, 10, 68_000)
    assert card["money"]["principalLeftFen"] == 68_000
    assert card["money"]["heldFen"] == -(-68_000 * card["money"]["custodyBps"] // 10_000)
    assert card["rules"]["coolingOffDays"] == 7
    (agreement,) = await phone.ask("MyAgreements")
    shown = await phone.ask("Agreement", merchant=merchant)
    assert (agreement["version"], agreement["textSha256"]) == (shown["version"], shown["textSha256"])


async def test_a_recharge_that_failed_is_resumed_and_paid_later(phone: Phone, market: Market) -> None:
    merchant = gid("Merchant", market.merchant)
    await phone.sign_in()
    await phone.become_known()
    first = await phone.placed(merchant)
    await market.pay.pay(await phone.reference(first["order"]["id"]))

    recharge = await phone.placed(merchant)
    assert recharge["order"]["kind"] == "CARD_RECHARGE"
    failing = await phone.reference(recharge["order"]["id"])
    await market.pay.tell("POST", f"/wechat-pay/charges/{failing}/fail")
    await market.pay.provider.notifier.idle()
    again = await phone.placed(merchant)
    assert (again["order"]["id"], again["resumed"]) == (recharge["order"]["id"], True)
    mine = await phone.ask("MyOrders", first=10)
    assert [each["paymentStatus"] for each in mine["nodes"]] == ["PAYING", "PAID"]
    await market.pay.pay(await phone.reference(recharge["order"]["id"]))
    (card,) = await phone.ask("MyCards")
    assert [each["available"] for each in card["lots"]] == [10, 10]


async def test_an_order_is_given_up_and_others_see_nothing_of_it(phone: Phone, market: Market) -> None:
    await phone.sign_in()
    await phone.become_known()
    placed = await phone.placed(gid("Merchant", market.merchant))
    async with _served(market) as http:
        name = uuid4().hex
        await market.phones.person(name, fictitious.phone(uuid4().int))
        stranger = Phone(http, market, name)
        await stranger.sign_in()
        assert await stranger.ask("MyOrder", id=placed["order"]["id"]) is None
        assert await stranger.ask("MyCards") == []
        assert await stranger.ask("MyAgreements") == []
    closed = await phone.act("CloseOrder", orderId=placed["order"]["id"])
    assert closed["order"]["closeReason"] == "CANCELLED"
