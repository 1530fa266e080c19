"""Data scopes: which of them a template's members may have, and the database role they act under."""

from collections.abc import Collection
from typing import Final
from uuid import UUID

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


WITHIN_STORES: Final = frozenset({ScopeKind.STORE, ScopeKind.REGION_SUBTREE})


def covers(own: ScopeKind, own_stores: Collection[UUID], given: ScopeKind, given_stores: Collection[UUID]) -> bool:
    """Whether somebody with one scope may give another.

    Within stores only stores of one's own can be given: a region may grow. An operator's staff and the bank's
    give what lies within single merchants; which merchants these are, row-level security decides.
    """
    if given is ScopeKind.SELF:
        return own is not ScopeKind.SELF
    match own:
        case ScopeKind.SELF:
            return False
        case ScopeKind.STORE | ScopeKind.REGION_SUBTREE:
            return given is ScopeKind.STORE and set(given_stores) <= set(own_stores)
        case ScopeKind.MERCHANT | ScopeKind.OPERATOR | ScopeKind.CUSTOM:
            return given in WITHIN_STORES or given is ScopeKind.MERCHANT
        case ScopeKind.BANK_ALL:
            return True
