"""Having a queued instruction tried again."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.domains.custody.commands.queue import decided, queued
from prepaid.domains.custody.commands.requesting import note, wake
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.custody.rules.operations import OPERATION_STATES, OperationState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.kit import clock


async def retry_operation(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, operation_id: UUID, reason: str
) -> WalletOperation:
    """Ask the provider again, under the same reference and with fresh patience.

    Raises:
        NotFound, OperationNotInQueue, ReasonTooShort.
    """
    reason = reason_text(reason)
    await ensure_seen(tx, merchant_id, "operationId")
    async with tx.under(DbRole.WORKER):
        operation, _ = await queued(tx, merchant_id, operation_id)
        operation.state = OPERATION_STATES.advance(OperationState.IN_QUEUE, OperationState.SENT).value
        operation.attempts, operation.due_at = 0, clock.now()
        await tx.flush()
        await note(tx, operation, reason=reason)
        await decided(tx, operation, "custody_operation.retried", reason)
        await wake(tx, operation)
    return operation
