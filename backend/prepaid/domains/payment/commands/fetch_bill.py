"""Asking for the bill of a day."""

from datetime import date, timedelta
from typing import Final

from prepaid.core import audit
from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.payment.errors import BillDayInvalid
from prepaid.kit import clock

FETCH_BILL: Final = "payment.fetch_bill"
KEPT_BY_PROVIDER: Final = timedelta(days=90)


async def fetch_bill(tx: WriteSession, *, day: date) -> None:
    """Let a job fetch and compare the bill of a past day; one that is there is compared anew.

    Raises:
        BillDayInvalid: today or later, or more than 90 days ago.
    """
    today = clock.today_shanghai()
    if not today - KEPT_BY_PROVIDER <= day < today:
        raise BillDayInvalid(path=("day",))
    async with tx.under(DbRole.WORKER):
        await enqueue(tx, FETCH_BILL, payload={"day": day}, dedupe_key=f"{FETCH_BILL}:{day}")
        await audit.record(
            tx, "payment_bill.asked", object_type="PaymentBill", object_id=None, after={"day": day.isoformat()}
        )
