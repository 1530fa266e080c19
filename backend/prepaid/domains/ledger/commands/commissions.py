"""Commission: the merchant owes it from approval on, out of what it has earned."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.sources import EARNED
from prepaid.domains.ledger.rules.transfers import AccountRef, Draft, Take, Transfer, TransferKind, credit
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
    tx: WriteSession, merchant_id: UUID, *, reversal_id: UUID, salesperson_id: UUID, amount_fen: Fen
) -> Transfer:
    """Commission was set aside that is not due: what is paid out already, the salesperson owes."""
    sources = (
        AccountRef(AccountCode.COMMISSION_PAYABLE, salesperson_id),
        AccountRef(AccountCode.SALES_RECEIVABLE, salesperson_id),
    )
    back = (credit(AccountCode.MERCHANT_SETTLED, amount_fen),)
    draft = Draft(TransferKind.COMMISSION_REVERSED, str(reversal_id), back, Take(amount_fen, sources))
    return await book(tx, merchant_id, draft)
