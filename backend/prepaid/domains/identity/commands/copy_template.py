"""Copying a platform template."""

from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.import_template import build_template
from prepaid.domains.identity.models import PlatformTemplate
from prepaid.domains.identity.reads.template_export import template_document
from prepaid.domains.identity.reads.templates import find_template


async def copy_template(
    tx: WriteSession, actor: Actor, *, template_id: UUID, code: str, name_zh: str, name_en: str
) -> PlatformTemplate:
    """Make a new platform with the tree, roles and grants of another, and without its members.

    Raises:
        NotFound, CodeMalformed, CodeTaken, InvalidValue.
    """
    document = await template_document(tx, await find_template(tx, template_id))
    return await build_template(tx, actor, document, code=code, name_zh=name_zh, name_en=name_en)
