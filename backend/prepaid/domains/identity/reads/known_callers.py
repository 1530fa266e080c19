"""Callers this process has resolved a moment ago, so that most requests ask the database nothing.

An entry is believed for five seconds at most; a signal `authz` drops it within milliseconds of the commit
that changed it, in this process before the answer goes out.
"""

import time
import weakref
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from prepaid.core import signals
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.reads.policy_store import TOPIC
from prepaid.domains.identity.rules.session_life import Life

BELIEVED_SECONDS: Final = 5.0
LARGEST: Final = 20_000

_caches: "weakref.WeakSet[KnownCallers]" = weakref.WeakSet()


@dataclass(frozen=True, slots=True)
class Caller:
    """An actor as the tables had it, and what decides how long it may be believed."""

    actor: Actor
    life: Life
    allowed_networks: tuple[str, ...] = ()

    def ids(self) -> Iterator[tuple[str, str]]:
        """What a signal may name it by."""
        for name, value in (
            ("session", self.actor.session_id),
            ("account", self.actor.account_id),
            ("token", self.actor.token_id),
            ("membership", self.actor.membership_id),
        ):
            if value is not None:
                yield name, str(value)


class KnownCallers:
    """Resolved callers by the hash of their secret."""

    def __init__(self) -> None:
        self._callers: dict[bytes, tuple[float, int, Caller]] = {}
        self._drops = 0
        _caches.add(self)

    def get(self, secret_hash: bytes, policy_version: int) -> Caller | None:
        """A caller that was resolved under this policy version less than five seconds ago."""
        known = self._callers.get(secret_hash)
        if known is None or known[1] != policy_version or time.monotonic() >= known[0]:
            return None
        return known[2]

    def mark(self) -> int:
        """To be taken before the tables are read, for `put`."""
        return self._drops

    def put(self, secret_hash: bytes, policy_version: int, caller: Caller, mark: int) -> None:
        """Keep a caller, unless something was dropped while he was being read: that may have been him."""
        if mark != self._drops:
            return
        if len(self._callers) >= LARGEST:
            self._callers.clear()
        self._callers[secret_hash] = (time.monotonic() + BELIEVED_SECONDS, policy_version, caller)

    def forget(self, payload: Mapping[str, Any]) -> None:
        """Drop the callers that a signal names by session, account, token or membership; all if it names none."""
        self._drops += 1
        named = {(name, payload[name]) for name in ("session", "account", "token", "membership") if name in payload}
        if not named:
            self._callers.clear()
            return
        for secret_hash in [key for key, (_, _, caller) in self._callers.items() if not named.isdisjoint(caller.ids())]:
            del self._callers[secret_hash]


async def announce(tx: WriteSession, **changed: UUID) -> None:
    """Tell every process with the commit of `tx` whose standing changed.

    `changed`: the id of a `session`, `account`, `token` or `membership`.
    """
    payload = {name: str(value) for name, value in changed.items()}
    await signals.publish(tx, TOPIC, payload)

    def forget_here() -> None:
        for cache in _caches:
            cache.forget(payload)

    tx.after_commit(forget_here)
