"""Putting a store into a region from a day on."""

from datetime import date
from uuid import UUID

from sqlalchemy import func, select, update

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.stores.commands.place_region import present
from prepaid.domains.stores.errors import OnlineStoreFixed, PeriodBeforeCurrent, RegionClosed
from prepaid.domains.stores.models import Store, StoreRegion
from prepaid.domains.stores.reads.regions import region_of
from prepaid.domains.stores.reads.stores import store_of
from prepaid.domains.stores.rules.stores import StoreType
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def assign_store_region(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, store_id: UUID, region_id: UUID | None, since: date
) -> Store:
    """The store lies in the region, or in none, from `since` on; what was before that day stays.

    Raises:
        NotFound, RegionClosed, OnlineStoreFixed.
        PeriodBeforeCurrent: before today, or before its latest period began.
    """
    store = await store_of(tx, merchant_id, store_id, "storeId", lock=True)
    if store.type == StoreType.ONLINE:
        raise OnlineStoreFixed(path=("storeId",))
    await place_store(tx, actor, store, region_id, since)
    return store


async def place_store(tx: WriteSession, actor: Actor, store: Store, region_id: UUID | None, since: date) -> None:
    """Write the period and show the present. Raises as `assign_store_region`."""
    if region_id is not None:
        region = await region_of(tx, store.merchant_id, region_id, "regionId")
        if region.status == "CLOSED":
            raise RegionClosed(path=("regionId",))
    key = {"merchant_id": store.merchant_id, "store_id": store.id}
    latest = await tx.scalar(select(func.max(StoreRegion.since)).filter_by(**key))
    today = clock.today_shanghai()
    earliest = max(today, latest or today)
    if since < earliest:
        raise PeriodBeforeCurrent(path=("since",), earliest=earliest.isoformat())
    if latest == since:
        begun = update(StoreRegion).filter_by(**key, since=since)
        await tx.execute(begun.values(region_id=region_id, made_by=actor.account_id))
    else:
        await tx.execute(update(StoreRegion).filter_by(**key, until=None).values(until=since))
        period = StoreRegion(id=uuid7(), region_id=region_id, since=since, until=None, made_by=actor.account_id, **key)
        tx.add(period)
        await tx.flush()
    await audit.record(
        tx,
        "store.region_assigned",
        object_type="Store",
        object_id=store.id,
        tenant=store.merchant_id,
        before={"region": store.region_id},
        after={"region": region_id, "since": since.isoformat()},
    )
    await present(tx, store.merchant_id, today)
    await tx.refresh(store)
