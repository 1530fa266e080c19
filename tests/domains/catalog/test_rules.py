"""Pricing of packages, words in texts, evidence on prices: golden values and properties."""

from dataclasses import replace
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.catalog.rules.evidence import Severity, against_history, against_limit, against_median
from prepaid.domains.catalog.rules.pricing import (
    Bounds,
    Entitlement,
    PackageFault,
    faults,
    list_value_fen,
    paid_shares_fen,
)
from prepaid.domains.catalog.rules.products import CardKind, EntitlementKind
from prepaid.domains.catalog.rules.words import WordFinder

SKATING, COACHING = UUID(int=1), UUID(int=2)
TEN_VISITS = Entitlement(kind=EntitlementKind.VISITS, service_ids=(SKATING,), times=10, unit_price_fen=8_000)
ONE_LESSON = Entitlement(kind=EntitlementKind.VISITS, service_ids=(COACHING,), times=1, unit_price_fen=20_000)
BOUNDS = Bounds(
    deepest_discount_bps=5_000,
    longest_term_days=365,
    most_lessons=60,
    registered_face_limit_fen=500_000,
    anonymous_face_limit_fen=100_000,
    card_kind=CardKind.REGISTERED,
    face_limit_fen=300_000,
    allowed_services=frozenset({SKATING, COACHING}),
)


def found(
    price: int, *entitlements: Entitlement, term: int | None = None, bounds: Bounds = BOUNDS
) -> set[PackageFault]:
    return {each.fault for each in faults(price, term, entitlements, bounds)}


def test_a_package_is_worth_its_parts_and_its_price_is_shared_by_them() -> None:
    assert list_value_fen([TEN_VISITS, ONE_LESSON]) == 100_000
    assert paid_shares_fen(70_001, [TEN_VISITS, ONE_LESSON]) == [56_001, 14_000]


@pytest.mark.parametrize(
    ("price", "wrong"),
    [
        pytest.param(80_000, set(), id="full-price"),
        pytest.param(80_001, {PackageFault.PRICE_OVER_LIST}, id="a-fen-over"),
        pytest.param(40_000, set(), id="half-price"),
        pytest.param(39_999, {PackageFault.DISCOUNT_TOO_DEEP}, id="a-fen-below-half"),
    ],
)
def test_the_price_lies_between_the_deepest_discount_and_the_list_value(price: int, wrong: set[PackageFault]) -> None:
    assert found(price, TEN_VISITS) == wrong


@pytest.mark.parametrize(
    ("kind", "own", "price", "wrong"),
    [
        pytest.param(CardKind.REGISTERED, 900_000, 500_000, set(), id="registered-5000"),
        pytest.param(CardKind.REGISTERED, 900_000, 500_001, {PackageFault.FACE_OVER_LIMIT}, id="registered-5000.01"),
        pytest.param(CardKind.ANONYMOUS, 900_000, 100_000, set(), id="anonymous-1000"),
        pytest.param(CardKind.ANONYMOUS, 900_000, 100_001, {PackageFault.FACE_OVER_LIMIT}, id="anonymous-1000.01"),
        pytest.param(CardKind.REGISTERED, 80_000, 80_001, {PackageFault.FACE_OVER_LIMIT}, id="card-types-own"),
    ],
)
def test_the_face_is_bounded_by_kind_and_card_type(
    kind: CardKind, own: int, price: int, wrong: set[PackageFault]
) -> None:
    stored = Entitlement(kind=EntitlementKind.MONEY, amount_fen=price)
    assert found(price, stored, bounds=replace(BOUNDS, card_kind=kind, face_limit_fen=own)) == wrong


def test_term_lessons_and_services_are_bounded() -> None:
    assert found(80_000, TEN_VISITS, term=366) == {PackageFault.TERM_OVER_CAP}
    season = Entitlement(kind=EntitlementKind.PERIOD, service_ids=(SKATING,), days=400, unit_price_fen=80_000)
    assert found(80_000, season) == {PackageFault.TERM_OVER_CAP}
    assert found(250_000, replace(TEN_VISITS, times=61)) == {PackageFault.LESSONS_OVER_CAP}
    strange = replace(TEN_VISITS, service_ids=(UUID(int=9),))
    assert found(80_000, strange) == {PackageFault.SERVICE_NOT_ALLOWED}
    assert found(1) == {PackageFault.EMPTY}


PRICED = st.builds(
    Entitlement,
    kind=st.just(EntitlementKind.VISITS),
    service_ids=st.just((SKATING,)),
    times=st.integers(1, 300),
    unit_price_fen=st.integers(1, 100_000),
)


@given(st.lists(PRICED, min_size=1, max_size=8), st.integers(0, 10_000_000))
def test_shares_are_exact_and_in_proportion(entitlements: list[Entitlement], price: int) -> None:
    shares = paid_shares_fen(price, entitlements)
    worth = list_value_fen(entitlements)
    assert sum(shares) == price
    assert all(
        abs(share * worth - price * each.list_fen) < worth for share, each in zip(shares, entitlements, strict=True)
    )


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("全城最佳滑冰体验", [(2, 4, "最佳")]),
        ("保 本 收 益", [(0, 3, "保本")]),
        ("最·佳与保*本", [(0, 3, "最佳"), (4, 7, "保本")]),
        ("ＶＩＰ稳赚", [(0, 3, "vip"), (3, 5, "稳赚")]),
        ("普通的十次卡", []),
    ],
    ids=["plain", "blanks", "signs", "full-width", "none"],
)
def test_words_are_found_with_their_places(text: str, hits: list[tuple[int, int, str]]) -> None:
    finder = WordFinder(["最佳", "保本", "稳赚", "vip"])
    assert [(hit.starts_at, hit.ends_at, hit.word) for hit in finder.find(text)] == hits
    assert WordFinder([]).find(text) == []


@given(st.text(max_size=60), st.lists(st.text("最佳保本abc", min_size=1, max_size=3), max_size=5))
def test_a_hit_stands_where_it_says(text: str, words: list[str]) -> None:
    for hit in WordFinder(words).find(text):
        assert 0 <= hit.starts_at < hit.ends_at <= len(text)
        assert hit.word in words


def test_a_price_is_compared_with_its_history_and_the_median() -> None:
    assert [each.severity for each in against_history(15_000, [10_000, 1])] == [Severity.ALARM]
    assert [each.severity for each in against_history(12_000, [10_000])] == [Severity.WARNING]
    assert [each.severity for each in against_history(5_000, [10_000])] == [Severity.INFO]
    assert list(against_history(5_000, [])) == []
    assert list(against_median(5_000, [9_000, 9_000])) == []
    assert [each.severity for each in against_median(4_000, [9_000, 8_000, 10_000])] == [Severity.ALARM]
    assert against_limit("termDays", 348, 365).severity is Severity.WARNING
    assert against_limit("termDays", 300, 365).severity is Severity.INFO
