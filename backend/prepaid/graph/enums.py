"""Enums with a description for every value, which carries the Chinese label for documentation and pages."""

import inspect
from collections.abc import Mapping
from enum import Enum
from typing import TypeVar

import strawberry

E = TypeVar("E", bound=Enum)


def described_enum(cls: type[E], labels: Mapping[E, str], *, name: str | None = None) -> type[E]:
    """Make an enum a GraphQL type: `described_enum(CardStatus, {CardStatus.ACTIVE: "正常: can be redeemed", …})`.

    The members themselves stay as they are (rules know no GraphQL). The docstring of the class is the
    type's description.

    Raises:
        TypeError: a member has no label, or the class has no docstring of its own.
    """
    missing = [member.name for member in cls if member not in labels]
    if missing:
        raise TypeError(f"{cls.__name__} has values without a label: {', '.join(missing)}")
    if not cls.__doc__:
        raise TypeError(f"{cls.__name__} needs a docstring")
    strawberry.enum(cls, name=name, description=inspect.cleandoc(cls.__doc__))
    for value in cls.__strawberry_definition__.values:  # type: ignore[attr-defined]
        value.description = labels[cls[value.name]]
    return cls
