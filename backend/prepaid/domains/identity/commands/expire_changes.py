"""Closing changes that nobody decided in time."""

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.decide_change import close_change
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.identity.rules.change_requests import ChangeState
from prepaid.kit import clock

BATCH = 200


async def expire_changes(tx: WriteSession) -> int:
    """Expire up to 200 overdue changes (worker); returns how many. Others may be at work on the rest."""
    overdue = (
        select(ChangeRequest)
        .where(ChangeRequest.state == "OPEN", ChangeRequest.expires_at <= clock.now())
        .order_by(ChangeRequest.expires_at)
        .limit(BATCH)
        .with_for_update(skip_locked=True)
    )
    changes = list(await tx.scalars(overdue))
    for change in changes:
        await close_change(tx, change, ChangeState.EXPIRED)
    return len(changes)
