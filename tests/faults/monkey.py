"""What breaks things: a seed decides what, and in which order."""

import asyncio
import random
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, Final

import httpx

from tests.faults.plant import Plant

ANSWERS_BETWEEN: Final = 15
LONGEST_PAUSE_SECONDS: Final = 6.0
LOST_ANSWERS: Final = {"status": 504, "times": 3, "after_effect": True}
REFUSED_REQUESTS: Final = {"status": 503, "times": 5}
LATE_ANSWERS: Final = {"status": 504, "times": 2, "after_effect": True, "delay_seconds": 6}
CUSTODY_ODDITIES: Final = ("FORGED", "WRONG_AMOUNT", "OTHER_REFERENCE", "TWICE", "REFUSED")
NOTIFICATION_ODDITIES: Final = ("LOST", "LATE", "HELD", "COPIES", "FORGED", "WRONG_AMOUNT", "WRONG_REFERENCE", "STALE")


@dataclass
class Monkey:
    """Breaks one thing after the other until told to stop."""

    plant: Plant
    seed: int
    answered: Callable[[], int]
    """How many requests of the load were answered so far."""
    done: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._dice = random.Random(self.seed)

    async def rage(self, stop: asyncio.Event) -> None:
        """Every act at least once, in a random order, then any of them."""
        acts: dict[str, Callable[[], Awaitable[None]]] = {
            "kill the server": self._kill_server,
            "kill the worker": self._kill_worker,
            "kill the database": self._kill_database,
            "cut the database": self._cut_database,
            "cut the clients": self._cut_clients,
            "cut the providers": self._cut_providers,
            "providers fail": self._providers_fail,
            "custody answers oddly": self._odd_custody,
            "notifications are odd": self._odd_notifications,
        }
        names = list(acts)
        self._dice.shuffle(names)
        while not stop.is_set():
            name = names.pop() if names else self._dice.choice(list(acts))
            await acts[name]()
            self.done[name] += 1
            await self._let_them_work(stop)

    async def _let_them_work(self, stop: asyncio.Event) -> None:
        """A storm that lets nothing through proves little: between two acts some requests are answered."""
        before, end = self.answered(), time.monotonic() + LONGEST_PAUSE_SECONDS
        await asyncio.sleep(self._dice.uniform(0.3, 1.2))
        while self.answered() < before + ANSWERS_BETWEEN and time.monotonic() < end and not stop.is_set():
            await asyncio.sleep(0.1)

    async def make_peace(self) -> None:
        """Take back every fault that is switched on."""
        await self._tell("DELETE", "/faults/custody")
        await self._tell("DELETE", "/faults/v3")
        await self._tell("DELETE", "/custody/oddity")
        await self._tell("DELETE", "/wechat-pay/oddity")
        await self._tell("POST", "/wechat-pay/held")

    async def _kill_server(self) -> None:
        self.plant.kill("server")
        self.plant.start("server")
        await self.plant.ready("server")

    async def _kill_worker(self) -> None:
        self.plant.kill("worker")
        self.plant.start("worker")

    async def _kill_database(self) -> None:
        await asyncio.to_thread(self.plant.postgres.kill)
        await asyncio.to_thread(self.plant.postgres.start)

    async def _cut_database(self) -> None:
        self.plant.to_database.cut()

    async def _cut_clients(self) -> None:
        self.plant.to_server.cut()

    async def _cut_providers(self) -> None:
        self.plant.to_sandbox.refusing = True
        self.plant.to_sandbox.cut()
        await asyncio.sleep(0.5)
        self.plant.to_sandbox.refusing = False

    async def _providers_fail(self) -> None:
        for provider in ("custody", "v3"):
            fault = self._dice.choice((LOST_ANSWERS, REFUSED_REQUESTS, LATE_ANSWERS))
            await self._tell("PUT", f"/faults/{provider}", fault)

    async def _odd_custody(self) -> None:
        odd = {"answer": self._dice.choice(CUSTODY_ODDITIES), "times": self._dice.randint(1, 3)}
        await self._tell("PUT", "/custody/oddity", odd)

    async def _odd_notifications(self) -> None:
        odd = {"way": self._dice.choice(NOTIFICATION_ODDITIES), "times": self._dice.randint(1, 3)}
        await self._tell("PUT", "/wechat-pay/oddity", odd)

    async def _tell(self, method: str, path: str, body: Any = None) -> None:
        async with httpx.AsyncClient(base_url=self.plant.sandbox_url, trust_env=False, timeout=30) as http:
            answer = await http.request(method, path, json=body)
        assert answer.status_code < 300, answer.text
