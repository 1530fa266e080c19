"""What a payout is for, and to whom it goes."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final, TypeAlias
from uuid import UUID

NAME_LONGEST: Final = 64
REMARK_LONGEST: Final = 32


class PayoutPurpose(StrEnum):
    """What a payout is for (付款用途)."""

    REFUND = "REFUND"
    COMMISSION = "COMMISSION"
    WITHDRAWAL = "WITHDRAWAL"


class PayeeKind(StrEnum):
    """To whom it goes (收款方)."""

    WALLET = "WALLET"
    SETTLEMENT_ACCOUNT = "SETTLEMENT_ACCOUNT"


@dataclass(frozen=True, slots=True)
class RefundPayout:
    """A decided refund, or a part of it: what is owed under `refund_id` in the ledger."""

    refund_id: UUID


@dataclass(frozen=True, slots=True)
class CommissionPayout:
    """Approved commission of a salesperson."""

    salesperson_id: UUID


@dataclass(frozen=True, slots=True)
class WithdrawalPayout:
    """A merchant's withdrawal: parts of its drawable and its settled money, which add up to the payout."""

    drawable_fen: int
    settled_fen: int


Purpose: TypeAlias = RefundPayout | CommissionPayout | WithdrawalPayout


@dataclass(frozen=True, slots=True, kw_only=True)
class Wallet:
    """A person's wallet; the provider pays only if its verified name is `real_name` (same-name payout, 同名)."""

    openid: str
    real_name: str
    subject_id: UUID
    """The person, under whose data key the name is kept."""


@dataclass(frozen=True, slots=True)
class OwnAccount:
    """The merchant's own bank account, as registered at the provider."""


PayTo: TypeAlias = Wallet | OwnAccount
