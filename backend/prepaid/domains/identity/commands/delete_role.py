"""Deleting a role that nobody has."""

from uuid import UUID

from sqlalchemy import func, select

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.policy import policy_changed
from prepaid.domains.identity.errors.permissions import RoleInUse
from prepaid.domains.identity.models import ApiToken, ApiTokenRole, Membership, MembershipRole
from prepaid.domains.identity.reads.templates import find_role, role_to_edit


async def delete_role(tx: WriteSession, actor: Actor, *, role_id: UUID, expected_version: int) -> None:
    """Delete a role and its grants.

    Raises:
        NotFound, StaleObject.
        RoleInUse: members or live tokens have it.
    """
    await policy_changed(tx, (await find_role(tx, role_id)).template_id)
    role = await role_to_edit(tx, role_id, expected_version)
    members, tokens = await _holders(tx, role_id)
    if members or tokens:
        raise RoleInUse(path=("roleId",), members=members, tokens=tokens)
    await tx.delete(role)
    await tx.flush()
    await audit.record(
        tx, "role.deleted", object_type="Role", object_id=role_id, before={"code": role.code, "nameZh": role.name_zh}
    )


async def _holders(tx: WriteSession, role_id: UUID) -> tuple[int, int]:
    """How many members who have not left, and how many tokens that are not revoked, have the role."""
    members = (
        select(func.count())
        .select_from(MembershipRole)
        .join(
            Membership,
            (Membership.merchant_id == MembershipRole.merchant_id) & (Membership.id == MembershipRole.membership_id),
        )
        .where(MembershipRole.role_id == role_id, Membership.status != "LEFT")
    )
    tokens = (
        select(func.count())
        .select_from(ApiTokenRole)
        .join(ApiToken, (ApiToken.merchant_id == ApiTokenRole.merchant_id) & (ApiToken.id == ApiTokenRole.token_id))
        .where(ApiTokenRole.role_id == role_id, ApiToken.revoked_at.is_(None))
    )
    return await tx.scalar(members) or 0, await tx.scalar(tokens) or 0
