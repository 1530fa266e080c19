"""Clients that buy, redeem, undo, refund and withdraw, each request repeated under its key until it is answered."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx

from prepaid.kit.ids import uuid7

PATIENCE_SECONDS = 90
PAUSE_SECONDS = 0.2


@dataclass
class Card:
    """A card that a shopper has paid for, or is about to."""

    contract: UUID
    visits: list[UUID] = field(default_factory=list)


@dataclass
class Shoppers:
    """Several of them at once; `acknowledged` counts what the server has said it did, by act."""

    server_url: str
    sandbox_url: str
    shop: UUID
    seed: int
    acknowledged: Counter[str] = field(default_factory=Counter)
    visits: set[UUID] = field(default_factory=set)
    """Redemptions that were acknowledged and not taken back."""
    repeated: int = 0

    async def shop_until(self, stop: asyncio.Event, *, shoppers: int) -> None:
        """Everybody shops until told to stop, and finishes what he is about."""
        async with asyncio.TaskGroup() as group:
            for number in range(shoppers):
                group.create_task(self._one(random.Random(f"{self.seed}-{number}"), stop))

    async def _one(self, dice: random.Random, stop: asyncio.Event) -> None:
        limits = httpx.Limits(max_keepalive_connections=1)
        async with httpx.AsyncClient(trust_env=False, timeout=10, limits=limits) as http:
            cards: list[Card] = []
            while not stop.is_set():
                if not cards or (dice.random() < 0.3 and len(cards) < 8):
                    cards.append(await self._buy(http, dice))
                await self._use(http, dice, dice.choice(cards))

    async def _buy(self, http: httpx.AsyncClient, dice: random.Random) -> Card:
        card, fen = Card(uuid7()), dice.randint(1_000, 100_000)
        offered = await self._ask(http, "buy", card.contract, fen=fen)
        for _ in range(50):
            try:
                path = f"{self.sandbox_url}/wechat-pay/charges/{offered['reference']}/pay"
                if (await http.post(path)).status_code == 200:
                    break
            except httpx.TransportError:
                pass
            await asyncio.sleep(PAUSE_SECONDS)
        return card

    async def _use(self, http: httpx.AsyncClient, dice: random.Random, card: Card) -> None:
        luck, key = dice.random(), uuid7()
        if luck < 0.65:
            done = await self._ask(http, "redeem", card.contract, key=key, fen=dice.randint(1, 9_999))
            if done["value_fen"]:
                card.visits.append(key)
                self.visits.add(key)
        elif luck < 0.80 and card.visits:
            visit = card.visits.pop(dice.randrange(len(card.visits)))
            if (await self._ask(http, "undo", card.contract, key=visit))["undone"]:
                self.visits.discard(visit)
        elif luck < 0.88:
            await self._ask(http, "refund", card.contract, key=key)
        else:
            await self._ask(http, "withdraw", card.contract, key=key, fen=dice.randint(1, 5_000))

    async def _ask(self, http: httpx.AsyncClient, act: str, contract: UUID, **more: Any) -> Mapping[str, Any]:
        """The answer; whoever hears none asks again with the same key."""
        body = {"shop": str(self.shop), "contract": str(contract), **more}
        if "key" in body:
            body["key"] = str(body["key"])
        heard, end = "", time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < end:
            try:
                answer = await http.post(f"{self.server_url}/till/{act}", json=body)
            except httpx.TransportError as error:
                heard = repr(error)
            else:
                if answer.status_code in (200, 409):
                    self.acknowledged[act if answer.status_code == 200 else f"{act} refused"] += 1
                    done: dict[str, Any] = answer.json()
                    return done
                heard = f"{answer.status_code} {answer.text[:200]}"
            self.repeated += 1
            await asyncio.sleep(PAUSE_SECONDS)
        raise AssertionError(f"{act} was not answered, at last {heard}")
