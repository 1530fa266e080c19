"""graphql-core's executor, taught to accept what plans have shaped already."""

from typing import Any

from graphql import GraphQLOutputType
from strawberry.schema.schema import StrawberryGraphQLCoreExecutionContext

from prepaid.graph.context import GraphContext
from prepaid.graph.declare.mutations import Ref
from prepaid.graph.plan.roots import RootPlan
from prepaid.graph.plan.run import run_root
from prepaid.graph.plan.selection import Selected
from prepaid.graph.prepared import Environment


class Shaped:
    """A value that needs no completion: it has the response's shape, aliases and all."""

    __slots__ = ("value",)

    def __init__(self, value: Any) -> None:
        self.value = value


class GraphExecutor(StrawberryGraphQLCoreExecutionContext):
    """Passes shaped values through, and reads rows that resolvers name by `ref`."""

    def complete_value(
        self, return_type: GraphQLOutputType, field_details_list: Any, info: Any, path: Any, result: Any, *rest: Any
    ) -> Any:
        """As the specification says, but for `Shaped` and `Ref`."""
        if type(result) is Shaped:
            return result.value
        if type(result) is Ref:
            nodes = [details.node for details in field_details_list]
            keys = tuple(key for key in path.as_list() if isinstance(key, str))
            return _read(result, [node.selection_set for node in nodes if node.selection_set], keys, info)
        return super().complete_value(return_type, field_details_list, info, path, result, *rest)


async def resolve_plan(_: Any, info: Any, **__: Any) -> Shaped:
    """Resolver of root fields that plans answer, for documents which have others beside them."""
    context: GraphContext = info.context
    assert context.running is not None
    selected = Selected(info.path.key, list(info.field_nodes))
    plan = context.running.operation.root(context.actor, info.variable_values, selected)
    return Shaped(await _run(plan, Environment(context.actor, info.variable_values), context))


async def _read(ref: Ref, sets: list[Any], path: tuple[str, ...], info: Any) -> Any:
    context: GraphContext = info.context
    assert context.running is not None
    plan = context.running.operation.row(context.actor, info.variable_values, ref.type_name, sets, path)
    return await _run(plan, Environment(context.actor, {**info.variable_values, "ref": ref}), context)


async def _run(plan: RootPlan, env: Environment, context: GraphContext) -> Any:
    assert context.running is not None
    assert context.reads is not None
    value = await run_root(plan, env, context.reads, context)
    if value is not None or plan.statement is None:
        context.running.notices.extend(plan.notices)
    return value
