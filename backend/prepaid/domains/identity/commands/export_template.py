"""Exporting a platform template as JSON."""

from typing import Any
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.reads.template_export import template_document
from prepaid.domains.identity.reads.templates import find_template
from prepaid.domains.identity.rules.template_document import write


async def export_template(tx: WriteSession, actor: Actor, *, template_id: UUID) -> dict[str, Any]:
    """The template's tree, roles and grants as a document that `import_template` reads; noted in the audit trail.

    Raises:
        NotFound.
    """
    template = await find_template(tx, template_id)
    document = write(await template_document(tx, template))
    await audit.record(tx, "template.exported", object_type="PlatformTemplate", object_id=template.id)
    return document
