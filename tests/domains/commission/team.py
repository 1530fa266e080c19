"""Salespeople of a market's merchant: what they sell is really bought, what they earn is reviewed and paid."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from prepaid.core.actor import SYSTEM, Actor
from prepaid.core.database import WriteSession
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.commission.commands.refund_commission import RefundedCommission, on_card_refund
from prepaid.domains.commission.commands.review_lines import approve_lines
from prepaid.domains.commission.commands.run_payout import start_run
from prepaid.domains.commission.commands.save_account import save_account
from prepaid.domains.commission.commands.save_setting import save_setting
from prepaid.domains.commission.models import CommissionRun
from prepaid.domains.commission.reads.visits import visits_of
from prepaid.domains.commission.rules.payouts import PayoutTerms, RunKind
from prepaid.domains.commission.rules.refunds import RefundCase, Visit
from prepaid.domains.salesforce.commands.grant_sales import grant_sales
from prepaid.domains.salesforce.commands.save_commission_rule import save_commission_rule
from prepaid.domains.salesforce.commands.save_salesperson import save_salesperson
from prepaid.domains.salesforce.rules.commission import Occasion, Rate, RateKind
from prepaid.domains.salesforce.rules.details import CommissionDetails, PersonDetails
from prepaid.kit.ids import uuid7
from prepaid.seed.acting import acting, person_with
from prepaid.seed.opened import SEEDER
from tests.domains.ordering.market import TEN_VISITS, Market, open_market

UNFROZEN = PayoutTerms(freeze_days=0)


@dataclass
class Team:
    """A merchant whose rules give 5 % of an opening, 1 % of a recharge and 3 % of a visit."""

    market: Market
    owner: Actor
    finance: Actor
    store: UUID

    @property
    def merchant(self) -> UUID:
        return self.market.merchant

    @property
    def superuser(self) -> asyncpg.Connection:
        return self.market.superuser

    async def person(self, *, sells: bool = True, paid_to: str | None = None, **details: Any) -> UUID:
        """Somebody new, with a wallet unless `paid_to` is empty."""
        number = uuid4().hex[:8].upper()
        values: dict[str, Any] = {"name": "吴小迪", "store_id": self.store, "hired_on": date(2026, 1, 1), **details}
        paid_to = f"o-{number.lower()}" if paid_to is None else paid_to

        async def make(tx: WriteSession) -> UUID:
            person = await save_salesperson(
                tx, SYSTEM, merchant_id=self.merchant, details=PersonDetails(staff_number=number, **values)
            )
            which = {"merchant_id": self.merchant, "salesperson_id": person.id}
            for kind in (ProductKind.PACKAGE, ProductKind.SERVICE) if sells else ():
                await grant_sales(tx, SYSTEM, **which, kind=kind, product_id=None)
            found: UUID = person.id
            return found

        made = await self.market.run(SYSTEM, make)
        if paid_to:
            await self.account(made, paid_to)
        return made

    async def account(self, person: UUID, openid: str, real_name: str = "吴小迪") -> None:
        await self.market.run(
            self.finance,
            lambda tx: save_account(
                tx,
                self.finance,
                data_keys=self.market.services.data_keys,
                merchant_id=self.merchant,
                salesperson_id=person,
                openid=openid,
                real_name=real_name,
            ),
        )

    async def rule(self, occasion: Occasion, bps: int) -> None:
        details = CommissionDetails(occasion=occasion, rate=Rate(kind=RateKind.PERCENT, bps=bps))
        await self.market.run(
            SYSTEM,
            lambda tx: save_commission_rule(
                tx, SYSTEM, merchant_id=self.merchant, name=occasion.value, position=0, details=details
            ),
        )

    async def setting(self, terms: PayoutTerms) -> None:
        await self.market.run(
            self.owner, lambda tx: save_setting(tx, self.owner, merchant_id=self.merchant, terms=terms)
        )

    async def sale(self, seller: UUID, name: str = TEN_VISITS, *, buyer: Actor | None = None) -> asyncpg.Record:
        """An order that was paid, with its cash where it belongs."""
        order = await self.market.bought(buyer or await self.market.buyer(), name, salesperson_id=seller)
        await self.market.settle()
        return order

    async def lines(self, **where: Any) -> list[asyncpg.Record]:
        return await self.market.rows("commission_line", **where)

    async def approve(self, ids: Sequence[UUID], actor: Actor | None = None) -> None:
        who = actor or self.finance
        await self.market.run(who, lambda tx: approve_lines(tx, who, merchant_id=self.merchant, line_ids=ids))

    async def pay(self, kind: RunKind = RunKind.MANUAL, **more: Any) -> CommissionRun | None:
        """A run, whose transfers have been ordered and answered."""
        run = await self.market.run(
            self.finance, lambda tx: start_run(tx, self.finance, merchant_id=self.merchant, kind=kind, **more)
        )
        await self.market.settle()
        await self.market.settle()
        return run

    async def paid_sale(self, seller: UUID, **more: Any) -> asyncpg.Record:
        """A sale whose commission was approved and paid."""
        order = await self.sale(seller, **more)
        await self.approve([line["id"] for line in await self.lines(order_id=order["id"])])
        await self.pay(salesperson_ids=[seller])
        return await self.market.order(order["id"])

    async def refund(
        self, case: RefundCase, *orders: UUID, visits: Sequence[Visit] | None = None, refund_id: UUID | None = None
    ) -> RefundedCommission:
        """What after-sales will do in its transaction."""
        which = refund_id or uuid7()

        async def command(tx: WriteSession) -> RefundedCommission:
            found = await visits_of(tx, self.merchant, orders) if visits is None else visits
            return await on_card_refund(
                tx, merchant_id=self.merchant, refund_id=which, case=case, order_ids=orders, visits=found
            )

        return await self.market.run(SYSTEM, command)

    async def owed(self, person: UUID) -> tuple[int, int]:
        """What the ledger owes a person, and what he owes."""
        sql = """SELECT coalesce(sum(balance_fen) FILTER (WHERE code = 'COMMISSION_PAYABLE'), 0)::bigint,
            coalesce(sum(balance_fen) FILTER (WHERE code = 'SALES_RECEIVABLE'), 0)::bigint
            FROM ledger_account WHERE merchant_id = $1 AND owner_id = $2"""
        row = await self.superuser.fetchrow(sql, self.merchant, person)
        return row[0], row[1]


@asynccontextmanager
async def open_team(database_url: str, admin_url: str) -> AsyncIterator[Team]:
    async with open_market(database_url, admin_url) as market:

        async def people(tx: WriteSession) -> list[Actor]:
            return [await acting(tx, person_with(role, merchant="yunling")) for role in ("owner", "finance")]

        owner, finance = await market.run(SEEDER, people)
        sql = "SELECT id FROM store WHERE merchant_id = $1 AND type = 'ONLINE'"
        team = Team(market, owner, finance, await market.superuser.fetchval(sql, market.merchant))
        await market.superuser.execute(
            "UPDATE commission_rule SET retired_at = now() WHERE merchant_id = $1", market.merchant
        )
        for occasion, bps in ((Occasion.OPENING, 500), (Occasion.RECHARGE, 100), (Occasion.SERVICE, 300)):
            await team.rule(occasion, bps)
        await team.setting(UNFROZEN)
        yield team
