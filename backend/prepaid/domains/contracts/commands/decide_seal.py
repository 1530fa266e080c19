"""The bank's decision on a seal, from the page that shows its image."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.contracts.commands.review_seal import ACTIVATE
from prepaid.domains.contracts.errors.seals import SealStepImpossible
from prepaid.domains.contracts.models import Seal
from prepaid.domains.contracts.reads.seal_rows import find_seal
from prepaid.domains.identity.commands.approve_change import approve_change
from prepaid.domains.identity.commands.reject_change import reject_change
from prepaid.domains.identity.models import ChangeRequest


async def approve_seal(tx: WriteSession, actor: Actor, *, tenant: UUID, seal_id: UUID, image_sha256: str) -> Seal:
    """Accept the image that was looked at.

    Raises:
        NotFound, SealStepImpossible, Forbidden, ChangeIsOwn, ChangeExpired, MakerLostPermission.
        StaleObject: the image is another one.
    """
    seal, change = await _under_review(tx, tenant, seal_id)
    if seal.image_sha256.hex() != image_sha256.lower():
        raise StaleObject(path=("imageSha256",))
    await approve_change(tx, actor, tenant=tenant, change_id=change.id, payload_hash=change.payload_hash)
    return seal


async def reject_seal(tx: WriteSession, actor: Actor, *, tenant: UUID, seal_id: UUID, reason: str) -> Seal:
    """Do not accept it.

    Raises:
        NotFound, SealStepImpossible, ReasonTooShort, Forbidden, ChangeIsOwn, ChangeExpired.
    """
    seal, change = await _under_review(tx, tenant, seal_id)
    await reject_change(tx, actor, tenant=tenant, change_id=change.id, reason=reason)
    return seal


async def _under_review(tx: WriteSession, tenant: UUID, seal_id: UUID) -> tuple[Seal, ChangeRequest]:
    seal = await find_seal(tx, tenant, seal_id)
    query = select(ChangeRequest).filter_by(merchant_id=tenant, kind=ACTIVATE, target_id=seal_id, state="OPEN")
    change = await tx.scalar(query)
    if change is None:
        raise SealStepImpossible(path=("sealId",))
    return seal, change
