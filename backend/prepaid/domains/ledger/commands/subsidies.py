"""Bank coupons: the bank owes the reduction, the merchant earns it as it performs (domain/01, 11)."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import Draft, Leg, Transfer, TransferKind, credit, debit
from prepaid.kit.money import Fen


async def grant_subsidy(tx: WriteSession, merchant_id: UUID, *, coupon_use_id: UUID, amount_fen: Fen) -> Transfer:
    """A bank coupon is used: the bank owes `amount_fen`, which the merchant has not earned yet."""
    return await _book(
        tx,
        merchant_id,
        TransferKind.SUBSIDY_GRANTED,
        coupon_use_id,
        debit(AccountCode.BANK_SUBSIDY_RECEIVABLE, amount_fen),
        credit(AccountCode.SUBSIDY_UNEARNED, amount_fen, coupon_use_id),
    )


async def earn_subsidy(
    tx: WriteSession, merchant_id: UUID, *, performed_id: UUID, coupon_use_id: UUID, amount_fen: Fen
) -> Transfer:
    """A part of the subsidy is earned by a redemption or performance.

    Raises:
        InsufficientFunds: more than is left of it.
    """
    return await _book(
        tx,
        merchant_id,
        TransferKind.SUBSIDY_EARNED,
        performed_id,
        debit(AccountCode.SUBSIDY_UNEARNED, amount_fen, coupon_use_id),
        credit(AccountCode.MERCHANT_SETTLED, amount_fen),
    )


async def return_subsidy(
    tx: WriteSession, merchant_id: UUID, *, refund_id: UUID, coupon_use_id: UUID, amount_fen: Fen
) -> Transfer:
    """What a refund leaves unearned of the subsidy goes back to the bank.

    Raises:
        InsufficientFunds: more than is left of it.
    """
    return await _book(
        tx,
        merchant_id,
        TransferKind.SUBSIDY_RETURNED,
        refund_id,
        debit(AccountCode.SUBSIDY_UNEARNED, amount_fen, coupon_use_id),
        credit(AccountCode.BANK_SUBSIDY_RECEIVABLE, amount_fen),
    )


async def _book(tx: WriteSession, merchant_id: UUID, kind: TransferKind, reference: UUID, *parts: Leg) -> Transfer:
    return await book(tx, merchant_id, Draft(kind, str(reference), parts))
