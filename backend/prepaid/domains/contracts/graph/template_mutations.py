"""Mutations of contract templates."""

from collections.abc import Mapping
from typing import Any

from prepaid.domains.contracts.commands import change_template_types as typing_
from prepaid.domains.contracts.commands import create_template as creating
from prepaid.domains.contracts.commands import retire_template as retiring
from prepaid.domains.contracts.commands import save_template_draft as saving
from prepaid.domains.contracts.commands import submit_template as submitting
from prepaid.domains.contracts.graph.template_inputs import (
    ChangeContractTemplateTypesInput,
    CreateContractTemplateInput,
    RetireContractTemplateInput,
    SaveContractTemplateDraftInput,
    SubmitContractTemplateInput,
)
from prepaid.domains.contracts.graph.template_types import ContractTemplate, ContractTemplateVersion
from prepaid.domains.identity.graph.change_types import ChangeRequest
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.graph.types import GlobalID, MutationContext, mutation, ref

EDIT = "contract_template.edit"
VERSION = {"version": ContractTemplateVersion}


@mutation(permission=EDIT, payload={"template": ContractTemplate})
async def create_contract_template(ctx: MutationContext, input: CreateContractTemplateInput) -> Mapping[str, Any]:
    """Make a contract template; its versions are drafted afterwards."""
    template = await creating.create_template(
        ctx.tx,
        ctx.actor,
        code=input.code,
        scene=input.scene,
        name_zh=input.name_zh,
        name_en=input.name_en,
        description=input.description or "",
        custom_merchant_id=optional_id(input.custom_merchant_id, "Merchant", "customMerchantId"),
    )
    return {"template": ref(ContractTemplate, None, template.id)}


@mutation(permission=EDIT, payload=VERSION)
async def save_contract_template_draft(
    ctx: MutationContext, input: SaveContractTemplateDraftInput
) -> Mapping[str, Any]:
    """Begin the next version of a template, or change its draft."""
    version = await saving.save_template_draft(
        ctx.tx,
        ctx.actor,
        template_id=input.template_id.of("ContractTemplate", path=("templateId",)).id,
        clauses=[clause.plain() for clause in input.clauses],
        variables=input.form(),
        parameters=input.parameters.plain() if input.parameters else {},
        ranges={each.name: [each.lowest, each.highest] for each in input.ranges or ()},
        type_codes=input.type_codes or (),
        note=input.note or "",
        expected_revision=input.expected_revision,
    )
    return {"version": ref(ContractTemplateVersion, None, version.id)}


@mutation(permission=EDIT, payload={**VERSION, "change_request": ChangeRequest})
async def submit_contract_template(ctx: MutationContext, input: SubmitContractTemplateInput) -> Mapping[str, Any]:
    """Hand a draft to a second person; a void clause refuses it, and is pointed at."""
    version, change = await submitting.submit_template(
        ctx.tx,
        ctx.actor,
        version_id=_version(input.version_id),
        expected_revision=input.expected_revision,
        reason=input.reason or "",
    )
    return {
        "version": ref(ContractTemplateVersion, None, version.id),
        "change_request": ref(ChangeRequest, change.merchant_id, change.id),
    }


@mutation(permission=EDIT, payload={"change_request": ChangeRequest})
async def change_contract_template_types(
    ctx: MutationContext, input: ChangeContractTemplateTypesInput
) -> Mapping[str, Any]:
    """Propose other merchant types for a published version; a second person decides."""
    change = await typing_.change_template_types(
        ctx.tx, ctx.actor, version_id=_version(input.version_id), type_codes=input.type_codes, reason=input.reason or ""
    )
    return {"change_request": ref(ChangeRequest, change.merchant_id, change.id)}


@mutation(permission=EDIT, payload=VERSION)
async def retire_contract_template(ctx: MutationContext, input: RetireContractTemplateInput) -> Mapping[str, Any]:
    """Take a published version out of force; what was signed stays."""
    version = await retiring.retire_template(
        ctx.tx, ctx.actor, version_id=_version(input.version_id), reason=input.reason
    )
    return {"version": ref(ContractTemplateVersion, None, version.id)}


def _version(given: GlobalID) -> Any:
    return given.of("ContractTemplateVersion", path=("versionId",)).id
