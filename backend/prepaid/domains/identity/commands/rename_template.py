"""Changing a platform template's name and idle limit."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.identity.models import PlatformTemplate
from prepaid.domains.identity.reads.templates import template_to_edit


async def rename_template(
    tx: WriteSession,
    actor: Actor,
    *,
    template_id: UUID,
    name_zh: str,
    name_en: str,
    idle_minutes: int,
    expected_version: int,
) -> PlatformTemplate:
    """Change what may change of a template beside its tree: names, and minutes until an idle screen locks.

    Raises:
        NotFound, TemplateRetired, StaleObject, InvalidValue.
    """
    template = await template_to_edit(tx, template_id, expected_version)
    if not 1 <= idle_minutes <= 60:
        raise InvalidValue(path=("idleMinutes",), reason="1–60")
    before = _shown(template)
    template.name_zh = name_text(name_zh, ("nameZh",))
    template.name_en = name_text(name_en, ("nameEn",))
    template.idle_minutes = idle_minutes
    template.version += 1
    await tx.flush()
    await audit.record(
        tx,
        "template.renamed",
        object_type="PlatformTemplate",
        object_id=template.id,
        before=before,
        after=_shown(template),
    )
    return template


def _shown(template: PlatformTemplate) -> dict[str, object]:
    return {"nameZh": template.name_zh, "nameEn": template.name_en, "idleMinutes": template.idle_minutes}
