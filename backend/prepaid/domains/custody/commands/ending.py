"""Ending an instruction that is not carried out: its money stays where it was."""

from collections.abc import Mapping
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.advancing import end_if_refunded
from prepaid.domains.custody.commands.requesting import note, wake
from prepaid.domains.custody.models import Wallet, WalletOperation
from prepaid.domains.custody.reads.wallets import unsettled
from prepaid.domains.custody.rules.operations import OPERATION_STATES, OperationState
from prepaid.domains.ledger.commands.post import post
from prepaid.domains.ledger.rules.transfers import Phase, Resolution, TransferKind
from prepaid.kit import clock


async def cancel(tx: WriteSession, operation: WalletOperation, wallets: Mapping[UUID, Wallet]) -> None:
    """Take back what was not sent."""
    await end(tx, operation, OperationState.CANCELLED)
    await resolve_cash(tx, operation, Phase.VOIDED)
    await go_on(tx, wallets)


async def end(
    tx: WriteSession,
    operation: WalletOperation,
    to: OperationState,
    *,
    code: str | None = None,
    reason: str | None = None,
) -> None:
    """Take the last step of an instruction, with its event."""
    operation.state = OPERATION_STATES.advance(OperationState(operation.state), to).value
    operation.settled_at = clock.now()
    await tx.flush()
    await note(tx, operation, code=code, reason=reason)


async def resolve_cash(tx: WriteSession, operation: WalletOperation, phase: Phase) -> None:
    """Answer the ledger's pending transfers of the instruction; a repeat moves nothing.

    Raises:
        InsufficientFunds: another pending transfer counts on it.
    """
    reference = str(operation.subject_id)
    kinds = [TransferKind(kind) for kind in operation.transfer_kinds]
    await post(tx, operation.merchant_id, *(Resolution(kind, reference, phase) for kind in kinds))


async def go_on(tx: WriteSession, wallets: Mapping[UUID, Wallet]) -> None:
    """An instruction is over: those that waited for it may begin, and a wallet may have come to its end."""
    for wallet in wallets.values():
        for waiting in await unsettled(tx, wallet):
            if waiting.state == OperationState.REQUESTED and waiting.due_at <= clock.now():
                await wake(tx, waiting)
        await end_if_refunded(tx, wallet)
