"""Asking the provider what became of a queued instruction."""

from datetime import datetime, timedelta
from typing import Final
from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.jobs import enqueue
from prepaid.domains.custody.commands.completing import complete
from prepaid.domains.custody.commands.queue import queued
from prepaid.domains.custody.commands.requesting import note
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.custody.reads.wallets import locked_operation
from prepaid.domains.custody.rules.operations import OperationState, Outcome
from prepaid.kit import clock
from prepaid.providers.custody_signature import FRESH_SECONDS
from prepaid.providers.custody_wallet import WalletReceipt

ASK: Final = "custody.ask"


async def ask_provider(tx: WriteSession, actor: Actor, *, merchant_id: UUID, operation_id: UUID) -> WalletOperation:
    """Have the provider asked: what it has done is booked; what it knows nothing of may be abandoned.

    The question waits until no earlier request can still arrive: a provider refuses one of over five minutes.

    Raises:
        NotFound, OperationNotInQueue.
    """
    await ensure_seen(tx, merchant_id, "operationId")
    async with tx.under(DbRole.WORKER):
        operation, _ = await queued(tx, merchant_id, operation_id)
        payload = {"merchant_id": merchant_id, "operation_id": operation_id}
        run_at = settled_by(operation)
        await enqueue(tx, ASK, payload=payload, run_at=run_at, dedupe_key=f"{ASK}:{operation_id}", tenant=merchant_id)
    return operation


def settled_by(operation: WalletOperation) -> datetime:
    """From when on no request for the instruction can still arrive at the provider."""
    return (operation.sent_at or clock.now()) + timedelta(seconds=FRESH_SECONDS)


async def record_query(
    tx: WriteSession, merchant_id: UUID, operation_id: UUID, receipt: WalletReceipt | None, *, sent_at: datetime | None
) -> None:
    """Note what the provider says of the instruction as it was last sent at `sent_at`."""
    operation, wallets = await locked_operation(tx, merchant_id, operation_id)
    if operation.state != OperationState.IN_QUEUE or operation.sent_at != sent_at:
        return
    if receipt is not None:
        operation.last_outcome, operation.last_code = Outcome.DONE.value, None
        await complete(tx, operation, wallets, number=receipt.number)
        return
    operation.last_outcome, operation.last_code = Outcome.NOT_DONE.value, None
    await note(tx, operation, outcome=Outcome.NOT_DONE)
