"""Writing a region's place, and bringing what is shown of the present up to date."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import Update, or_, select, update

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Path
from prepaid.domains.stores.commands.refresh_members import refresh_members
from prepaid.domains.stores.errors import RegionCycle, RegionTooDeep
from prepaid.domains.stores.models import Region, RegionPlacement, Store, StoreRegion
from prepaid.domains.stores.reads.regions import level_count, placements_of
from prepaid.domains.stores.rules.regions import Placement, RegionTree, days_of_change
from prepaid.kit.ids import uuid7


async def ensure_sound(
    tx: WriteSession, merchant_id: UUID, placements: Sequence[Placement], since: date, path: Path
) -> None:
    """Refuse a tree that is circular or too deep on the day itself or any later one.

    Raises:
        RegionCycle, RegionTooDeep.
    """
    levels = await level_count(tx, merchant_id)
    for day in days_of_change(placements, since):
        tree = RegionTree.on(day, placements)
        if tree.circular():
            raise RegionCycle(path=path, on=day.isoformat())
        if tree.height() > levels:
            raise RegionTooDeep(path=path, levels=levels)


async def write_placement(tx: WriteSession, actor: Actor, region: Region, parent_id: UUID | None, since: date) -> None:
    """End the place that the region has on that day and begin the new one."""
    key = {"merchant_id": region.merchant_id, "region_id": region.id}
    begun = await tx.scalar(select(RegionPlacement).filter_by(**key, since=since))
    if begun is not None:
        begun.parent_id, begun.made_by = parent_id, actor.account_id
        await tx.flush()
        return
    await tx.execute(update(RegionPlacement).filter_by(**key, until=None).values(until=since))
    tx.add(
        RegionPlacement(
            merchant_id=region.merchant_id,
            id=uuid7(),
            region_id=region.id,
            parent_id=parent_id,
            since=since,
            until=None,
            made_by=actor.account_id,
        )
    )
    await tx.flush()


async def present(tx: WriteSession, merchant_id: UUID, today: date) -> None:
    """Show each region and store where it is today, and give members of regions the stores that lie in them."""
    tree = RegionTree.on(today, await placements_of(tx, merchant_id))
    regions = {each.id: each for each in await tx.scalars(select(Region).filter_by(merchant_id=merchant_id))}
    for region in regions.values():
        if region.id not in tree.parents:
            continue
        way = tree.path(region.id)
        region.parent_id = tree.parents[region.id]
        region.depth = len(way)
        region.path = " / ".join(regions[each].name for each in reversed(way))
    await tx.flush()
    await tx.execute(_stores_at(merchant_id, today))
    await refresh_members(tx, merchant_id, today)


def _stores_at(merchant_id: UUID, today: date) -> Update:
    here = (
        select(StoreRegion.region_id)
        .where(
            StoreRegion.merchant_id == Store.merchant_id,
            StoreRegion.store_id == Store.id,
            StoreRegion.since <= today,
            or_(StoreRegion.until.is_(None), StoreRegion.until > today),
        )
        .scalar_subquery()
    )
    return (
        update(Store)
        .where(Store.merchant_id == merchant_id, Store.region_id.is_distinct_from(here))
        .values(region_id=here)
        .execution_options(synchronize_session=False)
    )
