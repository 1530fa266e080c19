"""What `prepaid verify` finds, and the checks that find it: declared beside what they check."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeAlias

import asyncpg


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: which check found it, which invariant it breaks, what and where."""

    check: str
    invariant: int | None
    """Number in domain/00-overview.md; None for what keeps the product running."""
    object: str
    """What it is about, e.g. `audit_block 12` or `table store`."""
    detail: str

    def __str__(self) -> str:
        broken = f" (invariant {self.invariant})" if self.invariant else ""
        return f"{self.check}{broken}: {self.object}: {self.detail}"


Examine: TypeAlias = Callable[[asyncpg.Connection], Awaitable[list[Finding]]]
"""Looks at the database as the role that sees all rows, in a snapshot that is never committed."""


@dataclass(frozen=True, slots=True)
class Check:
    """A registered check."""

    name: str
    invariants: tuple[int, ...]
    examine: Examine


_checks: dict[str, Check] = {}


def check(name: str, *, invariants: tuple[int, ...] = ()) -> Callable[[Examine], Examine]:
    """Decorator: register an async function as a check of `invariants`."""

    def register(examine: Examine) -> Examine:
        if name in _checks:
            raise ValueError(f"two checks are called {name}")
        _checks[name] = Check(name, invariants, examine)
        return examine

    return register


def checks() -> tuple[Check, ...]:
    """All checks that the loaded modules declare, by name."""
    return tuple(_checks[name] for name in sorted(_checks))
