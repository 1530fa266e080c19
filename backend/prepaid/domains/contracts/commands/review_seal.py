"""The bank's review of a seal, and the certificate that follows it."""

from typing import Final
from uuid import UUID

from prepaid.core import audit, events
from prepaid.core.crypto import KeyRing
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.core.jobs import enqueue
from prepaid.domains.contracts.commands.signing_service import signing_service
from prepaid.domains.contracts.events.seals import SealStateChanged
from prepaid.domains.contracts.models import Seal
from prepaid.domains.contracts.reads.seal_rows import seal_to_change
from prepaid.domains.contracts.reads.signing_keys import row_of
from prepaid.domains.contracts.rules.scenes import SEAL_STATES, KeyKind, SealState
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.models import ChangeRequest
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.signing import Holder

ACTIVATE: Final = "seal.activate"
CERTIFY: Final = "contracts.certify_seal"
CERTIFICATE_DAYS: Final = 365 * 5


@change_kind(
    ACTIVATE,
    target_type="Seal",
    make="seal.manage",
    decide="seal.review",
    zh="印章审核",
    en="Review of a seal",
    expires_days=30,
)
async def approve_seal(tx: WriteSession, change: ChangeRequest) -> None:
    """The image that was shown is good; its certificate is issued in the background."""
    seal = await seal_to_change(tx, change.merchant_id, change.target_id)
    if seal.state != SealState.REVIEW or seal.image_sha256.hex() != change.payload["imageSha256"]:
        raise StaleObject
    await move_seal(tx, seal, SealState.APPROVED, reason=None)
    await enqueue(
        tx,
        CERTIFY,
        payload={"tenant": seal.merchant_id, "seal_id": seal.id},
        tenant=seal.merchant_id,
        dedupe_key=f"{CERTIFY}:{seal.id}",
    )


async def reject_seal(tx: WriteSession, tenant: UUID, seal_id: UUID, *, reason: str) -> None:
    """Its review came to nothing: the merchant hands in another one."""
    seal = await seal_to_change(tx, tenant, seal_id)
    if seal.state == SealState.REVIEW:
        await move_seal(tx, seal, SealState.REJECTED, reason=reason)


async def certify_seal(tx: WriteSession, *, keyring: KeyRing, operator: str, tenant: UUID, seal_id: UUID) -> None:
    """Issue the certificate of an approved seal, which is active from then on."""
    seal = await seal_to_change(tx, tenant, seal_id)
    if seal.state != SealState.APPROVED:
        return
    signer = await signing_service(tx, keyring, operator=operator)
    holder = Holder(name=seal.name, organisation=seal.holder_name, organisation_code=seal.holder_code)
    key = signer.certify(holder, tenant=tenant, key_id=uuid7(), at=clock.now(), days=CERTIFICATE_DAYS)
    tx.add(row_of(key, KeyKind.SEAL))
    await tx.flush()
    seal.key_id, seal.valid_to = key.id, key.not_after
    await move_seal(tx, seal, SealState.ACTIVE, reason=None)


async def move_seal(tx: WriteSession, seal: Seal, to: SealState, *, reason: str | None) -> None:
    """One step of a seal, noted and told."""
    before = SealState(seal.state)
    seal.state = SEAL_STATES.advance(before, to).value
    seal.state_reason = reason
    if before is SealState.REVIEW:
        seal.reviewed_at = clock.now()
    await tx.flush()
    await audit.record(
        tx,
        f"seal.{to.value.lower()}",
        object_type="Seal",
        object_id=seal.id,
        tenant=seal.merchant_id,
        before={"state": before},
        after={"state": to},
        reason=reason,
    )
    await events.publish(tx, SealStateChanged(seal.merchant_id, seal.id, seal.kind, to.value))
