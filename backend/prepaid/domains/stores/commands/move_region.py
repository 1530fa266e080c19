"""Moving a region, with all that is below it, from a day on."""

from datetime import date
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.stores.commands.place_region import ensure_sound, present, write_placement
from prepaid.domains.stores.errors import PeriodBeforeCurrent, RegionClosed
from prepaid.domains.stores.models import Region
from prepaid.domains.stores.reads.regions import placements_of, region_of
from prepaid.domains.stores.rules.regions import moved
from prepaid.kit import clock


async def move_region(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, region_id: UUID, parent_id: UUID | None, since: date
) -> Region:
    """Put a region below `parent_id`, or at the top, from `since` on; what was before that day stays.

    Raises:
        NotFound, RegionClosed.
        PeriodBeforeCurrent: before today, or before its latest place began.
        RegionCycle, RegionTooDeep: on that day or any later one.
    """
    region = await region_of(tx, merchant_id, region_id, "regionId")
    parent = await region_of(tx, merchant_id, parent_id, "parentId") if parent_id else None
    if region.status == "CLOSED" or (parent and parent.status == "CLOSED"):
        raise RegionClosed(path=("parentId",) if region.status == "ACTIVE" else ("regionId",))
    today = clock.today_shanghai()
    placements = await placements_of(tx, merchant_id, lock=True)
    earliest = max(today, *(each.since for each in placements if each.region == region_id))
    if since < earliest:
        raise PeriodBeforeCurrent(path=("since",), earliest=earliest.isoformat())
    await ensure_sound(tx, merchant_id, moved(placements, region_id, parent_id, since), since, ("parentId",))
    before = region.parent_id
    await write_placement(tx, actor, region, parent_id, since)
    await audit.record(
        tx,
        "region.moved",
        object_type="Region",
        object_id=region.id,
        tenant=merchant_id,
        before={"parent": before},
        after={"parent": parent_id, "since": since.isoformat()},
    )
    await present(tx, merchant_id, today)
    return region
