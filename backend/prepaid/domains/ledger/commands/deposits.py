"""The merchant's deposit (保证金) at the bank."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book, post
from prepaid.domains.ledger.rules import cash
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import Draft, Transfer, TransferKind, credit, debit
from prepaid.kit.money import Fen


async def pay_deposit(tx: WriteSession, merchant_id: UUID, *, deposit_payment_id: UUID, amount_fen: Fen) -> Transfer:
    """The merchant's deposit has come in."""
    paid = (debit(AccountCode.DEPOSIT_BANK, amount_fen), credit(AccountCode.DEPOSIT, amount_fen))
    return await book(tx, merchant_id, Draft(TransferKind.DEPOSIT_PAID, str(deposit_payment_id), paid))


async def apply_to_deposit(
    tx: WriteSession, merchant_id: UUID, *, deposit_payment_id: UUID, amount_fen: Fen
) -> Transfer:
    """A payment captured on `deposit_payment_id` (`capture_payment`) becomes the merchant's deposit.

    The cash follows by a job, which confirms the pending DEPOSIT_CASH of `deposit_payment_id` (channel → deposit's
    account at the bank).

    Raises:
        InsufficientFunds: less was captured.
    """
    applied = (
        debit(AccountCode.ORDER_LIABILITY, amount_fen, deposit_payment_id),
        credit(AccountCode.DEPOSIT, amount_fen),
    )
    first = Draft(TransferKind.DEPOSIT_PAID, str(deposit_payment_id), applied)
    transfer, *_ = await post(tx, merchant_id, first, *cash.deposit(deposit_payment_id, amount_fen))
    assert transfer is not None
    return transfer


async def deduct_deposit(
    tx: WriteSession,
    merchant_id: UUID,
    *,
    deduction_id: UUID,
    amount_fen: Fen,
    refund_id: UUID | None,
    pending: bool = False,
) -> Transfer:
    """Take of the deposit what a consumer is owed (`refund_id`), or (None) what the merchant owes the bank.

    `pending`: only hold it; `confirm` or `void` DEPOSIT_DEDUCTED of `deduction_id` says what became of it.

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
    draft = Draft(TransferKind.DEPOSIT_DEDUCTED, str(deduction_id), deducted, pending=pending)
    return await book(tx, merchant_id, draft)
