"""Prices, shares, states, numbers and receipts: plain arithmetic."""

import itertools
from datetime import date
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.contracts.rules.parameters import RuleParameters
from prepaid.domains.ordering.rules.disclosure import DisclosureItem, SaleFacts, disclosure
from prepaid.domains.ordering.rules.numbers import ALPHABET, new_order_number
from prepaid.domains.ordering.rules.orders import (
    COMMISSION_STATES,
    DATA_TYPES,
    OF_CARD,
    PAYMENT_STATES,
    CommissionStatus,
    OrderKind,
    PaymentStatus,
)
from prepaid.domains.ordering.rules.pricing import Cart, CartLine, Stage, capped_shares, priced, unit_shares
from prepaid.domains.ordering.rules.terms import Shares, frozen_shares
from prepaid.kit.states import IllegalTransition

PRICES = st.integers(min_value=0, max_value=500_000_00)
LINES = st.lists(
    st.builds(
        lambda price, more, quantity: CartLine(
            key=uuid4(), quantity=quantity, list_price_fen=price + more, price_fen=price
        ),
        PRICES,
        PRICES,
        st.integers(min_value=1, max_value=99),
    ),
    min_size=1,
    max_size=6,
)


class Off(Stage):
    """An amount off all lines, by what they cost."""

    def __init__(self, amount_fen: int, name: str = "满减") -> None:
        self.amount_fen, self.name, self.id = amount_fen, name, uuid4()

    def apply(self, cart: Cart) -> Cart:
        return cart.reduced("TIERED_REDUCTION", self.id, self.name, self.amount_fen, cart.nets_fen)


def line(price_fen: int, quantity: int = 1, list_fen: int | None = None) -> CartLine:
    return CartLine(
        key=UUID(int=price_fen), quantity=quantity, list_price_fen=list_fen or price_fen, price_fen=price_fen
    )


def test_the_first_stage_sells_at_the_sale_price_and_remembers_the_list_price() -> None:
    cart = priced([line(68_000, list_fen=88_000), line(8_800, 3)])
    assert (cart.total_fen, cart.list_fen) == (68_000 + 26_400, 88_000 + 26_400)
    assert cart.reductions == ()


def test_a_reduction_is_shared_as_the_refund_vectors_have_it() -> None:
    cart = priced([line(20_000), line(10_000), line(5_000)], [Off(5_000)])
    assert cart.reductions[0].shares_fen == (2_857, 1_429, 714)
    assert cart.total_fen == 30_000


@given(LINES, st.lists(st.integers(min_value=0, max_value=100_000_00), max_size=3))
def test_units_sum_to_lines_and_lines_to_the_order(lines: list[CartLine], amounts: list[int]) -> None:
    cart = priced(lines, [Off(amount) for amount in amounts])
    gross = sum(each.gross_fen for each in lines)
    assert sum(cart.nets_fen) == cart.total_fen == gross - sum(each.amount_fen for each in cart.reductions)
    assert cart.total_fen == max(0, gross - sum(amounts))
    for place, each in enumerate(lines):
        net = cart.net_of(place)
        assert 0 <= net <= each.gross_fen
        units = unit_shares(net, each.quantity)
        assert sum(units) == net
        assert max(units) - min(units) <= 1
        for reduction in cart.reductions:
            assert sum(unit_shares(reduction.shares_fen[place], each.quantity)) == reduction.shares_fen[place]


@given(LINES, st.integers(min_value=0, max_value=100_000_00))
def test_what_the_cart_costs_does_not_depend_on_the_order_of_its_lines(lines: list[CartLine], amount: int) -> None:
    forward, backward = priced(lines, [Off(amount)]), priced(lines[::-1], [Off(amount)])
    assert forward.total_fen == backward.total_fen
    # The fen that do not divide go to one line or another, and to no more than one each.
    shares = zip(forward.reductions[0].shares_fen, backward.reductions[0].shares_fen[::-1], strict=True)
    assert all(abs(one - other) <= 1 for one, other in shares)


@given(st.lists(st.tuples(PRICES, PRICES), min_size=1, max_size=6), PRICES)
def test_no_line_bears_more_than_it_costs(lines: list[tuple[int, int]], amount: int) -> None:
    weights, caps = [w for w, _ in lines], [c for _, c in lines]
    shares = capped_shares(amount, weights, caps)
    assert all(0 <= share <= cap for share, cap in zip(shares, caps, strict=True))
    assert all(share == 0 for share, weight in zip(shares, weights, strict=True) if weight == 0)
    assert sum(shares) == min(amount, sum(c for w, c in lines if w > 0))


@pytest.mark.parametrize("status", list(PaymentStatus))
def test_a_closed_or_wholly_refunded_order_never_moves_again(status: PaymentStatus) -> None:
    for final in (PaymentStatus.CLOSED, PaymentStatus.REFUNDED):
        with pytest.raises(IllegalTransition):
            PAYMENT_STATES.advance(final, status)


def test_a_paid_order_is_not_closed_and_an_unpaid_one_not_refunded() -> None:
    assert not PAYMENT_STATES.can(PaymentStatus.PAID, PaymentStatus.CLOSED)
    assert not PAYMENT_STATES.can(PaymentStatus.UNPAID, PaymentStatus.REFUNDED)
    assert not COMMISSION_STATES.can(CommissionStatus.NONE, CommissionStatus.SETTLED)


def test_every_kind_is_of_one_data_type() -> None:
    kinds = list(itertools.chain.from_iterable(DATA_TYPES.values()))
    assert sorted(kinds) == sorted(OrderKind)
    assert OrderKind.CARD_PURCHASE in OF_CARD


def test_numbers_are_readable_and_differ() -> None:
    numbers = {new_order_number(date(2026, 11, 22)) for _ in range(500)}
    assert len(numbers) == 500
    assert all(number.startswith("261122-") and len(number) == 16 for number in numbers)
    assert {character for number in numbers for character in number[7:]} - {"-"} <= set(ALPHABET)


def test_a_card_freezes_what_was_promised_and_at_least_what_the_merchant_signed() -> None:
    promised, agreed = RuleParameters(custody_ratio_bps=4_000), RuleParameters(custody_ratio_bps=5_000, holdback_bps=7)
    assert frozen_shares(promised, agreed) == Shares(5_000, 7)
    assert frozen_shares(agreed, promised) == Shares(5_000, 7)
    assert frozen_shares(promised, None) == Shares(4_000, 0)


def test_the_receipt_has_its_twelve_items_in_both_languages() -> None:
    facts = SaleFacts(
        merchant="冰河冰场",
        merchant_code="91900000PDY00041XK",
        buyer="王** 154****0001",
        payee="1900000109",
        bank="示例银行",
        bank_phone="95000",
        store="滨江冰场",
        products="滑冰十次卡×1",
        list_fen=88_000,
        paid_fen=68_000,
        custody_bps=4_000,
        term_days=365,
        lease_until=None,
        has_gifts=False,
        parameters=RuleParameters(),
    )
    items = disclosure(facts)
    assert [item["key"] for item in items] == [each.value for each in DisclosureItem]
    assert len(items) == 12
    assert all(item[name].strip() for item in items for name in ("titleZh", "titleEn", "textZh", "textEn"))
    text = "".join(item["textZh"] for item in items)
    assert all(part in text for part in ("880.00", "680.00", "40%", "1900000109", "365", "95000"))
