"""A custody provider to talk to: the sandbox over HTTP, its client, and instructions that fit together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import httpx

from prepaid.kit.ids import uuid7
from prepaid.providers.custody_signature import SigningKey
from prepaid.providers.custody_wallet import (
    CashMove,
    Place,
    WalletAct,
    WalletInstruction,
    WalletReceipt,
    WalletTerms,
)
from prepaid.providers.custody_wallet_http import HttpCustodyWallets
from prepaid.sandbox.app import create_app
from tests.support.http_server import running

KEY = SigningKey("sandbox", b"sandbox")
SHORT_SECONDS = 0.3


@dataclass
class Sandbox:
    """The sandbox and the client that speaks to it."""

    wallets: HttpCustodyWallets
    http: httpx.AsyncClient
    account: UUID = field(default_factory=uuid7)
    wallet: UUID = field(default_factory=uuid7)

    def instruction(self, act: WalletAct, *moves: tuple[Place, Place, int], **more: Any) -> WalletInstruction:
        """An instruction about the account and wallet of this test."""
        values: dict[str, Any] = {"reference": uuid7(), "account": self.account, "wallet": self.wallet} | more
        if act is WalletAct.OPEN_ACCOUNT:
            values["wallet"] = None
        if act is WalletAct.OPEN:
            values["terms"] = WalletTerms(custody_bps=4000, holdback_bps=1000)
        return WalletInstruction(act=act, moves=tuple(CashMove(*move) for move in moves), **values)

    async def do(self, act: WalletAct, *moves: tuple[Place, Place, int], **more: Any) -> WalletReceipt:
        """Have it carried out."""
        return await self.wallets.carry_out(self.instruction(act, *moves, **more))

    async def opened(self, held_fen: int = 0) -> None:
        """A wallet that holds so much."""
        await self.do(WalletAct.OPEN_ACCOUNT)
        await self.do(WalletAct.OPEN)
        if held_fen:
            await self.do(WalletAct.LOAD, (Place.CHANNEL, Place.WALLET, held_fen))

    async def books(self) -> dict[str, Any]:
        """The provider's own books."""
        found: dict[str, Any] = (await self.http.get("/custody/books")).json()
        return found

    async def held_fen(self) -> int:
        """What the provider says that this test's wallet holds."""
        held: int = (await self.books())["wallets"][str(self.wallet)]["held_fen"]
        return held

    async def fault(self, **fault: Any) -> None:
        """Switch a fault of the transport on."""
        assert (await self.http.put("/faults/custody", json=fault)).status_code == 200

    async def odd(self, answer: str, **more: Any) -> None:
        """Switch odd answers on."""
        assert (await self.http.put("/custody/oddity", json={"answer": answer, **more})).status_code == 200


@asynccontextmanager
async def custody_sandbox(*, timeout_seconds: float = 5.0) -> AsyncIterator[Sandbox]:
    """A sandbox with empty books."""
    async with (
        running(create_app()) as address,
        httpx.AsyncClient(base_url=address, trust_env=False) as http,
        HttpCustodyWallets(address, KEY, timeout_seconds=timeout_seconds) as wallets,
    ):
        yield Sandbox(wallets, http)
