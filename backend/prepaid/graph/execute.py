"""The engine: documents are prepared once, operations run by their plans."""

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson
from graphql import DocumentNode, ExecutionResult, GraphQLError, GraphQLSchema, execute, parse, validate
from graphql.execution import get_variable_values

from prepaid.core.errors import BadUserInput, RequestError, ScreenLocked
from prepaid.graph.context import GraphContext
from prepaid.graph.errors import error_entry, failed_transaction, notice_entry
from prepaid.graph.executor import GraphExecutor
from prepaid.graph.plan.run import run_root
from prepaid.graph.prepared import Environment, Prepared, PreparedOperation, Running, prepare
from prepaid.graph.reads import OperationReads
from prepaid.graph.schema import GraphSchema

KEPT_VARIABLES: Final = 64
KEPT_VARIABLES_BYTES: Final = 500
KEPT_CHARACTERS: Final = 400_000
"""Text of documents kept prepared; a syntax tree weighs some hundred times its text."""


@dataclass(slots=True)
class Result:
    """What an operation answers: `data` for orjson, `errors` as they go out."""

    data: Any
    errors: Sequence[Mapping[str, Any]] = ()
    statements: int = 0
    """SQL statements that read the data, the transaction's own not counted."""


class Engine:
    """Executes operations of one schema. One for a process; safe for concurrent use."""

    def __init__(self, schema: GraphSchema, *, read_document: Callable[[str], DocumentNode] = parse) -> None:
        """`read_document` parses a text and may refuse it by `GraphQLError` or `RequestError`."""
        self.graph = schema
        self.schema: GraphQLSchema = schema.core
        self._read_document = read_document
        self._prepared: OrderedDict[str, Prepared] = OrderedDict()
        self._characters = 0

    def parse_and_validate(self, text: str) -> Prepared:
        """Prepare a document, once; `errors` are set when it may not run."""
        known = self._prepared.get(text)
        if known is not None:
            self._prepared.move_to_end(text)
            return known
        try:
            document = self._read_document(text)
        except GraphQLError as error:
            return Prepared(None, [error])
        errors = validate(self.schema, document, max_errors=10, hide_suggestions=True)
        if errors:
            return Prepared(document, errors)
        prepared = prepare(document, self.graph.catalog, self.schema)
        self._prepared[text] = prepared
        self._characters += len(text)
        while self._characters > KEPT_CHARACTERS:
            self._characters -= len(self._prepared.popitem(last=False)[0])
        return prepared

    async def run(
        self, prepared: Prepared, operation_name: str | None, variables: Mapping[str, Any], context: GraphContext
    ) -> Result:
        """Run one operation. Errors of fields are in the result; only cancellation is raised."""
        try:
            operation = prepared.operation(operation_name)
        except GraphQLError as error:
            return Result(None, [error_entry(error, context.actor.locale, context.request_id)])
        coerced = self._coerce(operation, variables)
        if isinstance(coerced, list):
            return Result(None, [error_entry(error, context.actor.locale, context.request_id) for error in coerced])
        async with OperationReads(context.database, context.actor) as reads:
            context.reads, context.running = reads, Running(operation)
            if operation.direct:
                result = await self._direct(operation, coerced, reads, context)
            else:
                result = await self._executed(prepared, operation, operation_name, variables, context)
            await reads.end()
            result.statements = reads.statements
        return result

    async def value(
        self, prepared: Prepared, variables: Mapping[str, Any], context: GraphContext, reads: OperationReads
    ) -> Any:
        """The value of a query's one root field, as plain objects, in a snapshot that `reads` is over.

        For work that asks the same list page after page.

        Raises:
            BadUserInput: the variables do not fit.
            RequestError: the caller may not read it.
        """
        operation = prepared.operation(None)
        coerced = self._coerce(operation, variables)
        if isinstance(coerced, list):
            raise BadUserInput(coerced[0].message)
        context.reads, context.running = reads, Running(operation)
        (plan,) = operation.roots(context.actor, coerced)
        if plan.statement is None:
            raise plan.notices[0].error
        found = await run_root(plan, Environment(context.actor, coerced), reads, context)
        return orjson.loads(orjson.dumps(found))

    def _coerce(
        self, operation: PreparedOperation, variables: Mapping[str, Any]
    ) -> dict[str, Any] | list[GraphQLError]:
        definitions = operation.node.variable_definitions
        if not definitions:
            return {}
        # The same page is asked again and again with the same variables; coercion is pure.
        key = _variables_key(variables) if operation.direct else None
        known = operation.coerced.get(key) if key is not None else None
        if known is not None:
            return known
        found = get_variable_values(self.schema, definitions, dict(variables), 10, hide_suggestions=True)
        if isinstance(found, list):
            return found
        if key is not None:
            if len(operation.coerced) >= KEPT_VARIABLES:
                operation.coerced.clear()
            operation.coerced[key] = found.coerced
        return found.coerced

    async def _direct(
        self, operation: PreparedOperation, variables: dict[str, Any], reads: OperationReads, context: GraphContext
    ) -> Result:
        actor, trace_id = context.actor, context.request_id
        data: dict[str, Any] = {}
        errors: list[Mapping[str, Any]] = []
        env = Environment(actor, variables)
        try:
            plans = operation.roots(actor, variables)
        except RequestError as error:
            return Result(None, [error_entry(error, actor.locale, trace_id)])
        for plan in plans:
            try:
                if actor.locked and plan.constant is None:
                    raise ScreenLocked
                data[plan.key] = await run_root(plan, env, reads, context)
            except Exception as error:
                entry = error_entry(error, actor.locale, trace_id, (plan.key,))
                if failed_transaction(error):
                    await reads.end(type(error), error, error.__traceback__)
                    return Result(None, [entry])
                data[plan.key] = None
                errors.append(entry)
                continue
            if plan.notices and (plan.statement is None or data[plan.key] is not None):
                errors.extend(notice_entry(notice, actor.locale, trace_id) for notice in plan.notices)
        return Result(data, errors)

    async def _executed(
        self,
        prepared: Prepared,
        operation: PreparedOperation,
        operation_name: str | None,
        variables: Mapping[str, Any],
        context: GraphContext,
    ) -> Result:
        assert prepared.document is not None
        assert context.running is not None
        outcome: Any = execute(
            self.schema,
            prepared.document,
            context_value=context,
            variable_values=dict(variables),
            operation_name=operation_name,
            executor_class=GraphExecutor,
            hide_suggestions=True,
        )
        result: ExecutionResult = outcome if isinstance(outcome, ExecutionResult) else await outcome
        locale, trace_id = context.actor.locale, context.request_id
        errors = [error_entry(error, locale, trace_id) for error in result.errors or ()]
        errors += [notice_entry(notice, locale, trace_id) for notice in context.running.notices]
        return Result(result.data, errors)


def _variables_key(variables: Mapping[str, Any]) -> bytes | None:
    """A name for small variables; None for large ones and for what is no JSON, which coercion then refuses."""
    try:
        key = orjson.dumps(variables)
    except orjson.JSONEncodeError:
        return None
    return key if len(key) <= KEPT_VARIABLES_BYTES else None
