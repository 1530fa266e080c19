"""SQL of aggregates: figures over all rows, and the same figures by group."""

from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from prepaid.graph.declare.row import Row
from prepaid.graph.plan.json_sql import JsonText, Part, array, encoded
from prepaid.graph.plan.levels import Constant, Figures, FigureValue, GroupKey, GroupPart


def figures_statement(figures: Figures) -> Select[Any]:
    """One JSON object of figures and groups."""
    row = Row(figures.level.type.table.alias())
    conditions = [condition(row) for condition in figures.level.conditions]
    parts: list[Part] = ["{"]
    for index, part in enumerate(figures.parts):
        parts.append(f'{"," if index else ""}"{part.key}":')
        match part:
            case Constant():
                parts.append(part.json)
            case FigureValue():
                parts.append(figure_text(part, row))
            case GroupPart():
                parts.extend(_groups(figures, part))
    return select(JsonText([*parts, "}"])).select_from(row.source).where(*conditions)


def figure_text(figure: FigureValue, row: Row) -> ColumnElement[Any]:
    """An aggregate as JSON; null over no rows where it is no count or sum."""
    text = JsonText(encoded(figure.encoding, _aggregate(figure, row)))
    return func.coalesce(text, literal_column("'null'"), type_=Text())


def _aggregate(figure: FigureValue, row: Row) -> ColumnElement[Any]:
    value = figure.value(row) if figure.value is not None else None
    aggregate: ColumnElement[Any]
    if figure.function == "count" or value is None:
        aggregate = func.count() if value is None else func.count(value)
    else:
        aggregate = getattr(func, figure.function)(value)
    if figure.condition is not None:
        aggregate = aggregate.filter(figure.condition(row))
    return func.coalesce(aggregate, literal_column("0")) if figure.function == "sum" else aggregate


def _groups(figures: Figures, part: GroupPart) -> list[Part]:
    row = Row(figures.level.type.table.alias())
    conditions = [condition(row) for condition in figures.level.conditions]
    key = part.group(row)
    texts: list[Part] = ["{"]
    for index, output in enumerate(part.outputs):
        texts.append(f'{"," if index else ""}"{output.key}":')
        match output:
            case Constant():
                texts.append(output.json)
            case GroupKey():
                text = JsonText(encoded(part.encoding, key, part.names))
                texts.append(func.coalesce(text, literal_column("'null'"), type_=Text()))
            case FigureValue():
                texts.append(figure_text(output, row))
    grouped = select(key.label("k"), JsonText([*texts, "}"]).label("t")).select_from(row.source).where(*conditions)
    rows = grouped.group_by(key).correlate_except(row.source).subquery()
    joined = func.string_agg(rows.c.t, aggregate_order_by(literal_column("','"), rows.c.k), type_=Text())
    return array(select(joined).select_from(rows).correlate_except(rows).scalar_subquery())
