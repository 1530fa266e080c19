"""Writing an instruction down, in the transaction of the business act: a row, its first event and its job."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.custody.models import OperationEvent, Wallet, WalletOperation
from prepaid.domains.custody.reads.pending_cash import PendingCash, pending_cash
from prepaid.domains.custody.rules import cash
from prepaid.domains.custody.rules.operations import OperationState, Outcome
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.providers.custody_wallet import WalletAct

PERFORM: Final = "custody.perform"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the provider is to do, and why."""

    act: WalletAct
    subject_id: UUID
    cash: Sequence[PendingCash] = ()
    other_wallet_id: UUID | None = None
    not_before: datetime | None = None
    evidence: str = ""


async def cash_for(tx: WriteSession, merchant_id: UUID, act: WalletAct, subject_id: UUID) -> list[PendingCash]:
    """What the ledger holds pending for the act."""
    return await pending_cash(tx, merchant_id, subject_id, cash.CASH_OF[act])


async def request(tx: WriteSession, merchant_id: UUID, wallet: Wallet | None, wanted: Wanted) -> WalletOperation:
    """Note the instruction and have it carried out after the commit, or from `not_before` on.

    The caller holds the wallet's lock, acts under the worker's role and knows that there is no such instruction.
    """
    now = clock.now()
    moves = [each.move for each in wanted.cash]
    operation = WalletOperation(
        merchant_id=merchant_id,
        id=uuid7(),
        wallet_id=wallet.id if wallet else None,
        other_wallet_id=wanted.other_wallet_id,
        act=wanted.act.value,
        subject_id=wanted.subject_id,
        transfer_kinds=[each.kind.value for each in wanted.cash],
        moves=cash.stored(moves),
        amount_fen=cash.amount_of(moves),
        wallet_fen=cash.through_wallet(moves),
        evidence=wanted.evidence,
        state=OperationState.REQUESTED.value,
        due_at=wanted.not_before or now,
        attempts=0,
        requested_at=now,
    )
    tx.add(operation)
    await tx.flush()
    await note(tx, operation)
    await wake(tx, operation, run_at=wanted.not_before)
    return operation


async def wake(tx: WriteSession, operation: WalletOperation, *, run_at: datetime | None = None) -> None:
    """Have the job look at the instruction, after the commit or from `run_at` on."""
    payload = {"merchant_id": operation.merchant_id, "operation_id": operation.id}
    await enqueue(tx, PERFORM, payload=payload, run_at=run_at, tenant=operation.merchant_id)


async def note(
    tx: WriteSession,
    operation: WalletOperation,
    *,
    outcome: Outcome | None = None,
    code: str | None = None,
    reason: str | None = None,
) -> None:
    """Write down what has just happened to the instruction; with a reason it was somebody's decision."""
    event = OperationEvent(
        merchant_id=operation.merchant_id,
        operation_id=operation.id,
        at=clock.now(),
        state=operation.state,
        attempt=operation.attempts,
        outcome=outcome.value if outcome else None,
        code=code,
        account_id=tx.actor.account_id if reason is not None else None,
        reason=reason,
    )
    tx.add(event)
    await tx.flush()
