"""A seeded merchant's store and products, and order lines that ask to be sold there."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.salescontrol.commands.create_rule import create_rule
from prepaid.domains.salescontrol.commands.ensure_sellable import Permit, ensure_sellable
from prepaid.domains.salescontrol.commands.quota import take_quota
from prepaid.domains.salescontrol.models import SalesControlRule
from prepaid.domains.salescontrol.rules.control import Effect, Place, PlaceKind
from prepaid.domains.salescontrol.rules.details import RuleDetails
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from tests.domains.demo import Demo

ANYWHERE = Place(kind=PlaceKind.ALL_STORES)


@dataclass
class Counter:
    """A merchant at its counter."""

    demo: Demo
    owner: Actor
    merchant: UUID
    stores: list[UUID]
    city: UUID
    service: ProductRef
    card_type: ProductRef
    package: ProductRef

    @classmethod
    async def of(cls, demo: Demo, name: str = "冰河滑冰俱乐部", owner: str = "何冰") -> "Counter":
        """The merchant has no rules yet: those that the demo made are gone."""
        merchant = await demo.merchant(name)
        for table in ("sales_control_take", "sales_control_refusal", "sales_control_rule"):
            await demo.superuser.execute("SET session_replication_role = replica")  # refusals are append-only
            await demo.superuser.execute(f"DELETE FROM {table} WHERE merchant_id = $1", merchant)
            await demo.superuser.execute("SET session_replication_role = origin")

        async def ids(table: str, where: str = "true") -> list[UUID]:
            sql = f"SELECT id FROM {table} WHERE merchant_id = $1 AND {where} ORDER BY number"
            return [row["id"] for row in await demo.superuser.fetch(sql, merchant)]

        city = await demo.superuser.fetchval("SELECT id FROM region WHERE merchant_id = $1 AND depth = 2", merchant)
        return cls(
            demo,
            await demo.person(owner),
            merchant,
            await ids("store", "type <> 'ONLINE' AND status = 'OPEN'"),
            city,
            ProductRef(ProductKind.SERVICE, (await ids("service"))[0]),
            ProductRef(ProductKind.CARD_TYPE, (await ids("card_type"))[0]),
            ProductRef(ProductKind.PACKAGE, (await ids("package"))[0]),
        )

    async def rule(
        self, effect: str, product: ProductRef | None = None, place: Place = ANYWHERE, **more: Any
    ) -> SalesControlRule:
        details = RuleDetails(
            product=product or self.package,
            effect=Effect(effect),
            place=place,
            **{"since": clock.today_shanghai(), **more},
        )

        async def make(tx: WriteSession) -> SalesControlRule:
            return await create_rule(tx, self.owner, merchant_id=self.merchant, details=details)

        return await self.demo.db.run(self.owner, make)

    async def sell(
        self, line: UUID | None = None, *, store: int = 0, count: int = 1, actor: Actor | None = None
    ) -> Permit:
        """What ordering does for one line: ask, then reserve."""
        seller = actor or self.owner

        async def order(tx: WriteSession) -> Permit:
            permit = await ensure_sellable(
                tx,
                seller,
                merchant_id=self.merchant,
                product=self.package,
                store_id=self.stores[store],
                count=count,
            )
            await take_quota(tx, seller, permit, order_line_id=line or uuid7(), count=count)
            return permit

        return await self.demo.db.run(seller, order)

    async def figure(self, sql: str) -> Any:
        """A figure of the merchant's; `$1` is its id."""
        return await self.demo.superuser.fetchval(sql, self.merchant)
