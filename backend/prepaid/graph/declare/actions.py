"""Row actions: what can be done with a row, each with the obstacles that its command refuses by."""

import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import strawberry

from prepaid.core.errors import Locale
from prepaid.core.obstacles import Condition, Obstacle
from prepaid.graph.declare.fields import Field
from prepaid.graph.declare.registry import declare

FIELD = "available_actions"


@strawberry.type(description="What can be done with a record; an action that it does not name may not be done at all.")
class ActionState:
    """One action on one row, for the caller."""

    key: str = strawberry.field(description="The action: the name of its mutation")
    enabled: bool = strawberry.field(description="Whether it can be done now")
    reason: str | None = strawberry.field(description="Why not, in the caller's language; null when it can be done")


@dataclass(frozen=True, slots=True, kw_only=True)
class RowAction:
    """One action on rows of a type."""

    key: str
    obstacles: tuple[Obstacle, ...] = ()
    """In the order in which the command refuses."""
    offered: Condition | None = None
    """Rows for which there is such an action at all: suspending somebody who is suspended is not even shown."""
    permission: str | None = None
    """None: that of the mutation which the action is named after."""


@dataclass(kw_only=True, eq=False)
class Actions(Field):
    """The field `availableActions`; the caller's permissions are decided at plan time, the rest by SQL per row."""

    actions: list[RowAction]


@dataclass(frozen=True, slots=True)
class ActionExtension:
    """Actions that a higher slice adds to a lower slice's type."""

    cls: type
    actions: tuple[RowAction, ...]


def action(
    key: str,
    *obstacles: Obstacle,
    offered: Condition | None = None,
    permission: str | None = None,
) -> RowAction:
    """An action named after its mutation, e.g. `action("suspendMember", LEFT, OWN, offered=lambda ctx: …)`."""
    return RowAction(key=key, obstacles=obstacles, offered=offered, permission=permission)


def actions(*declared: RowAction) -> Any:
    """The field of a type that says what can be done with its rows.

    available_actions: list[ActionState] = actions(action("freezeCard", FROZEN_ALREADY), …)
    """
    return Actions(description="What the caller may do with it, and why not now", actions=list(declared))


def extend_actions(cls: type, *declared: RowAction) -> None:
    """Add row actions to a type of a lower slice."""
    declare(ActionExtension(cls, declared))


def text_parts(obstacle: Obstacle, locale: Locale) -> Iterator[tuple[str, str | None]]:
    """The refusal's text as (literal, name of the value that follows it or None)."""
    refusal = obstacle.refusal
    for before, name, *_ in string.Formatter().parse(refusal.en if locale == "en" else refusal.zh):
        yield before, name


def missing_data(declared: Sequence[RowAction]) -> Iterator[str]:
    """Values that a text names and no obstacle gives, as `key: refusal {value}`."""
    for row_action in declared:
        for obstacle in row_action.obstacles:
            for locale in ("zh-CN", "en"):
                for _, name in text_parts(obstacle, locale):
                    if name is not None and name not in obstacle.data:
                        yield f"{row_action.key}: {obstacle.refusal.__name__} {{{name}}}"
