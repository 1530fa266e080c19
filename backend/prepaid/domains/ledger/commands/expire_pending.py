"""Pending transfers that nobody answered in time."""

from typing import Final

from sqlalchemy import exists, select
from sqlalchemy.orm import aliased

from prepaid.core import events
from prepaid.core.database import WriteSession
from prepaid.domains.ledger.commands.post import book
from prepaid.domains.ledger.errors import InsufficientFunds, TransferAlreadyResolved
from prepaid.domains.ledger.events import TransferExpired
from prepaid.domains.ledger.models import LedgerTransfer
from prepaid.domains.ledger.rules.transfers import Phase, Resolution, TransferKind
from prepaid.kit import clock

BATCH: Final = 200


async def expire_pending(tx: WriteSession) -> int:
    """Let up to 200 overdue transfers expire (worker); returns how many did.

    One that is answered at the same moment, or that others count on, stays as it is.
    """
    answer = aliased(LedgerTransfer)
    overdue = (
        select(LedgerTransfer.merchant_id, LedgerTransfer.kind, LedgerTransfer.reference)
        .where(
            LedgerTransfer.expires_at <= clock.now(),
            ~exists().where(answer.merchant_id == LedgerTransfer.merchant_id, answer.pending_id == LedgerTransfer.id),
        )
        .order_by(LedgerTransfer.expires_at)
        .limit(BATCH)
    )
    expired = 0
    for merchant_id, kind, reference in (await tx.execute(overdue)).all():
        try:
            async with tx.begin_nested():
                await book(tx, merchant_id, Resolution(TransferKind(kind), reference, Phase.EXPIRED))
                await events.publish(tx, TransferExpired(merchant_id, kind, reference))
        except (TransferAlreadyResolved, InsufficientFunds):
            continue
        expired += 1
    return expired
