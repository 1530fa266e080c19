"""Facts about members and merchants."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MemberAdded:
    """Somebody belongs to a tenant now; `account_created`: he has no account yet and is invited."""

    merchant_id: UUID
    membership_id: UUID
    account_id: UUID
    template: str
    account_created: bool


@dataclass(frozen=True, slots=True)
class MemberChanged:
    """Roles, scope or status are different now; what was loaded for the member is outdated."""

    merchant_id: UUID
    membership_id: UUID
    account_id: UUID


@dataclass(frozen=True, slots=True)
class MerchantCreated:
    """A tenant exists; what every merchant has from its first moment is made now."""

    merchant_id: UUID
    type_code: str | None


@dataclass(frozen=True, slots=True)
class MerchantGateChanged:
    """The bank suspended, held, reopened or closed a merchant."""

    merchant_id: UUID
    before: str
    after: str
    reason: str
