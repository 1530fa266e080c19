"""What is said over the wire: instructions in, receipts and lists out."""

from typing import Any
from uuid import UUID

from prepaid.kit.money import check_fen
from prepaid.providers.custody_wallet import (
    CashMove,
    ListedMove,
    Place,
    WalletAct,
    WalletInstruction,
    WalletReceipt,
    WalletTerms,
)


def instruction_of(body: Any) -> WalletInstruction:
    """Read an instruction.

    Raises:
        ValueError, TypeError, KeyError: it is malformed.
    """
    terms = body["terms"]
    return WalletInstruction(
        reference=UUID(body["reference"]),
        act=WalletAct(body["act"]),
        account=UUID(body["account"]),
        wallet=UUID(body["wallet"]) if body["wallet"] else None,
        other_wallet=UUID(body["other_wallet"]) if body["other_wallet"] else None,
        moves=tuple(
            CashMove(Place(move["source"]), Place(move["target"]), check_fen(move["amount_fen"]))
            for move in body["moves"]
        ),
        terms=WalletTerms(custody_bps=int(terms["custody_bps"]), holdback_bps=int(terms["holdback_bps"]))
        if terms
        else None,
        evidence=str(body["evidence"]),
    )


def receipt_json(receipt: WalletReceipt, *, repeated: bool) -> dict[str, Any]:
    """A receipt, as the answer to a first or a repeated request."""
    return {
        "state": "DONE",
        "reference": str(receipt.reference),
        "number": receipt.number,
        "moved_fen": receipt.moved_fen,
        "held_fen": receipt.held_fen,
        "at": receipt.at.isoformat(),
        "repeated": repeated,
    }


def move_json(move: ListedMove) -> dict[str, Any]:
    """A line of the list of moves."""
    return {
        "sequence": move.sequence,
        "reference": str(move.reference),
        "act": move.act.value,
        "account": str(move.account),
        "wallet": str(move.wallet),
        "other_wallet": str(move.other_wallet) if move.other_wallet else None,
        "source": move.source.value,
        "target": move.target.value,
        "amount_fen": move.amount_fen,
    }
