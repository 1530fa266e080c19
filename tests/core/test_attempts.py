"""Attempt counters: limits under concurrency, locks that double, nothing readable in the table."""

import asyncio
from datetime import UTC, datetime, timedelta

import asyncpg
import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.core import attempts
from prepaid.core.actor import SYSTEM
from prepaid.core.attempts import AttemptKind, Counter, TooManyAttempts
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import NotFound
from prepaid.kit import clock

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PHONE = "13812345678"


async def charge(database: Database, subject: str = PHONE, *, limit: int = 5) -> None:
    window, lock_for = timedelta(minutes=15), timedelta(minutes=1)
    await attempts.charge(database, AttemptKind.TOTP, subject, limit=limit, window=window, lock_for=lock_for)


async def refused(database: Database) -> int:
    """Seconds to wait, of a charge that is refused."""
    with pytest.raises(TooManyAttempts) as refusal:
        await charge(database)
    seconds: int = refusal.value.data["retry_after_seconds"]
    return seconds


async def test_fifty_at_once_never_exceed_the_limit(db: Database) -> None:
    outcomes = await asyncio.gather(*(charge(db) for _ in range(50)), return_exceptions=True)
    assert [type(outcome) for outcome in outcomes if outcome].count(TooManyAttempts) == 45
    assert outcomes.count(None) == 5


async def test_attempts_stay_counted_when_the_command_refuses(db: Database) -> None:
    async def wrong_code(tx: WriteSession) -> None:
        await charge(tx.database)
        raise NotFound

    for _ in range(5):
        with pytest.raises(NotFound):
            await db.run(SYSTEM, wrong_code)
    with pytest.raises(TooManyAttempts):
        await db.run(SYSTEM, wrong_code)


async def test_each_lock_is_twice_as_long_up_to_a_day(db: Database) -> None:
    waits = []
    with clock.freeze(START):
        elapsed = timedelta(0)
        for _ in range(13):
            with clock.travel(elapsed):
                for _ in range(5):
                    await charge(db)
                waits.append(await refused(db))
            elapsed += timedelta(seconds=waits[-1])
    assert waits[:4] == [60, 120, 240, 480]
    assert waits[-1] == 86_400


async def test_a_quiet_day_after_a_lock_starts_small_again(db: Database) -> None:
    with clock.freeze(START):
        for _ in range(5):
            await charge(db)
        with clock.travel(timedelta(days=1, minutes=1)):
            for _ in range(5):
                await charge(db)
            assert await refused(db) == 60


async def test_the_window_forgets_slow_mistakes(db: Database) -> None:
    with clock.freeze(START):
        for hour in range(12):
            with clock.travel(timedelta(hours=hour)):
                await charge(db)


async def test_success_clears_and_reading_a_lock_counts_nothing(db: Database) -> None:
    for _ in range(5):
        await charge(db)
    assert await attempts.is_locked(db, AttemptKind.TOTP, PHONE)
    assert await attempts.is_locked(db, AttemptKind.PIN, PHONE) is None
    async with db.write() as tx:
        await attempts.clear(tx, AttemptKind.TOTP, PHONE)
    assert await attempts.is_locked(db, AttemptKind.TOTP, PHONE) is None
    await charge(db)


async def test_a_waiting_command_does_not_starve_the_counter(db: Database) -> None:
    """Every connection for commands is taken; charging from inside them still works."""

    async def command(tx: WriteSession) -> None:
        await tx.connection()
        await gate.wait()
        await charge(tx.database, limit=100)

    gate = asyncio.Barrier(db.pool_size)
    await asyncio.gather(*(db.run(SYSTEM, command) for _ in range(db.pool_size)))


async def test_the_table_shows_no_login_and_is_purged(db: Database, superuser: asyncpg.Connection) -> None:
    await charge(db)
    row = str(await superuser.fetchrow("SELECT * FROM attempt_counter"))
    assert PHONE not in row
    assert PHONE.encode().hex() not in row
    await attempts.purge(db)
    assert await superuser.fetchval("SELECT count(*) FROM attempt_counter") == 1
    with clock.travel(timedelta(days=3)):
        await attempts.purge(db)
    assert await superuser.fetchval("SELECT count(*) FROM attempt_counter") == 0


@given(st.lists(st.timedeltas(timedelta(0), timedelta(minutes=5)), max_size=200), st.integers(1, 5))
def test_no_window_ever_holds_more_attempts_than_the_limit(steps: list[timedelta], limit: int) -> None:
    counter, now, allowed = Counter(), START, []
    for step in steps:
        now += step
        after = counter.charged(now, limit=limit, window=10 * MINUTE, lock_for=10 * MINUTE)
        if after is not None:
            allowed.append(now)
            counter = after
    # A window that starts at any allowed attempt and ends before the counter's window could have begun anew.
    for start in allowed:
        assert sum(start <= at < start + 10 * MINUTE for at in allowed) <= 2 * limit - 1
