"""Rejecting a change."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.decide_change import close_change, ensure_checker, open_change
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.identity.rules.change_requests import ChangeState


async def reject_change(tx: WriteSession, actor: Actor, *, tenant: UUID, change_id: UUID, reason: str) -> ChangeRequest:
    """Decide that a change is not made. The maker reads the reason.

    Raises:
        NotFound, ChangeNotOpen, ChangeExpired, Forbidden, ChangeIsOwn, ReasonTooShort.
    """
    reason = reason_text(reason)
    change = await open_change(tx, tenant, change_id)
    await ensure_checker(tx, actor, change)
    await close_change(tx, change, ChangeState.REJECTED, checker=actor, reason=reason)
    return change
