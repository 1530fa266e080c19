"""Running the plan of one root field."""

import inspect
from collections.abc import Iterator, Sequence
from typing import Any

import orjson

from prepaid.graph.declare.plan_context import Environment
from prepaid.graph.plan.compile import DeferredSite
from prepaid.graph.plan.roots import RootPlan
from prepaid.graph.reads import OperationReads


async def run_root(plan: RootPlan, env: Environment, reads: OperationReads, context: Any) -> Any:
    """The field's value, as JSON to be passed through or, where Python has a part in it, as objects."""
    if plan.statement is None:
        return plan.constant
    arguments = plan.statement.arguments(env)
    session = await reads.session()
    json: bytes | None = await session.fetchval(plan.statement.sql, *arguments)
    if json is None:
        return None
    if not plan.deferred:
        return orjson.Fragment(json)
    value = orjson.loads(json)
    for site in plan.deferred:
        await _fill(site, value, context)
    return value


async def _fill(site: DeferredSite, value: Any, context: Any) -> None:
    """Replace the required values by what the function makes of them, for all rows at once."""
    *above, key = site.path[1:]
    parents = [parent for parent in _below([value], above) if parent.get(key) is not None]
    if not parents:
        return
    made: Any = site.output.function(context, [parent[key] for parent in parents])
    results: Sequence[Any] = await made if inspect.isawaitable(made) else made
    if len(results) != len(parents):
        raise RuntimeError(f"the batch function of {'.'.join(site.path)} lost count: {len(results)} of {len(parents)}")
    for parent, result in zip(parents, results, strict=True):
        parent[key] = result


def _below(values: Sequence[Any], path: Sequence[str]) -> Iterator[dict[str, Any]]:
    level = list(_objects(values))
    for key in path:
        level = list(_objects([parent.get(key) for parent in level]))
    yield from level


def _objects(values: Sequence[Any]) -> Iterator[dict[str, Any]]:
    for value in values:
        if isinstance(value, list):
            yield from _objects(value)
        elif isinstance(value, dict):
            yield value
