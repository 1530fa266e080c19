"""A redemption that should not have been: the opposite transfer."""

from collections.abc import Sequence
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import Booked, book_all
from prepaid.domains.ledger.rules import cash
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.shares import Consumed, Split, Terms, Undone, earned, given_back
from prepaid.domains.ledger.rules.sources import OWN
from prepaid.domains.ledger.rules.transfers import (
    Draft,
    Phase,
    Resolution,
    Take,
    TransferKind,
    credit,
    debit,
    legs,
)
from prepaid.kit.money import Fen


async def undo_redemption(
    tx: WriteSession,
    merchant_id: UUID,
    *,
    terms: Terms,
    redemption_id: UUID,
    lots: Sequence[Undone],
    released: bool,
) -> Booked:
    """Give the holder back what a redemption took; within its undo window, before its dispute window is over.

    `released`: whether the CUSTODY_RELEASE of the redemption was confirmed. If not, it is voided; if so, the cash
    goes back by the pending CUSTODY_RELOAD of `redemption_id`. An odd fen of an undo out of turn is settled with
    the merchant (CUSTODY_CORRECTION). What was freed of the holdback is taken from where the merchant has money.

    Raises:
        TransferAlreadyResolved: the release was confirmed and `released` says otherwise.
        InsufficientFunds: what the redemption earned is no longer pending.
    """
    took = earned(terms, [Consumed(lot.principal_fen, lot.value_fen) for lot in lots])
    back, contract = given_back(terms, lots), terms.contract_id
    odd = took.custody_fen - back.custody_fen
    undone = legs(
        debit(AccountCode.MERCHANT_PENDING, took.custody_fen),
        debit(AccountCode.MERCHANT_ADVANCE, back.advance_fen, contract),
        credit(AccountCode.CARD_LIABILITY, back.principal_fen, contract),
        credit(AccountCode.MERCHANT_SETTLED, max(odd, 0)),
    )
    drafts = [
        Draft(TransferKind.REDEMPTION_UNDONE, str(redemption_id), undone, _taken(-odd)),
        *_restore_holdback(redemption_id, contract, back.holdback_fen),
    ]
    return await book_all(
        tx, merchant_id, back, *drafts, *_cash(redemption_id, contract, took, back, released=released)
    )


def _restore_holdback(reference: UUID, contract_id: UUID, amount_fen: Fen) -> list[Draft]:
    held = legs(credit(AccountCode.HOLDBACK, amount_fen, contract_id))
    return [Draft(TransferKind.HOLDBACK_RESTORED, str(reference), held, _taken(amount_fen))] if held else []


def _taken(amount_fen: Fen) -> Take | None:
    return Take(amount_fen, OWN) if amount_fen > 0 else None


def _cash(
    redemption_id: UUID, contract_id: UUID, took: Split, back: Split, *, released: bool
) -> list[Draft | Resolution]:
    if released:
        return [*cash.reload(redemption_id, contract_id, back.custody_fen)]
    stopped = [Resolution(TransferKind.CUSTODY_RELEASE, str(redemption_id), Phase.VOIDED)] if took.custody_fen else []
    return [*stopped, *cash.correct(redemption_id, contract_id, took.custody_fen - back.custody_fen)]
