"""Facts about change requests."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ChangeSubmitted:
    """A change waits for a second person."""

    merchant_id: UUID
    change_id: UUID
    kind: str
    maker_account_id: UUID


@dataclass(frozen=True, slots=True)
class ChangeClosed:
    """A change was approved, rejected, withdrawn, or nobody decided it in time."""

    merchant_id: UUID
    change_id: UUID
    kind: str
    state: str
    maker_account_id: UUID
