"""Money that comes in through a payment channel, and what the channel keeps."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import Draft, Transfer, TransferKind, credit, debit
from prepaid.kit.money import Fen


async def capture_payment(
    tx: WriteSession, merchant_id: UUID, *, payment_id: UUID, order_id: UUID, amount_fen: Fen
) -> Transfer:
    """The channel has `amount_fen` from the consumer, who is owed it on the order until something is done with it.

    What opens or recharges a card goes on with `apply_to_card`, in the same transaction; a service that is performed
    with `book_performance`; what can't be served with `decide_order_refund`. `order_id`: whatever is paid for.
    """
    legs = (debit(AccountCode.CHANNEL_CLEARING, amount_fen), credit(AccountCode.ORDER_LIABILITY, amount_fen, order_id))
    return await book(tx, merchant_id, Draft(TransferKind.PAYMENT_CAPTURED, str(payment_id), legs))


async def charge_channel_fee(tx: WriteSession, merchant_id: UUID, *, payment_id: UUID, fee_fen: Fen) -> Transfer:
    """The channel keeps a fee of a payment."""
    legs = (debit(AccountCode.CHANNEL_FEE, fee_fen), credit(AccountCode.CHANNEL_CLEARING, fee_fen))
    return await book(tx, merchant_id, Draft(TransferKind.CHANNEL_FEE, str(payment_id), legs))


async def return_channel_fee(tx: WriteSession, merchant_id: UUID, *, refund_id: UUID, fee_fen: Fen) -> Transfer:
    """The channel gives back the fee of what it refunded."""
    legs = (debit(AccountCode.CHANNEL_CLEARING, fee_fen), credit(AccountCode.CHANNEL_FEE, fee_fen))
    return await book(tx, merchant_id, Draft(TransferKind.CHANNEL_FEE, str(refund_id), legs))
