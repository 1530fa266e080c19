"""State machines as data."""

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from prepaid.kit.states import IllegalTransition, StateMachine


class Light(StrEnum):
    OFF = "OFF"
    GREEN = "GREEN"
    RED = "RED"
    BROKEN = "BROKEN"


TRANSITIONS: dict[Light, frozenset[Light]] = {
    Light.OFF: frozenset({Light.RED}),
    Light.RED: frozenset({Light.GREEN, Light.BROKEN}),
    Light.GREEN: frozenset({Light.RED, Light.BROKEN}),
    Light.BROKEN: frozenset(),
}
LIGHT = StateMachine(TRANSITIONS)


@given(st.sampled_from(Light), st.sampled_from(Light))
def test_exactly_the_steps_of_the_table_are_taken(from_: Light, to: Light) -> None:
    if to in TRANSITIONS[from_]:
        assert LIGHT.advance(from_, to) is to
        assert LIGHT.can(from_, to)
        assert (from_, to) in LIGHT.as_edges()
    else:
        with pytest.raises(IllegalTransition) as refused:
            LIGHT.advance(from_, to)
        assert (refused.value.from_, refused.value.to) == (from_, to)
        assert refused.value.allowed == LIGHT.allowed(from_) == TRANSITIONS[from_]


def test_what_can_be_read_from_the_table() -> None:
    assert LIGHT.initial is Light.OFF
    assert LIGHT.states == tuple(Light.__members__[name] for name in ("OFF", "RED", "GREEN", "BROKEN"))
    assert LIGHT.terminal == {Light.BROKEN}
    assert LIGHT.reachable(Light.OFF) == {Light.RED, Light.GREEN, Light.BROKEN}
    assert Light.RED in LIGHT.reachable(Light.RED)
    assert LIGHT.reachable(Light.BROKEN) == frozenset()
    assert LIGHT.as_edges() == (
        (Light.OFF, Light.RED),
        (Light.RED, Light.GREEN),
        (Light.RED, Light.BROKEN),
        (Light.GREEN, Light.RED),
        (Light.GREEN, Light.BROKEN),
    )


def test_the_error_says_what_would_have_been_allowed() -> None:
    with pytest.raises(IllegalTransition, match="OFF cannot become GREEN; allowed: RED"):
        LIGHT.advance(Light.OFF, Light.GREEN)
    with pytest.raises(IllegalTransition, match="final"):
        LIGHT.advance(Light.BROKEN, Light.RED)


def test_the_table_given_later_changes_nothing() -> None:
    table = {"a": frozenset({"b"}), "b": frozenset[str]()}
    machine = StateMachine(table)
    table["b"] = frozenset({"a"})
    assert machine.terminal == {"b"}


def test_a_state_that_only_appears_as_a_target_is_refused() -> None:
    with pytest.raises(ValueError, match="without an entry of their own: b"):
        StateMachine({"a": frozenset({"b"})})


def test_a_forgotten_member_of_the_enum_is_refused() -> None:
    with pytest.raises(ValueError, match="without an entry of their own: BROKEN, GREEN"):
        StateMachine({Light.OFF: frozenset({Light.RED}), Light.RED: frozenset()})


def test_a_state_nothing_leads_to_is_refused() -> None:
    with pytest.raises(ValueError, match="nothing leads to: c"):
        StateMachine({"a": frozenset({"b"}), "b": frozenset(), "c": frozenset({"a"})})
    StateMachine({"a": frozenset({"b"}), "b": frozenset(), "c": frozenset({"a"})}, initial="c")


def test_an_empty_table_and_an_unknown_initial_state_are_refused() -> None:
    with pytest.raises(ValueError, match="at least one state"):
        StateMachine({})
    with pytest.raises(ValueError, match="without an entry"):
        StateMachine({"a": frozenset()}, initial="b")


@given(st.dictionaries(st.integers(0, 8), st.frozensets(st.integers(0, 8)), min_size=1))
def test_every_machine_that_can_be_built_is_whole(table: dict[int, frozenset[int]]) -> None:
    try:
        machine = StateMachine(table)
    except ValueError:
        return
    assert machine.reachable(machine.initial) | {machine.initial} == set(table)
    assert set(machine.as_edges()) == {(a, b) for a, targets in table.items() for b in targets}
