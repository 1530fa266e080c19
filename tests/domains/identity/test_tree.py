"""The permission tree: tri-state boxes, saves as differences, and that no save leaves an orphan."""

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.identity.rules.tree import Check, Looped, Tree, UnknownNode, difference

VECTORS: dict[str, Any] = json.loads(
    (Path(__file__).parents[2] / "vectors" / "permission_tree.json").read_text("utf-8")
)
"""What the browser's tree answers too."""
TREE = Tree[str](VECTORS["tree"])


@st.composite
def trees(draw: st.DrawFn) -> Tree[int]:
    """A forest of 1 to 25 nodes, in which parents need not come before their children."""
    size = draw(st.integers(1, 25))
    names = draw(st.permutations(range(size)))
    parents: dict[int, int | None] = {}
    for place, name in enumerate(names):
        above = draw(st.none() | st.integers(0, place - 1)) if place else None
        parents[name] = None if above is None else names[above]
    return Tree(dict(sorted(parents.items())))


@st.composite
def trees_with_sets(draw: st.DrawFn) -> tuple[Tree[int], frozenset[int], frozenset[int], frozenset[int]]:
    tree = draw(trees())
    some = st.frozensets(st.sampled_from(tree.order))
    return tree, draw(some), draw(some), draw(some)


def named(group: str) -> list[Any]:
    return [pytest.param(vector, id=vector["name"]) for vector in VECTORS[group]]


@pytest.mark.parametrize("vector", named("boxes"))
def test_boxes(vector: dict[str, Any]) -> None:
    boxes = TREE.checks(vector["granted"])
    assert {node for node, box in boxes.items() if box is Check.CHECKED} == set(vector["checked"])
    assert {node for node, box in boxes.items() if box is Check.PARTIAL} == set(vector["partial"])


@pytest.mark.parametrize("vector", named("saves"))
def test_saves(vector: dict[str, Any]) -> None:
    after = TREE.apply(vector["granted"], add=vector["add"], remove=vector["remove"])
    assert after == set(vector["after"])


def test_a_node_of_another_template_is_refused() -> None:
    with pytest.raises(UnknownNode, match="orders"):
        TREE.apply((), add={"orders"}, remove=())


def test_a_tree_has_neither_loops_nor_loose_ends() -> None:
    with pytest.raises(Looped):
        Tree({"a": "b", "b": "a"})
    with pytest.raises(UnknownNode):
        Tree({"a": "nowhere"})


@given(trees_with_sets())
def test_a_save_is_closed_and_says_exactly_what_changed(
    case: tuple[Tree[int], frozenset[int], frozenset[int], frozenset[int]],
) -> None:
    tree, some, add, remove = case
    before = tree.closed(some)
    after = tree.apply(before, add=add, remove=remove)
    assert tree.closed(after) == after
    assert add <= after
    for node in remove - tree.closed(add):
        assert not tree.subtree(node) & (after - tree.closed(add))
    change = difference(before, after)
    assert (before - change.remove) | change.add == after
    assert not change.add & change.remove
    assert bool(change) == (before != after)


@given(trees_with_sets())
def test_boxes_follow_from_the_boxes_below(
    case: tuple[Tree[int], frozenset[int], frozenset[int], frozenset[int]],
) -> None:
    tree, some, _, _ = case
    granted = tree.closed(some)
    boxes = tree.checks(granted)
    assert list(boxes) == list(tree.order)
    for node, box in boxes.items():
        below = tree.subtree(node)
        assert (box is Check.CHECKED) == (below <= granted)
        assert (box is Check.UNCHECKED) == (not below & granted)


@given(trees())
def test_parents_come_before_their_children(tree: Tree[int]) -> None:
    place = {node: index for index, node in enumerate(tree.order)}
    assert all(parent is None or place[parent] < place[node] for node, parent in tree.parents.items())
