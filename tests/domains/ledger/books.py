"""One merchant's books in a test: balances by code, recipes that a story needs, what must always hold."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar
from uuid import UUID

import asyncpg

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.database import Database
from prepaid.domains.ledger.commands.funding import apply_to_card
from prepaid.domains.ledger.commands.payments import capture_payment
from prepaid.domains.ledger.commands.pending import confirm
from prepaid.domains.ledger.rules.chart import CHART, AccountClass, AccountCode, Side
from prepaid.domains.ledger.rules.shares import Terms
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.kit.ids import uuid7

T = TypeVar("T")
BALANCES = (
    """SELECT code, owner_id, balance_fen, incoming_fen, outgoing_fen FROM ledger_account WHERE merchant_id = $1"""
)


@dataclass
class Books:
    """The books of `merchant`; `superuser` looks into them."""

    db: Database
    superuser: asyncpg.Connection
    merchant: UUID = field(default_factory=uuid7)

    async def do(self, recipe: Callable[..., Awaitable[T]], *, actor: Actor = SYSTEM, **inputs: Any) -> T:
        """Run a recipe in a transaction of its own."""
        return await self.db.run(actor, lambda tx: recipe(tx, self.merchant, **inputs))

    async def balances(self, column: str = "balance_fen") -> dict[str, int]:
        """Sums by account code, without zeros."""
        sums: defaultdict[str, int] = defaultdict(int)
        for row in await self.superuser.fetch(BALANCES, self.merchant):
            sums[row["code"]] += row[column]
        return {code: fen for code, fen in sorted(sums.items()) if fen}

    async def in_step(self) -> dict[str, int]:
        """The balances, after a look at what holds at every instant."""
        balances, coming, going = [await self.balances(f"{each}_fen") for each in ("balance", "incoming", "outgoing")]
        custody = balances.get("CUSTODY_BANK", 0) + coming.get("CUSTODY_BANK", 0) - going.get("CUSTODY_BANK", 0)
        owed = balances.get("CARD_LIABILITY", 0) + balances.get("UNCLAIMED_LIABILITY", 0)
        assert owed == custody + balances.get("MERCHANT_ADVANCE", 0), balances
        for side in (AccountClass.ASSET, AccountClass.MEMO):
            debits = sum(fen for code, fen in balances.items() if _is(code, side, Side.DEBIT))
            credits_ = sum(fen for code, fen in balances.items() if _is(code, side, Side.CREDIT))
            assert debits == credits_, balances
        return balances

    async def sell(self, terms: Terms, *lots_fen: int) -> UUID:
        """Capture a payment and apply it to a card; its id. The cash is still at the channel."""
        order = uuid7()
        await self.do(capture_payment, payment_id=uuid7(), order_id=order, amount_fen=sum(lots_fen))
        await self.do(apply_to_card, terms=terms, funding_id=order, order_id=order, lots_fen=lots_fen)
        return order

    async def settle_cash(self) -> None:
        """What the jobs do: every pending movement of cash happens, oldest first."""
        open_ = await self.superuser.fetch(
            "SELECT kind, reference FROM ledger_transfer t WHERE merchant_id = $1 AND phase = 'PENDING'"
            " AND kind IN ('CUSTODY_LOAD', 'SETTLEMENT_SWEEP', 'CUSTODY_RELEASE', 'CUSTODY_RELOAD', 'CUSTODY_REFUND',"
            " 'CUSTODY_CORRECTION', 'CUSTODY_MOVE')"
            " AND NOT EXISTS (SELECT FROM ledger_transfer r WHERE r.merchant_id = $1 AND r.pending_id = t.id)"
            " ORDER BY id",
            self.merchant,
        )
        for row in open_:
            await self.do(confirm, kind=TransferKind(row["kind"]), reference=UUID(row["reference"]))


def _is(code: str, part: AccountClass, side: Side) -> bool:
    """Whether an account is of the memo pair, or of the money, and on that side."""
    kind = CHART[AccountCode(code)]
    return (kind.account_class is AccountClass.MEMO) == (part is AccountClass.MEMO) and kind.side is side


def terms(custody_bps: int, holdback_bps: int = 0) -> Terms:
    return Terms(uuid7(), custody_bps, holdback_bps)
