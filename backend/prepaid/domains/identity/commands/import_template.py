"""Making a platform template from a document."""

from collections.abc import Mapping
from typing import Any

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.create_template import create_template
from prepaid.domains.identity.commands.write_document import add_nodes, add_roles, read_document, set_grants
from prepaid.domains.identity.models import PlatformTemplate
from prepaid.domains.identity.rules.template_document import TemplateDocument


async def import_template(
    tx: WriteSession, actor: Actor, *, document: Mapping[str, Any], code: str | None = None
) -> PlatformTemplate:
    """Make a new template with the document's tree, roles and grants; `code` replaces the document's own.

    It has no members, so it gives nobody anything yet.

    Raises:
        TemplateDocumentInvalid, CodeMalformed, CodeTaken.
    """
    return await build_template(tx, actor, read_document(document), code=code)


async def build_template(
    tx: WriteSession,
    actor: Actor,
    document: TemplateDocument,
    *,
    code: str | None = None,
    name_zh: str | None = None,
    name_en: str | None = None,
) -> PlatformTemplate:
    """The same from a document that is read already, under other names if given."""
    head = document.template
    template = await create_template(
        tx,
        actor,
        code=code or head.code,
        name_zh=name_zh or head.name.zh,
        name_en=name_en or head.name.en,
        audience=head.audience,
        second_factor=head.second_factor,
        idle_minutes=head.idle_minutes,
    )
    nodes = await add_nodes(tx, template.id, document, {})
    roles = await add_roles(tx, template.id, document.roles)
    for role in document.roles:
        await set_grants(tx, roles[role.code], frozenset(nodes[granted] for granted in role.grants))
    await audit.record(
        tx,
        "template.imported",
        object_type="PlatformTemplate",
        object_id=template.id,
        after={"nodes": len(document.nodes), "roles": [role.code for role in document.roles]},
    )
    return template
