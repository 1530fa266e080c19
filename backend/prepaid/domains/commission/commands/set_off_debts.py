"""Setting what a person owes off against what he is to be paid."""

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.commission.models import CommissionNetting, CommissionPayout, CommissionReceivable
from prepaid.domains.commission.rules.payouts import Debt, ReceivableState, set_off
from prepaid.domains.ledger.commands.commissions import net_commission
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def set_off_debts(tx: WriteSession, payout: CommissionPayout) -> None:
    """Net the person's open receivables, oldest first, from a payout that is about to be sent. Runs as the worker."""
    owed = (
        select(CommissionReceivable)
        .filter_by(merchant_id=payout.merchant_id, salesperson_id=payout.salesperson_id, state="OPEN")
        .order_by(CommissionReceivable.arose_at, CommissionReceivable.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    )
    debts = {each.id: each for each in await tx.scalars(owed)}
    open_ = [Debt(each.id, each.amount_fen - each.netted_fen - each.written_off_fen) for each in debts.values()]
    for receivable_id, part_fen in set_off(payout.amount_fen, open_):
        debt = debts[receivable_id]
        netting = CommissionNetting(
            merchant_id=payout.merchant_id,
            id=uuid7(),
            receivable_id=receivable_id,
            payout_id=payout.id,
            amount_fen=part_fen,
            netted_at=clock.now(),
        )
        tx.add(netting)
        await net_commission(
            tx,
            payout.merchant_id,
            netting_id=netting.id,
            salesperson_id=payout.salesperson_id,
            amount_fen=part_fen,
        )
        with tx.no_autoflush:
            payout.netted_fen += part_fen
            payout.amount_fen -= part_fen
            debt.netted_fen += part_fen
            if debt.netted_fen + debt.written_off_fen == debt.amount_fen:
                debt.state = (ReceivableState.WRITTEN_OFF if debt.written_off_fen else ReceivableState.SETTLED).value
        await tx.flush()
