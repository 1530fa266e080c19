"""Instructions to the provider, and everything that happened to each."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from prepaid.core.append_only import append_only
from prepaid.core.model import Base, Recorded, TenantRow
from prepaid.domains.custody.models.access import APPENDED_BY_WORKER, CHANGED_BY_WORKER, one_of
from prepaid.domains.custody.rules.operations import OperationState, Outcome
from prepaid.providers.custody_wallet import WalletAct

UNSETTLED = "state IN ('REQUESTED', 'SENT', 'IN_QUEUE')"


class WalletOperation(TenantRow, Recorded, Base):
    """One instruction (存管指令). Its id is the reference under which the provider carries it out once.

    What it says never changes; its state moves by `OPERATION_STATES`, each step noted in `OperationEvent`.
    """

    __tablename__ = "custody_operation"
    __access__ = CHANGED_BY_WORKER
    __table_args__ = (
        UniqueConstraint("merchant_id", "subject_id", "act", "transfer_kinds"),
        ForeignKeyConstraint(["merchant_id", "wallet_id"], ["custody_wallet.merchant_id", "custody_wallet.id"]),
        ForeignKeyConstraint(["merchant_id", "other_wallet_id"], ["custody_wallet.merchant_id", "custody_wallet.id"]),
        Index(None, "merchant_id", "other_wallet_id"),
        Index(None, "merchant_id", "wallet_id", "id"),
        Index("ix_custody_operation_unsettled", "merchant_id", "state", "id", postgresql_where=UNSETTLED),
        Index("ix_custody_operation_due", "due_at", postgresql_where="state IN ('REQUESTED', 'SENT')"),
        one_of("act", WalletAct),
        one_of("state", OperationState),
        one_of("last_outcome", Outcome),
        CheckConstraint("amount_fen >= 0 AND wallet_fen >= 0 AND wallet_fen <= amount_fen", name="amounts"),
        CheckConstraint("attempts >= 0", name="attempts"),
        CheckConstraint("(wallet_id IS NULL) = (act = 'OPEN_ACCOUNT')", name="wallet"),
        CheckConstraint("(other_wallet_id IS NOT NULL) = (act = 'TRANSFER')", name="other_wallet"),
        CheckConstraint("(amount_fen = 0) = (transfer_kinds = '{}')", name="cash"),
        CheckConstraint("state <> 'DONE' OR number IS NOT NULL", name="receipt"),
    )

    wallet_id: Mapped[UUID | None]
    other_wallet_id: Mapped[UUID | None]
    """Of TRANSFER: where the money goes."""
    act: Mapped[str]
    subject_id: Mapped[UUID]
    """What asks for it: a payment applied to a card, a redemption, a refund, a gift; a card contract for OPEN."""
    transfer_kinds: Mapped[list[str]]
    """The ledger's pending transfers of the subject that it carries out, and so confirms."""
    moves: Mapped[list[Any]] = mapped_column(JSONB)
    """`[[source, target, fen], …]` as the provider is told."""
    amount_fen: Mapped[int]
    """Sum of the moves."""
    wallet_fen: Mapped[int]
    """What of it enters or leaves the sub-wallet."""
    evidence: Mapped[str]
    """What the provider keeps of why, e.g. the number of a redemption."""
    state: Mapped[str]
    due_at: Mapped[datetime]
    """Not sent before; after an unclear attempt, when it is tried again."""
    sent_at: Mapped[datetime | None]
    """When the last attempt began."""
    attempts: Mapped[int] = mapped_column(default=0)
    """Since it was requested, or taken out of the queue."""
    last_outcome: Mapped[str | None]
    last_code: Mapped[str | None]
    """The provider's code of a refusal, or the class of an error."""
    number: Mapped[str | None]
    """The provider's number of it."""
    requested_at: Mapped[datetime]
    settled_at: Mapped[datetime | None]


@append_only
class OperationEvent(TenantRow, Recorded, Base):
    """One thing that happened to an instruction: a step of its state, an attempt and its answer."""

    __tablename__ = "custody_operation_event"
    __access__ = APPENDED_BY_WORKER
    __table_args__ = (
        ForeignKeyConstraint(
            ["merchant_id", "operation_id"], ["custody_operation.merchant_id", "custody_operation.id"]
        ),
        Index(None, "merchant_id", "operation_id", "id"),
        one_of("state", OperationState),
        one_of("outcome", Outcome),
    )

    operation_id: Mapped[UUID]
    at: Mapped[datetime]
    state: Mapped[str]
    """After it."""
    attempt: Mapped[int]
    outcome: Mapped[str | None]
    code: Mapped[str | None]
    account_id: Mapped[UUID | None]
    """Who decided it, of a decision by hand."""
    reason: Mapped[str | None]
