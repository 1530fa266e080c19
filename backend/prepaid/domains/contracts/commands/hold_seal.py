"""Suspending, resuming and revoking a seal."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.contracts.commands.grant_seal import revoke_all
from prepaid.domains.contracts.commands.review_seal import move_seal
from prepaid.domains.contracts.errors.seals import SealStepImpossible
from prepaid.domains.contracts.models import Seal
from prepaid.domains.contracts.reads.seal_rows import seal_to_change
from prepaid.domains.contracts.rules.scenes import SEAL_STATES, SealState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.kit.ids import PLATFORM_TENANT


async def suspend_seal(tx: WriteSession, actor: Actor, *, tenant: UUID, seal_id: UUID, reason: str) -> Seal:
    """Nobody may stamp with it for now. What the bank suspends of a merchant's, only the bank resumes.

    Raises:
        NotFound, SealStepImpossible, ReasonTooShort.
    """
    seal = await _step(tx, tenant, seal_id, SealState.SUSPENDED, reason)
    seal.held_by_bank = actor.db_role is DbRole.BANK and tenant != PLATFORM_TENANT
    await tx.flush()
    return seal


async def resume_seal(tx: WriteSession, actor: Actor, *, tenant: UUID, seal_id: UUID, reason: str) -> Seal:
    """It may be used again.

    Raises:
        NotFound, SealStepImpossible, ReasonTooShort.
    """
    held = await seal_to_change(tx, tenant, seal_id)
    if held.state != SealState.SUSPENDED or (held.held_by_bank and actor.db_role is not DbRole.BANK):
        raise SealStepImpossible(path=("sealId",))
    seal = await _step(tx, tenant, seal_id, SealState.ACTIVE, reason)
    seal.held_by_bank = False
    await tx.flush()
    return seal


async def revoke_seal(tx: WriteSession, actor: Actor, *, tenant: UUID, seal_id: UUID, reason: str) -> Seal:
    """It is never used again; its grants end. What it has signed stays signed.

    Raises:
        NotFound, SealStepImpossible, ReasonTooShort.
    """
    seal = await _step(tx, tenant, seal_id, SealState.REVOKED, reason)
    await revoke_all(tx, seal, by=actor.account_id, reason="SEAL_REVOKED")
    return seal


async def _step(tx: WriteSession, tenant: UUID, seal_id: UUID, to: SealState, reason: str) -> Seal:
    reason = reason_text(reason)
    seal = await seal_to_change(tx, tenant, seal_id)
    if not SEAL_STATES.can(SealState(seal.state), to):
        raise SealStepImpossible(path=("sealId",))
    await move_seal(tx, seal, to, reason=reason)
    return seal
