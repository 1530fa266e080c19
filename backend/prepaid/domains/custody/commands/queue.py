"""What the bank's decisions about queued instructions have in common."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.domains.custody.errors.wallets import OperationNotInQueue
from prepaid.domains.custody.models import Wallet, WalletOperation
from prepaid.domains.custody.reads.wallets import locked_operation
from prepaid.domains.custody.rules.operations import OperationState


async def queued(tx: WriteSession, merchant_id: UUID, operation_id: UUID) -> tuple[WalletOperation, dict[UUID, Wallet]]:
    """An instruction that waits for the bank, with its wallets, locked.

    Raises:
        NotFound, OperationNotInQueue.
    """
    operation, wallets = await locked_operation(tx, merchant_id, operation_id)
    if operation.state != OperationState.IN_QUEUE:
        raise OperationNotInQueue(state=operation.state)
    return operation, wallets


async def decided(
    tx: WriteSession, operation: WalletOperation, action: str, reason: str, after: Mapping[str, Any] | None = None
) -> None:
    """The trail of a decision."""
    await audit.record(
        tx,
        action,
        object_type="WalletOperation",
        object_id=operation.id,
        tenant=operation.merchant_id,
        before={"state": OperationState.IN_QUEUE, "outcome": operation.last_outcome, "code": operation.last_code},
        after={"state": operation.state, "act": operation.act, **(after or {})},
        reason=reason,
    )
