"""Who pays a refund: custody first, then the merchant."""

from dataclasses import dataclass
from uuid import UUID

from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.shares import Split
from prepaid.domains.ledger.rules.sources import ANY
from prepaid.domains.ledger.rules.transfers import Draft, Take, TransferKind, credit, debit, legs
from prepaid.kit.money import Fen, InvalidAmount, check_fen


@dataclass(frozen=True, slots=True)
class RefundShares:
    """Of a refund R of principal X with custody c(X) and holdback b(X); in fen."""

    to_settled_fen: Fen
    """c(X) − R, when custody holds more than the refund."""
    from_merchant_fen: Fen
    """R − c(X), when it holds less."""
    from_holdback_fen: Fen
    """The part of it that the holdback of these lots pays."""
    freed_holdback_fen: Fen
    """What is left of their holdback: nothing is owed for it any more."""


def refund_shares(split: Split, refund_fen: Fen, fee_fen: Fen) -> RefundShares:
    """How a refund is paid, whatever custody holds.

    Raises:
        InvalidAmount: a negative amount, or a fee above the refund.
    """
    if not 0 <= check_fen(fee_fen) <= check_fen(refund_fen):
        raise InvalidAmount("a fee is kept out of the refund: between zero and all of it")
    missing = max(refund_fen - split.custody_fen, 0)
    from_holdback = min(missing, split.holdback_fen)
    return RefundShares(
        to_settled_fen=max(split.custody_fen - refund_fen, 0),
        from_merchant_fen=missing,
        from_holdback_fen=from_holdback,
        freed_holdback_fen=split.holdback_fen - from_holdback,
    )


def card_refund(refund_id: UUID, contract_id: UUID, split: Split, refund_fen: Fen, fee_fen: Fen) -> Draft:
    """The transfer of a decided card refund.

    Raises:
        InvalidAmount: as `refund_shares`.
    """
    shares = refund_shares(split, refund_fen, fee_fen)
    taken = shares.from_merchant_fen - shares.from_holdback_fen
    parts = legs(
        debit(AccountCode.CARD_LIABILITY, split.principal_fen, contract_id),
        debit(AccountCode.HOLDBACK, shares.from_holdback_fen, contract_id),
        credit(AccountCode.MERCHANT_ADVANCE, split.advance_fen, contract_id),
        credit(AccountCode.REFUND_PAYABLE, refund_fen - fee_fen, refund_id),
        credit(AccountCode.FEE_INCOME, fee_fen),
        credit(AccountCode.MERCHANT_SETTLED, shares.to_settled_fen),
    )
    return Draft(TransferKind.REFUND_DECIDED, str(refund_id), parts, Take(taken, ANY) if taken else None)
