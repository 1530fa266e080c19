"""The custody wallet (存管钱包): smart-contract wallets at the bank, one sub-wallet a card contract.

An instruction carries our own reference. The provider carries each reference out once, however often it is asked,
and answers a repeat with the first receipt. Amounts are fen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol
from uuid import UUID


class WalletAct(StrEnum):
    """What a provider is told to do."""

    OPEN_ACCOUNT = "OPEN_ACCOUNT"
    OPEN = "OPEN"
    LOAD = "LOAD"
    RELEASE = "RELEASE"
    REVERSE = "REVERSE"
    REFUND = "REFUND"
    TRANSFER = "TRANSFER"
    FREEZE = "FREEZE"
    UNFREEZE = "UNFREEZE"
    CLOSE = "CLOSE"


class Place(StrEnum):
    """Where a merchant's money lies at the bank; the two wallets are those that the instruction names."""

    CHANNEL = "CHANNEL"
    WALLET = "WALLET"
    OTHER_WALLET = "OTHER_WALLET"
    SETTLEMENT = "SETTLEMENT"


MOVES_OF: Final[Mapping[WalletAct, frozenset[tuple[Place, Place]]]] = {
    WalletAct.OPEN_ACCOUNT: frozenset(),
    WalletAct.OPEN: frozenset(),
    WalletAct.LOAD: frozenset({(Place.CHANNEL, Place.WALLET), (Place.CHANNEL, Place.SETTLEMENT)}),
    WalletAct.RELEASE: frozenset({(Place.WALLET, Place.SETTLEMENT)}),
    WalletAct.REVERSE: frozenset({(Place.SETTLEMENT, Place.WALLET)}),
    WalletAct.REFUND: frozenset({(Place.WALLET, Place.SETTLEMENT)}),
    WalletAct.TRANSFER: frozenset({(Place.WALLET, Place.OTHER_WALLET)}),
    WalletAct.FREEZE: frozenset(),
    WalletAct.UNFREEZE: frozenset(),
    WalletAct.CLOSE: frozenset(),
}
"""The moves that each act may consist of (domain/100, cash column of the postings). A refund is paid out of the
merchant's settlement account, into which the contract's money goes first."""


@dataclass(frozen=True, slots=True)
class CashMove:
    """One amount from one place to another; `amount_fen` > 0."""

    source: Place
    target: Place
    amount_fen: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletTerms:
    """What is frozen on a sub-wallet when it is opened: shares in basis points."""

    custody_bps: int
    holdback_bps: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletInstruction:
    """One act under one reference of ours; the same reference always means the same act."""

    reference: UUID
    act: WalletAct
    account: UUID
    """The merchant, whose account everything happens in."""
    wallet: UUID | None = None
    """The sub-wallet; None for acts on the merchant's account."""
    other_wallet: UUID | None = None
    """Of TRANSFER: the sub-wallet, of the same merchant, that the money goes to."""
    moves: tuple[CashMove, ...] = ()
    terms: WalletTerms | None = None
    """Of OPEN."""
    evidence: str = ""
    """What the act rests on, e.g. the number of a redemption; the provider keeps it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WalletReceipt:
    """The provider's word that an instruction was carried out."""

    reference: UUID
    number: str
    """The provider's own number of it."""
    moved_fen: int
    """Sum of what was moved."""
    held_fen: int
    """In the sub-wallet right after it."""
    at: datetime
    repeated: bool
    """Carried out before; this is the first receipt again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedMove:
    """A move in the provider's own books, in their order."""

    sequence: int
    reference: UUID
    act: WalletAct
    account: UUID
    wallet: UUID
    other_wallet: UUID | None
    source: Place
    target: Place
    amount_fen: int


class WalletRefused(Exception):
    """The provider says, provably, that it has not carried the instruction out and why; nothing moved."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class WalletUnclear(Exception):
    """No answer that can be trusted: it may be done or not. Ask again under the same reference."""


class CustodyWallets(Protocol):
    """A provider of custody wallets."""

    async def carry_out(self, instruction: WalletInstruction) -> WalletReceipt:
        """Do it, or say that it was done before.

        Raises:
            WalletRefused, WalletUnclear.
        """
        ...

    async def query(self, reference: UUID) -> WalletReceipt | None:
        """The receipt of what was carried out under a reference of ours; None when nothing was.

        Raises:
            WalletRefused, WalletUnclear.
        """
        ...

    async def moves(self, *, after: int = 0, limit: int = 500) -> Sequence[ListedMove]:
        """All moves with a sequence above `after`, in order, at most `limit`.

        Raises:
            WalletRefused, WalletUnclear.
        """
        ...
