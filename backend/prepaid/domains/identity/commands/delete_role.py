"""Deleting a role that nobody has."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.obstacles import ensure_none
from prepaid.domains.identity.commands.policy import policy_changed
from prepaid.domains.identity.reads.obstacles import ROLE_IN_USE
from prepaid.domains.identity.reads.templates import find_role, role_to_edit


async def delete_role(tx: WriteSession, actor: Actor, *, role_id: UUID, expected_version: int) -> None:
    """Delete a role and its grants.

    Raises:
        NotFound, StaleObject.
        RoleInUse: members or live tokens have it.
    """
    await policy_changed(tx, (await find_role(tx, role_id)).template_id)
    role = await role_to_edit(tx, role_id, expected_version)
    await ensure_none(tx, actor, (ROLE_IN_USE,), role, path=("roleId",))
    await tx.delete(role)
    await tx.flush()
    await audit.record(
        tx, "role.deleted", object_type="Role", object_id=role_id, before={"code": role.code, "nameZh": role.name_zh}
    )
