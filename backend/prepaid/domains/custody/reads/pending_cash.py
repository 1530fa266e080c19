"""What the ledger holds pending for a business act: cash that has to be moved."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from sqlalchemy import and_, exists, select
from sqlalchemy.orm import aliased

from prepaid.core.database import WriteSession
from prepaid.domains.custody.rules.cash import place_of
from prepaid.domains.ledger.models import LedgerAccount, LedgerPosting, LedgerTransfer
from prepaid.domains.ledger.rules.chart import AccountCode, Side
from prepaid.domains.ledger.rules.transfers import Phase, TransferKind
from prepaid.providers.custody_wallet import CashMove, Place

LEGS: Final = 2


@dataclass(frozen=True, slots=True)
class PendingCash:
    """A pending transfer of one amount from one place to another."""

    kind: TransferKind
    move: CashMove
    contracts: tuple[UUID, ...]
    """Card contracts whose wallets it touches: the giver first."""


async def pending_cash(
    tx: WriteSession, merchant_id: UUID, subject_id: UUID, kinds: Iterable[TransferKind]
) -> list[PendingCash]:
    """The unanswered pending transfers of these kinds under the reference of a business act, by kind."""
    answer = aliased(LedgerTransfer)
    answered = exists().where(answer.merchant_id == merchant_id, answer.pending_id == LedgerTransfer.id)
    query = (
        select(
            LedgerTransfer.kind,
            LedgerAccount.code,
            LedgerAccount.owner_id,
            LedgerPosting.side,
            LedgerPosting.amount_fen,
        )
        .join(
            LedgerPosting,
            and_(LedgerPosting.merchant_id == merchant_id, LedgerPosting.transfer_id == LedgerTransfer.id),
        )
        .join(
            LedgerAccount,
            and_(LedgerAccount.merchant_id == merchant_id, LedgerAccount.id == LedgerPosting.ledger_account_id),
        )
        .where(
            LedgerTransfer.merchant_id == merchant_id,
            LedgerTransfer.reference == str(subject_id),
            LedgerTransfer.kind.in_(kinds),
            LedgerTransfer.phase == Phase.PENDING,
            ~answered,
        )
    )
    legs: defaultdict[str, dict[Side, tuple[AccountCode, UUID, int]]] = defaultdict(dict)
    for kind, code, owner, side, fen in await tx.execute(query):
        legs[kind][Side(side)] = (AccountCode(code), owner, fen)
    return [_read(TransferKind(kind), legs[kind]) for kind in sorted(legs)]


def _read(kind: TransferKind, legs: dict[Side, tuple[AccountCode, UUID, int]]) -> PendingCash:
    if len(legs) != LEGS:
        raise ValueError(f"{kind} is no transfer from one place to another")
    (giving, giver, fen), (taking, taker, _) = legs[Side.CREDIT], legs[Side.DEBIT]
    source, target = place_of(giving), place_of(taking)
    contracts = [owner for place, owner in ((source, giver), (target, taker)) if place is Place.WALLET]
    if len(contracts) == LEGS:
        target = Place.OTHER_WALLET
    return PendingCash(kind, CashMove(source, target, fen), tuple(contracts))
