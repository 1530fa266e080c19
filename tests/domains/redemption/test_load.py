"""Two hundred at once (domain/50): through the schema, on a committed database, each with a transaction of its own."""

import asyncio
from collections import Counter
from typing import Any
from uuid import UUID, uuid4

from prepaid.domains.cards.jobs.checks import verify_cards
from prepaid.domains.ledger.jobs.checks import verify_accounts, verify_custody, verify_postings, verify_transfers
from prepaid.domains.redemption.jobs.checks import verify_redemptions
from tests.domains.identity.graphql import gid
from tests.domains.redemption.desk import Desk

CLIENTS = 200
TOGETHER_SECONDS = 60
"""All of them are answered in a few seconds; what takes longer has jammed, and the test says so."""
CHECKS = (verify_transfers, verify_accounts, verify_postings, verify_custody, verify_cards, verify_redemptions)
FIELDS = "redemption { id number } replayed userErrors { code data }"
REDEEM = f"mutation($input: RedeemInput!) {{ redeem(input: $input) {{ {FIELDS} }} }}"


def told(payload: dict[str, Any]) -> tuple[str, Any]:
    """A refusal's code and what was available, or whether the answer is a repeat."""
    if payload["userErrors"]:
        (error,) = payload["userErrors"]
        return error["code"], (error["data"] or {}).get("available")
    return ("replayed" if payload["replayed"] else "redeemed"), None


class Clients:
    """Many cashiers' requests at one card."""

    def __init__(self, desk: Desk, card: UUID) -> None:
        self.desk, self.card = desk, card
        desk.market.services.database.engine.pool._timeout = 120  # type: ignore[attr-defined]  # they wait in turns

    async def redeem(self, token: str, key: str) -> dict[str, Any]:
        desk = self.desk
        item = {
            "cardId": gid("Card", self.card, desk.merchant),
            "unit": "VISIT",
            "serviceId": gid("Service", desk.service, desk.merchant),
        }
        given = {
            "storeId": gid("Store", desk.store, desk.merchant),
            "token": token,
            "items": [item],
            "idempotencyKey": key,
        }
        payload: dict[str, Any] = (await desk.market.graph.ask(desk.cashier, REDEEM, input=given))["redeem"]
        return payload

    async def together(self, *asked: tuple[str, str]) -> list[dict[str, Any]]:
        """The answers to tokens with their keys, sent at once."""
        asking = [asyncio.create_task(self.redeem(token, key)) for token, key in asked]
        answered, waiting = await asyncio.wait(asking, timeout=TOGETHER_SECONDS, return_when=asyncio.FIRST_EXCEPTION)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*waiting, return_exceptions=True)
        for task in answered:
            task.result()
        assert not waiting, f"{len(waiting)} of {len(asking)} had no answer after {TOGETHER_SECONDS} s"
        return [task.result() for task in asking]

    async def tokens(self, count: int) -> list[str]:
        return [(await self.desk.code()).code for _ in range(count)]

    async def whole(self) -> None:
        """Ledger, lots and redemptions agree."""
        for verify in CHECKS:
            assert await verify(self.desk.superuser) == []


async def clients_with(desk: Desk, left: int) -> Clients:
    card = (await desk.buy())["card_id"]
    if left < 10:
        await desk.redeem(desk.visit(card, 10 - left))
    return Clients(desk, card)


async def test_200_live_codes_on_one_remaining_visit(desk: Desk) -> None:
    clients = await clients_with(desk, left=1)
    tokens = await clients.tokens(CLIENTS)
    answers = await clients.together(*((token, uuid4().hex) for token in tokens))
    assert Counter(map(told, answers)) == {("redeemed", None): 1, ("INSUFFICIENT", 0): CLIENTS - 1}
    assert await desk.lots(clients.card) == [("VISIT", 10, 10, 0)]
    await clients.whole()


async def test_one_code_200_times(desk: Desk) -> None:
    clients = await clients_with(desk, left=10)
    (token,) = await clients.tokens(1)
    answers = await clients.together(*((token, uuid4().hex) for _ in range(CLIENTS)))
    assert Counter(map(told, answers)) == {("redeemed", None): 1, ("TOKEN_USED", None): CLIENTS - 1}
    assert await desk.lots(clients.card) == [("VISIT", 10, 1, 9)]
    await clients.whole()


async def test_one_key_200_times_gives_the_first_answer(desk: Desk) -> None:
    clients = await clients_with(desk, left=10)
    (token,) = await clients.tokens(1)
    key = uuid4().hex
    answers = await clients.together(*[(token, key)] * CLIENTS)
    assert Counter(map(told, answers)) == {("redeemed", None): 1, ("replayed", None): CLIENTS - 1}
    assert len({answer["redemption"]["id"] for answer in answers}) == 1
    assert await desk.lots(clients.card) == [("VISIT", 10, 1, 9)]
    await clients.whole()
