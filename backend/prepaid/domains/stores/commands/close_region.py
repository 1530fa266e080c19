"""Closing a region that holds nothing any more."""

from uuid import UUID

from sqlalchemy import func, or_, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.stores.errors import RegionClosed, RegionNotEmpty
from prepaid.domains.stores.models import Region, RegionPlacement, StoreRegion
from prepaid.domains.stores.reads.regions import placements_of, region_of
from prepaid.kit import clock


async def close_region(tx: WriteSession, actor: Actor, *, merchant_id: UUID, region_id: UUID, reason: str) -> Region:
    """Take a region out of use; its past stays for statistics.

    Raises:
        NotFound, RegionClosed, ReasonTooShort.
        RegionNotEmpty: regions or stores lie in it, now or later.
    """
    reason = reason_text(reason)
    region = await region_of(tx, merchant_id, region_id, "regionId")
    if region.status == "CLOSED":
        raise RegionClosed(path=("regionId",))
    await placements_of(tx, merchant_id, lock=True)
    today = clock.today_shanghai()
    counts = []
    for table, column in ((RegionPlacement, RegionPlacement.parent_id), (StoreRegion, StoreRegion.region_id)):
        held = select(func.count()).select_from(table).where(table.merchant_id == merchant_id, column == region_id)
        counts.append(await tx.scalar(held.where(or_(table.until.is_(None), table.until > today))))
    if any(counts):
        raise RegionNotEmpty(path=("regionId",), regions=counts[0], stores=counts[1])
    region.status = "CLOSED"
    await tx.flush()
    await audit.record(
        tx,
        "region.closed",
        object_type="Region",
        object_id=region.id,
        tenant=merchant_id,
        before={"status": "ACTIVE"},
        after={"status": "CLOSED"},
        reason=reason,
    )
    return region
