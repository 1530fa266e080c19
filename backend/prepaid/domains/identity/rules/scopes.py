"""Data scopes: which of them a template's members may have, and the database role they act under."""

from typing import Final

from prepaid.core.actor import DbRole, ScopeKind
from prepaid.domains.identity.rules.permissions import Audience

POSSIBLE: Final = {
    Audience.MERCHANT: frozenset(
        {
            ScopeKind.SELF,
            ScopeKind.STORE,
            ScopeKind.REGION_SUBTREE,
            ScopeKind.MERCHANT,
            ScopeKind.OPERATOR,
            ScopeKind.CUSTOM,
        }
    ),
    Audience.BANK: frozenset({ScopeKind.BANK_ALL, ScopeKind.CUSTOM}),
    Audience.CONSUMER: frozenset({ScopeKind.SELF}),
}

ABOVE_MERCHANTS: Final = frozenset({ScopeKind.OPERATOR, ScopeKind.CUSTOM, ScopeKind.BANK_ALL})
"""Scopes over several merchants: such members live in the bank's own tenant."""


def possible(audience: Audience, scope: ScopeKind, *, in_platform_tenant: bool) -> bool:
    """Whether a member of this audience, living in this tenant, may have the scope."""
    if scope not in POSSIBLE[audience]:
        return False
    return audience is Audience.CONSUMER or (scope in ABOVE_MERCHANTS) == in_platform_tenant


def database_role(audience: Audience, scope: ScopeKind) -> DbRole:
    """The database role a member acts under: PostgreSQL itself enforces a list of merchants, also for bank staff."""
    if audience is Audience.CONSUMER:
        return DbRole.CONSUMER
    if scope is ScopeKind.BANK_ALL:
        return DbRole.BANK
    return DbRole.OPERATOR if scope in ABOVE_MERCHANTS else DbRole.MERCHANT
