"""Changing a role's names."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.wording import free_text, name_text
from prepaid.domains.identity.models import Role
from prepaid.domains.identity.reads.templates import role_to_edit


async def update_role(
    tx: WriteSession,
    actor: Actor,
    *,
    role_id: UUID,
    name_zh: str,
    name_en: str,
    description: str,
    description_en: str,
    expected_version: int,
) -> Role:
    """Change the names and the descriptions; its code stays.

    Raises:
        NotFound, StaleObject, InvalidValue.
    """
    role = await role_to_edit(tx, role_id, expected_version)
    before = _shown(role)
    role.name_zh = name_text(name_zh, ("nameZh",))
    role.name_en = name_text(name_en, ("nameEn",))
    role.description = free_text(description, ("description",))
    role.description_en = free_text(description_en, ("descriptionEn",))
    role.version += 1
    await tx.flush()
    await audit.record(tx, "role.renamed", object_type="Role", object_id=role.id, before=before, after=_shown(role))
    return role


def _shown(role: Role) -> dict[str, object]:
    return {
        "nameZh": role.name_zh,
        "nameEn": role.name_en,
        "description": role.description,
        "descriptionEn": role.description_en,
    }
