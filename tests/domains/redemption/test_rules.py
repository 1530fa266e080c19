"""Codes, shares of pieces, entries: plain arithmetic, tried with odd amounts."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.cards.rules.cards import Funding
from prepaid.domains.cards.rules.value import worth
from prepaid.domains.ledger.rules.shares import Consumed, Terms, earned
from prepaid.domains.ordering.rules.pricing import unit_shares
from prepaid.domains.redemption.rules import codes
from prepaid.domains.redemption.rules.shares import lines_money, pieces

KEY = b"k" * 32
AT = datetime(2026, 5, 6, 4, 0, tzinfo=UTC)
BPS = st.integers(0, 10_000)


@given(st.binary(min_size=32, max_size=32).map(lambda raw: raw.decode("latin1")), st.uuids(), st.uuids())
def test_a_code_reads_back_for_its_merchant_alone(junk: str, merchant: UUID, code: UUID) -> None:
    text = codes.code_text(KEY, merchant, code)
    assert codes.read_code(KEY, merchant, text) == code
    assert codes.read_code(KEY, uuid4(), text) is None
    assert codes.read_code(b"other" + KEY, merchant, text) is None
    assert codes.read_code(KEY, merchant, junk) is None


def test_a_session_is_good_for_one_cashier_in_one_store() -> None:
    merchant, store, cashier, code = uuid4(), uuid4(), uuid4(), uuid4()
    text = codes.session_text(KEY, merchant, store, cashier, code, AT)
    assert codes.read_session(KEY, merchant, store, cashier, text) == (code, AT)
    for where in ((uuid4(), store, cashier), (merchant, uuid4(), cashier), (merchant, store, uuid4())):
        assert codes.read_session(KEY, *where, text) is None
    assert codes.read_code(KEY, merchant, text) is None
    assert codes.read_session(KEY, merchant, store, cashier, codes.code_text(KEY, merchant, code)) is None
    assert timedelta(seconds=60) >= codes.LIFE


def test_digits_are_eight_and_kept_by_merchant() -> None:
    digits = codes.new_manual_code()
    assert codes.MANUAL.fullmatch(digits)
    assert codes.spoken(f" {digits[:4]} {digits[4:]}\n") == digits
    assert codes.manual_index(KEY, uuid4(), digits) != codes.manual_index(KEY, uuid4(), digits)


@given(st.lists(st.tuples(st.integers(1, 99_999), st.integers(1, 9)), min_size=1, max_size=4), st.data())
def test_pieces_that_cards_paid_in_part_sum_exactly(lines: list[tuple[int, int]], data: st.DataObject) -> None:
    nets = [net for net, _ in lines]
    channel = data.draw(st.integers(0, sum(nets)))
    kept = data.draw(st.integers(0, sum(nets) - channel))
    moved_channel = moved_pending = 0
    for money, (net, quantity) in zip(lines_money(nets, channel, kept), lines, strict=True):
        units, used = unit_shares(net, quantity), 0
        while used < quantity:
            step = data.draw(st.integers(1, quantity - used))
            part = pieces(money, units, used, step)
            assert 0 <= part.channel_fen <= part.pending_fen <= part.value_fen
            moved_channel, moved_pending, used = (
                moved_channel + part.channel_fen,
                moved_pending + part.pending_fen,
                used + step,
            )
    assert (moved_channel, moved_pending) == (channel, channel + kept)


@given(st.integers(1, 10**9), st.integers(1, 60), BPS, BPS, st.data())
def test_any_uses_of_a_lot_earn_exactly_what_was_paid(
    paid: int, times: int, custody: int, holdback: int, data: st.DataObject
) -> None:
    terms = Terms(uuid4(), custody, holdback)
    used, left, pending, advance = 0, paid, 0, 0
    while used < times:
        step = data.draw(st.integers(1, times - used))
        value = worth(Funding.PAID, paid_fen=paid, list_fen=paid, granted=times, since=used, until=used + step)
        if value.principal_fen:
            split = earned(terms, [Consumed(left, value.principal_fen)])
            pending, advance = pending + split.custody_fen, advance + split.advance_fen
        used, left = used + step, left - value.principal_fen
    whole = terms.split(paid)
    assert (left, pending, advance) == (0, whole.custody_fen, whole.advance_fen)
