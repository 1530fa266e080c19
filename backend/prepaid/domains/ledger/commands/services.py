"""Single services: paid with the order, performed once."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import Booked, book_all, post
from prepaid.domains.ledger.rules import cash
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.shares import Split
from prepaid.domains.ledger.rules.transfers import Draft, Phase, Resolution, Transfer, TransferKind, credit, debit
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


async def undo_performance(
    tx: WriteSession, merchant_id: UUID, *, performance_id: UUID, order_id: UUID, amount_fen: Fen
) -> Transfer:
    """A performance that should not have been: the order is owed its price again, and its sweep does not happen.

    Raises:
        InsufficientFunds: what it earned is no longer pending.
        TransferAlreadyResolved: the cash went to the settlement account already.
    """
    undone = (
        debit(AccountCode.MERCHANT_PENDING, amount_fen),
        credit(AccountCode.ORDER_LIABILITY, amount_fen, order_id),
    )
    reference = str(performance_id)
    stopped = Resolution(TransferKind.SETTLEMENT_SWEEP, reference, Phase.VOIDED)
    booked, _ = await post(tx, merchant_id, Draft(TransferKind.REDEMPTION_UNDONE, reference, undone), stopped)
    assert booked is not None
    return booked
