"""Consumption of a card: what is performed stops being owed to the holder."""

from collections.abc import Sequence
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import Booked, book, book_all
from prepaid.domains.ledger.rules import cash
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.shares import Consumed, Terms, earned
from prepaid.domains.ledger.rules.transfers import Draft, Transfer, TransferKind, credit, debit, legs
from prepaid.kit.money import Fen


async def book_redemption(
    tx: WriteSession, merchant_id: UUID, *, terms: Terms, redemption_id: UUID, lots: Sequence[Consumed]
) -> Booked:
    """The merchant has performed `value_fen` of each PAID lot: it earns the differences of domain/100.

    `split.custody_fen` waits in MERCHANT_PENDING until `end_dispute_window`; the same amount of cash leaves
    custody by the pending CUSTODY_RELEASE of `redemption_id`, which a job confirms after the undo window. The
    holdback of what was performed becomes drawable at once.

    Raises:
        InvalidAmount: nothing is consumed of a lot, or more than it holds.
    """
    split, contract = earned(terms, lots), terms.contract_id
    performed = legs(
        debit(AccountCode.CARD_LIABILITY, split.principal_fen, contract),
        credit(AccountCode.MERCHANT_ADVANCE, split.advance_fen, contract),
        credit(AccountCode.MERCHANT_PENDING, split.custody_fen),
    )
    return await book_all(
        tx,
        merchant_id,
        split,
        Draft(TransferKind.REDEMPTION, str(redemption_id), performed),
        *earn_holdback(redemption_id, contract, split.holdback_fen),
        *cash.release(redemption_id, contract, split.custody_fen),
    )


def earn_holdback(reference: UUID, contract_id: UUID, amount_fen: Fen) -> list[Draft]:
    """The holdback of what was performed, or is no longer owed, becomes drawable."""
    freed = legs(
        debit(AccountCode.HOLDBACK, amount_fen, contract_id), credit(AccountCode.MERCHANT_DRAWABLE, amount_fen)
    )
    return [Draft(TransferKind.HOLDBACK_EARNED, str(reference), freed)] if freed else []


async def end_dispute_window(tx: WriteSession, merchant_id: UUID, *, performed_id: UUID, amount_fen: Fen) -> Transfer:
    """Nobody disputed a redemption or performance in time: what waited in MERCHANT_PENDING is settled.

    `amount_fen`: what its booking put there, `Booked.split.custody_fen` of a redemption; above zero.
    """
    settled = (debit(AccountCode.MERCHANT_PENDING, amount_fen), credit(AccountCode.MERCHANT_SETTLED, amount_fen))
    return await book(tx, merchant_id, Draft(TransferKind.DISPUTE_WINDOW_OVER, str(performed_id), settled))
