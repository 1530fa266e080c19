"""Naming the levels of a merchant's tree of regions."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, insert, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.stores.errors import RegionLevelInUse
from prepaid.domains.stores.models import RegionLevel
from prepaid.domains.stores.reads.regions import placements_of
from prepaid.domains.stores.rules.regions import RegionTree, days_of_change
from prepaid.kit import clock
from prepaid.kit.ids import uuid7

MOST_LEVELS = 8


async def save_region_levels(tx: WriteSession, actor: Actor, *, merchant_id: UUID, names: Sequence[str]) -> list[str]:
    """Make the levels exactly these, from the top down.

    Raises:
        RegionLevelInUse: a level to be removed has regions, now or on a later day.
        InvalidValue: no level, more than 8, an empty name or one twice.
    """
    levels = [name_text(name, ("levels",)) for name in names]
    if not 1 <= len(levels) <= MOST_LEVELS or len(set(levels)) < len(levels):
        raise InvalidValue(path=("levels",), reason="LEVELS")
    placements = await placements_of(tx, merchant_id, lock=True)
    deepest = max(
        (RegionTree.on(day, placements).height() for day in days_of_change(placements, clock.today_shanghai())),
        default=0,
    )
    if deepest > len(levels):
        raise RegionLevelInUse(path=("levels",), level=deepest)
    before = await tx.scalars(select(RegionLevel.name).filter_by(merchant_id=merchant_id).order_by(RegionLevel.depth))
    was = list(before)
    await tx.execute(delete(RegionLevel).filter_by(merchant_id=merchant_id))
    rows = [
        {"merchant_id": merchant_id, "id": uuid7(), "depth": depth, "name": name}
        for depth, name in enumerate(levels, 1)
    ]
    await tx.execute(insert(RegionLevel), rows)
    await audit.record(
        tx,
        "region.levels_saved",
        object_type="RegionLevels",
        object_id=merchant_id,
        tenant=merchant_id,
        before={"levels": was},
        after={"levels": levels},
    )
    return levels
