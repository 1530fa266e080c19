"""Booking: balanced, floored, once."""

from uuid import UUID

import pytest

from prepaid.core.database import Database
from prepaid.domains.ledger.commands.post import book, post
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.ledger.rules.chart import AccountCode
from prepaid.domains.ledger.rules.transfers import Draft, Phase, Resolution, TransferKind, credit, debit
from prepaid.kit.ids import uuid7

MERCHANT = uuid7()


async def test_a_transfer_is_booked_once(db: Database) -> None:
    order: UUID = uuid7()
    draft = Draft(
        TransferKind.PAYMENT_CAPTURED,
        "p1",
        (debit(AccountCode.CHANNEL_CLEARING, 100), credit(AccountCode.ORDER_LIABILITY, 100, order)),
    )
    async with db.write() as tx:
        first, second = await post(tx, MERCHANT, draft, draft)
    assert first
    assert second
    assert (first.replayed, second.replayed) == (False, True)
    assert first.id == second.id
    over = Draft(
        TransferKind.SERVICE_PERFORMED,
        "p1",
        (debit(AccountCode.ORDER_LIABILITY, 101, order), credit(AccountCode.MERCHANT_PENDING, 101)),
    )
    with pytest.raises(InsufficientFunds) as refused:
        async with db.write() as tx:
            await book(tx, MERCHANT, over)
    assert refused.value.data == {"account": "ORDER_LIABILITY", "available_fen": 100}
    hold = Draft(
        TransferKind.SERVICE_PERFORMED,
        "p2",
        (debit(AccountCode.ORDER_LIABILITY, 60, order), credit(AccountCode.MERCHANT_PENDING, 60)),
        pending=True,
    )
    async with db.write() as tx:
        assert (await book(tx, MERCHANT, hold)).phase is Phase.PENDING
        done = await book(tx, MERCHANT, Resolution(TransferKind.SERVICE_PERFORMED, "p2", Phase.POSTED))
        assert done.phase is Phase.POSTED
