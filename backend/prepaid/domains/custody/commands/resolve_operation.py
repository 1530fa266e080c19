"""Confirming by hand that a queued instruction was carried out."""

from uuid import UUID

from prepaid.core.actor import Actor, DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue
from prepaid.domains.custody.commands.completing import complete
from prepaid.domains.custody.commands.queue import decided, queued
from prepaid.domains.custody.errors.wallets import ReceiptNumberMissing
from prepaid.domains.custody.models import WalletOperation
from prepaid.domains.custody.reads.seen import ensure_seen
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.kit.text import InvalidText, clean_text

LONGEST_NUMBER = 64


async def resolve_operation(
    tx: WriteSession, actor: Actor, *, merchant_id: UUID, operation_id: UUID, number: str, reason: str
) -> WalletOperation:
    """The bank has seen the provider's receipt: book the instruction as done, under the receipt's number.

    Raises:
        NotFound, OperationNotInQueue, ReasonTooShort, InvalidValue.
        ReceiptNumberMissing: without a number there was no receipt.
        InsufficientFunds: the ledger knows of less money than it would take.
    """
    reason = reason_text(reason)
    try:
        receipt = clean_text(number, max_length=LONGEST_NUMBER)
    except InvalidText as error:
        raise InvalidValue(path=("number",), reason=error.reason.value) from error
    if not receipt:
        raise ReceiptNumberMissing(path=("number",))
    await ensure_seen(tx, merchant_id, "operationId")
    async with tx.under(DbRole.WORKER):
        operation, wallets = await queued(tx, merchant_id, operation_id)
        await complete(tx, operation, wallets, number=receipt, reason=reason)
        await decided(tx, operation, "custody_operation.resolved", reason, {"number": receipt})
    return operation
