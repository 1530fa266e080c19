"""The life of a card's money: sold, redeemed, undone, settled, refunded; the worked check of domain/100."""

from dataclasses import dataclass

import pytest

from prepaid.domains.ledger.commands.payouts import begin_refund_payout, confirm_payout
from prepaid.domains.ledger.commands.pending import confirm, void
from prepaid.domains.ledger.commands.redemptions import book_redemption, end_dispute_window
from prepaid.domains.ledger.commands.refunds import decide_refund
from prepaid.domains.ledger.commands.undo_redemption import undo_redemption
from prepaid.domains.ledger.errors import InsufficientFunds, TransferAlreadyResolved
from prepaid.domains.ledger.rules.chart import Side
from prepaid.domains.ledger.rules.shares import Consumed, Split, Undone
from prepaid.domains.ledger.rules.sources import RECEIVABLE
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.kit.ids import uuid7
from prepaid.kit.money import InvalidAmount
from tests.domains.ledger.books import Books, terms


async def test_a_sale_splits_what_was_paid(books: Books) -> None:
    shares = terms(4_000, 1_000)
    sale = await books.sell(shares, 60_000, 39_999)
    assert await books.in_step() == {
        "CARD_LIABILITY": 99_999,
        "CHANNEL_CLEARING": 99_999,
        "HOLDBACK": 6_000,
        "MERCHANT_ADVANCE": 59_999,
        "MERCHANT_DRAWABLE": 53_999,
    }
    assert await books.balances("incoming_fen") == {"CUSTODY_BANK": 40_000, "SETTLEMENT_BANK": 59_999}
    await books.do(confirm, kind=TransferKind.CUSTODY_LOAD, reference=sale)
    await books.do(confirm, kind=TransferKind.SETTLEMENT_SWEEP, reference=sale)
    balances = await books.in_step()
    assert (balances["CUSTODY_BANK"], balances["SETTLEMENT_BANK"]) == (40_000, 59_999)
    assert "CHANNEL_CLEARING" not in balances


@dataclass(frozen=True)
class Worked:
    """P 1,000.00, v 250.00, then R 600.00 with a fee of 20.00, at one custody share."""

    custody_bps: int
    after_redemption: dict[str, int]
    advance: int
    from_merchant: int
    to_settled: int


WORKED = {
    "r = 40 %": Worked(4_000, {"MERCHANT_ADVANCE": 45_000, "MERCHANT_PENDING": 10_000}, 45_000, 30_000, 0),
    "r = 100 %": Worked(10_000, {"MERCHANT_PENDING": 25_000}, 0, 0, 15_000),
    "r = 0": Worked(0, {"MERCHANT_ADVANCE": 75_000}, 75_000, 60_000, 0),
}


@pytest.mark.parametrize("case", WORKED)
async def test_the_worked_check(books: Books, case: str) -> None:
    worked, refund = WORKED[case], uuid7()
    shares = terms(worked.custody_bps)
    await books.sell(shares, 100_000)
    await books.settle_cash()
    await books.do(book_redemption, terms=shares, redemption_id=uuid7(), lots=[Consumed(100_000, 25_000)])
    assert worked.after_redemption.items() <= (await books.in_step()).items()
    await books.settle_cash()
    before = await books.in_step()
    booked = await books.do(
        decide_refund, terms=shares, refund_id=refund, principals_fen=[75_000], refund_fen=60_000, fee_fen=2_000
    )
    after = await books.in_step()
    assert booked.split.advance_fen == worked.advance
    assert (after["REFUND_PAYABLE"], after["FEE_INCOME"]) == (58_000, 2_000)
    assert before.get("MERCHANT_DRAWABLE", 0) - after.get("MERCHANT_DRAWABLE", 0) == worked.from_merchant
    assert after.get("MERCHANT_SETTLED", 0) == worked.to_settled
    assert not after.keys() & {"CARD_LIABILITY", "MERCHANT_ADVANCE"}
    payout = uuid7()
    await books.do(begin_refund_payout, payout_id=payout, refund_id=refund, amount_fen=58_000)
    await books.settle_cash()
    await books.do(confirm_payout, kind=TransferKind.REFUND_PAYOUT, payout_id=payout)
    left = await books.in_step()
    assert not left.keys() & {"CUSTODY_BANK", "PAYOUT_CLEARING", "REFUND_PAYABLE"}
    assert left["SETTLEMENT_BANK"] == 100_000 - 58_000


@pytest.mark.parametrize("custody_bps", [0, 1, 3_333, 4_000, 9_999, 10_000])
async def test_odd_amounts_leave_nothing(books: Books, custody_bps: int) -> None:
    shares, left = terms(custody_bps, 777), 10_007
    await books.sell(shares, left)
    await books.settle_cash()
    for value in (1, 333, 4_999, 2, 4_672):
        booked = await books.do(book_redemption, terms=shares, redemption_id=uuid7(), lots=[Consumed(left, value)])
        left -= value
        await books.in_step()
        if booked.split.custody_fen:
            await books.do(end_dispute_window, performed_id=uuid7(), amount_fen=booked.split.custody_fen)
    await books.settle_cash()
    balances = await books.in_step()
    assert left == 0
    assert balances.keys() <= {"SETTLEMENT_BANK", "MERCHANT_DRAWABLE", "MERCHANT_SETTLED"}
    assert balances.get("MERCHANT_DRAWABLE", 0) + balances.get("MERCHANT_SETTLED", 0) == 10_007


