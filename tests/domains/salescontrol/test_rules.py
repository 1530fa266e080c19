"""The order of sales control rules, against a reading of the sentence by brute force."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.salescontrol.rules.control import (
    ControlRule,
    Effect,
    Ground,
    Place,
    PlaceKind,
    Seat,
    candidates,
    decide,
)

TODAY = date(2026, 11, 2)
CARD = UUID(int=1)
SHOP, OTHER = UUID(int=10), UUID(int=11)
DISTRICT, CITY, AREA, FAR = (UUID(int=number) for number in (20, 21, 22, 23))
SEAT = Seat(SHOP, "DIRECT", (DISTRICT, CITY, AREA))
HERE = Place(kind=PlaceKind.STORE, store=SHOP)
EVERYWHERE = Place(kind=PlaceKind.ALL_STORES)


def region(which: UUID) -> Place:
    return Place(kind=PlaceKind.REGION, region=which)


def rule(effect: str, place: Place, number: int = 100, **more: object) -> ControlRule:
    values = {"since": TODAY, **more}
    return ControlRule(id=UUID(int=number), product=CARD, effect=Effect(effect), place=place, **values)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("rules", "ground"),
    [
        ([], Ground.UNCONTROLLED),
        ([rule("ALLOW", region(AREA))], Ground.ALLOWED),
        ([rule("DENY", region(AREA))], Ground.DENIED),
        ([rule("DENY", region(AREA)), rule("ALLOW", HERE)], Ground.ALLOWED),
        ([rule("ALLOW", region(CITY)), rule("DENY", region(DISTRICT))], Ground.DENIED),
        ([rule("ALLOW", region(CITY)), rule("DENY", region(CITY))], Ground.DENIED),
        ([rule("DENY", region(CITY)), rule("ALLOW", region(DISTRICT))], Ground.ALLOWED),
        ([rule("DENY", Place(kind=PlaceKind.REGION_LEVEL, level=3))], Ground.DENIED),
        ([rule("DENY", Place(kind=PlaceKind.REGION_LEVEL, level=2))], Ground.UNCONTROLLED),
        ([rule("DENY", EVERYWHERE), rule("ALLOW", Place(kind=PlaceKind.STORE_TYPE, store_type="DIRECT"))],
         Ground.ALLOWED),
        ([rule("ALLOW", region(FAR))], Ground.UNCONTROLLED),
        ([rule("ALLOW", region(FAR), exclusive=True)], Ground.ELSEWHERE),
        ([rule("ALLOW", region(FAR), exclusive=True), rule("ALLOW", EVERYWHERE)], Ground.ALLOWED),
        ([rule("ALLOW", HERE, quota=5, taken=5)], Ground.SOLD_OUT),
        ([rule("ALLOW", HERE, quota=5, taken=5), rule("ALLOW", region(CITY))], Ground.SOLD_OUT),
        ([rule("DENY", HERE, since=TODAY + timedelta(days=1))], Ground.UNCONTROLLED),
        ([rule("DENY", HERE, since=TODAY - timedelta(days=9), last_day=TODAY)], Ground.DENIED),
        ([rule("DENY", HERE, since=TODAY - timedelta(days=9), last_day=TODAY - timedelta(days=1))],
         Ground.UNCONTROLLED),
    ],
    ids=["none", "allowed", "denied", "store-over-area", "district-over-city", "deny-over-allow", "exception", "level",
         "other-level", "type-over-all", "far", "exclusive-far", "exclusive-and-all", "sold-out", "no-falling-through",
         "not-yet", "last-day", "over"],
)  # fmt: skip
def test_the_nearest_rule_decides_and_deny_wins_beside_it(rules: list[ControlRule], ground: Ground) -> None:
    assert decide(CARD, rules, SEAT, TODAY).ground is ground


def test_at_one_distance_the_later_rule_then_the_older_row_decides() -> None:
    early = rule("ALLOW", HERE, 1, since=TODAY - timedelta(days=3), quota=1)
    late, twin = rule("ALLOW", HERE, 3, quota=2), rule("ALLOW", HERE, 2, quota=3)
    assert decide(CARD, [early, late, twin], SEAT, TODAY).rule is twin


def test_a_quota_of_one_does_not_give_two() -> None:
    allowed = [rule("ALLOW", HERE, quota=2, taken=1)]
    assert decide(CARD, allowed, SEAT, TODAY, count=1).permitted
    assert not decide(CARD, allowed, SEAT, TODAY, count=2).permitted


REGIONS = [DISTRICT, CITY, AREA, FAR]
places = st.one_of(
    st.sampled_from([SHOP, OTHER]).map(lambda store: Place(kind=PlaceKind.STORE, store=store)),
    st.sampled_from(REGIONS).map(region),
    st.integers(1, 4).map(lambda level: Place(kind=PlaceKind.REGION_LEVEL, level=level)),
    st.sampled_from(["DIRECT", "FRANCHISE"]).map(lambda kind: Place(kind=PlaceKind.STORE_TYPE, store_type=kind)),
    st.just(EVERYWHERE),
)
days = st.integers(-3, 3).map(lambda number: TODAY + timedelta(days=number))


@st.composite
def rule_sets(draw: st.DrawFn) -> list[ControlRule]:
    made = []
    for number in range(draw(st.integers(0, 8))):
        effect, since = draw(st.sampled_from(list(Effect))), draw(days)
        span = draw(st.none() | st.integers(0, 4))
        last = None if span is None else since + timedelta(days=span)
        exclusive = effect is Effect.ALLOW and draw(st.booleans())
        made.append(rule(effect, draw(places), number, since=since, last_day=last, exclusive=exclusive))
    return draw(st.permutations(made))


def by_hand(rules: list[ControlRule], seat: Seat) -> Ground:
    """The docstring of `rules.control` read out, place by place, without any of its code."""
    alive = [r for r in rules if r.since <= TODAY and (r.last_day is None or r.last_day >= TODAY)]
    rings = [[r for r in alive if r.place.kind is PlaceKind.STORE and r.place.store == seat.store]]
    rings += [
        [r for r in alive if r.place.kind is PlaceKind.REGION and r.place.region == each] for each in seat.regions
    ]
    rings += [
        [r for r in alive if r.place.kind is PlaceKind.REGION_LEVEL and r.place.level == len(seat.regions)],
        [r for r in alive if r.place.kind is PlaceKind.STORE_TYPE and r.place.store_type == seat.type],
        [r for r in alive if r.place.kind is PlaceKind.ALL_STORES],
    ]
    for ring in rings:
        if any(r.effect is Effect.DENY for r in ring):
            return Ground.DENIED
        if ring:
            return Ground.ALLOWED
    return Ground.ELSEWHERE if any(r.exclusive for r in alive) else Ground.UNCONTROLLED


@given(rule_sets(), st.sampled_from([SEAT, Seat(SHOP, "ONLINE"), Seat(OTHER, "FRANCHISE", (FAR,))]))
def test_it_decides_as_the_sentence_says(rules: list[ControlRule], seat: Seat) -> None:
    assert decide(CARD, rules, seat, TODAY).ground is by_hand(rules, seat)


@given(rule_sets(), st.randoms())
def test_the_order_of_the_rows_does_not_matter(rules: list[ControlRule], random: object) -> None:
    again = list(rules)
    random.shuffle(again)  # type: ignore[attr-defined]
    assert candidates(rules, SEAT, TODAY) == candidates(again, SEAT, TODAY)


@given(rule_sets())
def test_one_more_deny_never_allows(rules: list[ControlRule]) -> None:
    before = decide(CARD, rules, SEAT, TODAY)
    after = decide(CARD, [*rules, rule("DENY", region(CITY), 500)], SEAT, TODAY)
    assert before.permitted or not after.permitted
