"""Finding what the ids and codes in the audit trail are called now. What is gone, or hidden, has no name."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Final, Protocol

from prepaid.core.audit.lines import Find, is_id
from prepaid.core.audit.words import Words
from prepaid.core.errors import Locale


class Fetches(Protocol):
    """Runs SQL with `$1 …` parameters and returns the rows."""

    async def fetch(self, sql: str, /, *args: Any) -> list[Any]:
        """All rows, each readable by column name."""
        ...


@dataclass(frozen=True, slots=True)
class Naming:
    """Finds names by a statement; `$1` is an array of keys, its rows are `key` (a text), `zh` and `en`."""

    sql: str
    ids: bool
    """Keys are UUIDs; what is none has no name."""
    permission: str | None
    """What a reader needs beyond reading the trail."""


NAMINGS: Final[dict[str, Naming]] = {}
LISTED: Final[dict[str, Callable[[str], Words | None]]] = {}
"""Namings of what no table holds."""


def naming(name: str, sql: str, *, ids: bool = True, permission: str | None = None) -> None:
    """Declare how objects are called: see `Naming`.

    Raises:
        ValueError: there is a naming of this name.
    """
    if name in NAMINGS:
        raise ValueError(f"two namings are called {name}")
    NAMINGS[name] = Naming(sql, ids, permission)


def listed(name: str, find: Callable[[str], Words | None]) -> None:
    """Declare words that this process itself has, such as the kinds of something.

    Raises:
        ValueError: there is a naming of this name.
    """
    if name in LISTED:
        raise ValueError(f"two namings are called {name}")
    LISTED[name] = find


async def names_of(
    source: Fetches, may: Callable[[str], bool], wanted: Iterable[tuple[str, str]], locale: Locale
) -> Find:
    """What is wanted, by one statement for each naming; the reader's own rights decide what is found."""
    keys: defaultdict[str, set[str]] = defaultdict(set)
    for name, key in wanted:
        keys[name].add(key)
    found: dict[tuple[str, str], str] = {}
    for name, some in keys.items():
        for key in some if name in LISTED else ():
            if (words := LISTED[name](key)) is not None:
                found[name, key] = words[locale == "en"]
        by = NAMINGS.get(name)
        if by is None or (by.permission is not None and not may(by.permission)):
            continue
        usable = [key for key in sorted(some) if not by.ids or is_id(key)]
        for row in await source.fetch(by.sql, usable) if usable else ():
            found[name, row["key"]] = row["en"] if locale == "en" else row["zh"]
    return lambda name, key: found.get((name, key))
