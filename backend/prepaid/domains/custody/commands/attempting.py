"""One attempt to have an instruction carried out: what is asked, and what came of it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from prepaid.core import audit, events
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.completing import complete
from prepaid.domains.custody.commands.requesting import note, wake
from prepaid.domains.custody.events import WalletOperationQueued
from prepaid.domains.custody.models import Wallet, WalletOperation
from prepaid.domains.custody.reads.wallets import locked_operation, must_wait
from prepaid.domains.custody.rules.cash import restored
from prepaid.domains.custody.rules.operations import OPERATION_STATES, OperationState, Outcome, wait_after
from prepaid.kit import clock
from prepaid.providers.custody_wallet import WalletAct, WalletInstruction, WalletReceipt, WalletTerms

LEASE: Final = timedelta(seconds=30)
"""So long an attempt is left alone; what a crash cut off is tried again after it."""
TO_SEND: Final = frozenset({OperationState.REQUESTED, OperationState.SENT})


@dataclass(frozen=True, slots=True)
class Attempt:
    """What to ask the provider, and which attempt this is."""

    instruction: WalletInstruction
    number: int


async def begin_attempt(tx: WriteSession, merchant_id: UUID, operation_id: UUID) -> Attempt | None:
    """Begin an attempt; None when it is over, not due, in somebody's hands, or has to wait."""
    operation, wallets = await locked_operation(tx, merchant_id, operation_id)
    state, now = OperationState(operation.state), clock.now()
    if state not in TO_SEND or operation.due_at > now or await must_wait(tx, operation):
        return None
    wallet = wallets[operation.wallet_id] if operation.wallet_id else None
    frozen = wallet is not None and wallet.frozen_at is not None
    if frozen and operation.act == WalletAct.RELEASE and state is OperationState.REQUESTED:
        return None
    if state is not OperationState.SENT:
        operation.state = OPERATION_STATES.advance(state, OperationState.SENT).value
    operation.attempts += 1
    operation.sent_at, operation.due_at = now, now + LEASE
    await tx.flush()
    await note(tx, operation)
    return Attempt(_instruction(operation, wallet), operation.attempts)


async def record_answer(tx: WriteSession, merchant_id: UUID, operation_id: UUID, receipt: WalletReceipt) -> None:
    """The provider has done it."""
    operation, wallets = await locked_operation(tx, merchant_id, operation_id)
    if operation.state in (OperationState.SENT, OperationState.IN_QUEUE):
        operation.last_outcome, operation.last_code = Outcome.DONE.value, None
        await complete(tx, operation, wallets, number=receipt.number)


async def record_failure(
    tx: WriteSession, merchant_id: UUID, operation_id: UUID, *, outcome: Outcome, code: str, attempt: int
) -> None:
    """It refused, or nobody knows: try again later, or have the bank decide."""
    operation, _ = await locked_operation(tx, merchant_id, operation_id)
    if operation.state != OperationState.SENT or operation.attempts != attempt:
        return
    operation.last_outcome, operation.last_code = outcome.value, code
    wait = wait_after(operation.attempts) if outcome is Outcome.UNCLEAR else None
    if wait is not None:
        operation.due_at = clock.now() + wait
        await note(tx, operation, outcome=outcome, code=code)
        await wake(tx, operation, run_at=operation.due_at)
        return
    operation.state = OPERATION_STATES.advance(OperationState.SENT, OperationState.IN_QUEUE).value
    await tx.flush()
    await note(tx, operation, outcome=outcome, code=code)
    await _tell_bank(tx, operation, code)


async def _tell_bank(tx: WriteSession, operation: WalletOperation, code: str) -> None:
    wallet = await tx.get(Wallet, (operation.merchant_id, operation.wallet_id)) if operation.wallet_id else None
    await audit.record(
        tx,
        "custody_operation.queued",
        object_type="WalletOperation",
        object_id=operation.id,
        tenant=operation.merchant_id,
        after={"act": operation.act, "outcome": operation.last_outcome, "code": code},
    )
    fact = WalletOperationQueued(
        merchant_id=operation.merchant_id,
        contract_id=wallet.contract_id if wallet else None,
        operation_id=operation.id,
        act=WalletAct(operation.act),
        subject_id=operation.subject_id,
        code=code,
    )
    await events.publish(tx, fact)


def _instruction(operation: WalletOperation, wallet: Wallet | None) -> WalletInstruction:
    terms = None
    if wallet is not None and operation.act == WalletAct.OPEN:
        terms = WalletTerms(custody_bps=wallet.custody_bps, holdback_bps=wallet.holdback_bps)
    return WalletInstruction(
        reference=operation.id,
        act=WalletAct(operation.act),
        account=operation.merchant_id,
        wallet=operation.wallet_id,
        other_wallet=operation.other_wallet_id,
        moves=restored(operation.moves),
        terms=terms,
        evidence=operation.evidence,
    )
