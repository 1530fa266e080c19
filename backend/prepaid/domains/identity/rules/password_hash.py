"""Password and PIN hashes: argon2id at OWASP's minimum (19 MiB, 2 passes, 1 lane), two at a time.

A hash takes about 50 ms of a core on purpose. Two threads bound what a flood of sign-ins can take from the
other requests; a long queue is refused instead of being waited for.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from prepaid.core.errors import Unavailable
from prepaid.domains.identity.rules.credentials import normal_password

LONGEST_QUEUE = 100
"""Hashes that may wait: about two and a half seconds of work."""

NOBODYS_HASH = "$argon2id$v=19$m=19456,t=2,p=1$o2BfFOccVa2hPe29c/UJdg$SLRg+AmMBFouVKeiiuN7aFO/glvNvcJQ/wHcGaa2ySQ"
"""Of a random password that was thrown away: an unknown login takes as long as a wrong password."""

T = TypeVar("T")

_hasher = PasswordHasher(time_cost=2, memory_cost=19_456, parallelism=1)
_threads = ThreadPoolExecutor(2, thread_name_prefix="argon2")
_waiting = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """`outdated`: right, but hashed with older parameters; hash it again."""

    right: bool
    outdated: bool = False


async def hash_password(password: str) -> str:
    """The argon2id hash with its parameters, in PHC form."""
    return await _in_thread(lambda: _hasher.hash(normal_password(password)))


async def verify_password(known_hash: str | None, password: str) -> Verdict:
    """Compare; without a hash the same work is done and the answer is no."""
    return await _in_thread(lambda: _verify(known_hash, password))


def _verify(known_hash: str | None, password: str) -> Verdict:
    try:
        _hasher.verify(known_hash or NOBODYS_HASH, normal_password(password))
    except (VerificationError, InvalidHashError):
        return Verdict(False)
    return Verdict(known_hash is not None, known_hash is not None and _hasher.check_needs_rehash(known_hash))


async def _in_thread(work: Callable[[], T]) -> T:
    """Raises `Unavailable` when too many wait already."""
    global _waiting
    if _waiting >= LONGEST_QUEUE:
        raise Unavailable
    _waiting += 1
    try:
        return await asyncio.get_running_loop().run_in_executor(_threads, work)
    finally:
        _waiting -= 1
