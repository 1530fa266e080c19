"""Submitting a draft; publishing it is another person's decision."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from prepaid.core import audit, events
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.contracts.commands.template_content import refuse_void, stored_clauses
from prepaid.domains.contracts.errors.templates import TemplateNotDraft, TemplateSceneTaken, TemplateWithoutTypes
from prepaid.domains.contracts.events.templates import TemplatePublished
from prepaid.domains.contracts.models import ContractTemplate, ContractTemplateVersion
from prepaid.domains.contracts.reads.template_rows import (
    published_version,
    taken_types,
    types_of,
    version_to_change,
)
from prepaid.domains.contracts.rules.scenes import TEMPLATE_STATES, Scene, TemplateState
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.models import ChangeRequest
from prepaid.kit import clock

PUBLISH: Final = "contract_template.publish"


async def submit_template(
    tx: WriteSession, actor: Actor, *, version_id: UUID, expected_revision: int, reason: str = ""
) -> tuple[ContractTemplateVersion, ChangeRequest]:
    """Hand a draft to a second person, who approves the hash of its contents.

    Raises:
        NotFound, TemplateNotDraft, StaleObject, TemplateWithoutTypes, TemplateSceneTaken, ChangeAlreadyOpen.
        ClauseVoid: one for each void clause, pointing at it.
    """
    template, version = await version_to_change(tx, version_id)
    if version.state != TemplateState.DRAFT:
        raise TemplateNotDraft(path=("versionId",))
    if version.revision != expected_revision:
        raise StaleObject(path=("expectedRevision",))
    codes = await _ensure_publishable(tx, template, version)
    version.state = TEMPLATE_STATES.advance(TemplateState(version.state), TemplateState.REVIEW).value
    version.submitted_at, version.submitted_by = clock.now(), actor.account_id
    await tx.flush()
    payload = {
        "template": template.code,
        "name": template.name_zh,
        "version": version.version,
        "scene": version.scene,
        "merchantTypes": codes,
        "customFor": template.custom_merchant_id and str(template.custom_merchant_id),
        "parameters": version.parameters,
        "clauses": len(version.clauses),
        "contentHash": version.content_hash.hex(),
    }
    change = await submit_change(
        tx,
        actor,
        kind=PUBLISH,
        target_id=version.id,
        target_version=version.revision,
        payload=payload,
        reason=reason,
    )
    await _recorded(tx, "contract_template.submitted", version, TemplateState.DRAFT)
    return version, change


@change_kind(
    PUBLISH,
    target_type="ContractTemplateVersion",
    make="contract_template.edit",
    decide="contract_template.approve",
    zh="合约模版发布",
    en="Publishing a contract template",
    expires_days=14,
)
async def apply_publication(tx: WriteSession, change: ChangeRequest) -> None:
    """Put the version that was approved in force; the one before it is retired."""
    template, version = await version_to_change(tx, change.target_id)
    approved = change.payload["contentHash"], change.payload["merchantTypes"]
    codes = await _ensure_publishable(tx, template, version)
    if version.state != TemplateState.REVIEW or (version.content_hash.hex(), codes) != approved:
        raise StaleObject
    now = clock.now()
    before = await published_version(tx, template.id)
    if before is not None:
        before.state, before.retired_at = TemplateState.RETIRED.value, now
        await tx.flush()
    version.state = TEMPLATE_STATES.advance(TemplateState(version.state), TemplateState.PUBLISHED).value
    version.published_at, version.published_by = now, tx.actor.account_id
    try:
        async with tx.begin_nested():
            await tx.flush()
    except IntegrityError as error:
        raise TemplateSceneTaken(types="、".join(codes)) from error
    await _recorded(tx, "contract_template.published", version, TemplateState.REVIEW)
    await events.publish(tx, TemplatePublished(template.id, version.id, version.scene, tuple(codes)))


async def reopen_draft(tx: WriteSession, version_id: UUID, *, reason: str) -> None:
    """A submitted version whose publication came to nothing is a draft again."""
    _, version = await version_to_change(tx, version_id)
    if version.state == TemplateState.REVIEW:
        version.state = TEMPLATE_STATES.advance(TemplateState.REVIEW, TemplateState.DRAFT).value
        version.submitted_at = version.submitted_by = None
        await tx.flush()
        await _recorded(tx, "contract_template.reopened", version, TemplateState.REVIEW, reason=reason)


async def _ensure_publishable(
    tx: WriteSession, template: ContractTemplate, version: ContractTemplateVersion
) -> list[str]:
    """Codes of its merchant types, if nothing stands in the way of publishing it."""
    refuse_void(stored_clauses(version.clauses))
    codes = await types_of(tx, version.id)
    if not codes and template.custom_merchant_id is None:
        raise TemplateWithoutTypes(path=("typeCodes",))
    taken = await taken_types(tx, Scene(version.scene), codes, besides=template.id)
    if taken:
        raise TemplateSceneTaken(types="、".join(taken))
    return codes


async def _recorded(
    tx: WriteSession, action: str, version: ContractTemplateVersion, before: TemplateState, **rest: Any
) -> None:
    await audit.record(
        tx,
        action,
        object_type="ContractTemplateVersion",
        object_id=version.id,
        before={"state": before},
        after={"state": version.state, "version": version.version, "contentHash": version.content_hash.hex()},
        **rest,
    )
