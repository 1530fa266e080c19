"""Bonus on cards: counted in a memo pair, never paid in cash."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import Draft, Transfer, TransferKind, credit, debit
from prepaid.kit.money import Fen


async def grant_bonus(
    tx: WriteSession, merchant_id: UUID, *, grant_id: UUID, contract_id: UUID, amount_fen: Fen
) -> Transfer:
    """Bonus is put on a card. `amount_fen`: its value in services."""
    granted = (
        debit(AccountCode.BONUS_GRANTED, amount_fen, contract_id),
        credit(AccountCode.BONUS_LIABILITY, amount_fen, contract_id),
    )
    return await book(tx, merchant_id, Draft(TransferKind.BONUS_GRANTED, str(grant_id), granted))


async def consume_bonus(
    tx: WriteSession, merchant_id: UUID, *, consumption_id: UUID, contract_id: UUID, amount_fen: Fen
) -> Transfer:
    """Bonus is used up, lapses, or leaves the card.

    Raises:
        InsufficientFunds: there is less.
    """
    used = (
        debit(AccountCode.BONUS_LIABILITY, amount_fen, contract_id),
        credit(AccountCode.BONUS_GRANTED, amount_fen, contract_id),
    )
    return await book(tx, merchant_id, Draft(TransferKind.BONUS_CONSUMED, str(consumption_id), used))
