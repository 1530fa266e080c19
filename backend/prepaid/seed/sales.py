"""Sales control, salespeople and commission rules of the demo's merchants, through the commands that people use."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import timedelta
from typing import Any, Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import Database, WriteSession
from prepaid.domains.catalog.models import CardType, Package, Service
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.identity.models import Membership
from prepaid.domains.salescontrol.commands.create_rule import create_rule
from prepaid.domains.salescontrol.commands.ensure_sellable import ensure_sellable
from prepaid.domains.salescontrol.commands.set_agent import set_agent
from prepaid.domains.salescontrol.errors import SaleDenied
from prepaid.domains.salescontrol.rules.control import Effect, Place, PlaceKind
from prepaid.domains.salescontrol.rules.details import AgentDetails, RuleDetails
from prepaid.domains.salesforce.commands.grant_sales import grant_sales
from prepaid.domains.salesforce.commands.save_commission_rule import save_commission_rule
from prepaid.domains.salesforce.commands.save_salesperson import save_salesperson
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.salesforce.rules.commission import Basis, Occasion, Rate, RateKind
from prepaid.domains.salesforce.rules.details import CommissionDetails, PersonDetails
from prepaid.domains.salesforce.rules.people import Employment
from prepaid.domains.stores.models import Region, Store
from prepaid.kit import clock
from prepaid.seed.opened import SEEDER
from prepaid.seed.people import MERCHANTS
from prepaid.seed.shops import SHOPS

PEOPLE: Final[Mapping[str, tuple[tuple[str, str, str, bool, int], ...]]] = {
    "ice_rink": (
        ("吴迪", "X001", "会籍顾问", False, 0),
        ("周海", "X002", "店长", False, 0),
        ("顾霜", "X003", "滑冰教练", True, 1),
        ("鲁一鸣", "X004", "会籍顾问", False, 1),
    ),
    "dance_school": (
        ("白露", "X001", "课程顾问", False, 0),
        ("纪云舒", "X002", "中国舞教师", True, 0),
        ("贺然", "X003", "街舞教师", True, 1),
    ),
}
"""Name, staff number, job, whether the person gives services, and which store."""
HIRED_AGO: Final = timedelta(days=60)
"""They were there before what is told of their sales."""


async def seed_sales(database: Database, merchants: Mapping[str, UUID]) -> None:
    """Give each merchant with products its people and rules, where it has none."""
    for each in MERCHANTS:
        if each.type_code not in SHOPS:
            continue
        merchant_id = merchants[each.key]
        async with database.write(SEEDER) as tx:
            if await tx.scalar(select(Salesperson.id).filter_by(merchant_id=merchant_id).limit(1)):
                continue
            shop = await _Shop.of(tx, merchant_id)
            with clock.travel(-HIRED_AGO):
                people = await _people(tx, shop, each.type_code)
                await _commission(tx, shop, people)
            await _control(tx, shop)
        await _refused(database, shop)


class _Shop:
    """What a merchant has, in the order in which it was made."""

    def __init__(self, merchant_id: UUID, stores: list[UUID], city: UUID, products: dict[str, list[UUID]]) -> None:
        self.merchant_id, self.stores, self.city = merchant_id, stores, city
        self.services, self.card_types, self.packages = (products[key] for key in ("service", "card_type", "package"))

    @classmethod
    async def of(cls, tx: WriteSession, merchant_id: UUID) -> "_Shop":
        own = {"merchant_id": merchant_id}
        physical = select(Store.id).filter_by(**own).where(Store.type != "ONLINE").order_by(Store.number)
        city = select(Region.id).filter_by(**own, depth=2).order_by(Region.path).limit(1)
        products = {
            model.__tablename__: list(await tx.scalars(select(model.id).filter_by(**own).order_by(model.number)))
            for model in (Service, CardType, Package)
        }
        return cls(merchant_id, list(await tx.scalars(physical)), (await tx.scalars(city)).one(), products)

    def package(self, place: int) -> ProductRef:
        return ProductRef(ProductKind.PACKAGE, self.packages[place])


async def _people(tx: WriteSession, shop: _Shop, type_code: str) -> list[Salesperson]:
    found = []
    members = {
        row.display_name: row.id for row in await tx.scalars(select(Membership).filter_by(merchant_id=shop.merchant_id))
    }
    for place, (name, number, title, performs, store) in enumerate(PEOPLE[type_code]):
        details = PersonDetails(
            name=name,
            staff_number=number,
            title=title,
            performs=performs,
            employment=Employment.PART_TIME if performs else Employment.FULL_TIME,
            store_id=shop.stores[store],
            membership_id=members.get(name),
            hired_on=clock.today_shanghai() - timedelta(days=400 - 90 * place),
        )
        person = await save_salesperson(tx, tx.actor, merchant_id=shop.merchant_id, details=details)
        kinds = (ProductKind.SERVICE,) if performs else (ProductKind.SERVICE, ProductKind.PACKAGE)
        for kind in kinds:
            await grant_sales(
                tx, tx.actor, merchant_id=shop.merchant_id, salesperson_id=person.id, kind=kind, product_id=None
            )
        found.append(person)
    return found


async def _commission(tx: WriteSession, shop: _Shop, people: list[Salesperson]) -> None:
    performer = next(person for person in people if person.performs)

    async def rule(name: str, occasion: Occasion, rate: Rate, **named: Any) -> None:
        details = CommissionDetails(occasion=occasion, rate=rate, **named)
        await save_commission_rule(tx, tx.actor, merchant_id=shop.merchant_id, name=name, position=10, details=details)

    def percent(bps: int, basis: Basis = Basis.PAID, **bounds: int) -> Rate:
        return Rate(kind=RateKind.PERCENT, basis=basis, bps=bps, **bounds)

    await rule("开卡默认", Occasion.OPENING, percent(500, cap_fen=20_000))
    await rule("充值默认", Occasion.RECHARGE, percent(200, Basis.PRINCIPAL_ONLY))
    await rule("单品默认", Occasion.SERVICE, percent(300, Basis.LIST))
    await rule("大额套餐开卡", Occasion.OPENING, percent(600, floor_fen=5_000), package_id=shop.packages[1])
    await rule(
        "新人首单保底", Occasion.OPENING, percent(700, floor_fen=3_000, cap_fen=15_000), salesperson_id=people[-1].id
    )
    await rule("履约按次", Occasion.PERFORMANCE, Rate(kind=RateKind.PER_VISIT, amount_fen=6_000))
    await rule(
        "资深教师按课时",
        Occasion.PERFORMANCE,
        Rate(kind=RateKind.PER_TIME, amount_fen=8_000, unit_minutes=60),
        salesperson_id=performer.id,
    )
    await rule("入门单品不计佣", Occasion.SERVICE, percent(0), service_id=shop.services[0])


async def _control(tx: WriteSession, shop: _Shop) -> None:
    today = clock.today_shanghai()

    async def rule(effect: Effect, product: ProductRef, place: Place, **more: Any) -> None:
        details = RuleDetails(product=product, effect=effect, place=place, **{"since": today, **more})
        await create_rule(tx, tx.actor, merchant_id=shop.merchant_id, details=details)

    await rule(
        Effect.ALLOW,
        shop.package(0),
        Place(kind=PlaceKind.ALL_STORES),
        quota=500,
        last_day=today + timedelta(days=90),
        note="开业季限量 500 份",
    )
    await rule(
        Effect.DENY,
        shop.package(1),
        Place(kind=PlaceKind.STORE, store=shop.stores[1]),
        note="该店场地改造期间不售大额套餐",
    )
    await rule(
        Effect.DENY,
        ProductRef(ProductKind.SERVICE, shop.services[1]),
        Place(kind=PlaceKind.STORE_TYPE, store_type="FRANCHISE"),
        since=today + timedelta(days=30),
        note="下季起加盟店不售私教课",
    )
    details = AgentDetails(
        region_id=shop.city, name="海州文体发展有限公司", share_bps=300, since=today, note="负责海州市推广与客户维护"
    )
    await set_agent(tx, tx.actor, merchant_id=shop.merchant_id, details=details)


async def _refused(database: Database, shop: _Shop) -> None:
    """One attempt that the rules refuse, so that the list of them shows one."""

    async def attempt(tx: WriteSession) -> None:
        await ensure_sellable(
            tx, tx.actor, merchant_id=shop.merchant_id, product=shop.package(1), store_id=shop.stores[1]
        )

    with suppress(SaleDenied):
        await database.run(SEEDER, attempt)
