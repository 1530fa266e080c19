"""Are payouts stopped?"""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.payment.errors import PayoutsStopped
from prepaid.domains.payment.models import PayoutSwitch
from prepaid.kit.ids import PLATFORM_TENANT


async def why_stopped(tx: WriteSession, merchant_id: UUID) -> str | None:
    """The bank's reason for which no payout of this merchant leaves now; None while they may."""
    async with tx.under(DbRole.WORKER):
        reason: str | None = await tx.scalar(
            select(PayoutSwitch.reason)
            .where(PayoutSwitch.merchant_id.in_((merchant_id, PLATFORM_TENANT)), PayoutSwitch.stopped)
            .limit(1)
        )
    return reason


async def ensure_payouts_allowed(tx: WriteSession, merchant_id: UUID) -> None:
    """For commands that order a payout and would rather refuse than let it wait.

    Raises:
        PayoutsStopped.
    """
    reason = await why_stopped(tx, merchant_id)
    if reason is not None:
        raise PayoutsStopped(reason=reason)
