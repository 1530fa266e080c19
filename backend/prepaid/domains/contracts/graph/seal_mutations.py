"""Mutations of seals."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import strawberry

from prepaid.domains.contracts.commands import create_seal as creating
from prepaid.domains.contracts.commands import decide_seal as deciding
from prepaid.domains.contracts.commands import grant_seal as granting
from prepaid.domains.contracts.commands import hold_seal as holding
from prepaid.domains.contracts.graph.seal_types import Seal, SealGrant
from prepaid.domains.contracts.rules.scenes import SealKind
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref

SEAL = {"seal": Seal}


@strawberry.input(description="A seal that is handed in for review.")
class CreateSealInput:
    """Input of `createSeal`."""

    kind: SealKind = strawberry.field(description="Kind")
    holder_name: str = strawberry.field(description="Company whose seal it is")
    holder_code: str | None = strawberry.field(default=None, description="Its unified social credit code")
    image: list[str] | None = strawberry.field(
        default=None, description="Token of the uploaded PNG (purpose seal_image); none: the platform draws one"
    )
    merchant_id: GlobalID | None = strawberry.field(
        default=None, description="Merchant; for those who act for several. Absent: the caller's own place"
    )


@strawberry.input(description="The bank's yes to a seal.")
class ApproveSealInput:
    """Input of `approveSeal`."""

    seal_id: GlobalID = strawberry.field(description="Seal")
    image_sha256: str = strawberry.field(name="imageSha256", description="SHA-256 of the image that was looked at")


@strawberry.input(description="A seal and why something is done with it.")
class SealReasonInput:
    """Input of `rejectSeal`, `suspendSeal`, `resumeSeal` and `revokeSeal`."""

    seal_id: GlobalID = strawberry.field(description="Seal")
    reason: str = strawberry.field(description="Why, at least 5 characters")


@strawberry.input(description="Somebody may use a seal for a time.")
class GrantSealInput:
    """Input of `grantSeal`."""

    seal_id: GlobalID = strawberry.field(description="Seal")
    member_id: GlobalID = strawberry.field(description="Who")
    template_ids: list[GlobalID] | None = strawberry.field(
        default=None, description="Templates whose contracts may be stamped; none: all"
    )
    valid_from: datetime = strawberry.field(description="From")
    valid_to: datetime = strawberry.field(description="To; at most three years later")


@strawberry.input(description="A grant that is taken back.")
class RevokeSealGrantInput:
    """Input of `revokeSealGrant`."""

    grant_id: GlobalID = strawberry.field(description="Grant")
    reason: str = strawberry.field(description="Why, at least 5 characters")


@strawberry.input(description="Whose hands a seal is put into.")
class ChangeSealAdministratorInput:
    """Input of `changeSealAdministrator`."""

    seal_id: GlobalID = strawberry.field(description="Seal")
    member_id: GlobalID = strawberry.field(description="Its new administrator")
    reason: str = strawberry.field(description="Why, at least 5 characters")


@mutation(permission="seal.manage", payload=SEAL)
async def create_seal(ctx: MutationContext, input: CreateSealInput) -> Mapping[str, Any]:
    """Hand in a seal; the bank looks at it before it can be used."""
    seal = await creating.create_seal(
        ctx.tx,
        ctx.actor,
        files=ctx.services.files,
        tenant=optional_id(input.merchant_id, "Merchant", "merchantId") or ctx.actor.tenant,
        kind=input.kind,
        holder_name=input.holder_name,
        holder_code=input.holder_code or "",
        image=input.image[0] if input.image else None,
    )
    return _shown(seal)


@mutation(permission="seal.review", payload=SEAL)
async def approve_seal(ctx: MutationContext, input: ApproveSealInput) -> Mapping[str, Any]:
    """Accept a seal as it was looked at; its certificate is issued, and it can be used."""
    return _shown(
        await deciding.approve_seal(ctx.tx, ctx.actor, **_which(input.seal_id), image_sha256=input.image_sha256)
    )


@mutation(permission="seal.review", payload=SEAL)
async def reject_seal(ctx: MutationContext, input: SealReasonInput) -> Mapping[str, Any]:
    """Do not accept a seal; whoever handed it in reads why."""
    return _shown(await deciding.reject_seal(ctx.tx, ctx.actor, **_which(input.seal_id), reason=input.reason))


@mutation(permission="seal.manage", payload=SEAL)
async def suspend_seal(ctx: MutationContext, input: SealReasonInput) -> Mapping[str, Any]:
    """Let nobody stamp with a seal for now."""
    return _shown(await holding.suspend_seal(ctx.tx, ctx.actor, **_which(input.seal_id), reason=input.reason))


@mutation(permission="seal.manage", step_up=True, payload=SEAL)
async def resume_seal(ctx: MutationContext, input: SealReasonInput) -> Mapping[str, Any]:
    """Let a suspended seal be used again."""
    return _shown(await holding.resume_seal(ctx.tx, ctx.actor, **_which(input.seal_id), reason=input.reason))


@mutation(permission="seal.manage", step_up=True, payload=SEAL)
async def revoke_seal(ctx: MutationContext, input: SealReasonInput) -> Mapping[str, Any]:
    """End a seal for good; what it has signed stays signed."""
    return _shown(await holding.revoke_seal(ctx.tx, ctx.actor, **_which(input.seal_id), reason=input.reason))


@mutation(permission="seal.manage", step_up=True, payload=SEAL)
async def change_seal_administrator(ctx: MutationContext, input: ChangeSealAdministratorInput) -> Mapping[str, Any]:
    """Put a seal into other hands; the grants that were given end."""
    seal = await granting.change_seal_administrator(
        ctx.tx,
        ctx.actor,
        **_which(input.seal_id),
        membership_id=input.member_id.of("Member", path=("memberId",)).id,
        reason=input.reason,
    )
    return _shown(seal)


@mutation(permission="seal.grant", step_up=True, payload={"grant": SealGrant})
async def grant_seal(ctx: MutationContext, input: GrantSealInput) -> Mapping[str, Any]:
    """Let somebody stamp with a seal for a time."""
    grant = await granting.grant_seal(
        ctx.tx,
        ctx.actor,
        **_which(input.seal_id),
        membership_id=input.member_id.of("Member", path=("memberId",)).id,
        template_ids=[each.of("ContractTemplate", path=("templateIds",)).id for each in input.template_ids or ()],
        valid_from=input.valid_from,
        valid_to=input.valid_to,
    )
    return {"grant": ref(SealGrant, grant.merchant_id, grant.id)}


@mutation(permission="seal.grant", payload={"grant": SealGrant})
async def revoke_seal_grant(ctx: MutationContext, input: RevokeSealGrantInput) -> Mapping[str, Any]:
    """Take a grant back."""
    found = input.grant_id.of("SealGrant", path=("grantId",))
    grant = await granting.revoke_seal_grant(
        ctx.tx, ctx.actor, tenant=found.tenant, grant_id=found.id, reason=input.reason
    )
    return {"grant": ref(SealGrant, grant.merchant_id, grant.id)}


def _which(given: GlobalID) -> dict[str, Any]:
    found = given.of("Seal", path=("sealId",))
    return {"tenant": found.tenant, "seal_id": found.id}


def _shown(seal: Any) -> Mapping[str, Any]:
    return {"seal": ref(Seal, seal.merchant_id, seal.id)}
