"""Creating a role in a platform template."""

from uuid import UUID

from sqlalchemy import select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.wording import code_text, free_text, name_text
from prepaid.domains.identity.errors.permissions import CodeTaken
from prepaid.domains.identity.models import Role
from prepaid.domains.identity.reads.templates import active_template
from prepaid.kit.ids import uuid7


async def create_role(
    tx: WriteSession,
    actor: Actor,
    *,
    template_id: UUID,
    code: str,
    name_zh: str,
    name_en: str,
    description: str = "",
    description_en: str = "",
) -> Role:
    """Make a role that may do nothing yet.

    Raises:
        NotFound, TemplateRetired, CodeMalformed, CodeTaken, InvalidValue.
    """
    template = await active_template(tx, template_id)
    code_text(code)
    if await tx.scalar(select(Role.id).filter_by(template_id=template.id, code=code)):
        raise CodeTaken(path=("code",), value=code)
    role = Role(
        id=uuid7(),
        template_id=template.id,
        code=code,
        name_zh=name_text(name_zh, ("nameZh",)),
        name_en=name_text(name_en, ("nameEn",)),
        description=free_text(description, ("description",)),
        description_en=free_text(description_en, ("descriptionEn",)),
        version=1,
    )
    tx.add(role)
    await tx.flush()
    await audit.record(
        tx,
        "role.created",
        object_type="Role",
        object_id=role.id,
        after={"template": template.code, "code": code, "nameZh": role.name_zh},
    )
    return role
