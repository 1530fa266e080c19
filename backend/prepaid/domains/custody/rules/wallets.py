"""States of a sub-wallet, and which instruction has to wait for which."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from prepaid.kit.states import StateMachine
from prepaid.providers.custody_wallet import WalletAct


class WalletState(StrEnum):
    """State of a sub-wallet (子钱包状态)."""

    CREATED = "CREATED"
    LOADED = "LOADED"
    ACTIVE = "ACTIVE"
    PARTLY_RELEASED = "PARTLY_RELEASED"
    CLOSED = "CLOSED"
    REFUNDED = "REFUNDED"
    FAILED = "FAILED"


WALLET_STATES: Final = StateMachine(
    {
        WalletState.CREATED: frozenset(
            {WalletState.LOADED, WalletState.CLOSED, WalletState.REFUNDED, WalletState.FAILED}
        ),
        WalletState.LOADED: frozenset({WalletState.ACTIVE, WalletState.CLOSED, WalletState.REFUNDED}),
        WalletState.ACTIVE: frozenset({WalletState.PARTLY_RELEASED, WalletState.CLOSED, WalletState.REFUNDED}),
        WalletState.PARTLY_RELEASED: frozenset({WalletState.CLOSED, WalletState.REFUNDED}),
        WalletState.CLOSED: frozenset(),
        WalletState.REFUNDED: frozenset(),
        WalletState.FAILED: frozenset(),
    }
)
"""LOADED: the money has come; ACTIVE: the contract performs, a first release is instructed (domain/100)."""

ENDED: Final = WALLET_STATES.terminal

BRINGING: Final = frozenset({WalletAct.OPEN, WalletAct.LOAD, WalletAct.TRANSFER, WalletAct.REVERSE})
"""Acts without which there may be nothing to take out."""

WAITS_FOR: Final[Mapping[WalletAct, frozenset[WalletAct]]] = {
    WalletAct.OPEN_ACCOUNT: frozenset(),
    WalletAct.OPEN: frozenset({WalletAct.OPEN_ACCOUNT}),
    WalletAct.LOAD: frozenset({WalletAct.OPEN}),
    WalletAct.RELEASE: frozenset({WalletAct.UNFREEZE}) | BRINGING,
    WalletAct.REVERSE: frozenset({WalletAct.RELEASE}),
    WalletAct.REFUND: BRINGING,
    WalletAct.TRANSFER: BRINGING,
    WalletAct.FREEZE: frozenset({WalletAct.OPEN, WalletAct.UNFREEZE}),
    WalletAct.UNFREEZE: frozenset({WalletAct.FREEZE}),
    WalletAct.CLOSE: frozenset(WalletAct),
}
"""Earlier instructions of the same wallets that must be settled first. A refund waits for no release: what is stuck
on its way to the merchant never keeps the consumer waiting."""
