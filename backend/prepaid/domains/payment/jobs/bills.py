"""The daily bill: fetched, kept, compared, and compared again while something is open."""

from datetime import date, timedelta
from typing import Final

from sqlalchemy import select

from prepaid.core.actor import SYSTEM
from prepaid.core.jobs import JobContext, Retry, enqueue, job, schedule
from prepaid.domains.payment.commands.fetch_bill import FETCH_BILL
from prepaid.domains.payment.commands.reconcile_bill import keep_bill, reconcile_bill
from prepaid.domains.payment.jobs.provider import asked, provider
from prepaid.domains.payment.models import PaymentBill, PaymentBreak
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT

DAILY: Final = "payment.daily_bill"
PATIENT_FOR_HOURS: Final = Retry(attempts=20, first=timedelta(minutes=1))
DAYS_LOOKED_BACK: Final = 7


@job(DAILY)
async def daily_bill(ctx: JobContext) -> None:
    """The bill of yesterday, those of the last days that are missing, and those with open breaks."""
    today = clock.today_shanghai()
    wanted = {today - timedelta(days=back) for back in range(1, DAYS_LOOKED_BACK + 1)}
    there = set(await ctx.tx.scalars(select(PaymentBill.day).where(PaymentBill.day.in_(wanted))))
    unsettled = set(await ctx.tx.scalars(select(PaymentBreak.day).filter_by(state="OPEN").distinct()))
    for day in sorted((wanted - there) | unsettled):
        await enqueue(ctx.tx, FETCH_BILL, payload={"day": day}, dedupe_key=f"{FETCH_BILL}:{day}")


@job(FETCH_BILL, retry=PATIENT_FOR_HOURS, at_once=1, timeout=timedelta(minutes=5))
async def fetch_bill(ctx: JobContext, *, day: date) -> None:
    """Fetch a day's bill unless it is kept already, and compare it."""
    database = ctx.services.database
    async with database.write(SYSTEM) as tx:
        kept = await tx.scalar(select(PaymentBill.id).filter_by(merchant_id=PLATFORM_TENANT, day=day))
    if kept is None:
        lines = await asked(ctx, PLATFORM_TENANT, f"BILL{day:%Y%m%d}", provider(ctx).bill(day))
        await database.run(SYSTEM, lambda tx: keep_bill(tx, day=day, lines=lines), timeout_ms=300_000)
    await database.run(SYSTEM, lambda tx: reconcile_bill(tx, day=day), timeout_ms=300_000)


schedule(DAILY, "30 10 * * *")
