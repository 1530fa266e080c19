"""Stores, regions and products of the demo's merchants, each through the commands that people use."""

from dataclasses import dataclass, replace
from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.catalog.commands.decide_review import decide_review
from prepaid.domains.catalog.commands.put_on_sale import put_on_sale
from prepaid.domains.catalog.commands.save_card_type import save_card_type
from prepaid.domains.catalog.commands.save_package import save_package
from prepaid.domains.catalog.commands.save_service import save_service
from prepaid.domains.catalog.commands.submit_version import submit_version
from prepaid.domains.catalog.models.publication import VersionRow
from prepaid.domains.catalog.rules.details import (
    CardTypeDetails,
    EntitlementDetails,
    PackageDetails,
    ServiceDetails,
)
from prepaid.domains.catalog.rules.products import CardKind, EntitlementKind, ProductKind, ServiceUnit
from prepaid.domains.stores.commands.create_region import create_region
from prepaid.domains.stores.commands.create_store import create_store
from prepaid.domains.stores.commands.set_store_status import open_store
from prepaid.domains.stores.models import Store
from prepaid.domains.stores.rules.details import StoreDetails
from prepaid.domains.stores.rules.stores import StoreType, Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoShop:
    """What a merchant of one type has."""

    stores: tuple[StoreDetails, ...]
    services: tuple[ServiceDetails, ...]
    card: str
    prefix: str
    packages: tuple[tuple[str, int, tuple[int, ...]], ...]
    """Name, sale price in fen, times of each service in their order."""


def _store(name: str, address: str, closed: Weekday | None, kind: StoreType = StoreType.DIRECT) -> StoreDetails:
    """Without a closing day it never closes: whoever tries the demo's counter at night finds it open."""
    return StoreDetails(
        name=name,
        address=address,
        type=kind,
        opens="09:00" if closed else None,
        closes="21:30" if closed else None,
        closed_weekdays=[closed] if closed else [],
        phone="021-55550101",
    )


RINK: Final = DemoShop(
    stores=(
        _store("滨江冰场", "滨江大道 18 号 B1", None),
        _store("云谷冰场", "云谷路 266 号 3 层", Weekday.TUESDAY, StoreType.FRANCHISE),
    ),
    services=(
        ServiceDetails(
            name="单次滑冰",
            category="滑冰",
            unit=ServiceUnit.VISIT,
            unit_price_fen=8_800,
            duration_minutes=120,
            description="含冰鞋租用，场内滑行 120 分钟",
            attributes={"iceSession": "WEEKDAY", "skaterLevel": "BEGINNER", "skatesIncluded": True, "minimumAge": 6},
        ),
        ServiceDetails(
            name="一对一教练课",
            category="教练课",
            unit=ServiceUnit.LESSON,
            unit_price_fen=32_000,
            duration_minutes=60,
            description="持证教练一对一授课 60 分钟",
            attributes={
                "iceSession": "WEEKEND",
                "skaterLevel": "INTERMEDIATE",
                "skatesIncluded": False,
                "minimumAge": 5,
            },
        ),
    ),
    card="滑冰次卡",
    prefix="8601",
    packages=(("滑冰十次卡", 68_000, (10, 0)), ("滑冰二十次加教练课", 188_000, (20, 4))),
)
SCHOOL: Final = DemoShop(
    stores=(
        _store("星河校区", "星河路 9 号 2 层", None),
        _store("梧桐校区", "梧桐街 77 号", Weekday.WEDNESDAY),
    ),
    services=(
        ServiceDetails(
            name="少儿中国舞",
            category="舞蹈课",
            unit=ServiceUnit.LESSON,
            unit_price_fen=12_000,
            duration_minutes=90,
            description="6 至 12 岁小班课，每班不超过 16 人",
            attributes={"danceStyle": "CHINESE", "classSize": 16, "ageRange": "6–12 岁", "teacherName": "纪云舒"},
        ),
        ServiceDetails(
            name="成人街舞",
            category="舞蹈课",
            unit=ServiceUnit.LESSON,
            unit_price_fen=10_000,
            duration_minutes=60,
            description="零基础可报，含场地与器材",
            attributes={"danceStyle": "STREET", "classSize": 20, "ageRange": "18 岁以上", "teacherName": "贺然"},
        ),
    ),
    card="课程卡",
    prefix="8602",
    packages=(("中国舞十二课时", 120_000, (12, 0)), ("街舞二十四课时", 198_000, (0, 24))),
)
SHOPS: Final = {"ice_rink": RINK, "dance_school": SCHOOL}


async def seed_shop(tx: WriteSession, merchant_id: UUID, type_code: str) -> None:
    """Open a merchant's stores and put its products on sale, where it has none but the ONLINE store."""
    shop = SHOPS.get(type_code)
    has = select(Store.id).where(Store.merchant_id == merchant_id, Store.type != StoreType.ONLINE.value)
    if shop is None or await tx.scalar(has.limit(1)):
        return
    area = await create_region(tx, tx.actor, merchant_id=merchant_id, name="华东大区")
    city = await create_region(tx, tx.actor, merchant_id=merchant_id, name="海州市", parent_id=area.id)
    for details in shop.stores:
        store = await create_store(tx, tx.actor, merchant_id=merchant_id, details=replace(details, region_id=city.id))
        await open_store(tx, tx.actor, merchant_id=merchant_id, store_id=store.id)
    services = []
    for service in shop.services:
        version = await save_service(tx, tx.actor, merchant_id=merchant_id, details=service)
        await _sell(tx, ProductKind.SERVICE, version)
        services.append(version.product_id)
    card = await save_card_type(tx, tx.actor, merchant_id=merchant_id, details=_card(shop))
    await _sell(tx, ProductKind.CARD_TYPE, card)
    for name, price, times in shop.packages:
        package = PackageDetails(
            name=name,
            card_type_id=card.product_id,
            sale_price_fen=price,
            entitlements=tuple(
                EntitlementDetails(kind=EntitlementKind.VISITS, service_ids=(service,), times=count)
                for service, count in zip(services, times, strict=True)
                if count
            ),
        )
        await _sell(tx, ProductKind.PACKAGE, await save_package(tx, tx.actor, merchant_id=merchant_id, details=package))


def _card(shop: DemoShop) -> CardTypeDetails:
    return CardTypeDetails(name=shop.card, kind=CardKind.REGISTERED, face_limit_fen=500_000, number_prefix=shop.prefix)


async def _sell(tx: WriteSession, kind: ProductKind, version: VersionRow) -> None:
    merchant_id, version_id = version.merchant_id, version.id
    review = await submit_version(tx, tx.actor, kind=kind, merchant_id=merchant_id, version_id=version_id)
    await decide_review(tx, tx.actor, merchant_id=merchant_id, review_id=review.id, approve=True)
    await put_on_sale(tx, tx.actor, kind=kind, merchant_id=merchant_id, version_id=version_id)
