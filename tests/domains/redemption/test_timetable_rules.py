"""On which days classes meet."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.redemption.rules.timetable import MeetingPlan, overlap
from prepaid.domains.stores.rules.stores import Weekday

DAYS = st.dates(date(2025, 1, 1), date(2027, 12, 31))
CLOCKS = st.times().map(lambda at: f"{at:%H:%M}")


@given(DAYS, st.sampled_from(Weekday), DAYS, st.integers(0, 120))
def test_a_weekly_class_meets_on_every_day_of_its_name_and_on_no_other(
    first: date, weekday: Weekday, since: date, length: int
) -> None:
    until = since + timedelta(days=length)
    found = list(MeetingPlan(weekday, first, None).days(since, until))
    window = (since + timedelta(days=n) for n in range(length + 1))
    assert found == [day for day in window if day >= first and f"{day:%A}".upper() == weekday]


@given(DAYS, DAYS, st.integers(0, 60))
def test_a_single_meeting_is_on_its_day_when_that_is_asked_for(day: date, since: date, length: int) -> None:
    until = since + timedelta(days=length)
    assert list(MeetingPlan(None, day, day).days(since, until)) == ([day] if since <= day <= until else [])


def test_a_class_stops_on_its_last_day() -> None:
    monday = date(2026, 11, 23)
    plan = MeetingPlan(Weekday.MONDAY, monday, monday + timedelta(days=7))
    assert list(plan.days(monday, monday + timedelta(days=40))) == [monday, monday + timedelta(days=7)]


@given(CLOCKS, CLOCKS, CLOCKS, CLOCKS)
def test_two_spans_overlap_whichever_is_named_first(a: str, b: str, c: str, d: str) -> None:
    assert overlap(a, b, c, d) == overlap(c, d, a, b)
    assert not overlap("09:00", "10:00", "10:00", "11:00")
