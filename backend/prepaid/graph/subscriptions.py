"""Subscriptions: a declared function that yields events, each guarded by one permission for as long as it runs."""

import inspect
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar

import strawberry
from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema
from graphql import subscribe as execute_subscription
from strawberry.tools import create_type
from strawberry.utils.str_converters import to_camel_case

from prepaid.core.actor import Actor
from prepaid.core.errors import RequestError
from prepaid.graph.answer import internal_error, refusal_error
from prepaid.graph.context import GraphContext
from prepaid.graph.declare.registry import declare
from prepaid.graph.permissions import require

F = TypeVar("F", bound=Callable[..., AsyncIterator[Any]])
Entry = dict[str, Any]


@dataclass(kw_only=True, eq=False)
class Subscription:
    """A declared subscription."""

    name: str
    """Name of the function; the schema has it in camel case."""
    function: Callable[..., AsyncIterator[Any]]
    description: str
    permission: str
    deprecated: str | None = None


def subscription(*, permission: str, deprecated: str | None = None) -> Callable[[F], F]:
    """Declare a subscription: `async def job_progress(info: Info, id: ID) -> AsyncIterator[JobProgress]`.

    The permission is asked for at the start, before every event, and whenever permissions change. The
    function subscribes to its signal first and reads the state then, so that no event is lost between.
    """

    def declared(function: F) -> F:
        if not function.__doc__:
            raise TypeError(f"{function.__name__} needs a docstring: it is the subscription's description")
        declare(
            Subscription(
                name=function.__name__,
                function=function,
                description=inspect.cleandoc(function.__doc__),
                permission=permission,
                deprecated=deprecated,
            ),
            function.__module__,
        )
        return function

    return declared


def subscription_permissions(declared: Iterable[Any]) -> dict[str, str]:
    """Permission by GraphQL field name."""
    return {to_camel_case(item.name): item.permission for item in declared if isinstance(item, Subscription)}


def subscription_type(declared: Iterable[Any]) -> type | None:
    """The schema's subscription type; None when nothing is declared."""
    fields: list[Any] = [
        strawberry.subscription(
            resolver=item.function,
            name=to_camel_case(item.name),
            description=item.description,
            deprecation_reason=item.deprecated,
        )
        for item in declared
        if isinstance(item, Subscription)
    ]
    return create_type("Subscription", fields, description="Live events, over WebSocket.") if fields else None


@dataclass(frozen=True, slots=True)
class Subscriptions:
    """Runs the subscriptions of a schema."""

    schema: GraphQLSchema
    permissions: Mapping[str, str]

    def check(self, roots: Sequence[str], actor: Actor) -> None:
        """Refuse what the actor may not (or no longer) see.

        Raises:
            RequestError: as `permissions.require`.
        """
        for root in roots:
            if root in self.permissions:
                require(actor, self.permissions[root])

    async def events(
        self, document: DocumentNode, operation_name: str | None, variables: Mapping[str, Any], context: GraphContext
    ) -> AsyncGenerator[Entry, None]:
        """The answers of a subscription, as they go out: `{data, errors}`."""
        stream = await _awaited(
            execute_subscription(
                self.schema,
                document,
                variable_values=dict(variables),
                operation_name=operation_name,
                context_value=context,
            )
        )
        if isinstance(stream, ExecutionResult):
            yield _entry(stream, context)
            return
        async with aclosing(stream) as results:
            async for result in results:
                yield _entry(result, context)


async def _awaited(value: Any) -> Any:
    return await value if inspect.isawaitable(value) else value


def _entry(result: ExecutionResult, context: GraphContext) -> Entry:
    entry: Entry = {"data": result.data}
    if result.errors:
        entry["errors"] = [_error(error, context) for error in result.errors]
    return entry


def _error(error: GraphQLError, context: GraphContext) -> Entry:
    original = error.original_error
    if isinstance(original, RequestError):
        entry = refusal_error(original, context.actor.locale, context.request_id)
    elif original is not None:
        entry = internal_error(context.actor.locale, context.request_id)
    else:
        entry = {"message": error.message, "extensions": {"code": "BAD_USER_INPUT", "traceId": context.request_id}}
    return entry | ({"path": error.path} if error.path else {})
