"""Having instructions carried out: each attempt is begun, asked and booked, the asking outside any transaction."""

from uuid import UUID

from prepaid.core.jobs import JobContext, job
from prepaid.domains.custody.commands.attempting import begin_attempt, record_answer, record_failure
from prepaid.domains.custody.commands.requesting import PERFORM
from prepaid.domains.custody.rules.operations import Outcome
from prepaid.providers.custody_wallet import WalletRefused, WalletUnclear
from prepaid.providers.custody_wallet_http import HttpCustodyWallets


@job(PERFORM)
async def perform(ctx: JobContext, *, merchant_id: UUID, operation_id: UUID) -> None:
    """Make one attempt, if the instruction is due and waits for nothing.

    A crash at any point leaves it SENT: after its lease `custody.sweep` has it asked again under the same
    reference, which the provider carries out once.
    """
    database, actor = ctx.services.database, ctx.actor
    attempt = await database.run(actor, lambda tx: begin_attempt(tx, merchant_id, operation_id))
    if attempt is None:
        return
    try:
        async with HttpCustodyWallets.of(ctx.services.settings) as provider:
            receipt = await provider.carry_out(attempt.instruction)
    except (WalletRefused, WalletUnclear) as failure:
        refused = isinstance(failure, WalletRefused)
        outcome, code = Outcome.REFUSED if refused else Outcome.UNCLEAR, str(failure)
        await database.run(
            actor,
            lambda tx: record_failure(
                tx, merchant_id, operation_id, outcome=outcome, code=code, attempt=attempt.number
            ),
        )
    else:
        await database.run(actor, lambda tx: record_answer(tx, merchant_id, operation_id, receipt))
