"""Facts about seals."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SealHandedIn:
    """A seal waits for the bank's review."""

    merchant_id: UUID
    seal_id: UUID
    name: str
    account_id: UUID


@dataclass(frozen=True, slots=True)
class SealStateChanged:
    """A seal can be used now, or not any more."""

    merchant_id: UUID
    seal_id: UUID
    kind: str
    state: str
