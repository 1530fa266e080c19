"""Setting the money of approved commission aside, or waiting until the merchant has it."""

from collections.abc import Iterable
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.commission.models import CommissionLine
from prepaid.domains.commission.reads.lines import lock_lines
from prepaid.domains.commission.rules.lines import WAITING_FUNDS
from prepaid.domains.ledger.commands.commissions import approve_commission


async def fund_lines(tx: WriteSession, lines: Iterable[CommissionLine]) -> int:
    """Set aside what approved, locked lines earn; those that the merchant cannot pay now wait. Answers how many."""
    funded = 0
    for line in lines:
        if line.transfer_id is not None or line.state != "APPROVED":
            continue
        due_fen = line.amount_fen - line.reversed_fen
        transfer = await approve_commission(
            tx,
            line.merchant_id,
            commission_id=line.id,
            salesperson_id=line.salesperson_id,
            amount_fen=due_fen,
        )
        line.waiting = WAITING_FUNDS if transfer is None else None
        line.transfer_id = None if transfer is None else transfer.id
        funded += transfer is not None
    await tx.flush()
    return funded


async def fund_waiting(tx: WriteSession, merchant_id: UUID) -> int:
    """Try again for everything of a merchant that waits, the first earned first. Runs as the worker."""
    waiting = await lock_lines(tx, merchant_id, CommissionLine.waiting.is_not(None))
    return await fund_lines(tx, sorted(waiting, key=lambda line: (line.earned_at, line.id)))
