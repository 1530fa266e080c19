"""Subscriptions: a declared function that yields events, each guarded by one permission for as long as it runs."""

import inspect
from collections.abc import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Callable,
    Iterable,
    Mapping,
    Sequence,
)
from contextlib import aclosing
from dataclasses import dataclass
from typing import Any, TypeVar

import strawberry
from graphql import ExecutionResult, GraphQLError, GraphQLSchema, create_source_event_stream, execute
from strawberry.tools import create_type
from strawberry.utils.str_converters import to_camel_case

from prepaid.core.actor import Actor
from prepaid.graph.context import GraphContext
from prepaid.graph.declare.registry import declare
from prepaid.graph.errors import error_entry, notice_entry
from prepaid.graph.execute import Result
from prepaid.graph.executor import GraphExecutor
from prepaid.graph.permissions import require
from prepaid.graph.prepared import Prepared, Running
from prepaid.graph.reads import OperationReads

F = TypeVar("F", bound=Callable[..., AsyncIterator[Any]])


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
        self,
        prepared: Prepared,
        operation_name: str | None,
        variables: Mapping[str, Any],
        context: GraphContext,
        before_event: Callable[[], Awaitable[None]],
    ) -> AsyncGenerator[Result, None]:
        """The answers of a subscription; `before_event` may refuse each one before it is made."""
        asked: dict[str, Any] = {
            "document": prepared.document,
            "context_value": context,
            "operation_name": operation_name,
            "hide_suggestions": True,
        }
        executor = GraphExecutor.build(self.schema, raw_variable_values=dict(variables), **asked)
        source: Any = executor if isinstance(executor, list) else create_source_event_stream(executor)
        if inspect.isawaitable(source):
            source = await source
        if not isinstance(source, AsyncIterable):
            yield _result(source if isinstance(source, list) else source.errors, None, context)
            return
        operation = prepared.operation(operation_name)
        async with aclosing(source) as events:  # type: ignore[type-var]
            async for event in events:
                await before_event()
                async with OperationReads(context.database, context.actor) as reads:
                    context.reads, context.running = reads, Running(operation)
                    answer: Any = execute(
                        self.schema,
                        root_value=event,
                        variable_values=dict(variables),
                        executor_class=GraphExecutor,
                        **asked,
                    )
                    result: ExecutionResult = await answer if inspect.isawaitable(answer) else answer
                yield _result(result.errors, result.data, context)


def _result(errors: Sequence[GraphQLError] | None, data: Any, context: GraphContext) -> Result:
    locale, trace_id = context.actor.locale, context.request_id
    entries = [error_entry(error, locale, trace_id) for error in errors or ()]
    notices = context.running.notices if context.running else ()
    return Result(data, [*entries, *(notice_entry(notice, locale, trace_id) for notice in notices)])
