"""A merchant of the demo that sells: real database and jobs; payment, custody and WeChat as the sandbox plays them."""

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import Any, TypeVar
from uuid import UUID, uuid4

import asyncpg
from starlette.applications import Starlette

from prepaid.core.actor import SYSTEM, Actor, DbRole, ScopeKind, Via
from prepaid.core.database import WriteSession
from prepaid.core.jobs import run_due
from prepaid.core.services import Services, open_services
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.contracts.commands.accept_agreement import current_agreement
from prepaid.domains.contracts.rules.scenes import Scene
from prepaid.domains.identity.commands.ensure_customer import consumer_at_counter
from prepaid.domains.identity.commands.enter_identity import enter_identity
from prepaid.domains.ordering.commands.pay_order import Paying, pay_order
from prepaid.domains.ordering.commands.place_order import Placed, Wanted, place_order
from prepaid.domains.ordering.commands.quote import CartItem
from prepaid.domains.ordering.rules.orders import SaleChannel
from prepaid.domains.payment.graph.notify_route import notify_routes
from prepaid.kit.identifiers import fictitious
from prepaid.providers.payments import PaymentMethod
from prepaid.providers.wechat_pay.config import NOTIFY_PATH, SANDBOX_APPID
from tests.domains.identity.graphql import Graph
from tests.support.custody import custody_sandbox
from tests.support.http_server import running
from tests.support.mini_program import Phones, phones
from tests.support.wechat_pay import Sandbox, sandbox

T = TypeVar("T")
MERCHANT = "云岭滑冰馆"
TEN_VISITS = "滑冰十次卡"
MIXED = "滑冰二十次加教练课"
SKATING = "单次滑冰"
DEPOSIT = """
INSERT INTO deposit (merchant_id, id, state, store_count, prepaid_balance_fen, base_fen, stores_fen, balance_part_fen,
    capped_fen, required_fen, waived_fen, due_fen, satisfied_at, assessed_at)
SELECT id, gen_random_uuid(), 'SATISFIED', 0, 0, 0, 0, 0, 0, 0, 0, 0, now(), now() FROM merchant
ON CONFLICT (merchant_id) DO UPDATE SET state = 'SATISFIED', short_since = NULL, grace_until = NULL
"""


def consumer(account: UUID) -> Actor:
    """Who acts when this consumer does."""
    return Actor(via=Via.BEARER, db_role=DbRole.CONSUMER, account_id=account, scope=ScopeKind.SELF)


def wallet_of(buyer: Actor) -> str:
    """How WeChat knows him."""
    assert buyer.account_id is not None
    return f"o-{buyer.account_id.hex}"


