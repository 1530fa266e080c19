"""What a transfer is: legs on accounts, in one phase or two."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from prepaid.domains.ledger.rules.chart import AccountCode, Side
from prepaid.kit.money import Fen


class Phase(StrEnum):
    """What a row says: a PENDING transfer is answered by one later row; it is never edited."""

    PENDING = "PENDING"
    POSTED = "POSTED"
    VOIDED = "VOIDED"
    EXPIRED = "EXPIRED"


class TransferKind(StrEnum):
    """What happened. Kind and reference together name a transfer of a merchant."""

    PAYMENT_CAPTURED = "PAYMENT_CAPTURED"
    CARD_FUNDED = "CARD_FUNDED"
    CUSTODY_LOAD = "CUSTODY_LOAD"
    SETTLEMENT_SWEEP = "SETTLEMENT_SWEEP"
    REDEMPTION = "REDEMPTION"
    HOLDBACK_EARNED = "HOLDBACK_EARNED"
    CUSTODY_RELEASE = "CUSTODY_RELEASE"
    REDEMPTION_UNDONE = "REDEMPTION_UNDONE"
    HOLDBACK_RESTORED = "HOLDBACK_RESTORED"
    CUSTODY_RELOAD = "CUSTODY_RELOAD"
    CUSTODY_CORRECTION = "CUSTODY_CORRECTION"
    DISPUTE_WINDOW_OVER = "DISPUTE_WINDOW_OVER"
    DISPUTE_HOLD = "DISPUTE_HOLD"
    SERVICE_PERFORMED = "SERVICE_PERFORMED"
    REFUND_DECIDED = "REFUND_DECIDED"
    ORDER_REFUND_DECIDED = "ORDER_REFUND_DECIDED"
    REFUND_RAISED = "REFUND_RAISED"
    CUSTODY_REFUND = "CUSTODY_REFUND"
    REFUND_PAYOUT = "REFUND_PAYOUT"
    DEREGISTERED_UNPAID = "DEREGISTERED_UNPAID"
    GIFT_CLAIMED = "GIFT_CLAIMED"
    CUSTODY_MOVE = "CUSTODY_MOVE"
    COMMISSION_APPROVED = "COMMISSION_APPROVED"
    COMMISSION_PAYOUT = "COMMISSION_PAYOUT"
    COMMISSION_REVERSED = "COMMISSION_REVERSED"
    COMMISSION_NETTED = "COMMISSION_NETTED"
    COMMISSION_WRITTEN_OFF = "COMMISSION_WRITTEN_OFF"
    SUBSIDY_GRANTED = "SUBSIDY_GRANTED"
    SUBSIDY_EARNED = "SUBSIDY_EARNED"
    SUBSIDY_RETURNED = "SUBSIDY_RETURNED"
    DEPOSIT_PAID = "DEPOSIT_PAID"
    DEPOSIT_DEDUCTED = "DEPOSIT_DEDUCTED"
    DEPOSIT_CASH = "DEPOSIT_CASH"
    WITHDRAWAL = "WITHDRAWAL"
    PAID_OUT = "PAID_OUT"
    PAYOUT_RETURNED = "PAYOUT_RETURNED"
    CHANNEL_FEE = "CHANNEL_FEE"
    BONUS_GRANTED = "BONUS_GRANTED"
    BONUS_CONSUMED = "BONUS_CONSUMED"


@dataclass(frozen=True, slots=True)
class AccountRef:
    """An account by what it is for; it comes into being with its first posting."""

    code: AccountCode
    owner: UUID | None = None
    """Card contract, order, refund or salesperson, as the chart says; None: the merchant itself."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One side of a transfer on one account; `amount_fen` > 0."""

    account: AccountRef
    side: Side
    amount_fen: Fen


@dataclass(frozen=True, slots=True)
class Take:
    """An amount debited from the first sources that have it, in order, decided under their locks.

    Without `to`, all of it must be found, and the draft's legs hold its credit; with `to`, as much as is there
    is taken and credited to that account.
    """

    amount_fen: Fen
    sources: tuple[AccountRef, ...]
    to: AccountRef | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """A transfer to be booked."""

    kind: TransferKind
    reference: str
    """Of the business row that causes it: unique with `kind` for the merchant."""
    legs: tuple[Leg, ...] = ()
    take: Take | None = None
    pending: bool = False
    expires_at: datetime | None = None
    """Of a pending transfer: from then on a job answers it with EXPIRED."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer to the pending transfer of that kind and reference."""

    kind: TransferKind
    reference: str
    phase: Phase


@dataclass(frozen=True, slots=True)
class Transfer:
    """A booked transfer, as the ledger has it."""

    id: UUID
    kind: TransferKind
    reference: str
    phase: Phase
    replayed: bool
    """It had been booked before, with the same contents; nothing moved now."""
    legs: tuple[Leg, ...]

    def moved(self, account: AccountRef, side: Side) -> Fen:
        """What it moved on that side of the account, in fen."""
        return sum(leg.amount_fen for leg in self.legs if leg.account == account and leg.side is side)


def debit(code: AccountCode, amount_fen: Fen, owner: UUID | None = None) -> Leg:
    """A debit leg."""
    return Leg(AccountRef(code, owner), Side.DEBIT, amount_fen)


def credit(code: AccountCode, amount_fen: Fen, owner: UUID | None = None) -> Leg:
    """A credit leg."""
    return Leg(AccountRef(code, owner), Side.CREDIT, amount_fen)


def legs(*parts: Leg) -> tuple[Leg, ...]:
    """The parts that move something."""
    return tuple(part for part in parts if part.amount_fen)
