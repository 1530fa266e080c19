"""A state machine as data: the same table decides, is drawn in the pages and is printed in the docs."""

from collections.abc import Hashable, Mapping
from enum import Enum
from typing import Generic, TypeVar

S = TypeVar("S", bound=Hashable)


class IllegalTransition(Exception):
    """A step the table does not have."""

    def __init__(self, from_: object, to: object, allowed: frozenset[object]) -> None:
        self.from_ = from_
        self.to = to
        self.allowed = allowed
        names = ", ".join(sorted(map(str, allowed))) or "nothing, it is final"
        super().__init__(f"{from_} cannot become {to}; allowed: {names}")


class StateMachine(Generic[S]):
    """States, the steps between them, and the state everything begins in.

    `transitions` maps every state to the states that may follow it; a final state maps to an empty set.
    `initial` is the first key unless given.

    Raises:
        ValueError: when a state (also a member of the states' enum) is missing among the keys, or can
            never be reached from the initial one.
    """

    def __init__(self, transitions: Mapping[S, frozenset[S]], *, initial: S | None = None) -> None:
        if not transitions:
            raise ValueError("a state machine has at least one state")
        self._transitions: dict[S, frozenset[S]] = {state: frozenset(to) for state, to in transitions.items()}
        self.initial: S = next(iter(self._transitions)) if initial is None else initial
        self._check()
        self.states: tuple[S, ...] = tuple(self._transitions)
        self.terminal: frozenset[S] = frozenset(s for s, to in self._transitions.items() if not to)

    def allowed(self, from_: S) -> frozenset[S]:
        """The states that may follow one."""
        return self._transitions[from_]

    def can(self, from_: S, to: S) -> bool:
        """Whether one state may follow another."""
        return to in self._transitions[from_]

    def advance(self, from_: S, to: S) -> S:
        """Return `to` when it may follow `from_`.

        Raises:
            IllegalTransition: when it may not.
        """
        if not self.can(from_, to):
            raise IllegalTransition(from_, to, self.allowed(from_))
        return to

    def reachable(self, from_: S) -> frozenset[S]:
        """Every state that one or more steps can lead to; includes `from_` only on a cycle."""
        found: set[S] = set()
        ahead = list(self._transitions[from_])
        while ahead:
            state = ahead.pop()
            if state not in found:
                found.add(state)
                ahead.extend(self._transitions[state])
        return frozenset(found)

    def as_edges(self) -> tuple[tuple[S, S], ...]:
        """All steps, in the order of the table's keys, for drawing."""
        return tuple((a, b) for a in self.states for b in self.states if b in self._transitions[a])

    def _check(self) -> None:
        keys = set(self._transitions)
        named = {self.initial}.union(*self._transitions.values())
        for state in keys:
            if isinstance(state, Enum):
                named.update(type(state))
        if missing := named - keys:
            raise ValueError(f"states without an entry of their own: {_names(missing)}")
        if stranded := keys - self.reachable(self.initial) - {self.initial}:
            raise ValueError(f"states that nothing leads to: {_names(stranded)}")


def _names(states: set[S]) -> str:
    return ", ".join(sorted(map(str, states)))
