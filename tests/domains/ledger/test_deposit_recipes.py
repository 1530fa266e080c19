"""The deposit in the ledger: paid through the channel, its cash a step behind; held before it is taken."""

import pytest

from prepaid.domains.ledger.commands.deposits import apply_to_deposit, deduct_deposit, pay_deposit
from prepaid.domains.ledger.commands.payments import capture_payment
from prepaid.domains.ledger.commands.pending import confirm, void
from prepaid.domains.ledger.errors import InsufficientFunds
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.kit.ids import uuid7
from tests.domains.ledger.books import Books


async def test_a_deposit_paid_through_the_channel_is_the_merchants_at_once_and_its_cash_follows(books: Books) -> None:
    paid = uuid7()
    await books.do(capture_payment, payment_id=uuid7(), order_id=paid, amount_fen=50_001)
    first = await books.do(apply_to_deposit, deposit_payment_id=paid, amount_fen=50_001)
    again = await books.do(apply_to_deposit, deposit_payment_id=paid, amount_fen=50_001)
    assert (first.replayed, again.replayed) == (False, True)
    assert await books.in_step() == {"CHANNEL_CLEARING": 50_001, "DEPOSIT": 50_001}
    await books.do(confirm, kind=TransferKind.DEPOSIT_CASH, reference=paid)
    assert await books.in_step() == {"DEPOSIT": 50_001, "DEPOSIT_BANK": 50_001}


async def test_no_more_than_was_captured_becomes_deposit(books: Books) -> None:
    paid = uuid7()
    await books.do(capture_payment, payment_id=uuid7(), order_id=paid, amount_fen=100)
    with pytest.raises(InsufficientFunds):
        await books.do(apply_to_deposit, deposit_payment_id=paid, amount_fen=101)


async def test_cash_that_has_not_come_is_not_deducted(books: Books) -> None:
    paid = uuid7()
    await books.do(capture_payment, payment_id=uuid7(), order_id=paid, amount_fen=100)
    await books.do(apply_to_deposit, deposit_payment_id=paid, amount_fen=100)
    with pytest.raises(InsufficientFunds):
        await books.do(deduct_deposit, deduction_id=uuid7(), amount_fen=100, refund_id=uuid7())


async def test_a_frozen_deduction_is_taken_or_free_again(books: Books) -> None:
    await books.do(pay_deposit, deposit_payment_id=uuid7(), amount_fen=1_000)
    taken, freed = uuid7(), uuid7()
    for each in (taken, freed):
        await books.do(deduct_deposit, deduction_id=each, amount_fen=400, refund_id=each, pending=True)
    assert (await books.balances("outgoing_fen"))["DEPOSIT"] == 800
    with pytest.raises(InsufficientFunds):
        await books.do(deduct_deposit, deduction_id=uuid7(), amount_fen=201, refund_id=uuid7(), pending=True)
    await books.do(confirm, kind=TransferKind.DEPOSIT_DEDUCTED, reference=taken)
    await books.do(void, kind=TransferKind.DEPOSIT_DEDUCTED, reference=freed)
    assert await books.balances("outgoing_fen") == {}
    assert await books.in_step() == {
        "DEPOSIT": 600,
        "DEPOSIT_BANK": 600,
        "REFUND_PAYABLE": 400,
        "SETTLEMENT_BANK": 400,
    }