@dataclass
class Market:
    """One merchant, and a superuser who looks into the database."""

    services: Services
    pay: Sandbox
    phones: Phones
    superuser: asyncpg.Connection
    merchant: UUID
    before: dict[str, int]

    @cached_property
    def graph(self) -> Graph:
        """The schema over the same services."""
        return Graph(self.services)

    async def run(self, actor: Actor, command: Callable[[WriteSession], Awaitable[T]]) -> T:
        return await self.services.database.run(actor, command)

    async def work(self) -> int:
        """Run what is due by the clock."""
        return await run_due(self.services)

    async def settle(self) -> None:
        """Run what is due, and let what the provider tells about it arrive."""
        await self.work()
        await self.pay.provider.notifier.idle()

    async def buyer(self, *, identified: bool = True) -> Actor:
        """A consumer with a phone; his openid is known to WeChat."""

        async def make(tx: WriteSession) -> UUID:
            account: UUID = await consumer_at_counter(
                tx,
                keyring=self.services.keyring,
                data_keys=self.services.data_keys,
                phone=fictitious.phone(uuid4().int),
            )
            if identified:
                await self.identify(tx, account)
            return account

        account = await self.run(SYSTEM, make)
        await self.superuser.execute(
            "INSERT INTO consumer_openid (id, account_id, appid, openid, linked_at) VALUES ($1, $1, $2, $3, now())",
            account,
            SANDBOX_APPID,
            f"o-{account.hex}",
        )
        return consumer(account)

    async def identify(self, tx: WriteSession, account: UUID, number: str | None = None) -> None:
        await enter_identity(
            tx,
            SYSTEM,
            keyring=self.services.keyring,
            data_keys=self.services.data_keys,
            account_id=account,
            real_name="王芳",
            id_card=number or fictitious.id_card(uuid4().int % 9_000_000),
            accept_fictitious=True,
        )

    async def product(self, name: str) -> ProductRef:
        for kind in (ProductKind.PACKAGE, ProductKind.SERVICE):
            table = kind.value.lower()
            sql = f"SELECT id FROM {table} WHERE merchant_id = $1 AND name = $2"
            found = await self.superuser.fetchval(sql, self.merchant, name)
            if found is not None:
                return ProductRef(kind, found)
        raise LookupError(name)

    async def price(self, name: str) -> int:
        sql = """SELECT sale_price_fen FROM package_version WHERE merchant_id = $1 AND state = 'ON_SALE' AND name = $2
        UNION SELECT unit_price_fen FROM service_version WHERE merchant_id = $1 AND state = 'ON_SALE' AND name = $2"""
        return int(await self.superuser.fetchval(sql, self.merchant, name))

    async def agreement(self) -> bytes:
        """Hash of the agreement that a buyer is shown."""
        found = await self.run(
            SYSTEM, lambda tx: current_agreement(tx, scene=Scene.CONSUMER_AGREEMENT, merchant_id=self.merchant)
        )
        return found.text_sha256

    async def wanted(self, buyer: Actor, name: str = TEN_VISITS, *, pieces: int = 1, **more: Any) -> Wanted:
        assert buyer.account_id is not None
        values: dict[str, Any] = {
            "merchant_id": self.merchant,
            "account_id": buyer.account_id,
            "channel": SaleChannel.MINI_PROGRAM,
            "items": [CartItem(await self.product(name), pieces)],
            "expected_total_fen": await self.price(name) * pieces,
            "idempotency_key": uuid4().hex,
            "agreement_sha256": await self.agreement(),
        }
        return Wanted(**values | more)

    async def place(self, buyer: Actor, name: str = TEN_VISITS, **more: Any) -> Placed:
        return await self.placed(buyer, await self.wanted(buyer, name, **more))

    async def placed(self, buyer: Actor, wanted: Wanted) -> Placed:
        return await self.run(buyer, lambda tx: place_order(tx, buyer, wanted))

    async def offer(self, buyer: Actor, order_id: UUID, method: PaymentMethod = PaymentMethod.JSAPI) -> Paying:
        """Ask to pay; the provider has the charge afterwards."""
        paying = await self.run(
            buyer,
            lambda tx: pay_order(
                tx, buyer, merchant_id=self.merchant, order_id=order_id, method=method, appid=SANDBOX_APPID
            ),
        )
        await self.work()
        return paying

    async def bought(self, buyer: Actor, name: str = TEN_VISITS, **more: Any) -> asyncpg.Record:
        """An order that was paid over HTTP, as its row is then."""
        placed = await self.place(buyer, name, **more)
        paying = await self.offer(buyer, placed.order.id)
        assert paying.payment is not None
        await self.pay.pay(paying.payment.reference)
        return await self.order(placed.order.id)

    async def order(self, order_id: UUID) -> asyncpg.Record:
        return await self.superuser.fetchrow("SELECT * FROM sales_order WHERE id = $1", order_id)

    async def rows(self, table: str, **where: Any) -> list[asyncpg.Record]:
        terms = " AND ".join(f"{name} = ${place}" for place, name in enumerate(where, 2))
        sql = f"SELECT * FROM {table} WHERE merchant_id = $1 {'AND ' + terms if terms else ''} ORDER BY id"
        return list(await self.superuser.fetch(sql, self.merchant, *where.values()))

    async def refunds_of(self, order_id: UUID) -> list[asyncpg.Record]:
        """What went back, or goes back, of its payments."""
        sql = "SELECT r.* FROM payment_refund r JOIN payment p ON p.id = r.payment_id WHERE p.payable_id = $1"
        return list(await self.superuser.fetch(sql, order_id))

    async def balances(self) -> dict[str, int]:
        """What the market's own sales changed in the ledger, by account code, without zeros."""
        now = await self.sums()
        return {code: now[code] - self.before.get(code, 0) for code in now if now[code] != self.before.get(code, 0)}

    async def sums(self) -> dict[str, int]:
        """Sums of the ledger by account code, with what the demo began with."""
        rows = await self.superuser.fetch(
            "SELECT code, sum(balance_fen)::bigint AS fen FROM ledger_account WHERE merchant_id = $1 GROUP BY code",
            self.merchant,
        )
        return {row["code"]: row["fen"] for row in rows}


@asynccontextmanager
async def open_market(database_url: str, admin_url: str) -> AsyncIterator[Market]:
    """The provider notifies a server of ours that runs the notification's route over the same services."""
    app = Starlette()
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(running(app))
        provider = await stack.enter_async_context(sandbox(address + NOTIFY_PATH))
        people = await stack.enter_async_context(phones())
        custody = await stack.enter_async_context(custody_sandbox())
        changes = {
            "database_url": database_url,
            "custody_url": str(custody.http.base_url),
            "mini_program_url": people.url,
        }
        chosen = provider.settings.model_copy(update=changes)
        services = await stack.enter_async_context(open_services(chosen))
        app.router.routes.extend(notify_routes(services))
        superuser = await asyncpg.connect(admin_url)
        stack.push_async_callback(superuser.close)
        await superuser.execute(DEPOSIT)
        merchant = await superuser.fetchval("SELECT id FROM merchant WHERE name = $1", MERCHANT)
        market = Market(services, provider, people, superuser, merchant, {})
        await market.work()
        market.before = await market.sums()
        yield market
        await provider.provider.notifier.idle()
