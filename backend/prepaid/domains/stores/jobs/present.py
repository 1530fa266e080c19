"""Moves of regions and stores that begin today."""

from typing import Final

from sqlalchemy import or_, select, union

from prepaid.core.jobs import JobContext, job, schedule
from prepaid.domains.stores.commands.place_region import present
from prepaid.domains.stores.models import RegionPlacement, StoreRegion
from prepaid.kit import clock

BEGIN_PERIODS: Final = "stores.begin_periods"


@job(BEGIN_PERIODS)
async def begin_periods(ctx: JobContext) -> None:
    """Show the tree of today wherever something begins or ended today; running it again changes nothing."""
    today = clock.today_shanghai()
    changed = [
        select(table.merchant_id).where(or_(table.since == today, table.until == today))
        for table in (RegionPlacement, StoreRegion)
    ]
    for merchant_id in (await ctx.tx.scalars(union(*changed))).all():
        await present(ctx.tx, merchant_id, today)


schedule(BEGIN_PERIODS, "1 0 * * *")
