"""Facts about contracts."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ContractToSign:
    """A contract waits for a party's signature."""

    merchant_id: UUID
    contract_id: UUID
    scene: str
    party: str


@dataclass(frozen=True, slots=True)
class ContractSigned:
    """A party's signature is in the file."""

    merchant_id: UUID
    contract_id: UUID
    scene: str
    party: str


@dataclass(frozen=True, slots=True)
class ContractInForce:
    """Every party has signed."""

    merchant_id: UUID
    contract_id: UUID
    scene: str
    supersedes_id: UUID | None


@dataclass(frozen=True, slots=True)
class ContractEnded:
    """It was declined, voided, superseded, terminated, or its time ran out; `state` says which."""

    merchant_id: UUID
    contract_id: UUID
    scene: str
    state: str
    was_in_force: bool
    reason: str


@dataclass(frozen=True, slots=True)
class ContractReminder:
    """A contract still waits for a party, and its time for signing runs out."""

    merchant_id: UUID
    contract_id: UUID
    party: str
    days_left: int
