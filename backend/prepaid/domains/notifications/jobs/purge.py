"""Forgetting old notices."""

from datetime import timedelta
from typing import Final

from sqlalchemy import delete, or_

from prepaid.core.jobs import JobContext, job, schedule
from prepaid.domains.notifications.models import Notice
from prepaid.kit import clock

PURGE: Final = "notifications.purge"
READ_FOR: Final = timedelta(days=90)
UNREAD_FOR: Final = timedelta(days=365)


@job(PURGE, at_once=1)
async def purge_notices(ctx: JobContext) -> None:
    """Delete what was read three months ago, and what nobody has read in a year."""
    now = clock.now()
    await ctx.tx.execute(
        delete(Notice).where(or_(Notice.read_at < now - READ_FOR, Notice.created_at < now - UNREAD_FOR))
    )


schedule(PURGE, "10 4 * * *")
