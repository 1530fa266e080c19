"""A payment becomes the principal of a card."""

from collections.abc import Sequence
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import Booked, book_all
from prepaid.domains.ledger.rules import cash
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.shares import Terms, split_all
from prepaid.domains.ledger.rules.transfers import Draft, TransferKind, credit, debit, legs
from prepaid.kit.money import Fen


async def apply_to_card(
    tx: WriteSession, merchant_id: UUID, *, terms: Terms, funding_id: UUID, order_id: UUID, lots_fen: Sequence[Fen]
) -> Booked:
    """A captured payment opens or recharges a card: the merchant may draw its share, the rest goes to custody.

    `lots_fen`: what is paid for each lot; `order_id`: as the payment was captured on. The cash follows by jobs,
    which `confirm` the pending CUSTODY_LOAD (channel → custody, `split.custody_fen`) and SETTLEMENT_SWEEP (channel →
    settlement, `split.advance_fen`) of `funding_id`; one of zero is not made.

    Raises:
        InsufficientFunds: the order holds less than the lots.
    """
    split, contract = split_all(terms, lots_fen), terms.contract_id
    funded = legs(
        debit(AccountCode.ORDER_LIABILITY, split.principal_fen, order_id),
        credit(AccountCode.CARD_LIABILITY, split.principal_fen, contract),
        debit(AccountCode.MERCHANT_ADVANCE, split.advance_fen, contract),
        credit(AccountCode.MERCHANT_DRAWABLE, split.advance_fen - split.holdback_fen),
        credit(AccountCode.HOLDBACK, split.holdback_fen, contract),
    )
    return await book_all(
        tx,
        merchant_id,
        split,
        Draft(TransferKind.CARD_FUNDED, str(funding_id), funded),
        *cash.load(funding_id, contract, split.custody_fen),
        *cash.sweep(funding_id, split.advance_fen),
    )
