"""Who asks: the one value that tenancy, permission and audit are decided by."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from prepaid.core.errors import Locale
from prepaid.kit.ids import PLATFORM_TENANT


class DbRole(StrEnum):
    """The database role a transaction runs under; row-level security has one policy for each."""

    MERCHANT = "app_merchant"
    OPERATOR = "app_operator"
    BANK = "app_bank"
    CONSUMER = "app_consumer"
    WORKER = "app_worker"
    IDENTITY = "app_identity"
    """Sign-in and session look-up, before it is known who asks: identity tables only."""


class ScopeKind(StrEnum):
    """Data scope (数据范围) of a membership."""

    SELF = "SELF"
    STORE = "STORE"
    REGION_SUBTREE = "REGION_SUBTREE"
    MERCHANT = "MERCHANT"
    OPERATOR = "OPERATOR"
    BANK_ALL = "BANK_ALL"
    CUSTOM = "CUSTOM"


class Via(StrEnum):
    """How the caller proved who he is."""

    ANONYMOUS = "ANONYMOUS"
    COOKIE = "COOKIE"
    BEARER = "BEARER"
    API_TOKEN = "API_TOKEN"  # noqa: S105 - a kind, not a secret
    SYSTEM = "SYSTEM"


@dataclass(frozen=True, slots=True)
class Grants:
    """The effective permission codes of an actor; interned, so that `key` identifies the set."""

    codes: frozenset[str] = frozenset()
    key: int = 0
    """Process-wide number of this set: the part of a read plan's cache key that stands for permission."""

    def __contains__(self, code: object) -> bool:
        return code in self.codes


_interned: dict[frozenset[str], Grants] = {}


def intern_grants(codes: frozenset[str]) -> Grants:
    """The one `Grants` of this process for a set of codes."""
    known = _interned.get(codes)
    if known is None:
        known = _interned.setdefault(codes, Grants(codes, len(_interned) + 1))
    return known


@dataclass(frozen=True, slots=True, kw_only=True)
class Actor:
    """One caller in one membership, for one request."""

    via: Via = Via.ANONYMOUS
    db_role: DbRole = DbRole.CONSUMER
    account_id: UUID | None = None
    membership_id: UUID | None = None
    template: str | None = None
    grants: Grants = field(default_factory=Grants)
    scope: ScopeKind = ScopeKind.SELF
    merchant_id: UUID | None = None
    """The one merchant in focus; None for bank staff, consumers and operators."""
    merchant_ids: tuple[UUID, ...] = ()
    """All merchants an OPERATOR or CUSTOM scope may see; `(merchant_id,)` for a merchant's own staff."""
    store_ids: tuple[UUID, ...] = ()
    """Stores of a STORE or REGION_SUBTREE scope, resolved when the session is loaded."""
    session_id: UUID | None = None
    token_id: UUID | None = None
    stepped_up_at: datetime | None = None
    locked: bool = False
    """The screen is locked (锁屏): only unlocking and signing out are answered."""
    second_factor_due: bool = False
    """Signed in by password alone where a second factor is required: without grants until one is enrolled."""
    policy_version: int = 0
    locale: Locale = "zh-CN"
    address: str | None = None
    device: str | None = None
    request_id: str | None = None

    @property
    def tenant(self) -> UUID:
        """Tenant of rows this actor writes about itself: the merchant, or the bank's own tenant."""
        return self.merchant_id or PLATFORM_TENANT

    @property
    def signed_in(self) -> bool:
        return self.account_id is not None or self.token_id is not None

    @property
    def key(self) -> str:
        """One text for who acts: what idempotency keys belong to; empty for an anonymous caller."""
        if self.token_id is not None:
            return f"token:{self.token_id}"
        if self.account_id is not None:
            return f"account:{self.account_id}"
        return "system" if self.via is Via.SYSTEM else ""

    def may(self, code: str) -> bool:
        return code in self.grants.codes


ANONYMOUS = Actor()
SYSTEM = Actor(via=Via.SYSTEM, db_role=DbRole.WORKER, scope=ScopeKind.BANK_ALL)
GATEKEEPER = Actor(via=Via.SYSTEM, db_role=DbRole.IDENTITY)
"""Counts attempts and keeps keys on behalf of callers who are not known yet."""
