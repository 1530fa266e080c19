"""Mutations and their payloads as Strawberry types."""

from collections.abc import Callable
from enum import Enum
from typing import Annotated, Any, Optional

import strawberry
from strawberry.scalars import JSON
from strawberry.types.field import StrawberryField
from strawberry.types.fields.resolver import StrawberryResolver
from strawberry.utils.str_converters import to_camel_case

from prepaid.core.errors import REFUSALS
from prepaid.graph.assemble.catalog import SchemaError
from prepaid.graph.assemble.strawberry_types import make_enum, make_object, output_field
from prepaid.graph.context import Info
from prepaid.graph.declare.mutations import Mutation
from prepaid.graph.permissions import PUBLIC, SIGNED_IN

Resolver = Callable[[Mutation, Any, Any], Any]


class Mutations:
    """The mutation type of one schema; `UserError` and `ErrorCode` are made once for it."""

    def __init__(self, resolve: Resolver) -> None:
        self._resolve = resolve
        self._user_error = _user_error(_error_codes())

    def field(self, mutation: Mutation) -> StrawberryField:
        """One mutation with its payload type."""
        _check(mutation)
        payload = self._payload(mutation)
        field = StrawberryField(
            python_name=mutation.name,
            graphql_name=to_camel_case(mutation.name),
            description=mutation.description,
            deprecation_reason=mutation.deprecated,
            base_resolver=StrawberryResolver(self._function(mutation, payload)),
        )
        return field

    def _function(self, mutation: Mutation, payload: type) -> Callable[..., Any]:
        resolve = self._resolve
        if mutation.input is None:

            async def without_input(info: Any) -> Any:
                return await resolve(mutation, info, None)

            without_input.__annotations__ = {"info": Info, "return": payload}
            return without_input

        async def with_input(info: Any, input: Any) -> Any:  # noqa: A002 - the argument's name in the schema
            return await resolve(mutation, info, input)

        described = strawberry.argument(description="What is to be done")
        with_input.__annotations__ = {"info": Info, "input": Annotated[mutation.input, described], "return": payload}
        return with_input

    def _payload(self, mutation: Mutation) -> type:
        camel = to_camel_case(mutation.name)
        fields = [
            output_field(name, Optional[annotation], "What came of it; null when it was refused")  # noqa: UP045
            for name, annotation in mutation.payload.items()
        ]
        fields.append(output_field("user_errors", list[self._user_error], "Why it was refused; empty when done"))  # type: ignore[name-defined]
        fields.append(output_field("replayed", bool, "The same request was done before; nothing was done again"))
        name = f"{camel[0].upper()}{camel[1:]}Payload"
        return make_object(name, f"Answer of `{camel}`.", fields)


def _check(mutation: Mutation) -> None:
    if not mutation.permission:
        raise SchemaError(f"the mutation {mutation.name} states no permission")
    if mutation.step_up and mutation.permission == PUBLIC:
        raise SchemaError(f"the mutation {mutation.name} asks a stranger to step up; use {SIGNED_IN}")
    if mutation.idempotent:
        definition = getattr(mutation.input, "__strawberry_definition__", None)
        names = {field.python_name for field in definition.fields} if definition else set()
        if "idempotency_key" not in names:
            raise SchemaError(f"the input of {mutation.name} lacks idempotency_key: strawberry.ID")


def _error_codes() -> type[Enum]:
    codes = {code: f"{refusal.zh} / {refusal.en}" for code, refusal in sorted(REFUSALS.items())}
    return make_enum("ErrorCode", "Why a mutation was refused.", codes)


def _user_error(codes: type[Enum]) -> type:
    return make_object(
        "UserError",
        "A refusal that the user can act on.",
        [
            output_field("code", codes, "Reason, for programs"),
            output_field("message", str, "Reason in the caller's language"),
            output_field("path", Optional[list[str]], "Place in the input that is refused"),  # noqa: UP045
            output_field("data", Optional[JSON], "Figures and names that the reason speaks of"),  # noqa: UP045
        ],
    )
