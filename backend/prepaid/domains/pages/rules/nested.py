"""Values inside nested objects, by path."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from prepaid.domains.pages.rules.problems import Path

Tree = dict[str, "Tree"]


def get(values: Any, path: Iterable[str]) -> Any:
    """The value at a path, or None where the path leaves the objects."""
    for step in path:
        values = values.get(step) if isinstance(values, Mapping) else None
    return values


def put(values: dict[str, Any], path: tuple[str, ...], value: Any) -> None:
    """Set a value, making the objects on the way."""
    for step in path[:-1]:
        values = values.setdefault(step, {})
    values[path[-1]] = value


def tree(paths: Iterable[tuple[str, ...]]) -> Tree:
    """Paths by their steps; a leaf is an empty tree."""
    root: Tree = {}
    for path in paths:
        branch = root
        for step in path:
            branch = branch.setdefault(step, {})
    return root


def strangers(values: Mapping[str, Any], known: Tree, at: Path = ()) -> Iterator[Path]:
    """Places of names that no path leads to."""
    for name, value in values.items():
        if name not in known:
            yield (*at, name)
        elif known[name] and isinstance(value, Mapping):
            yield from strangers(value, known[name], (*at, name))


def misshapen(values: Mapping[str, Any], known: Tree, at: Path = ()) -> Iterator[Path]:
    """Places where paths go on and the value is no object."""
    for name, below in known.items():
        value = values.get(name)
        if not below or value is None:
            continue
        if isinstance(value, Mapping):
            yield from misshapen(value, below, (*at, name))
        else:
            yield (*at, name)
