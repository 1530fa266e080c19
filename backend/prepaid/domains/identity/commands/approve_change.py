"""Approving a change: it runs in this transaction."""

import hmac
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.decide_change import close_change, ensure_checker, open_change
from prepaid.domains.identity.errors.changes import ChangeNotAsShown, MakerLostPermission
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.identity.reads.grants import codes_of_membership
from prepaid.domains.identity.rules.change_requests import ChangeState
from prepaid.kit.codec import fingerprint


async def approve_change(
    tx: WriteSession, actor: Actor, *, tenant: UUID, change_id: UUID, payload_hash: bytes
) -> ChangeRequest:
    """Do what the change says. `payload_hash` is of what the checker was shown (OWASP: what you see is what you sign).

    Raises:
        NotFound, ChangeNotOpen, ChangeExpired.
        Forbidden, ChangeIsOwn: the actor may not decide it.
        ChangeNotAsShown: the stored payload is another one.
        MakerLostPermission: whoever submitted it has left, or may not submit it any more.
        Whatever the command refuses that runs, above all StaleObject when the target has changed since.
    """
    change = await open_change(tx, tenant, change_id)
    kind = await ensure_checker(tx, actor, change)
    if not hmac.compare_digest(change.payload_hash, payload_hash) or fingerprint(change.payload) != payload_hash:
        raise ChangeNotAsShown(path=("payloadHash",))
    if kind.make not in await codes_of_membership(tx, change.maker_account_id, change.maker_membership_id):
        raise MakerLostPermission
    await close_change(tx, change, ChangeState.APPROVED, checker=actor)
    await kind.apply(tx, change)
    return change
