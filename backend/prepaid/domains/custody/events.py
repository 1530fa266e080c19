"""Facts that higher domains react to, in the transaction in which they become true."""

from dataclasses import dataclass
from uuid import UUID

from prepaid.providers.custody_wallet import WalletAct


@dataclass(frozen=True, slots=True)
class WalletOperationDone:
    """The provider has carried an instruction out and the ledger has posted it."""

    merchant_id: UUID
    contract_id: UUID | None
    """None for acts on the merchant's account."""
    operation_id: UUID
    act: WalletAct
    subject_id: UUID
    """What asked for it: a payment applied, a redemption, a refund, a gift."""
    amount_fen: int


@dataclass(frozen=True, slots=True)
class WalletOperationQueued:
    """The provider refuses or does not answer: the bank has to decide."""

    merchant_id: UUID
    contract_id: UUID | None
    operation_id: UUID
    act: WalletAct
    subject_id: UUID
    code: str


@dataclass(frozen=True, slots=True)
class WalletOperationAbandoned:
    """The bank has decided that an instruction is not carried out; its money stays where it was."""

    merchant_id: UUID
    contract_id: UUID | None
    operation_id: UUID
    act: WalletAct
    subject_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class CustodyBecameShort:
    """Issuing is paused and drawing refused from now on."""

    merchant_id: UUID
    shortfall_fen: int


@dataclass(frozen=True, slots=True)
class CustodyBecameEnough:
    """The shortage is over."""

    merchant_id: UUID
