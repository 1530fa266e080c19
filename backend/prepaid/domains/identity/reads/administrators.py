"""Who can repair every other permission."""

from typing import Final

from sqlalchemy import text

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession

KEYS: Final = ("role.grant", "member.roles", "member.appoint")
"""Permissions with which any other can be given back; the change of the last holder is refused."""

COUNT: Final = text(
    """
SELECT count(DISTINCT m.account_id)
FROM membership m
JOIN account a ON a.id = m.account_id AND a.status = 'ACTIVE'
JOIN platform_template t ON t.id = m.template_id AND t.status = 'ACTIVE' AND t.audience = 'BANK'
WHERE m.status = 'ACTIVE' AND m.scope = 'BANK_ALL' AND :keys = (
  SELECT count(DISTINCT n.code)
  FROM membership_role r
  JOIN role_grant g ON g.template_id = r.template_id AND g.role_id = r.role_id
  JOIN permission_node n ON n.template_id = g.template_id AND n.id = g.node_id
  WHERE r.merchant_id = m.merchant_id AND r.membership_id = m.id AND n.code = ANY (:codes)
)
"""
)


async def count_administrators(tx: WriteSession) -> int:
    """People with an active account who hold all `KEYS` over the whole bank in one membership."""
    async with tx.under(DbRole.IDENTITY):
        return int(await tx.scalar(COUNT, {"keys": len(KEYS), "codes": list(KEYS)}) or 0)
