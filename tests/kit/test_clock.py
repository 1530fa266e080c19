"""The one clock: invariant 12."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.kit import clock

NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)
HOUR = timedelta(hours=1)


def test_now_is_utc_and_real() -> None:
    before = datetime.now(UTC)
    assert before <= clock.now() <= datetime.now(UTC)
    assert clock.now().tzinfo is UTC


def test_a_frozen_clock_stands_still_until_the_block_ends() -> None:
    with clock.freeze(NEW_YEAR):
        assert clock.now() == clock.now() == NEW_YEAR
    assert clock.now() > NEW_YEAR or clock.now() < NEW_YEAR


def test_travel_moves_the_frozen_and_the_running_clock() -> None:
    with clock.freeze(NEW_YEAR):
        with clock.travel(HOUR), clock.travel(-2 * HOUR):
            assert clock.now() == NEW_YEAR - HOUR
        assert clock.now() == NEW_YEAR
    with clock.travel(timedelta(days=1000)):
        assert clock.now() - datetime.now(UTC) > timedelta(days=999)


def test_freezing_again_replaces_what_was_before() -> None:
    with clock.freeze(NEW_YEAR), clock.travel(HOUR), clock.freeze(NEW_YEAR + 5 * HOUR):
        assert clock.now() == NEW_YEAR + 5 * HOUR


def test_the_clock_runs_again_after_an_error() -> None:
    with pytest.raises(RuntimeError), clock.freeze(NEW_YEAR):
        raise RuntimeError
    assert clock.now() != NEW_YEAR


async def test_every_task_and_thread_sees_the_moved_clock() -> None:
    frozen = asyncio.Event()

    async def started_before() -> datetime:
        await frozen.wait()
        return clock.now()

    task = asyncio.create_task(started_before())
    await asyncio.sleep(0)
    with ThreadPoolExecutor(1) as threads:
        threads.submit(clock.now).result()
        with clock.freeze(NEW_YEAR):
            frozen.set()
            assert await task == NEW_YEAR
            assert threads.submit(clock.now).result() == NEW_YEAR


def test_blocks_may_end_in_any_order() -> None:
    freeze, travel = clock.freeze(NEW_YEAR), clock.travel(HOUR)
    freeze.__enter__()
    travel.__enter__()
    freeze.__exit__(None, None, None)
    assert timedelta(minutes=59) < clock.now() - datetime.now(UTC) <= HOUR
    travel.__exit__(None, None, None)
    assert clock.now() - datetime.now(UTC) <= timedelta(0)


async def test_an_offset_holds_for_its_own_task_only() -> None:
    async def in_sandbox() -> datetime:
        clock.set_offset(timedelta(days=30))
        await asyncio.sleep(0)
        return clock.now()

    with clock.freeze(NEW_YEAR):
        task = asyncio.create_task(in_sandbox())
        await asyncio.sleep(0)
        assert clock.now() == NEW_YEAR
        assert await task == NEW_YEAR + timedelta(days=30)


def test_a_given_offset_comes_before_that_of_the_context() -> None:
    with clock.freeze(NEW_YEAR):
        token = clock.set_offset(HOUR)
        assert clock.now() == NEW_YEAR + HOUR
        assert clock.now(offset=timedelta(0)) == NEW_YEAR
        assert clock.today_shanghai(offset=timedelta(days=1)) == date(2026, 1, 2)
        clock.reset_offset(token)
        assert clock.now() == NEW_YEAR


def test_the_legal_day_turns_at_sixteen_hours_utc() -> None:
    with clock.freeze(datetime(2026, 3, 31, 15, 59, 59, 999999, UTC)):
        assert clock.today_shanghai() == date(2026, 3, 31)
    with clock.freeze(datetime(2026, 3, 31, 16, tzinfo=UTC)):
        assert clock.today_shanghai() == date(2026, 4, 1)


@given(st.dates(date(1992, 1, 1), date(2200, 1, 1)))
def test_the_bounds_of_a_day_hold_exactly_its_instants(day: date) -> None:
    start, end = clock.day_bounds(day)

    assert end - start == timedelta(days=1)
    assert start.tzinfo is UTC
    assert clock.shanghai_day(start) == clock.shanghai_day(end - timedelta.resolution) == day
    assert clock.shanghai_day(end) == day + timedelta(days=1)
    assert clock.day_bounds(day + timedelta(days=1))[0] == end


def test_an_instant_may_come_in_any_time_zone_but_not_without() -> None:
    tokyo = timezone(timedelta(hours=9))
    assert clock.shanghai_day(datetime(2026, 1, 1, 0, 30, tzinfo=tokyo)) == date(2025, 12, 31)
    with pytest.raises(ValueError, match="time zone"):
        clock.shanghai_day(datetime(2026, 1, 1))
    with pytest.raises(ValueError, match="time zone"), clock.freeze(datetime(2026, 1, 1)):
        pass
