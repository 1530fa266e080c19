"""Renaming a region."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.stores.commands.place_region import present
from prepaid.domains.stores.errors import RegionNameTaken
from prepaid.domains.stores.models import Region
from prepaid.domains.stores.reads.regions import region_of
from prepaid.kit import clock
from prepaid.kit.pinyin import search_text


async def rename_region(tx: WriteSession, actor: Actor, *, merchant_id: UUID, region_id: UUID, name: str) -> Region:
    """Give a region another name.

    Raises:
        NotFound, RegionNameTaken, InvalidValue.
    """
    name = name_text(name, ("name",))
    region = await region_of(tx, merchant_id, region_id, "regionId")
    beside = select(Region.id).filter_by(merchant_id=merchant_id, parent_id=region.parent_id, name=name)
    if await tx.scalar(beside.where(Region.id != region.id)):
        raise RegionNameTaken(path=("name",))
    before, region.name, region.search = region.name, name, search_text(name)
    await tx.flush()
    await audit.record(
        tx,
        "region.renamed",
        object_type="Region",
        object_id=region.id,
        tenant=merchant_id,
        before={"name": before},
        after={"name": name},
    )
    await present(tx, merchant_id, clock.today_shanghai())
    return region
