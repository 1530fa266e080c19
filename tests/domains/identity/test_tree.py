"""The permission tree: tri-state boxes, saves as differences, and that no save leaves an orphan."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.domains.identity.rules.tree import Check, Looped, Tree, UnknownNode, difference

TREE = Tree[str](
    {
        "team": None,
        "members": "team",
        "members.add": "members",
        "members.phone": "members",
        "tokens": "team",
        "audit": None,
    }
)


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


def test_a_page_without_one_of_its_acts_is_half_checked_up_to_the_root() -> None:
    boxes = TREE.checks({"team", "members", "members.add", "tokens"})
    assert boxes == {
        "team": Check.PARTIAL,
        "members": Check.PARTIAL,
        "members.add": Check.CHECKED,
        "members.phone": Check.UNCHECKED,
        "tokens": Check.CHECKED,
        "audit": Check.UNCHECKED,
    }


def test_granting_an_act_grants_the_page_and_the_menu_it_stands_on() -> None:
    assert TREE.apply((), add={"members.add"}, remove=()) == {"team", "members", "members.add"}


def test_taking_a_page_takes_its_acts() -> None:
    held = {"team", "members", "members.add", "tokens"}
    assert TREE.apply(held, add=(), remove={"members"}) == {"team", "tokens"}


def test_what_is_added_in_the_same_save_stays() -> None:
    held = {"team", "members", "members.add"}
    assert TREE.apply(held, add={"members.phone"}, remove={"members"}) == {"team", "members", "members.phone"}


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
