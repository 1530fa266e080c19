"""Facts of the ledger that higher domains react to."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class TransferExpired:
    """Nobody answered a pending transfer in time: what it held is free again."""

    merchant_id: UUID
    kind: str
    """Value of `TransferKind`."""
    reference: str


@dataclass(frozen=True, slots=True)
class DepositTaken:
    """A refund that nothing else of the merchant's covered took of its deposit."""

    merchant_id: UUID
    amount_fen: int
