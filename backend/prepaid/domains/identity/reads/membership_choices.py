"""The memberships that a person can act in: what signing in and switching choose from."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from prepaid.core.actor import ScopeKind
from prepaid.domains.identity.reads.rows import Fetches

ACTIVE: Final = """
SELECT m.merchant_id, m.id, m.scope, t.code, t.name_zh, t.name_en, t.second_factor = 'REQUIRED' AS second_factor,
  t.idle_minutes, coalesce(o.name, me.name) AS place_name
FROM membership m
JOIN platform_template t ON t.id = m.template_id AND t.status = 'ACTIVE'
LEFT JOIN merchant me ON me.id = m.merchant_id
LEFT JOIN operator o ON o.id = m.operator_id
WHERE m.account_id = $1 AND m.status = 'ACTIVE'
ORDER BY m.created_at, m.id
"""
LAST_USED: Final = """
SELECT membership_id FROM user_session
WHERE account_id = $1 AND membership_id IS NOT NULL ORDER BY created_at DESC, id DESC LIMIT 1
"""


@dataclass(frozen=True, slots=True)
class MembershipChoice:
    """An active membership of an active template."""

    merchant_id: UUID
    id: UUID
    scope: ScopeKind
    template: str
    template_name_zh: str
    template_name_en: str
    second_factor_required: bool
    idle_minutes: int
    place_name: str | None
    """The merchant or operator; None for bank staff and consumers."""


async def membership_choices(source: Fetches, account_id: UUID) -> list[MembershipChoice]:
    """All of an account, oldest first. The caller's database role is `app_identity`."""
    return [
        MembershipChoice(
            row["merchant_id"], row["id"], ScopeKind(row["scope"]), row["code"], row["name_zh"], row["name_en"],
            row["second_factor"], row["idle_minutes"], row["place_name"],
        )
        for row in await source.fetch(ACTIVE, account_id)
    ]  # fmt: skip


async def last_used(source: Fetches, account_id: UUID) -> UUID | None:
    """The membership of the newest session."""
    rows = await source.fetch(LAST_USED, account_id)
    return rows[0]["membership_id"] if rows else None


def choose(
    choices: Sequence[MembershipChoice], *, wanted: UUID | None, template: str | None, used: UUID | None
) -> MembershipChoice | None:
    """The wanted one, or among those of the wanted template the last used one, or the first.

    None when there is nothing to choose, or the wanted one is not among the choices.
    """
    if wanted is not None:
        return next((choice for choice in choices if choice.id == wanted), None)
    fitting = [choice for choice in choices if template in (None, choice.template)] or choices
    return next((choice for choice in fitting if choice.id == used), fitting[0] if fitting else None)
