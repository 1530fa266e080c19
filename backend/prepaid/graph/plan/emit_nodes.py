"""SQL of `nodes(ids:)`: rows of several types in the order of the ids, null where there is none."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ARRAY, Text, Uuid

from prepaid.graph.declare.plan_context import Environment, PlanContext
from prepaid.graph.plan.emit import Emitter
from prepaid.graph.plan.json_sql import json_array, or_null, text
from prepaid.graph.plan.levels import Level
from prepaid.graph.plan.sql import Sql, column, literal, separated, source, where

Ids = Callable[[Environment], list[Any]]


def nodes_sql(emitter: Emitter, levels: Sequence[Level], ctx: PlanContext, ids: Ids) -> Sql:
    """One JSON array, as long as the list of ids."""
    wanted: Sql = [
        "unnest(",
        ctx.bind(lambda env: [item.type_code for item in ids(env)], ARRAY(Text())),
        ",",
        ctx.bind(lambda env: [item.tenant for item in ids(env)], ARRAY(Uuid())),
        ",",
        ctx.bind(lambda env: [item.id for item in ids(env)], ARRAY(Uuid())),
        ") WITH ORDINALITY AS wanted (code, tenant, id, place)",
    ]
    options = [_option(emitter, level) for level in levels]
    item = or_null(separated(",", [*options, ["NULL"]]))
    return text(json_array(["(SELECT string_agg(", *item, ",',' ORDER BY wanted.place) FROM ", *wanted, ")"]))


def _option(emitter: Emitter, level: Level) -> Sql:
    row, conditions = emitter.rows.of(level)
    conditions.append([f"{column(row, 'id')} = wanted.id"])
    conditions.append([f"wanted.code = {literal(level.type.name)}"])
    if level.type.tenant:
        conditions.append([f"{column(row, 'merchant_id')} = wanted.tenant"])
    return ["(SELECT ", *emitter.object(level, row), f" FROM {source(row)}", *where(conditions), ")"]
