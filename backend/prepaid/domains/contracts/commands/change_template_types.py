"""Changing which merchant types a published version is for, through a second person."""

from collections.abc import Sequence
from typing import Final
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.contracts.commands.save_template_draft import link_types
from prepaid.domains.contracts.commands.template_content import read_types
from prepaid.domains.contracts.errors.templates import (
    CustomTemplateHasTypes,
    TemplateNotPublished,
    TemplateSceneTaken,
    TemplateWithoutTypes,
)
from prepaid.domains.contracts.models import ContractTemplateVersion
from prepaid.domains.contracts.reads.template_rows import taken_types, types_of, version_to_change
from prepaid.domains.contracts.rules.scenes import Scene, TemplateState
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.errors.permissions import NothingToChange
from prepaid.domains.identity.models import ChangeRequest

TYPES: Final = "contract_template.types"


async def change_template_types(
    tx: WriteSession, actor: Actor, *, version_id: UUID, type_codes: Sequence[str], reason: str = ""
) -> ChangeRequest:
    """Propose the merchant types of a published version; contracts that were made keep what they have.

    Raises:
        NotFound, TemplateNotPublished, CustomTemplateHasTypes, TemplateWithoutTypes, TypeCodeMalformed.
        NothingToChange, TemplateSceneTaken, ChangeAlreadyOpen.
    """
    template, version = await version_to_change(tx, version_id)
    codes = read_types(type_codes)
    if template.custom_merchant_id is not None:
        raise CustomTemplateHasTypes(path=("typeCodes",))
    before = await types_of(tx, version.id)
    await _ensure_possible(tx, version, codes)
    if codes == before:
        raise NothingToChange(path=("typeCodes",))
    payload = {"template": template.code, "version": version.version, "before": before, "merchantTypes": codes}
    return await submit_change(
        tx, actor, kind=TYPES, target_id=version.id, target_version=version.version, payload=payload, reason=reason
    )


@change_kind(
    TYPES,
    target_type="ContractTemplateVersion",
    make="contract_template.edit",
    decide="contract_template.approve",
    zh="合约模版适用商户类型变更",
    en="Merchant types of a contract template",
)
async def apply_types(tx: WriteSession, change: ChangeRequest) -> None:
    """Link the types that were approved, if the version has the types now that it had then."""
    _, version = await version_to_change(tx, change.target_id)
    codes, before = change.payload["merchantTypes"], await types_of(tx, version.id)
    if before != change.payload["before"]:
        raise StaleObject
    await _ensure_possible(tx, version, codes)
    try:
        async with tx.begin_nested():
            await link_types(tx, version, codes)
    except IntegrityError as error:
        raise TemplateSceneTaken(types="、".join(codes)) from error
    await audit.record(
        tx,
        "contract_template.types_changed",
        object_type="ContractTemplateVersion",
        object_id=version.id,
        before={"types": before},
        after={"types": codes},
        reason=change.reason or None,
    )


async def _ensure_possible(tx: WriteSession, version: ContractTemplateVersion, codes: Sequence[str]) -> None:
    if version.state != TemplateState.PUBLISHED:
        raise TemplateNotPublished(path=("versionId",))
    if not codes:
        raise TemplateWithoutTypes(path=("typeCodes",))
    taken = await taken_types(tx, Scene(version.scene), codes, besides=version.template_id)
    if taken:
        raise TemplateSceneTaken(path=("typeCodes",), types="、".join(taken))
