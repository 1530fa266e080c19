"""Which pending transfers of the ledger an instruction carries out, and what they are to the provider (domain/100)."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.providers.custody_wallet import CashMove, Place, WalletAct

CASH_OF: Final[Mapping[WalletAct, frozenset[TransferKind]]] = {
    WalletAct.LOAD: frozenset({TransferKind.CUSTODY_LOAD, TransferKind.SETTLEMENT_SWEEP}),
    WalletAct.RELEASE: frozenset({TransferKind.CUSTODY_RELEASE}),
    WalletAct.REVERSE: frozenset({TransferKind.CUSTODY_RELOAD, TransferKind.CUSTODY_CORRECTION}),
    WalletAct.REFUND: frozenset({TransferKind.CUSTODY_REFUND}),
    WalletAct.TRANSFER: frozenset({TransferKind.CUSTODY_MOVE}),
}
"""The transfers that a recipe of the ledger leaves pending, by the act that confirms them. The odd fen of an undo
(CUSTODY_CORRECTION) may go either way: out of the wallet it is a RELEASE."""

_PLACES: Final[Mapping[AccountCode, Place]] = {
    AccountCode.CHANNEL_CLEARING: Place.CHANNEL,
    AccountCode.CUSTODY_BANK: Place.WALLET,
    AccountCode.SETTLEMENT_BANK: Place.SETTLEMENT,
}


def place_of(code: AccountCode) -> Place:
    """Where the money of an account lies. Raises `KeyError` for an account that no wallet act touches."""
    return _PLACES[code]


def amount_of(moves: Iterable[CashMove]) -> int:
    """Sum of the moves."""
    return sum(move.amount_fen for move in moves)


def through_wallet(moves: Iterable[CashMove]) -> int:
    """What of it enters or leaves the sub-wallet."""
    return sum(move.amount_fen for move in moves if Place.WALLET in (move.source, move.target))


def stored(moves: Iterable[CashMove]) -> list[list[Any]]:
    """Moves as a row keeps them."""
    return [[move.source.value, move.target.value, move.amount_fen] for move in moves]


def restored(moves: Iterable[Sequence[Any]]) -> tuple[CashMove, ...]:
    """Moves from a row."""
    return tuple(CashMove(Place(source), Place(target), amount_fen) for source, target, amount_fen in moves)
