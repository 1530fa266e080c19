"""A consumer disputes a performance: its money stands still until the case is closed."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.pending import void
from prepaid.domains.ledger.commands.post import post
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.sources import DRAWABLE
from prepaid.domains.ledger.rules.transfers import AccountRef, Draft, Take, Transfer, TransferKind, credit, debit, legs
from prepaid.kit.money import Fen


async def open_dispute(
    tx: WriteSession, merchant_id: UUID, *, case_id: UUID, pending_fen: Fen, drawable_fen: Fen
) -> Transfer | None:
    """Hold the pending part of what is disputed, and of the drawable money as much of `drawable_fen` as is there.

    domain/100 holds the same amount of both; where custody keeps nothing (r = 0) the caller holds the value. Held
    money cannot be drawn, nor settled. None when there is nothing to hold: the case then rests on the other sources.

    Raises:
        InsufficientFunds: the pending part is settled already.
    """
    claim = AccountRef(AccountCode.REFUND_PAYABLE, case_id)
    held = legs(
        debit(AccountCode.MERCHANT_PENDING, pending_fen), credit(AccountCode.REFUND_PAYABLE, pending_fen, case_id)
    )
    take = Take(drawable_fen, (DRAWABLE,), to=claim) if drawable_fen else None
    if not held and take is None:
        return None
    (transfer,) = await post(tx, merchant_id, Draft(TransferKind.DISPUTE_HOLD, str(case_id), held, take, pending=True))
    return transfer


async def close_dispute(tx: WriteSession, merchant_id: UUID, *, case_id: UUID) -> Transfer:
    """Let go what the case held, whoever is right; what the consumer gets is then booked as a refund.

    Raises:
        TransferUnknown: the case held nothing.
    """
    return await void(tx, merchant_id, TransferKind.DISPUTE_HOLD, case_id)
