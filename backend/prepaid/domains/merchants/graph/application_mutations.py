"""Mutations of applications."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from prepaid.domains.contracts.reads.bank_facts import bank_facts
from prepaid.domains.identity.graph.reading import as_document, own_merchant
from prepaid.domains.identity.graph.session_types import MEMBER
from prepaid.domains.merchants.commands import choose_type as choosing
from prepaid.domains.merchants.commands import claim_application as claiming
from prepaid.domains.merchants.commands import close_application as closing
from prepaid.domains.merchants.commands import decide_application as deciding
from prepaid.domains.merchants.commands import register_appid as registering
from prepaid.domains.merchants.commands import request_change as changing
from prepaid.domains.merchants.commands import save_application as saving
from prepaid.domains.merchants.commands import start_application as starting
from prepaid.domains.merchants.commands import submit_application as submitting
from prepaid.domains.merchants.graph.application_inputs import (
    ApproveApplicationInput,
    ChooseApplicationTypeInput,
    ClaimApplicationInput,
    CloseApplicationInput,
    RegisterAppidInput,
    RejectApplicationInput,
    ReleaseApplicationInput,
    RequestCompanyChangeInput,
    SaveApplicationInput,
    StartApplicationInput,
    SubmitApplicationInput,
)
from prepaid.domains.merchants.graph.application_types import AppidRegistration, MerchantApplication
from prepaid.domains.merchants.models.applications import MerchantApplication as ApplicationRow
from prepaid.domains.pages.graph.serving import configurations_for
from prepaid.graph.types import SIGNED_IN, GlobalID, MutationContext, mutation, ref
from prepaid.kit.ids import GlobalId

APPLICATION = {"application": MerchantApplication}


@mutation(permission=SIGNED_IN, idempotent=True, payload={"application_id": str, "membership_id": str})
async def start_application(ctx: MutationContext, input: StartApplicationInput) -> Mapping[str, Any]:
    """Begin to apply for a merchant; its place is `membershipId`, to which one switches."""
    application, member = await starting.start_application(
        ctx.tx, ctx.actor, type_code=input.type_code, company_name=input.company_name
    )
    place = GlobalId(MEMBER, member.merchant_id, member.id).encode() if member else None
    number = GlobalId("MerchantApplication", application.merchant_id, application.id).encode()
    return {"application_id": number, "membership_id": place}


@mutation(permission="application.fill", payload=APPLICATION)
async def choose_application_type(ctx: MutationContext, input: ChooseApplicationTypeInput) -> Mapping[str, Any]:
    """Choose the type of merchant; its version and form in force are pinned."""
    return _shown(
        await choosing.choose_type(ctx.tx, ctx.actor, **_which(input.application_id), type_code=input.type_code)
    )


@mutation(permission="application.fill", payload=APPLICATION)
async def save_application(ctx: MutationContext, input: SaveApplicationInput) -> Mapping[str, Any]:
    """Keep what is filled in so far; what is required may be missing."""
    return _shown(
        await saving.save_application(
            ctx.tx,
            ctx.actor,
            data_keys=ctx.services.data_keys,
            **_which(input.application_id),
            values=input.values,
            expected_revision=input.expected_revision,
            options=await _options(ctx),
        )
    )


@mutation(permission="application.fill", payload=APPLICATION)
async def submit_application(ctx: MutationContext, input: SubmitApplicationInput) -> Mapping[str, Any]:
    """Put the application before the bank."""
    return _shown(
        await submitting.submit_application(
            ctx.tx,
            ctx.actor,
            keyring=ctx.services.keyring,
            data_keys=ctx.services.data_keys,
            **_which(input.application_id),
            expected_revision=input.expected_revision,
            options=await _options(ctx),
        )
    )


@mutation(permission="application.fill", payload=APPLICATION)
async def close_application(ctx: MutationContext, input: CloseApplicationInput) -> Mapping[str, Any]:
    """Give the application up."""
    return _shown(
        await closing.close_application(ctx.tx, ctx.actor, **_which(input.application_id), reason=input.reason)
    )


@mutation(permission="application.review", payload=APPLICATION)
async def claim_application(ctx: MutationContext, input: ClaimApplicationInput) -> Mapping[str, Any]:
    """Review an application; nobody else decides it meanwhile."""
    return _shown(await claiming.claim_application(ctx.tx, ctx.actor, **_which(input.application_id)))


@mutation(permission="application.review", payload=APPLICATION)
async def release_application(ctx: MutationContext, input: ReleaseApplicationInput) -> Mapping[str, Any]:
    """Give an application back to the queue."""
    return _shown(await claiming.release_application(ctx.tx, ctx.actor, **_which(input.application_id)))


@mutation(permission="application.review", payload=APPLICATION)
async def approve_application(ctx: MutationContext, input: ApproveApplicationInput) -> Mapping[str, Any]:
    """Accept the company; its contract is drawn up."""
    return _shown(
        await deciding.approve_application(
            ctx.tx,
            ctx.actor,
            data_keys=ctx.services.data_keys,
            bank=bank_facts(ctx.services.settings),
            **_which(input.application_id),
            reason=input.reason or "",
            variables=as_document(input.variables) if input.variables is not None else None,
        )
    )


@mutation(permission="application.review", payload=APPLICATION)
async def reject_application(ctx: MutationContext, input: RejectApplicationInput) -> Mapping[str, Any]:
    """Have fields corrected; the others are accepted and stay."""
    problems = [deciding.FieldProblem(path=each.path, code=each.code, message=each.message) for each in input.problems]
    return _shown(
        await deciding.reject_application(
            ctx.tx, ctx.actor, **_which(input.application_id), problems=problems, reason=input.reason or ""
        )
    )


@mutation(permission="company.change", payload=APPLICATION)
async def request_company_change(ctx: MutationContext, input: RequestCompanyChangeInput) -> Mapping[str, Any]:
    """Begin to change licence, legal person, payee account or premises; the bank reviews it."""
    company = input.company_id.of("MerchantCompany", path=("companyId",))
    return _shown(
        await changing.request_change(
            ctx.tx, ctx.actor, merchant_id=company.tenant, company_id=company.id, kind=input.kind
        )
    )


@mutation(permission="appid.register", idempotent=True, payload={"registration": AppidRegistration})
async def register_appid(ctx: MutationContext, input: RegisterAppidInput) -> Mapping[str, Any]:
    """Apply for a mini-program; the legal person is asked for a face check within 24 hours."""
    registration = await registering.register_appid(
        ctx.tx,
        ctx.actor,
        keyring=ctx.services.keyring,
        data_keys=ctx.services.data_keys,
        merchant_id=own_merchant(ctx.actor, input.merchant_id),
    )
    return {"registration": ref(AppidRegistration, registration.merchant_id, registration.id)}


def _which(given: GlobalID) -> dict[str, UUID]:
    found = given.of("MerchantApplication", path=("applicationId",))
    return {"merchant_id": found.tenant, "application_id": found.id}


def _shown(application: ApplicationRow) -> Mapping[str, Any]:
    return {"application": ref(MerchantApplication, application.merchant_id, application.id)}


async def _options(ctx: MutationContext) -> Mapping[str, Any]:
    """Values of the platform's dictionaries, which a designed form may use."""
    return (await configurations_for(ctx.services)).compiler.base.values
