"""The merchant's deposit (保证金) at the bank."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import Draft, Transfer, TransferKind, credit, debit
from prepaid.kit.money import Fen


async def pay_deposit(tx: WriteSession, merchant_id: UUID, *, deposit_payment_id: UUID, amount_fen: Fen) -> Transfer:
    """The merchant's deposit has come in."""
    paid = (debit(AccountCode.DEPOSIT_BANK, amount_fen), credit(AccountCode.DEPOSIT, amount_fen))
    return await book(tx, merchant_id, Draft(TransferKind.DEPOSIT_PAID, str(deposit_payment_id), paid))


async def deduct_deposit(
    tx: WriteSession, merchant_id: UUID, *, deduction_id: UUID, amount_fen: Fen, refund_id: UUID | None
) -> Transfer:
    """Take of the deposit what a consumer is owed (`refund_id`), or (None) what the merchant owes the bank.

    Raises:
        InsufficientFunds: the deposit is smaller, or the merchant owes less.
    """
    if refund_id is None:
        target = credit(AccountCode.MERCHANT_RECEIVABLE, amount_fen)
    else:
        target = credit(AccountCode.REFUND_PAYABLE, amount_fen, refund_id)
    deducted = (
        debit(AccountCode.DEPOSIT, amount_fen),
        target,
        debit(AccountCode.SETTLEMENT_BANK, amount_fen),
        credit(AccountCode.DEPOSIT_BANK, amount_fen),
    )
    return await book(tx, merchant_id, Draft(TransferKind.DEPOSIT_DEDUCTED, str(deduction_id), deducted))
