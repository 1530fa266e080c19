"""Withdrawing a change."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.decide_change import close_change, open_change
from prepaid.domains.identity.errors.changes import ChangeNotYours
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.identity.rules.change_requests import ChangeState


async def withdraw_change(tx: WriteSession, actor: Actor, *, tenant: UUID, change_id: UUID) -> ChangeRequest:
    """Take back a change of one's own that nobody has decided.

    Raises:
        NotFound, ChangeNotOpen, ChangeExpired, ChangeNotYours.
    """
    change = await open_change(tx, tenant, change_id)
    if actor.account_id != change.maker_account_id:
        raise ChangeNotYours
    await close_change(tx, change, ChangeState.WITHDRAWN)
    return change
