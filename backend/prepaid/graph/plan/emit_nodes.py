"""SQL of `nodes(ids:)`: rows of several types in the order of the ids, null where there is none."""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import ARRAY, Select, Text, Uuid, column, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from prepaid.graph.declare.plan_context import Environment, PlanContext
from prepaid.graph.declare.row import Row
from prepaid.graph.plan.emit import NULL, object_text
from prepaid.graph.plan.json_sql import JsonText, array, quoted
from prepaid.graph.plan.levels import Level

Ids = Callable[[Environment], list[Any]]


def nodes_statement(levels: Sequence[Level], ctx: PlanContext, ids: Ids) -> Select[Any]:
    """One JSON array, as long as the list of ids."""
    wanted = func.unnest(
        ctx.bind(lambda env: [item.type_code for item in ids(env)], ARRAY(Text())),
        ctx.bind(lambda env: [item.tenant for item in ids(env)], ARRAY(Uuid())),
        ctx.bind(lambda env: [item.id for item in ids(env)], ARRAY(Uuid())),
    ).table_valued(column("code", Text()), column("tenant", Uuid()), column("id", Uuid()), with_ordinality="place")
    wanted = wanted.render_derived("wanted")
    options = []
    for level in levels:
        row = Row(level.type.table.alias())
        conditions = [condition(row) for condition in level.conditions]
        conditions += [row.id == wanted.c.id, wanted.c.code == literal_column(quoted(level.type.name))]
        if level.type.tenant:
            conditions.append(row.merchant_id == wanted.c.tenant)
        found = select(object_text(level, row)).select_from(row.source).where(*conditions)
        options.append(found.correlate_except(row.source).scalar_subquery())
    item = func.coalesce(*options, NULL, type_=Text()) if options else NULL
    joined = func.string_agg(item, aggregate_order_by(literal_column("','"), wanted.c.place), type_=Text())
    return select(JsonText(array(select(joined).select_from(wanted).scalar_subquery())))
