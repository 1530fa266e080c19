"""Handing in a seal: its image goes to the bank for review."""

from dataclasses import replace
from hashlib import sha256
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Forbidden
from prepaid.core.files import PNG, Files, take_upload
from prepaid.domains.contracts.commands.draw_seal import WORDS, draw_seal, require_usable
from prepaid.domains.contracts.commands.file_kinds import DRAWN_SEAL, SEAL_IMAGE
from prepaid.domains.contracts.commands.review_seal import ACTIVATE
from prepaid.domains.contracts.errors.seals import SealHolderMissing, SealKindExists
from prepaid.domains.contracts.events.seals import SealHandedIn
from prepaid.domains.contracts.models import Seal
from prepaid.domains.contracts.reads.files import file_bytes
from prepaid.domains.contracts.rules.scenes import SealKind, SealState
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.commands.wording import name_text
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def create_seal(
    tx: WriteSession,
    actor: Actor,
    *,
    files: Files,
    tenant: UUID,
    kind: SealKind,
    holder_name: str,
    holder_code: str = "",
    image: str | None = None,
) -> Seal:
    """A seal of the tenant with an uploaded image (its token), or drawn from the company's name; it waits for review.

    The person who hands it in is its administrator (印章管理员): who uses it, and who approves a use without a grant.

    Raises:
        SealHolderMissing, InvalidValue, SealKindExists.
        UploadGone, SealImageUnusable: the image cannot be used.
        Forbidden: a program acts by an API token.
    """
    if actor.account_id is None or actor.membership_id is None:
        raise Forbidden
    holder = name_text(holder_name, ("holderName",)) if holder_name.strip() else ""
    if not holder:
        raise SealHolderMissing(path=("holderName",))
    file_id, content = await _image(tx, files, tenant, kind, holder, holder_code, image)
    seal = Seal(
        merchant_id=tenant,
        id=uuid7(),
        kind=kind.value,
        name=f"{holder}{WORDS[kind] or '公章'}",
        holder_name=holder,
        holder_code=holder_code,
        state=SealState.REVIEW.value,
        image_file_id=file_id,
        image_sha256=sha256(content).digest(),
        generated=image is None,
        held_by_bank=False,
        administrator_account_id=actor.account_id,
        administrator_membership_id=actor.membership_id,
        created_at=clock.now(),
        created_by=actor.account_id,
    )
    await tx.flush()
    try:
        async with tx.begin_nested():
            tx.add(seal)
    except IntegrityError as error:
        raise SealKindExists(path=("kind",)) from error
    facts = {"kind": seal.kind, "name": seal.name, "holder": holder, "code": holder_code}
    payload = {**facts, "imageSha256": seal.image_sha256.hex(), "generated": seal.generated}
    await audit.record(tx, "seal.created", object_type="Seal", object_id=seal.id, tenant=tenant, after=payload)
    await submit_change(
        tx, replace(actor, merchant_id=_own(tenant, actor)), kind=ACTIVATE, target_id=seal.id, payload=payload
    )
    await events.publish(tx, SealHandedIn(tenant, seal.id, seal.name, actor.account_id))
    return seal


def _own(tenant: UUID, actor: Actor) -> UUID | None:
    """An operator's people act in the tenant of the merchant; everybody else in his own."""
    return tenant if tenant != actor.tenant else actor.merchant_id


async def _image(
    tx: WriteSession, files: Files, tenant: UUID, kind: SealKind, holder: str, code: str, image: str | None
) -> tuple[UUID, bytes]:
    if image is None:
        content = await draw_seal(holder, kind, code)
        name = f"{holder}{WORDS[kind]}.png"
        return await files.put(tx, DRAWN_SEAL.code, name, content, PNG.media_type, tenant=tenant), content
    file_id = await take_upload(tx, image, SEAL_IMAGE.code, tenant=tenant, path=("image",))
    content = await file_bytes(tx, files, tenant, file_id)
    require_usable(content)
    return file_id, content
