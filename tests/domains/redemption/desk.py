"""A counter of a market's merchant: a consumer with cards that were really bought, and a cashier who redeems."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import Any, Final
from uuid import UUID

import asyncpg

from prepaid.core.actor import Actor
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.redemption.commands.codes import IssuedCode, issue_code
from prepaid.domains.redemption.commands.prepare_redemption import Prepared, Shown, prepare_redemption
from prepaid.domains.redemption.commands.redeem import redeem
from prepaid.domains.redemption.commands.undo_redemption import undo_redemption
from prepaid.domains.redemption.models import Redemption
from prepaid.domains.redemption.rules.wanted import Wanted, WantedItem
from prepaid.kit import clock
from prepaid.seed.acting import acting, person_with
from prepaid.seed.opened import SEEDER
from tests.domains.ordering.market import SKATING, TEN_VISITS, Market, open_market

WEDNESDAY: Final = 2


def next_noon() -> datetime:
    """Noon in Shanghai of the Wednesday to come, when the demo's shops are open and its papers still hold."""
    today = clock.today_shanghai()
    day = today + timedelta(days=(WEDNESDAY - today.weekday()) % 7)
    return datetime.combine(day, time(12), clock.SHANGHAI).astimezone(UTC)


WHY: Final = "顾客改约时间，撤销本次核销"


@dataclass
class Desk:
    """The counter of one store."""

    market: Market
    cashier: Actor
    store: UUID
    service: UUID
    consumer: Actor

    @property
    def merchant(self) -> UUID:
        return self.market.merchant

    @property
    def superuser(self) -> asyncpg.Connection:
        return self.market.superuser

    async def buy(self, name: str = TEN_VISITS, **more: Any) -> asyncpg.Record:
        """An order of the consumer that was paid over HTTP, its custody loaded."""
        order = await self.market.bought(self.consumer, name, **more)
        await self.market.work()
        return order

    async def code(self, consumer: Actor | None = None, *, card: UUID | None = None) -> IssuedCode:
        actor = consumer or self.consumer
        return await self.market.run(
            actor,
            lambda tx: issue_code(tx, actor, merchant_id=self.merchant, card_id=card, card_tenant=self.merchant),
        )

    async def prepare(self, **shown: Any) -> Prepared:
        return await self.market.run(
            self.cashier,
            lambda tx: prepare_redemption(
                tx, self.cashier, merchant_id=self.merchant, store_id=self.store, shown=Shown(**shown)
            ),
        )

    def visit(self, card: UUID, quantity: int = 1, **more: Any) -> WantedItem:
        return WantedItem(card_id=card, unit=LotUnit.VISIT, service_id=self.service, quantity=quantity, **more)

    async def redeem(self, *items: WantedItem, code: str | None = None, **more: Any) -> Redemption:
        """Redeem with a fresh code unless one is given."""
        if code is None and "session" not in more:
            code = (await self.code()).code
        values: dict[str, Any] = {"merchant_id": self.merchant, "store_id": self.store, "items": items, "code": code}
        wanted = Wanted(**values | more)
        return await self.market.run(self.cashier, lambda tx: redeem(tx, self.cashier, wanted))

    async def undo(self, redemption: Redemption, reason: str = WHY, actor: Actor | None = None) -> Redemption:
        who = actor or self.cashier
        return await self.market.run(
            who,
            lambda tx: undo_redemption(tx, who, merchant_id=self.merchant, redemption_id=redemption.id, reason=reason),
        )

    async def items(self, redemption: Redemption) -> list[asyncpg.Record]:
        sql = "SELECT * FROM redemption_item WHERE redemption_id = $1 ORDER BY position"
        return list(await self.superuser.fetch(sql, redemption.id))

    async def row(self, redemption: Redemption) -> asyncpg.Record:
        return await self.superuser.fetchrow("SELECT * FROM redemption WHERE id = $1", redemption.id)

    async def lots(self, card: UUID) -> list[tuple[str, int, int, int]]:
        """Unit, granted, consumed, available."""
        sql = "SELECT unit, granted, consumed, available FROM card_lot WHERE card_id = $1 ORDER BY id"
        return [tuple(row) for row in await self.superuser.fetch(sql, card)]


@asynccontextmanager
async def open_desk(database_url: str, admin_url: str) -> AsyncIterator[Desk]:
    """The clock stands at noon."""
    async with open_market(database_url, admin_url) as market:

        async def people(tx: Any) -> Actor:
            return await acting(tx, person_with("cashier", merchant="yunling"))

        cashier = await market.run(SEEDER, people)
        sql = "SELECT id FROM store WHERE merchant_id = $1 AND type = 'DIRECT' ORDER BY number LIMIT 1"
        store = await market.superuser.fetchval(sql, market.merchant)
        service = (await market.product(SKATING)).id
        yield Desk(market, cashier, store, service, await market.buyer())
