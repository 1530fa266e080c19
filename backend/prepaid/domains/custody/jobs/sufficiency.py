"""The custody day: every merchant's custody is tested once."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.jobs import JobContext, enqueue, job, schedule
from prepaid.domains.custody.commands.check_sufficiency import check_sufficiency
from prepaid.domains.custody.models import CustodyAccount
from prepaid.domains.custody.rules.accounts import AccountState

DAY: Final = "custody.day"
CHECK: Final = "custody.check"


@job(DAY, at_once=1)
async def custody_day(ctx: JobContext) -> None:
    """Have each merchant with an open account tested; guarantees that ended yesterday count no longer."""
    for merchant_id in await ctx.tx.scalars(select(CustodyAccount.merchant_id).filter_by(state=AccountState.OPEN)):
        payload = {"merchant_id": merchant_id}
        await enqueue(ctx.tx, CHECK, payload=payload, dedupe_key=f"{CHECK}:{merchant_id}", tenant=merchant_id)


@job(CHECK)
async def check_one(ctx: JobContext, *, merchant_id: UUID) -> None:
    """Test one merchant."""
    await check_sufficiency(ctx.tx, merchant_id=merchant_id)


schedule(DAY, "10 0 * * *")
