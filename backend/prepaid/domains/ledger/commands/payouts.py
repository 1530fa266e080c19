"""Money that leaves: held when it is ordered, gone when the provider says so, free again when it failed."""

from collections.abc import Mapping
from typing import Final
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.pending import confirm, void
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.errors import MalformedTransfer, TransferUnknown
from prepaid.domains.ledger.rules.cash import SETTLEMENT
from prepaid.domains.ledger.rules.chart import AccountCode, Side
from prepaid.domains.ledger.rules.transfers import AccountRef, Draft, Leg, Transfer, TransferKind, credit, debit, legs
from prepaid.kit.money import Fen

CLEARING: Final = AccountRef(AccountCode.PAYOUT_CLEARING)
PAYOUTS: Final = (TransferKind.REFUND_PAYOUT, TransferKind.COMMISSION_PAYOUT, TransferKind.WITHDRAWAL)


async def begin_refund_payout(
    tx: WriteSession, merchant_id: UUID, *, payout_id: UUID, refund_id: UUID, amount_fen: Fen
) -> Transfer:
    """Order the payout of a decided refund, or of a part of it.

    Raises:
        InsufficientFunds: less is owed on the refund, or another payout has it.
    """
    owed = debit(AccountCode.REFUND_PAYABLE, amount_fen, refund_id)
    return await _begin(tx, merchant_id, TransferKind.REFUND_PAYOUT, payout_id, owed)


async def begin_commission_payout(
    tx: WriteSession, merchant_id: UUID, *, payout_id: UUID, salesperson_id: UUID, amount_fen: Fen
) -> Transfer:
    """Order the payout of approved commission.

    Raises:
        InsufficientFunds: less is approved for the salesperson, or another payout has it.
    """
    owed = debit(AccountCode.COMMISSION_PAYABLE, amount_fen, salesperson_id)
    return await _begin(tx, merchant_id, TransferKind.COMMISSION_PAYOUT, payout_id, owed)


async def begin_withdrawal(
    tx: WriteSession, merchant_id: UUID, *, payout_id: UUID, drawable_fen: Fen, settled_fen: Fen
) -> Transfer:
    """Order a withdrawal (提现) of drawable and settled money.

    Raises:
        InsufficientFunds: there is less, or it is held.
    """
    owed = legs(debit(AccountCode.MERCHANT_DRAWABLE, drawable_fen), debit(AccountCode.MERCHANT_SETTLED, settled_fen))
    return await _begin(tx, merchant_id, TransferKind.WITHDRAWAL, payout_id, *owed)


async def confirm_payout(
    tx: WriteSession,
    merchant_id: UUID,
    *,
    kind: TransferKind,
    payout_id: UUID,
    paid_from: Mapping[AccountRef, Fen] | None = None,
) -> Transfer:
    """The provider has paid: the money is gone. A repeat is answered with `replayed`.

    `paid_from`: the bank accounts that it left, the whole settlement account's when not given; a refund through
    the channel leaves `cash.CHANNEL`.

    Raises:
        TransferUnknown, TransferAlreadyResolved.
        MalformedTransfer: `paid_from` is another amount than the payout.
    """
    if kind not in PAYOUTS:
        raise MalformedTransfer(f"{kind} pays nothing out")
    transfer = await confirm(tx, merchant_id, kind, payout_id)
    amount_fen = transfer.moved(CLEARING, Side.CREDIT)
    sources = {SETTLEMENT: amount_fen} if paid_from is None else paid_from
    out = legs(
        debit(AccountCode.PAYOUT_CLEARING, amount_fen),
        *(Leg(account, Side.CREDIT, part_fen) for account, part_fen in sources.items()),
    )
    await book(tx, merchant_id, Draft(TransferKind.PAID_OUT, str(payout_id), out))
    return transfer


async def fail_payout(tx: WriteSession, merchant_id: UUID, *, kind: TransferKind, payout_id: UUID) -> Transfer:
    """The provider will not pay: what was held is owed again, and a new payout may be ordered.

    Raises:
        TransferUnknown, TransferAlreadyResolved.
    """
    return await void(tx, merchant_id, kind, payout_id)


async def take_back_payout(tx: WriteSession, merchant_id: UUID, *, kind: TransferKind, payout_id: UUID) -> Transfer:
    """The payee's bank sent a paid payout back (退票): it is owed as before, and its money is ours to settle.

    Raises:
        TransferUnknown, TransferAlreadyResolved: it was not paid.
    """
    paid = await confirm(tx, merchant_id, kind, payout_id)
    if not paid.replayed:
        raise TransferUnknown
    owed = [leg for leg in paid.legs if leg.account != CLEARING]
    back = (
        Leg(SETTLEMENT, Side.DEBIT, paid.moved(CLEARING, Side.CREDIT)),
        *(Leg(leg.account, Side.CREDIT, leg.amount_fen) for leg in owed),
    )
    return await book(tx, merchant_id, Draft(TransferKind.PAYOUT_RETURNED, str(payout_id), back))


async def _begin(tx: WriteSession, merchant_id: UUID, kind: TransferKind, payout_id: UUID, *owed: Leg) -> Transfer:
    total_fen = sum(leg.amount_fen for leg in owed)
    ordered = (*owed, credit(AccountCode.PAYOUT_CLEARING, total_fen))
    return await book(tx, merchant_id, Draft(kind, str(payout_id), ordered, pending=True))
