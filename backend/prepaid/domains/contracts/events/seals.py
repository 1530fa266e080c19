"""Facts about seals."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class SealStateChanged:
    """A seal can be used now, or not any more."""

    merchant_id: UUID
    seal_id: UUID
    kind: str
    state: str
