"""Everything else that moves money: services, disputes, gifts, commission, subsidies, deposit, payouts, bonus."""

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from prepaid.domains.ledger.commands.bonuses import consume_bonus, grant_bonus
from prepaid.domains.ledger.commands.commissions import (
    approve_commission,
    net_commission,
    reverse_commission,
    write_off_commission,
)
from prepaid.domains.ledger.commands.deposits import deduct_deposit, pay_deposit
from prepaid.domains.ledger.commands.disputes import close_dispute, open_dispute
from prepaid.domains.ledger.commands.holders import claim_gift, deregister_unpaid
from prepaid.domains.ledger.commands.payments import capture_payment, charge_channel_fee
from prepaid.domains.ledger.commands.payouts import (
    begin_commission_payout,
    begin_refund_payout,
    begin_withdrawal,
    confirm_payout,
    fail_payout,
)
from prepaid.domains.ledger.commands.redemptions import book_redemption, end_dispute_window
from prepaid.domains.ledger.commands.refunds import decide_order_refund, decide_refund, raise_refund
from prepaid.domains.ledger.commands.services import book_performance
from prepaid.domains.ledger.commands.subsidies import earn_subsidy, grant_subsidy, return_subsidy
from prepaid.domains.ledger.errors import InsufficientFunds, MalformedTransfer, TransferUnknown
from prepaid.domains.ledger.rules.cash import CHANNEL, SETTLEMENT
from prepaid.domains.ledger.rules.shares import Consumed, Terms
from prepaid.domains.ledger.rules.transfers import TransferKind
from prepaid.kit.ids import uuid7
from prepaid.kit.money import InvalidAmount
from tests.domains.ledger.books import Books, terms


async def earn(books: Books, amount_fen: int) -> None:
    """Let the merchant have drawable money, by a card without custody."""
    await books.sell(terms(0), amount_fen)
    await books.settle_cash()


async def test_a_single_service_is_earned_when_performed(books: Books) -> None:
    order, performance = uuid7(), uuid7()
    await books.do(capture_payment, payment_id=uuid7(), order_id=order, amount_fen=9_900)
    assert await books.in_step() == {"CHANNEL_CLEARING": 9_900, "ORDER_LIABILITY": 9_900}
    await books.do(book_performance, performance_id=performance, order_id=order, amount_fen=9_900)
    assert await books.in_step() == {"CHANNEL_CLEARING": 9_900, "MERCHANT_PENDING": 9_900}
    await books.do(end_dispute_window, performed_id=performance, amount_fen=9_900)
    await books.settle_cash()
    assert await books.in_step() == {"MERCHANT_SETTLED": 9_900, "SETTLEMENT_BANK": 9_900}
    with pytest.raises(InsufficientFunds):
        await books.do(book_performance, performance_id=uuid7(), order_id=order, amount_fen=1)


async def test_an_order_is_refunded_through_the_channel_with_its_fee(books: Books) -> None:
    order, payment, refund, payout = uuid7(), uuid7(), uuid7(), uuid7()
    await books.do(capture_payment, payment_id=payment, order_id=order, amount_fen=10_000)
    await books.do(charge_channel_fee, payment_id=payment, fee_fen=60)
    await books.do(decide_order_refund, refund_id=refund, order_id=order, refund_fen=10_000, fee_fen=500)
    assert await books.in_step() == {
        "CHANNEL_CLEARING": 9_940,
        "CHANNEL_FEE": 60,
        "FEE_INCOME": 500,
        "REFUND_PAYABLE": 9_500,
    }
    await books.do(begin_refund_payout, payout_id=payout, refund_id=refund, amount_fen=9_500)
    for _ in range(2):
        await books.do(confirm_payout, kind=TransferKind.REFUND_PAYOUT, payout_id=payout, paid_from={CHANNEL: 9_500})
    assert await books.in_step() == {"CHANNEL_CLEARING": 440, "CHANNEL_FEE": 60, "FEE_INCOME": 500}
    with pytest.raises(InvalidAmount):
        await books.do(decide_order_refund, refund_id=uuid7(), order_id=order, refund_fen=1, fee_fen=2)


