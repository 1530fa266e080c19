"""Saving the draft of a template's next version."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.contracts.commands.template_content import read_content, read_types
from prepaid.domains.contracts.errors.templates import CustomTemplateHasTypes, TemplateInReview
from prepaid.domains.contracts.models import ContractTemplate, ContractTemplateType, ContractTemplateVersion
from prepaid.domains.contracts.reads.template_rows import next_version, open_version, template_to_change
from prepaid.domains.contracts.rules.scenes import TemplateState
from prepaid.domains.identity.commands.wording import free_text
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def save_template_draft(
    tx: WriteSession,
    actor: Actor,
    *,
    template_id: UUID,
    clauses: Sequence[Mapping[str, Any]],
    variables: Mapping[str, Any],
    parameters: Mapping[str, Any],
    ranges: Mapping[str, Any],
    type_codes: Sequence[str],
    note: str = "",
    expected_revision: int | None = None,
) -> ContractTemplateVersion:
    """Begin the next version (`expected_revision` None), or change its draft. Void clauses may stand in a draft.

    Raises:
        NotFound, StaleObject, TemplateInReview, CustomTemplateHasTypes, TypeCodeMalformed, InvalidValue.
        TemplateContentInvalid, DefinitionInvalid, ParameterOutOfRange: one for each mistake.
    """
    template = await template_to_change(tx, template_id)
    content = read_content(clauses, variables, parameters, ranges)
    codes = read_types(type_codes)
    if codes and template.custom_merchant_id is not None:
        raise CustomTemplateHasTypes(path=("typeCodes",))
    draft = await open_version(tx, template.id)
    if draft is not None and draft.state != TemplateState.DRAFT:
        raise TemplateInReview
    if (draft.revision if draft else None) != expected_revision:
        raise StaleObject(path=("expectedRevision",))
    if draft is None:
        draft = await _begin(tx, template)
    for name, value in content.columns().items():
        setattr(draft, name, value)
    draft.note = free_text(note, ("note",))
    draft.revision += 1
    draft.made_at, draft.made_by = clock.now(), actor.account_id
    tx.add(draft)
    await tx.flush()
    await link_types(tx, draft, codes)
    await audit.record(
        tx,
        "contract_template.draft_saved",
        object_type="ContractTemplateVersion",
        object_id=draft.id,
        after={"template": template.code, "version": draft.version, "revision": draft.revision, "types": codes}
        | {"contentHash": draft.content_hash.hex()},
    )
    return draft


async def _begin(tx: WriteSession, template: ContractTemplate) -> ContractTemplateVersion:
    return ContractTemplateVersion(
        id=uuid7(),
        template_id=template.id,
        scene=template.scene,
        version=await next_version(tx, template.id),
        state=TemplateState.DRAFT.value,
        custom=template.custom_merchant_id is not None,
        revision=0,
    )


async def link_types(tx: WriteSession, version: ContractTemplateVersion, codes: Sequence[str]) -> None:
    """Make the merchant types of a version exactly these."""
    await tx.execute(delete(ContractTemplateType).where(ContractTemplateType.version_id == version.id))
    row = {"version_id": version.id, "scene": version.scene, "state": version.state}
    if codes:
        await tx.execute(insert(ContractTemplateType), [{**row, "type_code": code} for code in codes])
