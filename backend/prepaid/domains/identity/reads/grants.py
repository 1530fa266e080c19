"""What roles and members may do, read from the tables inside a command: never from a cache."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

from sqlalchemy import select, text

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import PermissionNode, RoleGrant

OF_MEMBERSHIP: Final = text(
    """
SELECT DISTINCT n.code
FROM membership m
JOIN account a ON a.id = m.account_id AND a.status = 'ACTIVE'
JOIN platform_template t ON t.id = m.template_id AND t.status = 'ACTIVE'
JOIN membership_role r ON r.merchant_id = m.merchant_id AND r.membership_id = m.id
JOIN role_grant g ON g.template_id = r.template_id AND g.role_id = r.role_id
JOIN permission_node n ON n.template_id = g.template_id AND n.id = g.node_id
WHERE m.id = :membership AND m.account_id = :account AND m.status = 'ACTIVE'
"""
)


async def codes_of_roles(tx: WriteSession, template_id: UUID, role_ids: Collection[UUID]) -> frozenset[str]:
    """Codes that roles of a template hold, before features and gates."""
    query = select(PermissionNode.code).join(
        RoleGrant,
        (RoleGrant.template_id == PermissionNode.template_id) & (RoleGrant.node_id == PermissionNode.id),
    )
    of_roles = query.where(RoleGrant.template_id == template_id, RoleGrant.role_id.in_(role_ids))
    return frozenset(await tx.scalars(of_roles))


async def codes_of_membership(tx: WriteSession, account_id: UUID, membership_id: UUID) -> frozenset[str]:
    """Codes that a member's roles hold now, before features and gates; none when he is not active any more."""
    async with tx.under(DbRole.IDENTITY):
        rows = await tx.scalars(OF_MEMBERSHIP, {"account": account_id, "membership": membership_id})
        return frozenset(rows)