async def test_a_failed_payout_is_owed_again(books: Books) -> None:
    order, refund = uuid7(), uuid7()
    first, second = uuid7(), uuid7()
    await books.do(capture_payment, payment_id=uuid7(), order_id=order, amount_fen=700)
    await books.do(decide_order_refund, refund_id=refund, order_id=order, refund_fen=700, fee_fen=0)
    await books.do(begin_refund_payout, payout_id=first, refund_id=refund, amount_fen=700)
    with pytest.raises(InsufficientFunds):
        await books.do(begin_refund_payout, payout_id=second, refund_id=refund, amount_fen=1)
    await books.do(fail_payout, kind=TransferKind.REFUND_PAYOUT, payout_id=first)
    await books.do(begin_refund_payout, payout_id=second, refund_id=refund, amount_fen=700)
    with pytest.raises(MalformedTransfer):
        await books.do(
            confirm_payout,
            kind=TransferKind.REFUND_PAYOUT,
            payout_id=second,
            paid_from={CHANNEL: 600, SETTLEMENT: 99},
        )
    with pytest.raises(MalformedTransfer):
        await books.do(confirm_payout, kind=TransferKind.CUSTODY_LOAD, payout_id=second)


async def test_a_withdrawal_holds_then_pays(books: Books) -> None:
    await earn(books, 1_000)
    first, second = uuid7(), uuid7()
    await books.do(begin_withdrawal, payout_id=first, drawable_fen=1_000, settled_fen=0)
    assert (await books.balances("outgoing_fen"))["MERCHANT_DRAWABLE"] == 1_000
    with pytest.raises(InsufficientFunds):
        await books.do(begin_withdrawal, payout_id=second, drawable_fen=1, settled_fen=0)
    await books.do(fail_payout, kind=TransferKind.WITHDRAWAL, payout_id=first)
    await books.do(begin_withdrawal, payout_id=second, drawable_fen=1_000, settled_fen=0)
    await books.do(confirm_payout, kind=TransferKind.WITHDRAWAL, payout_id=second)
    balances = await books.in_step()
    assert balances == {"CARD_LIABILITY": 1_000, "MERCHANT_ADVANCE": 1_000}


async def test_a_dispute_holds_both_parts_until_it_is_closed(books: Books) -> None:
    shares, case = terms(4_000), uuid7()
    await books.sell(shares, 1_000)
    await books.do(book_redemption, terms=shares, redemption_id=uuid7(), lots=[Consumed(1_000, 1_000)])
    await books.do(open_dispute, case_id=case, pending_fen=400, drawable_fen=400)
    assert {"MERCHANT_PENDING": 400, "MERCHANT_DRAWABLE": 400}.items() <= (await books.balances("outgoing_fen")).items()
    for refused in (
        books.do(end_dispute_window, performed_id=uuid7(), amount_fen=400),
        books.do(begin_withdrawal, payout_id=uuid7(), drawable_fen=201, settled_fen=0),
    ):
        with pytest.raises(InsufficientFunds):
            await refused
    await books.do(close_dispute, case_id=case)
    await books.do(end_dispute_window, performed_id=uuid7(), amount_fen=400)
    await books.in_step()


async def test_a_dispute_holds_what_is_there(books: Books) -> None:
    await earn(books, 300)
    poor, empty = uuid7(), uuid7()
    held = await books.do(open_dispute, case_id=poor, pending_fen=0, drawable_fen=1_000)
    assert held is not None
    assert (await books.balances("outgoing_fen")) == {"MERCHANT_DRAWABLE": 300}
    assert await books.do(open_dispute, case_id=empty, pending_fen=0, drawable_fen=1_000) is None
    assert await books.do(open_dispute, case_id=empty, pending_fen=0, drawable_fen=0) is None
    with pytest.raises(TransferUnknown):
        await books.do(close_dispute, case_id=empty)


