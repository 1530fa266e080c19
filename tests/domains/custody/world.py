"""A merchant with custody over a real sandbox, and the money that ordering, redemption and after-sales would book."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar
from uuid import UUID

import asyncpg
from pydantic import SecretStr

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.database import Database, WriteSession
from prepaid.core.jobs import run_due
from prepaid.core.services import Services, open_services
from prepaid.core.settings import settings
from prepaid.domains.custody.commands.load import load
from prepaid.domains.custody.commands.open_merchant_wallet import open_merchant_wallet
from prepaid.domains.custody.commands.open_wallet import open_wallet
from prepaid.domains.custody.commands.refund import refund
from prepaid.domains.custody.commands.schedule_release import schedule_release
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.rules.tiers import CustodyTier
from prepaid.domains.ledger.commands.funding import apply_to_card
from prepaid.domains.ledger.commands.payments import capture_payment
from prepaid.domains.ledger.commands.redemptions import book_redemption
from prepaid.domains.ledger.commands.refunds import decide_refund
from prepaid.domains.ledger.rules.shares import Consumed, Terms
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.identity.cast import shop
from tests.support.custody import KEY, Sandbox, custody_sandbox

T = TypeVar("T")
UNDO_WINDOW = timedelta(hours=1)


@dataclass
class Card:
    """A card contract with one lot."""

    terms: Terms
    principal_fen: int

    @property
    def contract_id(self) -> UUID:
        return self.terms.contract_id


@dataclass
class World:
    """One merchant, its provider, its books."""

    services: Services
    sandbox: Sandbox
    merchant_id: UUID
    superuser: asyncpg.Connection
    cards: list[Card] = field(default_factory=list)

    @property
    def db(self) -> Database:
        return self.services.database

    async def do(self, command: Callable[..., Awaitable[T]], *, actor: Actor = SYSTEM, **inputs: Any) -> T:
        """Run a command of custody about this merchant."""

        async def run(tx: WriteSession) -> T:
            return await command(tx, actor, merchant_id=self.merchant_id, **inputs)

        return await self.db.run(actor, run)

    async def work(self) -> int:
        """Run the jobs that are due."""
        return await run_due(self.services)

    async def sold(self, paid_fen: int, *, custody_bps: int = 4_000, holdback_bps: int = 1_000) -> Card:
        """A payment that opened a card, in one transaction as ordering does it; its cash is under way."""
        card = Card(Terms(uuid7(), custody_bps, holdback_bps), 0)
        await self.recharged(card, paid_fen, first=True)
        self.cards.append(card)
        return card

    async def recharged(self, card: Card, paid_fen: int, *, first: bool = False) -> UUID:
        """A payment for another lot; the funding's id. One lot is kept: the figures of tests stay simple."""
        funding, order = uuid7(), uuid7()

        async def run(tx: WriteSession) -> None:
            await capture_payment(tx, self.merchant_id, payment_id=uuid7(), order_id=order, amount_fen=paid_fen)
            await apply_to_card(
                tx, self.merchant_id, terms=card.terms, funding_id=funding, order_id=order, lots_fen=[paid_fen]
            )
            contract: dict[str, Any] = {"merchant_id": self.merchant_id, "contract_id": card.contract_id}
            if first:
                await open_wallet(
                    tx,
                    SYSTEM,
                    **contract,
                    custody_bps=card.terms.custody_bps,
                    holdback_bps=card.terms.holdback_bps,
                )
            await load(tx, SYSTEM, **contract, funding_id=funding)

        await self.db.run(SYSTEM, run)
        card.principal_fen += paid_fen
        return funding

    async def redeemed(self, card: Card, value_fen: int) -> UUID:
        """A redemption as the redemption domain books it; its release waits for the undo window."""
        redemption = uuid7()

        async def run(tx: WriteSession) -> None:
            await book_redemption(
                tx,
                self.merchant_id,
                terms=card.terms,
                redemption_id=redemption,
                lots=[Consumed(card.principal_fen, value_fen)],
            )
            await schedule_release(
                tx,
                SYSTEM,
                merchant_id=self.merchant_id,
                contract_id=card.contract_id,
                redemption_id=redemption,
                not_before=clock.now() + UNDO_WINDOW,
            )

        await self.db.run(SYSTEM, run)
        card.principal_fen -= value_fen
        return redemption

    async def refunded(self, card: Card, refund_fen: int | None = None) -> WalletOperation | None:
        """A card refund of all that is left, as after-sales decides it."""
        refund_id = uuid7()

        async def run(tx: WriteSession) -> WalletOperation | None:
            await decide_refund(
                tx,
                self.merchant_id,
                terms=card.terms,
                refund_id=refund_id,
                principals_fen=[card.principal_fen],
                refund_fen=card.principal_fen if refund_fen is None else refund_fen,
                fee_fen=0,
            )
            return await refund(
                tx,
                SYSTEM,
                merchant_id=self.merchant_id,
                contract_id=card.contract_id,
                refund_id=refund_id,
                ends_contract=True,
            )

        operation = await self.db.run(SYSTEM, run)
        card.principal_fen = 0
        return operation

    async def wallet(self, card: Card) -> asyncpg.Record:
        """The wallet's row."""
        return await self.superuser.fetchrow("SELECT * FROM custody_wallet WHERE contract_id = $1", card.contract_id)

    async def operations(self, *columns: str, act: str | None = None) -> list[tuple[Any, ...]]:
        """Chosen columns of all instructions, oldest first."""
        where = f"WHERE act = '{act}'" if act else ""
        names = ", ".join(columns)
        rows = await self.superuser.fetch(f"SELECT {names} FROM custody_operation {where} ORDER BY id")
        return [tuple(row) for row in rows]

    async def ledger_fen(self, code: str) -> int:
        """Balance of an account of the chart, all owners together."""
        query = "SELECT coalesce(sum(balance_fen), 0)::bigint FROM ledger_account WHERE code = $1"
        balance: int = await self.superuser.fetchval(query, code)
        return balance

    async def agrees(self) -> None:
        """The provider's own books, the wallets and the ledger say the same; every card's custody is c(X)."""
        books = await self.sandbox.books()
        held = {key: wallet["held_fen"] for key, wallet in books["wallets"].items()}
        rows = await self.superuser.fetch("SELECT id, held_fen FROM custody_wallet")
        assert {str(row["id"]): row["held_fen"] for row in rows} == held
        assert sum(held.values()) == await self.ledger_fen("CUSTODY_BANK")
        settled = sum(
            move["amount_fen"] * ((move["target"] == "SETTLEMENT") - (move["source"] == "SETTLEMENT"))
            for move in books["moves"]
        )
        assert settled == await self.ledger_fen("SETTLEMENT_BANK")


@asynccontextmanager
async def world(database_url: str, superuser: asyncpg.Connection, folder: Path) -> AsyncIterator[World]:
    """A merchant whose custody account is open."""
    async with custody_sandbox() as sandbox:
        values = {
            "database_url": database_url,
            "data_dir": folder,
            "custody_url": str(sandbox.http.base_url),
            "custody_key_id": KEY.key_id,
            "custody_key": SecretStr(KEY.secret.decode()),
        }
        async with open_services(settings().model_copy(update=values)) as services:
            merchant = await shop(services.database)
            made = World(services, sandbox, merchant.id, superuser)
            await made.do(open_merchant_wallet, tier=CustodyTier.SCALE)
            await made.work()
            yield made
