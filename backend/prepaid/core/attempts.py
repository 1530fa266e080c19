"""Counters of failed attempts that survive refusals and concurrency.

An attempt is charged first, in a short transaction of its own, and tried then: however many run at the
same time, no more than the limit are tried, and a crash in between costs an attempt instead of giving one
away. What succeeded is cleared. Each lock is twice as long as the one before, up to a day.
"""

import hmac
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum, auto
from functools import cache
from hashlib import sha256
from math import ceil

from prepaid.core.actor import GATEKEEPER
from prepaid.core.database import Database, WriteSession
from prepaid.core.errors import Refusal
from prepaid.core.settings import settings
from prepaid.kit import clock

LONG_AGO = datetime.min.replace(tzinfo=UTC)
LONGEST_LOCK = timedelta(days=1)
FORGOTTEN_AFTER = timedelta(days=1)
"""So long after a lock ended, the next one starts small again."""


class AttemptKind(StrEnum):
    """What is tried. A kind may also be any other text: each counts for itself."""

    PASSWORD_ACCOUNT = auto()
    PASSWORD_ADDRESS = auto()
    TOTP = auto()
    PIN = auto()
    RECOVERY = auto()
    PASSPHRASE = auto()


class TooManyAttempts(Refusal):
    """`retry_after_seconds` tells when the lock ends; the same for subjects that do not exist."""

    code = "TOO_MANY_ATTEMPTS"
    zh = "尝试次数过多，请在 {retry_after_seconds} 秒后重试"
    en = "Too many attempts; try again in {retry_after_seconds} seconds"


@dataclass(frozen=True, slots=True)
class Counter:
    """The state of one counter: `count` attempts since `began_at`, `lockouts` locks in a row."""

    count: int = 0
    began_at: datetime = LONG_AGO
    lockouts: int = 0
    locked_until: datetime | None = None

    def charged(self, now: datetime, *, limit: int, window: timedelta, lock_for: timedelta) -> "Counter | None":
        """The state after one more attempt; None when a lock forbids it.

        The attempt that reaches the limit is still allowed and sets the lock that the next one meets.
        """
        if self.locked_until is not None and now < self.locked_until:
            return None
        locked_since = self.locked_until is not None and self.began_at < self.locked_until
        fresh = locked_since or now >= self.began_at + window
        count, began_at = (1, now) if fresh else (self.count + 1, self.began_at)
        quiet = self.locked_until is not None and now >= self.locked_until + FORGOTTEN_AFTER
        lockouts = 0 if quiet else self.lockouts
        if count < limit:
            return Counter(count, began_at, lockouts, self.locked_until)
        lock = min(LONGEST_LOCK, lock_for * 2 ** min(lockouts, 30))
        return Counter(count, began_at, lockouts + 1, now + lock)


async def charge(
    database: Database, kind: str, subject: str, *, limit: int, window: timedelta, lock_for: timedelta
) -> None:
    """Count one attempt before it is tried: of `limit` in `window`, the last one locks for `lock_for`.

    `subject` is whatever names the target (login, account id, address), whether it exists or not.

    Raises:
        TooManyAttempts: locked; the attempt must not be tried.
    """
    now = clock.now()
    row = (kind, _hashed(kind, subject))
    async with database.aside(GATEKEEPER) as connection:
        state = Counter(*await connection.fetchrow(LOCK, *row, now))
        after = state.charged(now, limit=limit, window=window, lock_for=lock_for)
        if after is not None:
            await connection.execute(KEEP, *row, after.count, after.began_at, after.lockouts, after.locked_until)
    if after is None:
        assert state.locked_until is not None
        raise TooManyAttempts(retry_after_seconds=ceil((state.locked_until - now).total_seconds()))


async def clear(tx: WriteSession, kind: str, subject: str) -> None:
    """Forget the attempts after one succeeded.

    Not for counters by address: whoever has an account of his own would reset his own limit.
    """
    async with tx.database.aside(GATEKEEPER) as connection:
        await connection.execute(FORGET, kind, _hashed(kind, subject))


async def is_locked(database: Database, kind: str, subject: str) -> datetime | None:
    """The end of the lock in force, or None; counts nothing."""
    async with database.aside(GATEKEEPER) as connection:
        until: datetime | None = await connection.fetchval(LOCKED_UNTIL, kind, _hashed(kind, subject))
    return until if until is not None and clock.now() < until else None


async def purge(database: Database) -> None:
    """Delete counters that no longer count: a spray over invented subjects leaves nothing behind."""
    async with database.aside(GATEKEEPER) as connection:
        await connection.execute(PURGE, clock.now() - 2 * FORGOTTEN_AFTER)


LOCK = """
INSERT INTO attempt_counter (kind, subject, count, window_began_at, lockouts) VALUES ($1, $2, 0, $3, 0)
ON CONFLICT (kind, subject) DO UPDATE SET count = attempt_counter.count
RETURNING count, window_began_at, lockouts, locked_until
"""
KEEP = """
UPDATE attempt_counter SET count = $3, window_began_at = $4, lockouts = $5, locked_until = $6
WHERE kind = $1 AND subject = $2
"""
FORGET = "DELETE FROM attempt_counter WHERE kind = $1 AND subject = $2"
PURGE = "DELETE FROM attempt_counter WHERE greatest(window_began_at, locked_until) < $1"
LOCKED_UNTIL = "SELECT locked_until FROM attempt_counter WHERE kind = $1 AND subject = $2"


def _hashed(kind: str, subject: str) -> bytes:
    return hmac.digest(_key(), f"{kind}\x00{subject}".encode(), sha256)


@cache
def _key() -> bytes:
    """A key of its own below the signing key: phone numbers are few enough to be guessed from a bare hash."""
    return hmac.digest(settings().signing_key.get_secret_value().encode(), b"attempt-counter", sha256)
