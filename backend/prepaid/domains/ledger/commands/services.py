"""Single services: paid with the order, performed once."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import Booked, book_all
from prepaid.domains.ledger.rules import cash
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.shares import Split
from prepaid.domains.ledger.rules.transfers import Draft, TransferKind, credit, debit
from prepaid.kit.money import Fen


async def book_performance(
    tx: WriteSession, merchant_id: UUID, *, performance_id: UUID, order_id: UUID, amount_fen: Fen
) -> Booked:
    """A single service is performed: its price waits in MERCHANT_PENDING until `end_dispute_window`.

    The cash goes from the channel to the settlement account by the pending SETTLEMENT_SWEEP of `performance_id`.

    Raises:
        InsufficientFunds: the order holds less.
    """
    performed = (
        debit(AccountCode.ORDER_LIABILITY, amount_fen, order_id),
        credit(AccountCode.MERCHANT_PENDING, amount_fen),
    )
    return await book_all(
        tx,
        merchant_id,
        Split(amount_fen, 0, 0),
        Draft(TransferKind.SERVICE_PERFORMED, str(performance_id), performed),
        *cash.sweep(performance_id, amount_fen),
    )
