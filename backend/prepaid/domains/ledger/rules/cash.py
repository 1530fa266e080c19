"""Cash that follows a booking: pending until a job has moved it at the bank, then confirmed or voided."""

from uuid import UUID

from prepaid.domains.ledger.rules.chart import AccountCode, Side
from prepaid.domains.ledger.rules.transfers import AccountRef, Draft, Leg, TransferKind
from prepaid.kit.money import Fen

CHANNEL = AccountRef(AccountCode.CHANNEL_CLEARING)
SETTLEMENT = AccountRef(AccountCode.SETTLEMENT_BANK)
DEPOSIT = AccountRef(AccountCode.DEPOSIT_BANK)


def custody(contract_id: UUID) -> AccountRef:
    """The custody wallet of a card contract."""
    return AccountRef(AccountCode.CUSTODY_BANK, contract_id)


def load(reference: UUID, contract_id: UUID, amount_fen: Fen) -> list[Draft]:
    """From the channel into custody."""
    return _pending(TransferKind.CUSTODY_LOAD, reference, CHANNEL, custody(contract_id), amount_fen)


def sweep(reference: UUID, amount_fen: Fen) -> list[Draft]:
    """From the channel to the settlement account."""
    return _pending(TransferKind.SETTLEMENT_SWEEP, reference, CHANNEL, SETTLEMENT, amount_fen)


def deposit(reference: UUID, amount_fen: Fen) -> list[Draft]:
    """From the channel to the deposit's account."""
    return _pending(TransferKind.DEPOSIT_CASH, reference, CHANNEL, DEPOSIT, amount_fen)


def release(reference: UUID, contract_id: UUID, amount_fen: Fen) -> list[Draft]:
    """Out of custody, after the undo window of a redemption."""
    return _pending(TransferKind.CUSTODY_RELEASE, reference, custody(contract_id), SETTLEMENT, amount_fen)


def reload(reference: UUID, contract_id: UUID, amount_fen: Fen) -> list[Draft]:
    """Back into custody, when a redemption is undone whose release has happened."""
    return _pending(TransferKind.CUSTODY_RELOAD, reference, SETTLEMENT, custody(contract_id), amount_fen)


def correct(reference: UUID, contract_id: UUID, amount_fen: Fen) -> list[Draft]:
    """The odd fen of an undo out of turn: out of custody, or into it when negative."""
    source, target = custody(contract_id), SETTLEMENT
    if amount_fen < 0:
        source, target = target, source
    return _pending(TransferKind.CUSTODY_CORRECTION, reference, source, target, abs(amount_fen))


def refund(reference: UUID, contract_id: UUID, amount_fen: Fen) -> list[Draft]:
    """Out of custody, to pay a refund from."""
    return _pending(TransferKind.CUSTODY_REFUND, reference, custody(contract_id), SETTLEMENT, amount_fen)


def move(reference: UUID, contract_id: UUID, to_contract_id: UUID, amount_fen: Fen) -> list[Draft]:
    """From one wallet into another, as a gift goes to its new card."""
    return _pending(TransferKind.CUSTODY_MOVE, reference, custody(contract_id), custody(to_contract_id), amount_fen)


def _pending(
    kind: TransferKind, reference: UUID, source: AccountRef, target: AccountRef, amount_fen: Fen
) -> list[Draft]:
    if amount_fen == 0:
        return []
    legs = (Leg(target, Side.DEBIT, amount_fen), Leg(source, Side.CREDIT, amount_fen))
    return [Draft(kind, str(reference), legs, pending=True)]
