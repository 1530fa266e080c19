"""Money that comes back: a payout that the payee's bank returned, a fee that the channel gives back."""

import pytest

from prepaid.domains.ledger.commands.payments import capture_payment, charge_channel_fee, return_channel_fee
from prepaid.domains.ledger.commands.payouts import (
    begin_withdrawal,
    confirm_payout,
    fail_payout,
    take_back_payout,
)
from prepaid.domains.ledger.errors import TransferAlreadyResolved, TransferUnknown
from prepaid.domains.ledger.rules.shares import Terms
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.kit.ids import uuid7
from tests.domains.ledger.books import Books

ALL_DRAWABLE = Terms(uuid7(), custody_bps=0, holdback_bps=0)


async def test_a_returned_payout_is_owed_again_once(books: Books) -> None:
    await books.sell(ALL_DRAWABLE, 1_000)
    await books.settle_cash()
    before, payout = await books.in_step(), uuid7()
    await books.do(begin_withdrawal, payout_id=payout, drawable_fen=1_000, settled_fen=0)
    await books.do(confirm_payout, kind=TransferKind.WITHDRAWAL, payout_id=payout)
    for _ in range(2):
        await books.do(take_back_payout, kind=TransferKind.WITHDRAWAL, payout_id=payout)
    assert await books.in_step() == before


async def test_what_was_not_paid_cannot_come_back(books: Books) -> None:
    await books.sell(ALL_DRAWABLE, 1_000)
    payout = uuid7()
    await books.do(begin_withdrawal, payout_id=payout, drawable_fen=1_000, settled_fen=0)
    with pytest.raises(TransferUnknown):
        await books.do(take_back_payout, kind=TransferKind.WITHDRAWAL, payout_id=payout)
    await books.do(fail_payout, kind=TransferKind.WITHDRAWAL, payout_id=payout)
    with pytest.raises(TransferAlreadyResolved):
        await books.do(take_back_payout, kind=TransferKind.WITHDRAWAL, payout_id=payout)


async def test_the_fee_of_a_refund_comes_back(books: Books) -> None:
    payment, refund = uuid7(), uuid7()
    await books.do(capture_payment, payment_id=payment, order_id=uuid7(), amount_fen=10_000)
    await books.do(charge_channel_fee, payment_id=payment, fee_fen=60)
    for _ in range(2):
        await books.do(return_channel_fee, refund_id=refund, fee_fen=24)
    assert await books.in_step() == {"CHANNEL_CLEARING": 9_964, "CHANNEL_FEE": 36, "ORDER_LIABILITY": 10_000}