async def test_a_refund_takes_from_the_merchant_in_order(books: Books) -> None:
    shares, refund = terms(0, 2_000), uuid7()
    await books.do(pay_deposit, deposit_payment_id=uuid7(), amount_fen=500)
    await books.sell(shares, 1_000)
    await books.settle_cash()
    await books.do(begin_withdrawal, payout_id=uuid7(), drawable_fen=700, settled_fen=0)
    # 200 are held back, 100 of the drawable 800 are free, the deposit has 500: the merchant owes the other 200.
    await books.do(decide_refund, terms=shares, refund_id=refund, principals_fen=[1_000], refund_fen=1_000, fee_fen=0)
    assert await books.in_step() == {
        "MERCHANT_DRAWABLE": 700,
        "MERCHANT_RECEIVABLE": 200,
        "REFUND_PAYABLE": 1_000,
        "SETTLEMENT_BANK": 1_500,
    }
    await books.do(raise_refund, raise_id=uuid7(), refund_id=refund, amount_fen=33)
    balances = await books.in_step()
    assert (balances["REFUND_PAYABLE"], balances["MERCHANT_RECEIVABLE"]) == (1_033, 233)


async def test_the_deposit_pays_a_consumer_or_the_bank(books: Books) -> None:
    shares, refund = terms(0), uuid7()
    await books.sell(shares, 100)
    await books.do(begin_withdrawal, payout_id=uuid7(), drawable_fen=100, settled_fen=0)
    await books.do(decide_refund, terms=shares, refund_id=uuid7(), principals_fen=[100], refund_fen=100, fee_fen=0)
    await books.do(pay_deposit, deposit_payment_id=uuid7(), amount_fen=1_000)
    await books.do(deduct_deposit, deduction_id=uuid7(), amount_fen=100, refund_id=None)
    await books.do(deduct_deposit, deduction_id=uuid7(), amount_fen=250, refund_id=refund)
    balances = await books.in_step()
    assert (balances["DEPOSIT"], balances["DEPOSIT_BANK"], balances["REFUND_PAYABLE"]) == (650, 650, 350)
    assert "MERCHANT_RECEIVABLE" not in balances
    for refused in (refund, None):
        with pytest.raises(InsufficientFunds):
            await books.do(deduct_deposit, deduction_id=uuid7(), amount_fen=651, refund_id=refused)


async def test_commission_waits_for_money(books: Books) -> None:
    commission, person, payout = uuid7(), uuid7(), uuid7()
    approve: dict[str, Any] = {"commission_id": commission, "salesperson_id": person, "amount_fen": 80}
    assert await books.do(approve_commission, **approve) is None
    await earn(books, 100)
    first = await books.do(approve_commission, **approve)
    again = await books.do(approve_commission, **approve)
    assert first
    assert again
    assert (first.replayed, again.replayed) == (False, True)
    await books.do(begin_commission_payout, payout_id=payout, salesperson_id=person, amount_fen=50)
    await books.do(confirm_payout, kind=TransferKind.COMMISSION_PAYOUT, payout_id=payout)
    await books.do(reverse_commission, reversal_id=uuid7(), salesperson_id=person, unpaid_fen=30, owed_fen=50)
    balances = await books.in_step()
    assert (balances["SALES_RECEIVABLE"], balances["MERCHANT_SETTLED"], balances["SETTLEMENT_BANK"]) == (50, 80, 50)
    assert "COMMISSION_PAYABLE" not in balances


async def test_what_a_salesperson_owes_is_set_off_or_written_off(books: Books) -> None:
    person, successor = uuid7(), uuid7()
    await earn(books, 200)
    await books.do(approve_commission, commission_id=uuid7(), salesperson_id=person, amount_fen=60)
    owed: dict[str, Any] = {"salesperson_id": person, "unpaid_fen": 0}
    await books.do(reverse_commission, reversal_id=uuid7(), **owed, owed_fen=50)
    await books.do(reverse_commission, reversal_id=uuid7(), **owed, owed_fen=7, debtor_id=successor)
    await books.do(net_commission, netting_id=uuid7(), salesperson_id=person, amount_fen=40)
    await books.do(write_off_commission, write_off_id=uuid7(), salesperson_id=person, amount_fen=10)
    balances = await books.in_step()
    assert (balances["COMMISSION_PAYABLE"], balances["SALES_RECEIVABLE"]) == (20, 7)
    for refused in (
        books.do(net_commission, netting_id=uuid7(), salesperson_id=person, amount_fen=1),
        books.do(write_off_commission, write_off_id=uuid7(), salesperson_id=successor, amount_fen=8),
    ):
        with pytest.raises(InsufficientFunds):
            await refused


