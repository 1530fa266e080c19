"""The event bus: a higher domain reacts to a lower one's fact in the same transaction."""

from collections import defaultdict
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from prepaid.core.database import WriteSession

E = TypeVar("E")
Reaction = Callable[[WriteSession, E], Awaitable[None]]

_reactions: dict[type, list[Reaction[Any]]] = defaultdict(list)


def reacts_to(event_type: type[E]) -> Callable[[Reaction[E]], Reaction[E]]:
    """Decorator: call this function for each fact of `event_type`, in the publisher's transaction."""

    def register(reaction: Reaction[E]) -> Reaction[E]:
        _reactions[event_type].append(reaction)
        return reaction

    return register


async def publish(tx: WriteSession, fact: object) -> None:
    """Tell all reactions, in the order they were registered. One that raises fails the transaction."""
    for reaction in _reactions.get(type(fact), ()):
        await reaction(tx, fact)
