"""Just enough of an engine to stand behind the endpoint: graphql-core with masked errors."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from graphql import DocumentNode, GraphQLError, GraphQLSchema, execute, parse, validate

from prepaid.graph.answer import internal_error
from prepaid.graph.context import GraphContext


@dataclass(frozen=True)
class PlainPrepared:
    document: DocumentNode
    errors: Sequence[GraphQLError]


@dataclass(frozen=True)
class PlainOutcome:
    data: Any
    errors: Sequence[Mapping[str, Any]]


class PlainEngine:
    def __init__(self, schema: GraphQLSchema) -> None:
        self.schema = schema
        self.prepared = 0

    def parse_and_validate(self, text: str) -> PlainPrepared:
        self.prepared += 1
        document = parse(text)
        return PlainPrepared(
            document,
            validate(self.schema, document, max_errors=5, hide_suggestions=True),
        )

    async def run(
        self,
        prepared: PlainPrepared,
        operation_name: str | None,
        variables: Mapping[str, Any],
        context: GraphContext,
    ) -> PlainOutcome:
        result: Any = execute(
            self.schema,
            prepared.document,
            variable_values=dict(variables),
            operation_name=operation_name,
            context_value=context,
        )
        if hasattr(result, "__await__"):
            result = await result
        return PlainOutcome(result.data, [self._entry(error, context) for error in result.errors or ()])

    def _entry(self, error: GraphQLError, context: GraphContext) -> dict[str, Any]:
        if error.path is None:
            return {"message": error.message, "extensions": {"code": "BAD_USER_INPUT"}}
        return internal_error("en", context.request_id) | {"path": error.path}
