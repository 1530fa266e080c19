"""How long a sign-in, and each proof within it, lasts (OWASP Session Management Cheat Sheet)."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

ABSOLUTE = timedelta(hours=8)
BEARER_ACCESS = timedelta(minutes=15)
STEP_UP = timedelta(minutes=5)
SECOND_FACTOR_TICKET = timedelta(minutes=5)
DIRECTORY_VISIT = timedelta(minutes=10)
RESET_CODE = timedelta(minutes=15)
SEEN_GRAIN = timedelta(minutes=1)
"""The last request of a session is written once in this time; another process may end it so much earlier."""
KEPT_AFTER_END = timedelta(days=90)
"""Ended sessions stay for their owner's list of places and for the last membership that was used."""


class SessionKind(StrEnum):
    """How the secret travels: in a cookie (admin) or as a bearer token with refresh (mini-program, programs)."""

    COOKIE = "COOKIE"
    BEARER = "BEARER"


@dataclass(frozen=True, slots=True)
class Life:
    """What decides whether a session still counts."""

    expires_at: datetime
    access_expires_at: datetime | None
    last_seen_at: datetime
    idle: timedelta
    locked: bool
    revoked: bool = False

    def over(self, now: datetime, last_seen_at: datetime | None = None) -> bool:
        """Whether it has ended. A locked screen waits for its PIN until the absolute end, not the idle one."""
        if self.revoked or now >= self.expires_at:
            return True
        if self.access_expires_at is not None and now >= self.access_expires_at:
            return True
        seen = max(self.last_seen_at, last_seen_at or self.last_seen_at)
        return not self.locked and now >= seen + self.idle
