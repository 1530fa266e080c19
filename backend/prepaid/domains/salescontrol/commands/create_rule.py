"""Making a rule."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.catalog.reads.lineage import lineage_of
from prepaid.domains.catalog.reads.versions import PRODUCTS
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.identity.commands.wording import free_text
from prepaid.domains.salescontrol.errors import ParentNotSold
from prepaid.domains.salescontrol.models import SalesControlRule
from prepaid.domains.salescontrol.reads.control import rules_of, stores_on
from prepaid.domains.salescontrol.rules.control import Effect, PlaceKind, decide
from prepaid.domains.salescontrol.rules.details import RuleDetails
from prepaid.domains.stores.models import Region, Store
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

COLUMNS: Final = {
    ProductKind.SERVICE: "service_id",
    ProductKind.CARD_TYPE: "card_type_id",
    ProductKind.PACKAGE: "package_id",
}
LARGEST_QUOTA: Final = 10_000_000


async def create_rule(tx: WriteSession, actor: Actor, *, merchant_id: UUID, details: RuleDetails) -> SalesControlRule:
    """Write a rule that holds from its first day on; what was sold before stays sold.

    Raises:
        NotFound: the product, store or region is not the merchant's.
        InvalidValue: a place without what its kind needs, days in the past or out of order, a quota of a DENY.
        ParentNotSold: a package allowed in a store where its card type is not sold.
    """
    await _check(tx, merchant_id, details)
    if details.effect is Effect.ALLOW:
        await _ensure_parent_sold(tx, merchant_id, details)
    rule = SalesControlRule(
        merchant_id=merchant_id,
        id=uuid7(),
        number=await _next_number(tx, merchant_id),
        effect=details.effect.value,
        place=details.place.kind.value,
        store_id=details.place.store,
        region_id=details.place.region,
        level=details.place.level,
        store_type=details.place.store_type,
        exclusive=details.exclusive,
        since=details.since,
        last_day=details.last_day,
        quota=details.quota,
        note=free_text(details.note, ("note",)),
        made_at=clock.now(),
        made_by=actor.account_id,
        ended_at=None,
        **{COLUMNS[details.product.kind]: details.product.id},
    )
    tx.add(rule)
    await tx.flush()
    await audit.record(
        tx,
        "sales_control.created",
        object_type="SalesControlRule",
        object_id=rule.id,
        tenant=merchant_id,
        after=said_of(rule),
    )
    return rule


def said_of(rule: SalesControlRule) -> dict[str, Any]:
    """What the audit trail keeps of a rule."""
    return {
        "number": rule.number,
        "effect": rule.effect,
        "place": rule.place,
        "store": rule.store_id,
        "region": rule.region_id,
        "level": rule.level,
        "storeType": rule.store_type,
        "exclusive": rule.exclusive,
        "since": rule.since.isoformat(),
        "lastDay": rule.last_day and rule.last_day.isoformat(),
        "quota": rule.quota,
    }


async def _check(tx: WriteSession, merchant_id: UUID, details: RuleDetails) -> None:
    product, place = details.product, details.place
    if await tx.get(PRODUCTS[product.kind], (merchant_id, product.id)) is None:
        raise NotFound(path=("productId",))
    if not place.complete:
        raise InvalidValue(path=("place",), reason="INCOMPLETE")
    if place.store and await tx.get(Store, (merchant_id, place.store)) is None:
        raise NotFound(path=("storeId",))
    if place.region and await tx.get(Region, (merchant_id, place.region)) is None:
        raise NotFound(path=("regionId",))
    if place.level is not None and not 1 <= place.level <= 8:
        raise InvalidValue(path=("level",), reason="OUT_OF_RANGE")
    if details.since < clock.today_shanghai():
        raise InvalidValue(path=("since",), reason="PAST")
    if details.last_day is not None and details.last_day < details.since:
        raise InvalidValue(path=("lastDay",), reason="ORDER")
    if details.quota is not None and not (details.effect is Effect.ALLOW and 0 < details.quota <= LARGEST_QUOTA):
        raise InvalidValue(path=("quota",), reason="OUT_OF_RANGE")
    if details.exclusive and (details.effect is Effect.DENY or place.kind is PlaceKind.ALL_STORES):
        raise InvalidValue(path=("exclusive",), reason="CONTRADICTION")


async def _ensure_parent_sold(tx: WriteSession, merchant_id: UUID, details: RuleDetails) -> None:
    """A package is not allowed where its card type is not sold (reference 4.9); the sale checks it again."""
    source = await tx.raw()
    above = (await lineage_of(source, merchant_id, details.product))[1:]
    begins = max(clock.now(), clock.day_bounds(details.since)[0])
    rules = await rules_of(source, merchant_id, [each.id for each in above], begins)
    for row, seat in await stores_on(source, merchant_id, details.since) if above else []:
        if details.place.distance(seat) is None:
            continue
        for each in above:
            if not decide(each.id, rules.get(each.id, ()), seat, details.since, count=0).permitted:
                raise ParentNotSold(path=("place",), store=row["name"])


async def _next_number(tx: WriteSession, merchant_id: UUID) -> str:
    lock = func.hashtextextended(f"sales_control_rule:{merchant_id}", 0)
    await tx.execute(select(func.pg_advisory_xact_lock(lock)))
    rules = select(func.count()).select_from(SalesControlRule).where(SalesControlRule.merchant_id == merchant_id)
    return f"K{(await tx.scalar(rules) or 0) + 1:04d}"
