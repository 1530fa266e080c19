"""Refunds: what is decided is owed to the consumer at once, and the merchant pays what custody does not hold."""

from collections.abc import Sequence
from uuid import UUID

from prepaid.core import events
from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import Booked, book, book_all
from prepaid.domains.ledger.commands.redemptions import earn_holdback
from prepaid.domains.ledger.events import DepositTaken
from prepaid.domains.ledger.rules import cash
from prepaid.domains.ledger.rules.chart import AccountCode, Side
from prepaid.domains.ledger.rules.refunds import card_refund, refund_shares
from prepaid.domains.ledger.rules.shares import Terms, split_all
from prepaid.domains.ledger.rules.sources import ANY, DEPOSIT
from prepaid.domains.ledger.rules.transfers import Draft, Take, Transfer, TransferKind, credit, debit, legs
from prepaid.kit.money import Fen, InvalidAmount, check_fen


async def decide_refund(
    tx: WriteSession,
    merchant_id: UUID,
    *,
    terms: Terms,
    refund_id: UUID,
    principals_fen: Sequence[Fen],
    refund_fen: Fen,
    fee_fen: Fen,
) -> Booked:
    """The lots of a card are given back: of their principal nothing is owed any more, R − F is to be paid out.

    `principals_fen`: what is left of each lot, all of it goes; `refund_fen`: R as computed, also above the principal.
    What custody does not hold is taken from HOLDBACK, DRAWABLE, SETTLED, DEPOSIT; the rest the merchant owes
    (`transfer.moved(sources.RECEIVABLE, Side.DEBIT)`), and the bank intervenes. A dispute of the case is closed
    first, or its money is still held. A job takes the cash out of custody: pending CUSTODY_REFUND of `refund_id`.

    Raises:
        InvalidAmount: a negative amount, or a fee above the refund.
    """
    split, contract = split_all(terms, principals_fen), terms.contract_id
    shares = refund_shares(split, refund_fen, fee_fen)
    booked = await book_all(
        tx,
        merchant_id,
        split,
        card_refund(refund_id, contract, split, refund_fen, fee_fen),
        *earn_holdback(refund_id, contract, shares.freed_holdback_fen),
        *cash.refund(refund_id, contract, split.custody_fen),
    )
    await _deposit_pays(tx, merchant_id, booked.transfer)
    return booked


async def decide_order_refund(
    tx: WriteSession, merchant_id: UUID, *, refund_id: UUID, order_id: UUID, refund_fen: Fen, fee_fen: Fen
) -> Transfer:
    """What was paid on an order that is not (yet) performed or applied is given back.

    Raises:
        InsufficientFunds: the order holds less than `refund_fen`.
        InvalidAmount: a fee above the refund.
    """
    if not 0 <= check_fen(fee_fen) <= check_fen(refund_fen):
        raise InvalidAmount("a fee is kept out of the refund: between zero and all of it")
    decided = legs(
        debit(AccountCode.ORDER_LIABILITY, refund_fen, order_id),
        credit(AccountCode.REFUND_PAYABLE, refund_fen - fee_fen, refund_id),
        credit(AccountCode.FEE_INCOME, fee_fen),
    )
    return await book(tx, merchant_id, Draft(TransferKind.ORDER_REFUND_DECIDED, str(refund_id), decided))


async def raise_refund(
    tx: WriteSession, merchant_id: UUID, *, raise_id: UUID, refund_id: UUID, amount_fen: Fen
) -> Transfer:
    """The merchant pays the consumer more: interest, an amount raised later, what was performed but badly.

    Taken from DRAWABLE, SETTLED, DEPOSIT, and what is nowhere the merchant owes.
    """
    owed = (credit(AccountCode.REFUND_PAYABLE, amount_fen, refund_id),)
    transfer = await book(
        tx, merchant_id, Draft(TransferKind.REFUND_RAISED, str(raise_id), owed, Take(amount_fen, ANY))
    )
    await _deposit_pays(tx, merchant_id, transfer)
    return transfer


async def _deposit_pays(tx: WriteSession, merchant_id: UUID, transfer: Transfer) -> None:
    """What was taken of the deposit leaves the deposit's bank account too, towards the payout."""
    amount_fen = transfer.moved(DEPOSIT, Side.DEBIT)
    if amount_fen:
        moved = (debit(AccountCode.SETTLEMENT_BANK, amount_fen), credit(AccountCode.DEPOSIT_BANK, amount_fen))
        await book(tx, merchant_id, Draft(TransferKind.DEPOSIT_CASH, str(transfer.id), moved))
        await events.publish(tx, DepositTaken(merchant_id, amount_fen))
