"""Mutations: a thin function that names the command, and the payload it answers."""

import inspect
import typing
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import Locale
from prepaid.graph.context import GraphContext
from prepaid.graph.declare.registry import declare
from prepaid.graph.declare.types import type_of
from prepaid.kit.ids import PLATFORM_TENANT

F = TypeVar("F", bound=Callable[..., Awaitable[Mapping[str, Any]]])


@dataclass(frozen=True, slots=True)
class MutationContext:
    """What a mutation passes on to its command."""

    tx: WriteSession
    actor: Actor
    graph: GraphContext

    @property
    def locale(self) -> Locale:
        return self.actor.locale

    @property
    def services(self) -> Any:
        return self.graph.services


@dataclass(frozen=True, slots=True)
class Ref:
    """A row that the payload shows: read by a plan after the commit."""

    type_name: str
    tenant: UUID
    id: UUID


def ref(cls: type, tenant: UUID | None, row_id: UUID) -> Ref:
    """Name a row of a declared type; `tenant` is None for a catalogue's row."""
    return Ref(type_of(cls).name, tenant or PLATFORM_TENANT, row_id)


@dataclass(kw_only=True, eq=False)
class Mutation:
    """A declared mutation."""

    name: str
    """Name of the function; the schema has it in camel case."""
    function: Callable[..., Awaitable[Mapping[str, Any]]]
    input: Any
    """The input's class, or None."""
    description: str
    permission: str
    payload: Mapping[str, Any]
    """Annotations of the payload's own fields by attribute name; all of them are nullable."""
    step_up: bool
    idempotent: bool
    while_locked: bool
    deprecated: str | None = None


def mutation(
    *,
    permission: str,
    payload: Mapping[str, Any] | None = None,
    step_up: bool = False,
    idempotent: bool = False,
    while_locked: bool = False,
    deprecated: str | None = None,
) -> Callable[[F], F]:
    """Declare a mutation: `async def save_role(ctx: MutationContext, input: SaveRoleInput) -> {"role": ref(…)}`.

    The wrapper checks permission, lock and step-up, opens the transaction, commits, and reads the payload.
    A refusal answers `userErrors`. With `idempotent` the input has `idempotency_key: strawberry.ID`, and a
    repeat answers the first result with `replayed: true`.
    """

    def declared(function: F) -> F:
        if not function.__doc__:
            raise TypeError(f"{function.__name__} needs a docstring: it is the mutation's description")
        declare(
            Mutation(
                name=function.__name__,
                function=function,
                input=_input_of(function),
                description=inspect.cleandoc(function.__doc__),
                permission=permission,
                payload=payload or {},
                step_up=step_up,
                idempotent=idempotent,
                while_locked=while_locked,
                deprecated=deprecated,
            ),
            function.__module__,
        )
        return function

    return declared


def _input_of(function: Callable[..., Any]) -> Any:
    parameters = list(inspect.signature(function).parameters)
    if parameters not in (["ctx"], ["ctx", "input"]):
        raise TypeError(f"{function.__name__} takes (ctx) or (ctx, input)")
    return typing.get_type_hints(function)["input"] if len(parameters) == 2 else None
