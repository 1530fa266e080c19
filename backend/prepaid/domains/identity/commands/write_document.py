"""Writing the parts of a template document into the tables."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert

from prepaid.core.database import WriteSession
from prepaid.domains.identity.errors.permissions import TemplateDocumentInvalid
from prepaid.domains.identity.models import PermissionNode, Role, RoleGrant
from prepaid.domains.identity.reads.templates import granted_to
from prepaid.domains.identity.rules.template_diff import positions
from prepaid.domains.identity.rules.template_document import InvalidDocument, RoleEntry, TemplateDocument, read
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


def read_document(document: Mapping[str, Any]) -> TemplateDocument:
    """Raises `TemplateDocumentInvalid`."""
    try:
        return read(document)
    except InvalidDocument as error:
        raise TemplateDocumentInvalid(path=("document", *error.path), reason=error.reason) from error


async def add_nodes(
    tx: WriteSession, template_id: UUID, document: TemplateDocument, known: Mapping[str, UUID]
) -> dict[str, UUID]:
    """Insert the document's nodes that are not in `known`; returns the ids of all by code."""
    ids, places = dict(known), positions(document)
    for node in document.nodes:
        if node.code in ids:
            continue
        ids[node.code] = uuid7()
        tx.add(
            PermissionNode(
                id=ids[node.code],
                template_id=template_id,
                parent_id=ids[node.parent] if node.parent is not None else None,
                code=node.code,
                kind=node.kind.value,
                name_zh=node.name.zh,
                name_en=node.name.en,
                position=places[node.code],
                feature=node.feature,
                gate=node.gate,
            )
        )
        # The key to the parent is the table's own: one level after the other.
        await tx.flush()
    return ids


async def add_roles(tx: WriteSession, template_id: UUID, entries: Iterable[RoleEntry]) -> dict[str, Role]:
    """Insert roles without grants; returns them by code."""
    roles = {
        entry.code: Role(
            id=uuid7(),
            template_id=template_id,
            code=entry.code,
            name_zh=entry.name.zh,
            name_en=entry.name.en,
            description=entry.description,
            description_en=entry.description_en,
            version=1,
        )
        for entry in entries
    }
    tx.add_all(roles.values())
    await tx.flush()
    return roles


async def set_grants(tx: WriteSession, role: Role, nodes: frozenset[UUID]) -> bool:
    """Make a role's grants exactly these; returns whether anything was different."""
    before = await granted_to(tx, role.id)
    gone = before - nodes
    if gone:
        await tx.execute(delete(RoleGrant).where(RoleGrant.role_id == role.id, RoleGrant.node_id.in_(gone)))
    row = {
        "template_id": role.template_id,
        "role_id": role.id,
        "granted_at": clock.now(),
        "granted_by": tx.actor.account_id,
    }
    if added := [{**row, "node_id": node} for node in nodes - before]:
        await tx.execute(insert(RoleGrant), added)
    return before != nodes
