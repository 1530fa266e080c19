"""What differs between two versions of an object: the lines of the timeline."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Change:
    """One value that differs. `path` names it with dots, e.g. `address.city`; None means absent."""

    path: str
    before: Any
    after: Any


def diff(before: Mapping[str, Any] | None, after: Mapping[str, Any] | None) -> list[Change]:
    """The values that differ, in the order of their paths; lists are compared as a whole."""
    return sorted(_changes("", before or {}, after or {}), key=lambda change: change.path)


def _changes(prefix: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for name in before.keys() | after.keys():
        old, new = before.get(name), after.get(name)
        path = f"{prefix}{name}"
        if isinstance(old, Mapping) and isinstance(new, Mapping):
            yield from _changes(f"{path}.", old, new)
        elif old != new or type(old) is not type(new):
            yield Change(path, old, new)
