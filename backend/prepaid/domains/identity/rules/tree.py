"""Arithmetic of a permission tree: tri-state checks, differences, what a grant implies. Pure."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

N = TypeVar("N")
"""Names a node: its id in a template, its code in an export."""


class Check(StrEnum):
    """State of a tree node's box (勾选状态)."""

    CHECKED = "CHECKED"
    PARTIAL = "PARTIAL"
    UNCHECKED = "UNCHECKED"


class UnknownNode(ValueError):
    """A node that this tree does not hold."""

    def __init__(self, nodes: Collection[object]) -> None:
        self.nodes = tuple(sorted(map(str, nodes)))
        super().__init__(f"not in this tree: {', '.join(self.nodes)}")


class Looped(ValueError):
    """A node would stand under itself."""


@dataclass(frozen=True, slots=True)
class Difference(Generic[N]):
    """What a save adds and removes; the two never meet."""

    add: frozenset[N]
    remove: frozenset[N]

    def __bool__(self) -> bool:
        return bool(self.add or self.remove)


class Tree(Generic[N]):
    """A forest by parents: `parents` maps every node to its parent, or to None for a root.

    Raises:
        UnknownNode: a parent is no node.
        Looped: a node is its own ancestor.
    """

    def __init__(self, parents: Mapping[N, N | None]) -> None:
        self.parents = dict(parents)
        if missing := {parent for parent in self.parents.values() if parent is not None} - self.parents.keys():
            raise UnknownNode(missing)
        self.children: defaultdict[N, list[N]] = defaultdict(list)
        for node, parent in self.parents.items():
            if parent is not None:
                self.children[parent].append(node)
        self.order = tuple(self._walk())
        """Every node, parents before their children, children in the given order."""
        if len(self.order) != len(self.parents):
            raise Looped

    def _walk(self) -> Iterator[N]:
        ahead = [node for node, parent in self.parents.items() if parent is None][::-1]
        while ahead:
            node = ahead.pop()
            yield node
            ahead.extend(reversed(self.children.get(node, ())))

    def ancestors(self, node: N) -> Iterator[N]:
        """The parent, its parent, and so on."""
        parent = self.parents[node]
        while parent is not None:
            yield parent
            parent = self.parents[parent]

    def subtree(self, node: N) -> frozenset[N]:
        """The node and everything below it."""
        found, ahead = set(), [node]
        while ahead:
            current = ahead.pop()
            found.add(current)
            ahead.extend(self.children.get(current, ()))
        return frozenset(found)

    def closed(self, granted: Iterable[N]) -> frozenset[N]:
        """The granted nodes with all their ancestors: what stands below a page is worth nothing without it."""
        granted = self._known(granted)
        return granted.union(*map(self.ancestors, granted))

    def checks(self, granted: Iterable[N]) -> dict[N, Check]:
        """The box of every node: checked when it and all below it are granted, partial when something is."""
        granted = self._known(granted)
        boxes: dict[N, Check] = {}
        for node in reversed(self.order):
            below = {boxes[child] for child in self.children.get(node, ())}
            if node in granted and below <= {Check.CHECKED}:
                boxes[node] = Check.CHECKED
            elif node in granted or below & {Check.CHECKED, Check.PARTIAL}:
                boxes[node] = Check.PARTIAL
            else:
                boxes[node] = Check.UNCHECKED
        return {node: boxes[node] for node in self.order}

    def apply(self, granted: Iterable[N], *, add: Iterable[N], remove: Iterable[N]) -> frozenset[N]:
        """The grants after a save: removing takes everything below along, adding brings the ancestors.

        What is added in the same save stays, also below something that is removed.

        Raises:
            UnknownNode: a node of another tree.
        """
        gone = self._known(remove)
        kept = self.closed(granted) - gone.union(*map(self.subtree, gone))
        return self.closed(kept | self._known(add))

    def _known(self, nodes: Iterable[N]) -> frozenset[N]:
        nodes = frozenset(nodes)
        if missing := nodes - self.parents.keys():
            raise UnknownNode(missing)
        return nodes


def difference(before: Collection[N], after: Collection[N]) -> Difference[N]:
    """What turns one set of grants into another."""
    return Difference(frozenset(after) - frozenset(before), frozenset(before) - frozenset(after))
