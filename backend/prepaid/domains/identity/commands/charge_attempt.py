"""Counting a try before it is made, and forgetting the tries once one succeeded."""

from prepaid.core import attempts
from prepaid.core.database import Database, WriteSession
from prepaid.domains.identity.rules.attempt_limits import AttemptLimit


async def charge_attempt(database: Database, limit: AttemptLimit, subject: str | None) -> None:
    """Count one try against `subject`, whether it exists or not, in a transaction of its own.

    Raises:
        TooManyAttempts: locked; the try must not be made.
    """
    await attempts.charge(
        database,
        limit.kind,
        subject or "unknown",
        limit=limit.limit,
        window=limit.window,
        lock_for=limit.lock_for,
    )


async def forget_attempts(tx: WriteSession, limit: AttemptLimit, subject: str) -> None:
    """A try succeeded: the next one starts from nothing."""
    await attempts.clear(tx, limit.kind, subject)
