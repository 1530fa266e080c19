"""A merchant that takes payments: real database and jobs, the sandbox's provider over HTTP in both directions."""

from collections import Counter, defaultdict
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, TypeVar
from uuid import UUID

import asyncpg
from starlette.applications import Starlette

from prepaid.core.actor import SYSTEM
from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.core.jobs import run_due
from prepaid.core.services import Services, open_services
from prepaid.domains.identity.models import Merchant
from prepaid.domains.payment.commands.leave_unapplied import leave_unapplied
from prepaid.domains.payment.commands.register_sub_merchant import register_sub_merchant
from prepaid.domains.payment.commands.request_payment import Payer, request_payment
from prepaid.domains.payment.events import (
    Payable,
    PaymentClosed,
    PaymentFailed,
    PaymentRefunded,
    PaymentRefundFailed,
    PaymentSucceeded,
    PayoutFailed,
    PayoutReturned,
    PayoutSucceeded,
)
from prepaid.domains.payment.graph.notify_route import notify_routes
from prepaid.domains.payment.models import Payment
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.payments import PaymentMethod
from prepaid.providers.wechat_pay.config import NOTIFY_PATH
from tests.domains.identity.cast import shop
from tests.support.http_server import running
from tests.support.wechat_pay import Sandbox, sandbox

T = TypeVar("T")
LI = Payer(account_id=uuid7(), openid="o-li")
SUB_MERCHANT = "1900000109"
UNUSABLE = "UNUSABLE"
"""Kind of a payable whose owner cannot use what is paid for it."""

told: defaultdict[UUID, list[Any]] = defaultdict(list)
"""Facts that owners heard, by merchant, in order; those of transactions that rolled back too."""


def _listen(fact: type) -> None:
    @reacts_to(fact)
    async def hear(tx: WriteSession, happened: Any) -> None:
        told[happened.merchant_id].append(happened)
        if isinstance(happened, PaymentSucceeded) and happened.payable.kind == UNUSABLE:
            await leave_unapplied(
                tx, merchant_id=happened.merchant_id, payment_id=happened.payment_id, code="OPENING_FAILED"
            )


for _fact in (
    PaymentSucceeded,
    PaymentFailed,
    PaymentClosed,
    PaymentRefunded,
    PaymentRefundFailed,
    PayoutSucceeded,
    PayoutFailed,
    PayoutReturned,
):
    _listen(_fact)


@dataclass
class Till:
    """One merchant's till, and a superuser who looks into the database."""

    services: Services
    provider: Sandbox
    superuser: asyncpg.Connection
    merchant: Merchant
    admin_url: str

    async def do(self, command: Callable[..., Awaitable[T]], **inputs: Any) -> T:
        """Run a command of this merchant in a transaction of its own."""

        async def run(tx: WriteSession) -> T:
            return await command(tx, merchant_id=self.merchant.id, **inputs)

        return await self.services.database.run(SYSTEM, run)

    async def ask_for(
        self,
        amount_fen: int = 10_000,
        *,
        payable: Payable | None = None,
        method: PaymentMethod = PaymentMethod.JSAPI,
        payer: Payer = LI,
        minutes: int = 30,
        offer: bool = True,
    ) -> Payment:
        """A payment; with `offer` its job has run and the payer can pay."""
        payment = await self.do(
            request_payment,
            payable=payable or Payable("TEST", uuid7()),
            amount_fen=amount_fen,
            description="次卡",
            method=method,
            payer=payer,
            expires_at=clock.now() + timedelta(minutes=minutes),
        )
        if offer:
            await self.work()
        return payment

    async def paid(self, amount_fen: int = 10_000, **more: Any) -> Payment:
        """A payment that has been captured."""
        payment = await self.ask_for(amount_fen, **more)
        await self.provider.pay(payment.reference)
        return payment

    async def work(self) -> int:
        """Run what is due by the clock."""
        return await run_due(self.services)

    async def row(self, payment: Payment | UUID) -> asyncpg.Record:
        payment_id = payment if isinstance(payment, UUID) else payment.id
        return await self.superuser.fetchrow("SELECT * FROM payment WHERE id = $1", payment_id)

    async def state(self, payment: Payment | UUID) -> str:
        return str((await self.row(payment))["state"])

    async def rows(self, table: str) -> list[asyncpg.Record]:
        return list(
            await self.superuser.fetch(f"SELECT * FROM {table} WHERE merchant_id = $1 ORDER BY id", self.merchant.id)
        )

    async def kinds(self, reference: str) -> list[str]:
        rows = await self.superuser.fetch("SELECT kind FROM payment_event WHERE reference = $1 ORDER BY id", reference)
        return [row["kind"] for row in rows]

    async def alerts(self) -> Counter[str]:
        rows = await self.superuser.fetch("SELECT kind, sum(count)::int AS n FROM payment_alert GROUP BY kind")
        return Counter({row["kind"]: row["n"] for row in rows})

    async def balances(self) -> dict[str, int]:
        """Sums of the ledger by account code, without zeros."""
        rows = await self.superuser.fetch(
            "SELECT code, sum(balance_fen)::bigint AS fen FROM ledger_account WHERE merchant_id = $1 GROUP BY code",
            self.merchant.id,
        )
        return {row["code"]: row["fen"] for row in rows if row["fen"]}

    def heard(self, fact: type[T]) -> list[T]:
        return [each for each in told[self.merchant.id] if isinstance(each, fact)]


@asynccontextmanager
async def open_till(database_url: str, admin_url: str, superuser: asyncpg.Connection) -> AsyncIterator[Till]:
    """The provider notifies a server of ours that runs the notification's route over the same services."""
    app = Starlette()
    async with running(app) as address, sandbox(address + NOTIFY_PATH) as provider:
        chosen = provider.settings.model_copy(update={"database_url": database_url})
        async with open_services(chosen) as services:
            app.router.routes.extend(notify_routes(services))
            merchant = await shop(services.database)
            till = Till(services, provider, superuser, merchant, admin_url)
            await till.do(register_sub_merchant, number=SUB_MERCHANT)
            yield till
            await provider.provider.notifier.idle()
