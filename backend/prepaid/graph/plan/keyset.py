"""Keyset conditions: rows beyond the row that a cursor names, in any order."""

from collections.abc import Sequence

from prepaid.graph.declare.plan_context import Param
from prepaid.graph.declare.row import Row
from prepaid.graph.plan.levels import SortKey
from prepaid.graph.plan.sql import Sql, separated


def beyond(keys: Sequence[SortKey], values: Sequence[Param], row: Row, *, backward: bool) -> Sql:
    """Rows that come after the cursor's row in this order (before it when backward)."""
    columns = [key.value(row) for key in keys]
    downward = [key.descending != backward for key in keys]
    if len(set(downward)) == 1 and not any(key.nullable for key in keys):
        # One comparison of rows is what an index can start from.
        bounds: list[Sql] = [[value] for value in values]
        return ["(", *separated(",", columns), ") < (" if downward[0] else ") > (", *separated(",", bounds), ")"]
    options: list[Sql] = []
    for index, key in enumerate(keys):
        same = [_same(keys[i], columns[i], values[i]) for i in range(index)]
        options.append(separated(" AND ", [*same, _past(key, columns[index], values[index], downward[index])]))
    either: Sql = ["(", *separated(" OR ", [["(", *option, ")"] for option in options]), ")"]
    if keys[0].nullable:
        return either
    return [*columns[0], " <= " if downward[0] else " >= ", values[0], " AND ", *either]


def _same(key: SortKey, column: Sql, value: Param) -> Sql:
    return [*column, " IS NOT DISTINCT FROM " if key.nullable else " = ", value]


def _past(key: SortKey, column: Sql, value: Param, downward: bool) -> Sql:
    """NULL counts as the greatest value, as PostgreSQL orders it."""
    past: Sql = [*column, " < " if downward else " > ", value]
    if not key.nullable:
        return past
    if downward:
        return ["(", *past, " OR (", *column, " IS NOT NULL AND ", value, " IS NULL))"]
    return ["(", *past, " OR (", *column, " IS NULL AND ", value, " IS NOT NULL))"]
