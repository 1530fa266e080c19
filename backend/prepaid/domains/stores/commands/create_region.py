"""Adding a region to the tree."""

from datetime import date
from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.stores.commands.place_region import ensure_sound, present, write_placement
from prepaid.domains.stores.errors import RegionClosed, RegionNameTaken
from prepaid.domains.stores.models import Region
from prepaid.domains.stores.reads.regions import placements_of, region_of
from prepaid.domains.stores.rules.regions import moved
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.kit.pinyin import search_text


async def create_region(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, name: str, parent_id: UUID | None = None
) -> Region:
    """Make a region below `parent_id`, or at the top, from today on.

    Raises:
        NotFound, RegionClosed: the region above.
        RegionNameTaken, InvalidValue.
        RegionTooDeep: no level is left below it.
    """
    name = name_text(name, ("name",))
    parent = await region_of(tx, merchant_id, parent_id, "parentId") if parent_id else None
    if parent and parent.status == "CLOSED":
        raise RegionClosed(path=("parentId",))
    if await tx.scalar(select(Region.id).filter_by(merchant_id=merchant_id, parent_id=parent_id, name=name)):
        raise RegionNameTaken(path=("name",))
    today: date = clock.today_shanghai()
    region = Region(
        merchant_id=merchant_id,
        id=uuid7(),
        name=name,
        search=search_text(name),
        status="ACTIVE",
        parent_id=parent_id,
        depth=(parent.depth if parent else 0) + 1,
        path=f"{parent.path} / {name}" if parent else name,
        created_at=clock.now(),
    )
    placements = await placements_of(tx, merchant_id, lock=True)
    await ensure_sound(tx, merchant_id, moved(placements, region.id, parent_id, today), today, ("parentId",))
    tx.add(region)
    await tx.flush()
    await write_placement(tx, actor, region, parent_id, today)
    await audit.record(
        tx,
        "region.created",
        object_type="Region",
        object_id=region.id,
        tenant=merchant_id,
        after={"name": name, "parent": parent_id},
    )
    await present(tx, merchant_id, today)
    return region