async def test_a_subsidy_is_earned_or_goes_back(books: Books) -> None:
    coupon = uuid7()
    await books.do(grant_subsidy, coupon_use_id=coupon, amount_fen=500)
    await books.do(earn_subsidy, performed_id=uuid7(), coupon_use_id=coupon, amount_fen=125)
    await books.do(return_subsidy, refund_id=uuid7(), coupon_use_id=coupon, amount_fen=375)
    assert await books.in_step() == {"BANK_SUBSIDY_RECEIVABLE": 125, "MERCHANT_SETTLED": 125}
    with pytest.raises(InsufficientFunds):
        await books.do(earn_subsidy, performed_id=uuid7(), coupon_use_id=coupon, amount_fen=1)


async def test_bonus_is_a_memo_of_its_own(books: Books) -> None:
    contract = uuid7()
    await books.do(grant_bonus, grant_id=uuid7(), contract_id=contract, amount_fen=300)
    await books.do(consume_bonus, consumption_id=uuid7(), contract_id=contract, amount_fen=120)
    assert await books.in_step() == {"BONUS_GRANTED": 180, "BONUS_LIABILITY": 180}
    with pytest.raises(InsufficientFunds):
        await books.do(consume_bonus, consumption_id=uuid7(), contract_id=contract, amount_fen=181)


async def test_a_gift_takes_its_money_along(books: Books) -> None:
    old, gift = terms(4_000, 1_000), uuid7()
    new = Terms(uuid7(), 4_000, 1_000)
    await books.sell(old, 999, 501)
    await books.settle_cash()
    before = await books.in_step()
    await books.do(claim_gift, gift_id=gift, terms=old, to=new, principals_fen=[501])
    assert await books.in_step() == before
    await books.do(book_redemption, terms=new, redemption_id=uuid7(), lots=[Consumed(501, 501)])
    await books.settle_cash()
    await books.do(book_redemption, terms=old, redemption_id=uuid7(), lots=[Consumed(999, 999)])
    await books.settle_cash()
    assert not (await books.in_step()).keys() & {"CARD_LIABILITY", "MERCHANT_ADVANCE", "CUSTODY_BANK", "HOLDBACK"}
    for wrong in (old, Terms(uuid7(), 4_001, 1_000)):
        with pytest.raises(MalformedTransfer):
            await books.do(claim_gift, gift_id=uuid7(), terms=old, to=wrong, principals_fen=[1])


async def test_what_nobody_may_claim_stays_in_custody(books: Books) -> None:
    shares = terms(4_000)
    await books.sell(shares, 1_000)
    await books.settle_cash()
    await books.do(deregister_unpaid, case_id=uuid7(), contract_id=shares.contract_id, principal_fen=1_000)
    balances = await books.in_step()
    assert (balances["UNCLAIMED_LIABILITY"], balances["CUSTODY_BANK"]) == (1_000, 400)
    assert "CARD_LIABILITY" not in balances


@pytest.mark.parametrize(
    ("recipe", "inputs"),
    [
        (capture_payment, {"payment_id": uuid7(), "order_id": uuid7()}),
        (pay_deposit, {"deposit_payment_id": uuid7()}),
        (grant_subsidy, {"coupon_use_id": uuid7()}),
        (grant_bonus, {"grant_id": uuid7(), "contract_id": uuid7()}),
    ],
    ids=["capture_payment", "pay_deposit", "grant_subsidy", "grant_bonus"],
)
@pytest.mark.parametrize("amount_fen", [0, -1])
async def test_amounts_are_above_zero(
    books: Books, recipe: Callable[..., Awaitable[Any]], inputs: dict[str, Any], amount_fen: int
) -> None:
    with pytest.raises(MalformedTransfer):
        await books.do(recipe, amount_fen=amount_fen, **inputs)
