"""The provider's books: accounts, sub-wallets, what was carried out, every move."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final
from uuid import UUID

from prepaid.kit import clock
from prepaid.providers.custody_wallet import (
    MOVES_OF,
    CashMove,
    ListedMove,
    Place,
    WalletAct,
    WalletInstruction,
    WalletReceipt,
    WalletRefused,
    WalletTerms,
)

ON_ACCOUNTS: Final = frozenset({WalletAct.OPEN_ACCOUNT})
WHILE_FROZEN: Final = frozenset({WalletAct.LOAD, WalletAct.REVERSE, WalletAct.REFUND, WalletAct.UNFREEZE})
"""A frozen wallet takes money and gives it back to the consumer, and pays the merchant nothing."""


@dataclass(slots=True)
class SubWallet:
    """One card contract's money."""

    account: UUID
    terms: WalletTerms
    held_fen: int = 0
    frozen: bool = False
    closed: bool = False


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """An instruction and the receipt that every repeat of it gets."""

    instruction: WalletInstruction
    receipt: WalletReceipt


@dataclass(slots=True)
class Books:
    """Everything this provider knows."""

    accounts: set[UUID] = field(default_factory=set)
    wallets: dict[UUID, SubWallet] = field(default_factory=dict)
    carried_out: dict[UUID, CarriedOut] = field(default_factory=dict)
    moves: list[ListedMove] = field(default_factory=list)

    def carry_out(self, instruction: WalletInstruction) -> tuple[WalletReceipt, bool]:
        """The receipt, and whether something was done just now.

        Raises:
            WalletRefused: it does not fit the books, or its reference was another instruction's.
        """
        known = self.carried_out.get(instruction.reference)
        if known is not None:
            if known.instruction != instruction:
                raise WalletRefused("REFERENCE_REUSED")
            return known.receipt, False
        self._examine(instruction)
        held_fen = self._apply(instruction)
        receipt = WalletReceipt(
            reference=instruction.reference,
            number=f"CW{len(self.carried_out) + 1:012d}",
            moved_fen=sum(move.amount_fen for move in instruction.moves),
            held_fen=held_fen,
            at=clock.now(),
            repeated=False,
        )
        self.carried_out[instruction.reference] = CarriedOut(instruction, receipt)
        return receipt, True

    def _examine(self, instruction: WalletInstruction) -> None:
        act = instruction.act
        if any((move.source, move.target) not in MOVES_OF[act] or move.amount_fen <= 0 for move in instruction.moves):
            raise WalletRefused("MOVE_NOT_ALLOWED")
        if (act is WalletAct.TRANSFER) != (instruction.other_wallet is not None):
            raise WalletRefused("MOVE_NOT_ALLOWED")
        if act in ON_ACCOUNTS:
            return
        if instruction.account not in self.accounts:
            raise WalletRefused("UNKNOWN_ACCOUNT")
        if act is WalletAct.OPEN:
            if instruction.terms is None or instruction.wallet is None:
                raise WalletRefused("TERMS_MISSING")
            if instruction.wallet in self.wallets:
                raise WalletRefused("WALLET_EXISTS")
            return
        self._examine_wallet(instruction)

    def _examine_wallet(self, instruction: WalletInstruction) -> None:
        wallet = self.wallets.get(instruction.wallet) if instruction.wallet else None
        if wallet is None or wallet.account != instruction.account:
            raise WalletRefused("UNKNOWN_WALLET")
        if wallet.closed:
            raise WalletRefused("WALLET_CLOSED")
        if wallet.frozen and instruction.act not in WHILE_FROZEN:
            raise WalletRefused("WALLET_FROZEN")
        if instruction.act is WalletAct.TRANSFER:
            other = self.wallets.get(instruction.other_wallet) if instruction.other_wallet else None
            if other is None or other is wallet or other.account != instruction.account:
                raise WalletRefused("UNKNOWN_WALLET")
            if other.closed:
                raise WalletRefused("WALLET_CLOSED")
        if sum(leaving(instruction.moves)) > wallet.held_fen:
            raise WalletRefused("INSUFFICIENT")
        if instruction.act is WalletAct.CLOSE and wallet.held_fen:
            raise WalletRefused("NOT_EMPTY")

    def _apply(self, instruction: WalletInstruction) -> int:
        """Change the books; what the wallet then holds."""
        if instruction.wallet is None:
            self.accounts.add(instruction.account)
            return 0
        if instruction.act is WalletAct.OPEN:
            assert instruction.terms is not None
            self.wallets[instruction.wallet] = SubWallet(instruction.account, instruction.terms)
        wallet = self.wallets[instruction.wallet]
        wallet.held_fen += sum(entering(instruction.moves)) - sum(leaving(instruction.moves))
        if instruction.other_wallet is not None:
            self.wallets[instruction.other_wallet].held_fen += sum(leaving(instruction.moves))
        match instruction.act:
            case WalletAct.FREEZE:
                wallet.frozen = True
            case WalletAct.UNFREEZE:
                wallet.frozen = False
            case WalletAct.CLOSE:
                wallet.closed = True
        self.moves += [
            ListedMove(
                sequence=len(self.moves) + offset,
                reference=instruction.reference,
                act=instruction.act,
                account=instruction.account,
                wallet=instruction.wallet,
                other_wallet=instruction.other_wallet,
                source=move.source,
                target=move.target,
                amount_fen=move.amount_fen,
            )
            for offset, move in enumerate(instruction.moves, 1)
        ]
        return wallet.held_fen


def entering(moves: tuple[CashMove, ...]) -> Iterator[int]:
    """Amounts that go into the sub-wallet."""
    return (move.amount_fen for move in moves if move.target is Place.WALLET)


def leaving(moves: tuple[CashMove, ...]) -> Iterator[int]:
    """Amounts that leave it."""
    return (move.amount_fen for move in moves if move.source is Place.WALLET)
