"""The tree of regions as it stands on a day, and the stores in it."""

from collections.abc import Collection, Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import or_, select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.stores.models import Region, RegionLevel, RegionPlacement, StoreRegion
from prepaid.domains.stores.rules.regions import Placement, RegionTree


async def placements_of(tx: WriteSession, merchant_id: UUID, *, lock: bool = False) -> list[Placement]:
    """Every place that every region has or had; with `lock` nobody else changes the tree meanwhile."""
    if lock:
        await tx.execute(select(Region.id).filter_by(merchant_id=merchant_id).order_by(Region.id).with_for_update())
    rows = await tx.execute(
        select(
            RegionPlacement.region_id, RegionPlacement.parent_id, RegionPlacement.since, RegionPlacement.until
        ).filter_by(merchant_id=merchant_id)
    )
    return [Placement(*row) for row in rows]


async def region_tree(tx: WriteSession, merchant_id: UUID, day: date) -> RegionTree:
    """The merchant's tree on a day."""
    return RegionTree.on(day, await placements_of(tx, merchant_id))


async def region_of(tx: WriteSession, merchant_id: UUID, region_id: UUID, *path: str) -> Region:
    """One region, locked. Raises `NotFound`."""
    region = await tx.get(Region, (merchant_id, region_id), with_for_update=True)
    if region is None:
        raise NotFound(path=path)
    return region


async def level_count(tx: WriteSession, merchant_id: UUID) -> int:
    """How many levels the merchant's tree may have."""
    return len(list(await tx.scalars(select(RegionLevel.id).filter_by(merchant_id=merchant_id))))


async def stores_in(tx: WriteSession, merchant_id: UUID, regions: Collection[UUID], day: date) -> Sequence[UUID]:
    """Stores that lie in one of these regions on a day, without those of regions below."""
    return (
        await tx.scalars(
            select(StoreRegion.store_id)
            .where(
                StoreRegion.merchant_id == merchant_id,
                StoreRegion.region_id.in_(regions),
                StoreRegion.since <= day,
                or_(StoreRegion.until.is_(None), StoreRegion.until > day),
            )
            .order_by(StoreRegion.store_id)
        )
    ).all()


async def regions_of_store(tx: WriteSession, merchant_id: UUID, store_id: UUID, day: date) -> tuple[UUID, ...]:
    """The store's region on a day and those above it, nearest first; empty when it lies in none."""
    region = await tx.scalar(
        select(StoreRegion.region_id).where(
            StoreRegion.merchant_id == merchant_id,
            StoreRegion.store_id == store_id,
            StoreRegion.since <= day,
            or_(StoreRegion.until.is_(None), StoreRegion.until > day),
        )
    )
    if region is None:
        return ()
    return (await region_tree(tx, merchant_id, day)).path(region)