@pytest.mark.parametrize("released", [False, True])
async def test_an_undo_is_the_opposite(books: Books, released: bool) -> None:
    shares, redemption = terms(4_000, 1_000), uuid7()
    await books.sell(shares, 100_000)
    await books.settle_cash()
    before = await books.in_step()
    await books.do(book_redemption, terms=shares, redemption_id=redemption, lots=[Consumed(100_000, 25_000)])
    if released:
        await books.settle_cash()
    lots = [Undone(100_000, 25_000, 75_000)]
    await books.do(undo_redemption, terms=shares, redemption_id=redemption, lots=lots, released=released)
    await books.in_step()
    await books.settle_cash()
    assert await books.in_step() == before


async def test_an_undo_out_of_turn_settles_the_odd_fen(books: Books) -> None:
    shares, first, second = terms(4_000), uuid7(), uuid7()
    await books.sell(shares, 5)
    await books.settle_cash()
    await books.do(book_redemption, terms=shares, redemption_id=first, lots=[Consumed(5, 1)])
    await books.do(book_redemption, terms=shares, redemption_id=second, lots=[Consumed(4, 1)])
    # ⌈0.4·5⌉ = 2, ⌈0.4·4⌉ = 2, ⌈0.4·3⌉ = 2, ⌈0.4·2⌉ = 1: undoing one of a fen gives back none of custody.
    await books.do(undo_redemption, terms=shares, redemption_id=first, lots=[Undone(5, 1, 3)], released=False)
    await books.do(book_redemption, terms=shares, redemption_id=uuid7(), lots=[Consumed(4, 2)])
    await books.in_step()
    await books.do(undo_redemption, terms=shares, redemption_id=second, lots=[Undone(4, 1, 2)], released=False)
    await books.do(book_redemption, terms=shares, redemption_id=uuid7(), lots=[Consumed(3, 3)])
    await books.settle_cash()
    assert not (await books.in_step()).keys() & {"CARD_LIABILITY", "MERCHANT_ADVANCE", "CUSTODY_BANK"}


async def test_an_undo_that_took_the_release_for_pending_is_refused(books: Books) -> None:
    shares, redemption = terms(4_000), uuid7()
    await books.sell(shares, 1_000)
    await books.settle_cash()
    await books.do(book_redemption, terms=shares, redemption_id=redemption, lots=[Consumed(1_000, 100)])
    await books.settle_cash()
    before = await books.in_step()
    with pytest.raises(TransferAlreadyResolved):
        await books.do(
            undo_redemption, terms=shares, redemption_id=redemption, lots=[Undone(1_000, 100, 900)], released=False
        )
    assert await books.in_step() == before


async def test_a_release_waits_for_the_load(books: Books) -> None:
    shares, redemption = terms(4_000), uuid7()
    sale = await books.sell(shares, 1_000)
    await books.do(book_redemption, terms=shares, redemption_id=redemption, lots=[Consumed(1_000, 100)])
    for wrong in (confirm, void):
        kind, reference = TransferKind.CUSTODY_RELEASE, redemption
        if wrong is void:
            kind, reference = TransferKind.CUSTODY_LOAD, sale
        with pytest.raises(InsufficientFunds):
            await books.do(wrong, kind=kind, reference=reference)
    await books.settle_cash()
    assert (await books.in_step())["CUSTODY_BANK"] == 360


async def test_more_than_the_principal_is_paid_by_the_merchant_and_what_is_nowhere_it_owes(books: Books) -> None:
    shares = terms(4_000, 1_000)
    await books.sell(shares, 1_001)
    await books.settle_cash()
    booked = await books.do(
        decide_refund, terms=shares, refund_id=uuid7(), principals_fen=[1_001], refund_fen=1_500, fee_fen=0
    )
    # c = 401, so the merchant pays 1,099: its 600 of holdback and drawable, and 499 that it owes now.
    assert booked.split == Split(401, 600, 60)
    assert booked.transfer.moved(RECEIVABLE, Side.DEBIT) == 499
    balances = await books.in_step()
    assert balances == {
        "MERCHANT_RECEIVABLE": 499,
        "REFUND_PAYABLE": 1_500,
        "CUSTODY_BANK": 401,
        "SETTLEMENT_BANK": 600,
    }


async def test_a_small_refund_frees_the_rest_of_the_holdback(books: Books) -> None:
    shares = terms(4_000, 5_000)
    await books.sell(shares, 1_000)
    await books.settle_cash()
    await books.do(decide_refund, terms=shares, refund_id=uuid7(), principals_fen=[1_000], refund_fen=500, fee_fen=500)
    assert await books.in_step() == {
        "CUSTODY_BANK": 400,
        "FEE_INCOME": 500,
        "MERCHANT_DRAWABLE": 500,
        "SETTLEMENT_BANK": 600,
    }


async def test_a_repeat_books_nothing_and_too_much_is_refused(books: Books) -> None:
    shares, redemption = terms(4_000), uuid7()
    await books.sell(shares, 1_000)
    first, again = [
        await books.do(book_redemption, terms=shares, redemption_id=redemption, lots=[Consumed(1_000, 100)])
        for _ in range(2)
    ]
    assert (first.transfer.replayed, again.transfer.replayed) == (False, True)
    assert first.transfer.id == again.transfer.id
    assert set(first.transfer.legs) == set(again.transfer.legs)
    before = await books.in_step()
    with pytest.raises(InsufficientFunds) as refused:
        await books.do(book_redemption, terms=shares, redemption_id=uuid7(), lots=[Consumed(1_000, 1_000)])
    assert refused.value.data["account"] in ("CARD_LIABILITY", "MERCHANT_ADVANCE", "CUSTODY_BANK")
    with pytest.raises(InvalidAmount):
        await books.do(book_redemption, terms=shares, redemption_id=uuid7(), lots=[Consumed(900, 901)])
    assert await books.in_step() == before
