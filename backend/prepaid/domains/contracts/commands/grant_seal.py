"""Granting the use of a seal, and taking it back."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import select, update

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.contracts.errors.seals import (
    GrantReversed,
    GrantRevokedAlready,
    GrantTooLong,
    NotSealAdministrator,
    SealStepImpossible,
)
from prepaid.domains.contracts.models import ContractTemplate, Seal, SealGrant
from prepaid.domains.contracts.reads.seal_rows import live_grants, seal_to_change
from prepaid.domains.contracts.rules.grants import too_long
from prepaid.domains.contracts.rules.scenes import SealState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.errors.members import MemberLeft
from prepaid.domains.identity.reads.members import visible_member
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def grant_seal(
    tx: WriteSession,
    actor: Actor,
    *,
    tenant: UUID,
    seal_id: UUID,
    membership_id: UUID,
    template_ids: Sequence[UUID],
    valid_from: datetime,
    valid_to: datetime,
) -> SealGrant:
    """Let a member of the tenant stamp contracts of these templates (none: all) with the seal, for a time.

    A grant to the same person replaces the one before.

    Raises:
        NotFound: no such seal, member or template.
        NotSealAdministrator, SealStepImpossible, MemberLeft, GrantReversed, GrantTooLong.
    """
    seal = await _own_seal(tx, actor, tenant, seal_id)
    if seal.state in (SealState.REJECTED, SealState.REVOKED):
        raise SealStepImpossible(path=("sealId",))
    member = await visible_member(tx, actor, tenant, membership_id)
    if member.status == "LEFT":
        raise MemberLeft(path=("memberId",))
    now = clock.now()
    if valid_to <= max(valid_from, now):
        raise GrantReversed(path=("validTo",))
    if too_long(valid_from, valid_to):
        raise GrantTooLong(path=("validTo",))
    await _ensure_templates(tx, template_ids)
    for earlier in await live_grants(tx, seal, membership_id):
        await _revoke(tx, earlier, by=actor.account_id, reason="REPLACED")
    grant = SealGrant(
        merchant_id=tenant,
        id=uuid7(),
        seal_id=seal.id,
        membership_id=member.id,
        account_id=member.account_id,
        template_ids=sorted(set(template_ids)),
        valid_from=valid_from,
        valid_to=valid_to,
        granted_at=now,
        granted_by=actor.account_id,
    )
    tx.add(grant)
    await tx.flush()
    await audit.record(
        tx,
        "seal.granted",
        object_type="SealGrant",
        object_id=grant.id,
        tenant=tenant,
        after={"seal": seal.id, "member": member.id, "templates": grant.template_ids, "until": valid_to},
    )
    return grant


async def revoke_seal_grant(tx: WriteSession, actor: Actor, *, tenant: UUID, grant_id: UUID, reason: str) -> SealGrant:
    """Take a grant back.

    Raises:
        NotFound, NotSealAdministrator, GrantRevokedAlready, ReasonTooShort.
    """
    reason = reason_text(reason)
    grant = await tx.get(SealGrant, (tenant, grant_id), with_for_update=True)
    if grant is None:
        raise NotFound(path=("grantId",))
    await _own_seal(tx, actor, tenant, grant.seal_id)
    if grant.revoked_at is not None:
        raise GrantRevokedAlready(path=("grantId",))
    await _revoke(tx, grant, by=actor.account_id, reason=reason)
    return grant


async def change_seal_administrator(
    tx: WriteSession, actor: Actor, *, tenant: UUID, seal_id: UUID, membership_id: UUID, reason: str
) -> Seal:
    """Put a seal into other hands; every grant that the one before gave ends.

    Raises:
        NotFound, MemberLeft, ReasonTooShort.
        SealStepImpossible: it is revoked, or he is its administrator already.
    """
    reason = reason_text(reason)
    seal = await seal_to_change(tx, tenant, seal_id)
    member = await visible_member(tx, actor, tenant, membership_id)
    if member.status == "LEFT":
        raise MemberLeft(path=("memberId",))
    gone = seal.state in (SealState.REJECTED, SealState.REVOKED)
    if gone or seal.administrator_account_id == member.account_id:
        raise SealStepImpossible(path=("sealId",))
    before = seal.administrator_membership_id
    seal.administrator_account_id, seal.administrator_membership_id = member.account_id, member.id
    await tx.flush()
    await audit.record(
        tx,
        "seal.administrator_changed",
        object_type="Seal",
        object_id=seal.id,
        tenant=tenant,
        before={"administrator": before},
        after={"administrator": member.id},
        reason=reason,
    )
    await revoke_all(tx, seal, by=actor.account_id, reason="ADMINISTRATOR_CHANGED")
    return seal


async def revoke_all(tx: WriteSession, seal: Seal, *, by: UUID | None, reason: str) -> None:
    """End every grant of a seal."""
    for grant in await live_grants(tx, seal):
        await _revoke(tx, grant, by=by, reason=reason)


async def revoke_of_member(tx: WriteSession, tenant: UUID, membership_id: UUID) -> None:
    """End every grant of somebody who left."""
    live = select(SealGrant).filter_by(merchant_id=tenant, membership_id=membership_id, revoked_at=None)
    for grant in await tx.scalars(live):
        await _revoke(tx, grant, by=tx.actor.account_id, reason="MEMBER_LEFT")


async def _own_seal(tx: WriteSession, actor: Actor, tenant: UUID, seal_id: UUID) -> Seal:
    seal = await seal_to_change(tx, tenant, seal_id)
    if actor.account_id is None or seal.administrator_account_id != actor.account_id:
        raise NotSealAdministrator(path=("sealId",))
    return seal


async def _ensure_templates(tx: WriteSession, template_ids: Sequence[UUID]) -> None:
    query = select(ContractTemplate.id).where(ContractTemplate.id.in_(template_ids))
    if set(await tx.scalars(query)) != set(template_ids):
        raise NotFound(path=("templateIds",))


async def _revoke(tx: WriteSession, grant: SealGrant, *, by: UUID | None, reason: str) -> None:
    row = {"merchant_id": grant.merchant_id, "id": grant.id, "revoked_at": None}
    ended = {"revoked_at": clock.now(), "revoked_by": by, "revoke_reason": reason}
    await tx.execute(update(SealGrant).filter_by(**row).values(**ended))
    await audit.record(
        tx,
        "seal.grant_revoked",
        object_type="SealGrant",
        object_id=grant.id,
        tenant=grant.merchant_id,
        after={"seal": grant.seal_id, "member": grant.membership_id},
        reason=reason,
    )
