"""Commission: the merchant owes it from approval on, out of what it has earned."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.sources import EARNED, OWN
from prepaid.domains.ledger.rules.transfers import Draft, Take, Transfer, TransferKind, credit, debit, legs
from prepaid.kit.money import Fen


async def approve_commission(
    tx: WriteSession, merchant_id: UUID, *, commission_id: UUID, salesperson_id: UUID, amount_fen: Fen
) -> Transfer | None:
    """Set approved commission aside, from drawable and settled money.

    None when the merchant does not have it now: the commission waits, approved, and is tried again later.
    """
    owed = (credit(AccountCode.COMMISSION_PAYABLE, amount_fen, salesperson_id),)
    draft = Draft(TransferKind.COMMISSION_APPROVED, str(commission_id), owed, Take(amount_fen, EARNED))
    try:
        async with tx.begin_nested():
            return await book(tx, merchant_id, draft)
    except InsufficientFunds:
        return None


async def reverse_commission(
    tx: WriteSession,
    merchant_id: UUID,
    *,
    reversal_id: UUID,
    salesperson_id: UUID,
    unpaid_fen: Fen,
    owed_fen: Fen = 0,
    debtor_id: UUID | None = None,
) -> Transfer:
    """Commission was set aside that is not due: the part that was not paid out is the merchant's again.

    `owed_fen`: the part that was paid, which the salesperson owes, or `debtor_id` in his place.

    Raises:
        InsufficientFunds: less is set aside for the salesperson, or a payout holds it.
    """
    parts = legs(
        debit(AccountCode.COMMISSION_PAYABLE, unpaid_fen, salesperson_id),
        debit(AccountCode.SALES_RECEIVABLE, owed_fen, debtor_id or salesperson_id),
        credit(AccountCode.MERCHANT_SETTLED, unpaid_fen + owed_fen),
    )
    return await book(tx, merchant_id, Draft(TransferKind.COMMISSION_REVERSED, str(reversal_id), parts))


async def net_commission(
    tx: WriteSession, merchant_id: UUID, *, netting_id: UUID, salesperson_id: UUID, amount_fen: Fen
) -> Transfer:
    """Set what a salesperson owes off against commission that is to be paid.

    Raises:
        InsufficientFunds: less is to be paid, or owed.
    """
    parts = legs(
        debit(AccountCode.COMMISSION_PAYABLE, amount_fen, salesperson_id),
        credit(AccountCode.SALES_RECEIVABLE, amount_fen, salesperson_id),
    )
    return await book(tx, merchant_id, Draft(TransferKind.COMMISSION_NETTED, str(netting_id), parts))


async def write_off_commission(
    tx: WriteSession, merchant_id: UUID, *, write_off_id: UUID, salesperson_id: UUID, amount_fen: Fen
) -> Transfer:
    """The merchant does without what a salesperson owes, and bears it.

    Raises:
        InsufficientFunds: less is owed.
    """
    owed = (credit(AccountCode.SALES_RECEIVABLE, amount_fen, salesperson_id),)
    draft = Draft(TransferKind.COMMISSION_WRITTEN_OFF, str(write_off_id), owed, Take(amount_fen, OWN))
    return await book(tx, merchant_id, draft)
