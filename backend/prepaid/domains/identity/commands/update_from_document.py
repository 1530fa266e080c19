"""Importing a document into a template that is there; for the bank's own platforms through a second person."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.delete_role import delete_role
from prepaid.domains.identity.commands.policy import keeping_administrators, policy_changed
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.commands.write_document import add_nodes, add_roles, read_document, set_grants
from prepaid.domains.identity.errors.permissions import NodeKindWrong, NothingToChange
from prepaid.domains.identity.models import ChangeRequest, PermissionNode, PlatformTemplate, Role
from prepaid.domains.identity.reads.template_export import template_document
from prepaid.domains.identity.reads.templates import active_template, nodes_of, roles_of, template_to_edit
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.domains.identity.rules.template_diff import TemplateDifference, compare, positions, told
from prepaid.domains.identity.rules.template_document import TemplateDocument, write


@dataclass(frozen=True, slots=True)
class TemplateUpdated:
    """The template, what differs, and the change request that waits when a second person has to agree."""

    template: PlatformTemplate
    difference: TemplateDifference
    change: ChangeRequest | None


async def preview_update(tx: WriteSession, *, template_id: UUID, document: Mapping[str, Any]) -> TemplateDifference:
    """What `update_from_document` would change; changes nothing.

    Raises:
        NotFound, TemplateRetired, TemplateDocumentInvalid.
        InvalidValue, NodeKindWrong: code, audience or a node's kind is another than the template's.
    """
    template = await active_template(tx, template_id)
    after = read_document(document)
    before = await template_document(tx, template)
    _ensure_same_platform(before, after)
    return compare(before, after)


async def update_from_document(
    tx: WriteSession,
    actor: Actor,
    *,
    template_id: UUID,
    document: Mapping[str, Any],
    expected_version: int,
    reason: str,
) -> TemplateUpdated:
    """Make the template what the document says: nodes, roles and grants that it does not name go.

    Raises:
        As `preview_update`, and StaleObject, RoleInUse, LastAdministrator.
        NothingToChange: the template is exactly this.
        ChangeAlreadyOpen: an import into this template waits already.
    """
    template = await active_template(tx, template_id)
    bank = Audience(template.audience) is Audience.BANK
    if not bank:
        await policy_changed(tx, template.id)
    template = await template_to_edit(tx, template_id, expected_version)
    change = await preview_update(tx, template_id=template_id, document=document)
    if not change:
        raise NothingToChange
    after = read_document(document)
    if not bank:
        await _write(tx, template, after, reason)
        return TemplateUpdated(template, change, None)
    request = await submit_change(
        tx,
        actor,
        kind="template.import",
        target_id=template.id,
        target_version=template.version,
        payload={"document": write(after), "difference": told(change, after)},
        reason=reason,
    )
    return TemplateUpdated(template, change, request)


@change_kind(
    "template.import",
    target_type="PlatformTemplate",
    make="template.edit",
    decide="template.approve",
    zh="平台模版导入",
    en="Import into a platform template",
)
async def apply_import(tx: WriteSession, change: ChangeRequest) -> None:
    """Write the document that was approved; the template must be as it was when it was submitted."""
    assert change.target_version is not None
    await policy_changed(tx, change.target_id)
    template = await template_to_edit(tx, change.target_id, change.target_version)
    await _write(tx, template, read_document(change.payload["document"]), change.reason)


def _ensure_same_platform(before: TemplateDocument, after: TemplateDocument) -> None:
    for name in ("code", "audience", "second_factor"):
        value = getattr(before.template, name)
        if getattr(after.template, name) != value:
            raise InvalidValue(path=("document", "template", name), reason=str(value))
    kinds = {node.code: node.kind for node in before.nodes}
    for node in after.nodes:
        if kinds.get(node.code, node.kind) is not node.kind:
            raise NodeKindWrong(path=("document", "nodes"), value=node.code, kind=kinds[node.code])


async def _write(tx: WriteSession, template: PlatformTemplate, document: TemplateDocument, reason: str) -> None:
    before = await template_document(tx, template)
    async with keeping_administrators(tx):
        nodes = await _write_nodes(tx, template.id, document)
        await _write_roles(tx, template.id, document, nodes)
        head = document.template
        template.name_zh, template.name_en, template.idle_minutes = head.name.zh, head.name.en, head.idle_minutes
        template.version += 1
        await tx.flush()
    await audit.record(
        tx,
        "template.updated_from_document",
        object_type="PlatformTemplate",
        object_id=template.id,
        before={"grants": {role.code: list(role.grants) for role in before.roles}},
        after={"grants": {role.code: list(role.grants) for role in document.roles}},
        reason=reason or None,
    )


async def _write_nodes(tx: WriteSession, template_id: UUID, document: TemplateDocument) -> dict[str, UUID]:
    old = {node.code: node for node in await nodes_of(tx, template_id)}
    ids = await add_nodes(tx, template_id, document, {code: node.id for code, node in old.items()})
    places = positions(document)
    for entry in document.nodes:
        if entry.code in old:
            node = old[entry.code]
            node.parent_id = ids[entry.parent] if entry.parent is not None else None
            node.name_zh, node.name_en = entry.name.zh, entry.name.en
            node.feature, node.gate, node.position = entry.feature, entry.gate, places[entry.code]
    await tx.flush()
    gone = [node.id for code, node in old.items() if code not in places]
    await tx.execute(delete(PermissionNode).where(PermissionNode.id.in_(gone)))
    return ids


async def _write_roles(
    tx: WriteSession, template_id: UUID, document: TemplateDocument, nodes: Mapping[str, UUID]
) -> None:
    old = {role.code: role for role in await roles_of(tx, template_id)}
    wanted = {entry.code for entry in document.roles}
    for code, role in old.items():
        if code not in wanted:
            await delete_role(tx, tx.actor, role_id=role.id, expected_version=role.version)
    new = await add_roles(tx, template_id, [entry for entry in document.roles if entry.code not in old])
    roles: dict[str, Role] = {**old, **new}
    for entry in document.roles:
        role = roles[entry.code]
        words = (entry.name.zh, entry.name.en, entry.description, entry.description_en)
        renamed = (role.name_zh, role.name_en, role.description, role.description_en) != words
        role.name_zh, role.name_en, role.description, role.description_en = words
        if await set_grants(tx, role, frozenset(nodes[code] for code in entry.grants)) or renamed:
            role.version += 1
    await tx.flush()
