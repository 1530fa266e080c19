"""Who holds a permission: whom a domain tells that something waits."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import text

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession

MOST: Final = 200
HOLDERS: Final = text(
    """
SELECT DISTINCT m.id, m.account_id
FROM permission_node n
JOIN platform_template t ON t.id = n.template_id AND t.status = 'ACTIVE'
JOIN role_grant g ON g.template_id = n.template_id AND g.node_id = n.id
JOIN membership_role r ON r.template_id = g.template_id AND r.role_id = g.role_id AND r.merchant_id = :tenant
JOIN membership m ON m.merchant_id = r.merchant_id AND m.id = r.membership_id AND m.status = 'ACTIVE'
JOIN account a ON a.id = m.account_id AND a.status = 'ACTIVE'
WHERE n.code = :code
ORDER BY m.id LIMIT :most
"""
)


@dataclass(frozen=True, slots=True)
class Holder:
    """A member and his account."""

    membership_id: UUID
    account_id: UUID


async def members_with(tx: WriteSession, tenant: UUID, code: str) -> list[Holder]:
    """Active members of a tenant whose roles hold the code, before features and gates; the first 200."""
    async with tx.under(DbRole.IDENTITY):
        rows = await tx.execute(HOLDERS, {"tenant": tenant, "code": code, "most": MOST})
        return [Holder(row.id, row.account_id) for row in rows]
