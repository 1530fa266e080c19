"""SQL of aggregates: figures over all rows, and the same figures by group."""

from collections.abc import Sequence

from prepaid.graph.declare.row import Row
from prepaid.graph.plan.json_sql import Part, encoded, json_array, json_object, or_null, text
from prepaid.graph.plan.levels import Constant, Figures, FigureValue, GroupKey, GroupPart
from prepaid.graph.plan.rows import Rows
from prepaid.graph.plan.sql import Sql, source, where


def figures_sql(figures: Figures, rows: Rows) -> Sql:
    """One JSON object of figures and groups."""
    row, conditions = rows.of(figures.level)
    entries: list[tuple[str, Sequence[Part]]] = []
    for part in figures.parts:
        match part:
            case Constant():
                entries.append((part.key, [part.json]))
            case FigureValue():
                entries.append((part.key, [figure_text(part, row)]))
            case GroupPart():
                entries.append((part.key, _groups(figures, part, rows)))
    if not any(isinstance(part, FigureValue) for part in figures.parts):
        return ["(SELECT ", *text(json_object(entries)), ")"]  # groups read their rows themselves
    return ["(SELECT ", *text(json_object(entries)), f" FROM {source(row)}", *where(conditions), ")"]


def figure_text(figure: FigureValue, row: Row) -> Sql:
    """An aggregate as JSON; null over no rows where it is no count or sum."""
    return or_null(text(encoded(figure.encoding, _aggregate(figure, row))))


def _aggregate(figure: FigureValue, row: Row) -> Sql:
    value = figure.value(row) if figure.value is not None else ["*"]
    aggregate: Sql = [f"{figure.function}(", *value, ")"]
    if figure.condition is not None:
        aggregate += [" FILTER (WHERE ", *figure.condition(row), ")"]
    return ["coalesce(", *aggregate, ",0)"] if figure.function == "sum" else ["(", *aggregate, ")"]


def _groups(figures: Figures, part: GroupPart, rows: Rows) -> list[Part]:
    row, conditions = rows.of(figures.level)
    key = part.group(row)
    entries: list[tuple[str, Sequence[Part]]] = []
    for output in part.outputs:
        match output:
            case Constant():
                entries.append((output.key, [output.json]))
            case GroupKey():
                entries.append((output.key, [or_null(text(encoded(part.encoding, key, part.names)))]))
            case FigureValue():
                entries.append((output.key, [figure_text(output, row)]))
    grouped: Sql = ["SELECT ", *key, " AS k,", *text(json_object(entries)), f" AS t FROM {source(row)}"]
    grouped += [*where(conditions), " GROUP BY ", *key]
    return json_array(["(SELECT string_agg(g.t,',' ORDER BY g.k) FROM (", *grouped, ") g)"])
