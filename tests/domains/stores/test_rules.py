"""Trees of regions on any day, opening hours, scopes."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.stores.rules.regions import Placement, RegionTree, moved
from prepaid.domains.stores.rules.scope import StoreScope, StoreScopeKind
from prepaid.domains.stores.rules.stores import InvalidHours, OpeningHours, Weekday

A, B, C, D = (UUID(int=n) for n in range(1, 5))
DAY = date(2026, 5, 1)


def test_a_move_leaves_the_past_as_it_was() -> None:
    before = [Placement(A, None, DAY), Placement(B, None, DAY), Placement(C, A, DAY)]
    after = moved(before, C, B, DAY + timedelta(days=30))
    assert RegionTree.on(DAY + timedelta(days=29), after).path(C) == (C, A)
    assert RegionTree.on(DAY + timedelta(days=30), after).path(C) == (C, B)


def test_a_move_before_the_latest_one_would_rewrite_the_past() -> None:
    placements = moved([Placement(A, None, DAY)], A, None, DAY + timedelta(days=9))
    with pytest.raises(ValueError, match="latest placement"):
        moved(placements, A, B, DAY)


def test_a_region_below_itself_is_found() -> None:
    tree = RegionTree({A: B, B: C, C: A, D: None})
    assert tree.circular() == {A, B, C}
    assert tree.subtree([D]) == {D}


@given(st.lists(st.tuples(st.integers(0, 6), st.one_of(st.none(), st.integers(0, 6)), st.integers(0, 20)), max_size=30))
def test_on_any_day_a_region_has_one_place_whatever_the_moves(moves: list[tuple[int, int | None, int]]) -> None:
    ids = [UUID(int=n + 1) for n in range(7)]
    placements = [Placement(each, None, DAY) for each in ids]
    for region, parent, days in moves:
        target = None if parent is None or parent == region else ids[parent]
        try:
            placements = moved(placements, ids[region], target, DAY + timedelta(days=days))
        except ValueError:
            continue
    for days in range(22):
        day = DAY + timedelta(days=days)
        places = [each.region for each in placements if each.covers(day)]
        assert sorted(places) == ids
        tree = RegionTree.on(day, placements)
        for sound in set(ids) - tree.circular():
            assert set(tree.path(sound)) <= set(ids)
            assert all(sound in tree.subtree([above]) for above in tree.path(sound))


HOURS = OpeningHours.read("09:00", "21:30", [Weekday.MONDAY])
LATE = OpeningHours.read("18:00", "02:00", [Weekday.SUNDAY])


@pytest.mark.parametrize(
    ("hours", "local", "expected"),
    [
        pytest.param(HOURS, (2026, 5, 5, 9, 0), True, id="tuesday-opening"),
        pytest.param(HOURS, (2026, 5, 5, 21, 30), False, id="tuesday-closing"),
        pytest.param(HOURS, (2026, 5, 4, 12, 0), False, id="monday"),
        pytest.param(LATE, (2026, 5, 3, 1, 59), True, id="saturday-night-into-sunday"),
        pytest.param(LATE, (2026, 5, 3, 18, 0), False, id="sunday-evening"),
        pytest.param(LATE, (2026, 5, 4, 1, 0), False, id="sunday-night-into-monday"),
        pytest.param(LATE, (2026, 5, 4, 2, 0), False, id="after-closing"),
    ],
)
def test_hours_are_those_of_shanghai(hours: OpeningHours, local: tuple[int, ...], expected: bool) -> None:
    at = datetime(*local, tzinfo=UTC) - timedelta(hours=8)  # type: ignore[misc, arg-type]
    assert hours.open_at(at) is expected


@pytest.mark.parametrize(
    ("opens", "closes", "days"),
    [
        ("9:00", "21:00", []),
        ("09:00", None, []),
        (None, None, ["MONDAY"]),
        ("24:00", "02:00", []),
        ("09:00", "21:00", list(Weekday)),
    ],
    ids=["format", "one-alone", "days-alone", "no-such-hour", "no-day-left"],
)
def test_hours_that_no_clock_shows_are_refused(opens: str | None, closes: str | None, days: list[str]) -> None:
    with pytest.raises(InvalidHours):
        OpeningHours.read(opens, closes, days)


def test_a_scope_includes_what_it_names() -> None:
    assert StoreScope().includes(A, ())
    listed = StoreScope(StoreScopeKind.STORES, frozenset({A}))
    assert (listed.includes(A, ()), listed.includes(B, ())) == (True, False)
    region = StoreScope(StoreScopeKind.REGIONS, frozenset({C}))
    assert (region.includes(A, (B, C)), region.includes(A, (B,))) == (True, False)
    assert StoreScope.from_json(region.as_json()) == region
    assert not StoreScope(StoreScopeKind.STORES).complete
