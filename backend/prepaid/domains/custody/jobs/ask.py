"""Asking the provider about an instruction in the bank's queue."""

from uuid import UUID

from prepaid.core.actor import SYSTEM
from prepaid.core.jobs import JobContext, job
from prepaid.domains.custody.commands.ask_provider import ASK, record_query
from prepaid.domains.custody.models import WalletOperation
from prepaid.providers.custody_wallet_http import HttpCustodyWallets


@job(ASK)
async def ask(ctx: JobContext, *, merchant_id: UUID, operation_id: UUID) -> None:
    """Ask, and note the answer; an unclear one has the job run again."""
    database = ctx.services.database
    async with database.write(SYSTEM) as tx:
        operation = await tx.get_one(WalletOperation, (merchant_id, operation_id))
    async with HttpCustodyWallets.of(ctx.services.settings) as provider:
        receipt = await provider.query(operation_id)
    await database.run(
        ctx.actor, lambda tx: record_query(tx, merchant_id, operation_id, receipt, sent_at=operation.sent_at)
    )
