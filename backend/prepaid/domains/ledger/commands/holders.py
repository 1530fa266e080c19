"""What is owed to a holder goes to another, or waits for him."""

from collections.abc import Sequence
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import Booked, book, book_all
from prepaid.domains.ledger.errors import MalformedTransfer
from prepaid.domains.ledger.rules import cash
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.shares import Terms, split_all
from prepaid.domains.ledger.rules.transfers import Draft, Transfer, TransferKind, credit, debit, legs
from prepaid.kit.money import Fen


async def claim_gift(
    tx: WriteSession, merchant_id: UUID, *, gift_id: UUID, terms: Terms, to: Terms, principals_fen: Sequence[Fen]
) -> Booked:
    """Lots go from one card contract to another with the same shares, with what is advanced and held back for them.

    The cash follows from wallet to wallet: pending CUSTODY_MOVE of `gift_id`.

    Raises:
        MalformedTransfer: the new contract has other shares, or is the old one.
    """
    shares = (terms.custody_bps, terms.holdback_bps)
    if (to.custody_bps, to.holdback_bps) != shares or to.contract_id == terms.contract_id:
        raise MalformedTransfer("a gift keeps the shares of its card contract, in another one")
    split, old, new = split_all(terms, principals_fen), terms.contract_id, to.contract_id
    moved = legs(
        debit(AccountCode.CARD_LIABILITY, split.principal_fen, old),
        credit(AccountCode.CARD_LIABILITY, split.principal_fen, new),
        debit(AccountCode.MERCHANT_ADVANCE, split.advance_fen, new),
        credit(AccountCode.MERCHANT_ADVANCE, split.advance_fen, old),
        debit(AccountCode.HOLDBACK, split.holdback_fen, old),
        credit(AccountCode.HOLDBACK, split.holdback_fen, new),
    )
    return await book_all(
        tx,
        merchant_id,
        split,
        Draft(TransferKind.GIFT_CLAIMED, str(gift_id), moved),
        *cash.move(gift_id, old, new, split.custody_fen),
    )


async def deregister_unpaid(
    tx: WriteSession, merchant_id: UUID, *, case_id: UUID, contract_id: UUID, principal_fen: Fen
) -> Transfer:
    """A card is closed whose holder could not be verified: what is owed waits for him, custody keeps it."""
    waits = (
        debit(AccountCode.CARD_LIABILITY, principal_fen, contract_id),
        credit(AccountCode.UNCLAIMED_LIABILITY, principal_fen, contract_id),
    )
    return await book(tx, merchant_id, Draft(TransferKind.DEREGISTERED_UNPAID, str(case_id), waits))
