"""One SQL statement for a whole plan: every level a sub-select that builds its JSON text."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, Text, func, literal_column, select
from sqlalchemy.dialects.postgresql import aggregate_order_by

from prepaid.graph.declare.row import Row
from prepaid.graph.plan.emit_figures import figure_text
from prepaid.graph.plan.emit_page import page_parts
from prepaid.graph.plan.json_sql import JsonText, Part, array, global_id, scalar
from prepaid.graph.plan.levels import (
    Array,
    Constant,
    Deferred,
    GlobalIdOutput,
    Level,
    Link,
    Output,
    Page,
    RelatedFigure,
    Scalar,
    Single,
)

NULL = literal_column("'null'", Text())


def object_text(level: Level, row: Row) -> JsonText:
    """The JSON object of one row."""
    parts: list[Part] = ["{"]
    for index, output in enumerate(level.outputs):
        parts.append(f'{"," if index else ""}"{output.key}":')
        parts.extend(output_parts(level, output, row))
    return JsonText([*parts, "}"])


def output_parts(level: Level, output: Output, row: Row) -> list[Part]:
    """The value of one key."""
    match output:
        case Constant():
            return [output.json]
        case GlobalIdOutput():
            return global_id(level.type.name, row.merchant_id if level.type.tenant else None, row.id)
        case Scalar():
            return scalar(output, output.value(row))
        case Deferred():
            return _required(output, row)
        case Single():
            options = [_single(option, link, row) for option, link in output.options]
            return [func.coalesce(*options, NULL, type_=Text())]
        case Array():
            return _array(output, row)
        case Page():
            return page_parts(output, row, object_text)
        case RelatedFigure():
            return _related_figure(output, row)


def rows_of(level: Level, link: Link | None = None, parent: Row | None = None) -> tuple[Row, list[ColumnElement[bool]]]:
    """A new use of the level's table, and the conditions on it."""
    row = Row(level.type.table.alias())
    conditions = [condition(row) for condition in level.conditions]
    if link is not None and parent is not None:
        conditions = [*link(parent, row), *conditions]
    return row, conditions


def one_statement(level: Level) -> Select[Any]:
    """The object of the level's one row, or no row at all."""
    row, conditions = rows_of(level)
    return select(object_text(level, row)).select_from(row.source).where(*conditions).limit(literal_column("1"))


def list_statement(output: Array) -> Select[Any]:
    """All rows as one JSON array."""
    row, conditions = rows_of(output.level)
    return select(JsonText(array(_joined(output, row, conditions).scalar_subquery())))


def page_statement(page: Page) -> Select[Any]:
    """One connection as a JSON object."""
    return select(JsonText(page_parts(page, None, object_text)))


def _required(output: Deferred, row: Row) -> list[Part]:
    parts: list[Part] = ["{"]
    for index, value in enumerate(output.required):
        parts.append(f'{"," if index else ""}"{value.key}":')
        parts.extend(scalar(value, value.value(row)))
    return [*parts, "}"]


def _single(level: Level, link: Link, parent: Row) -> ColumnElement[Any]:
    row, conditions = rows_of(level, link, parent)
    statement = select(object_text(level, row)).select_from(row.source).where(*conditions)
    return statement.correlate_except(row.source).scalar_subquery()


def _array(output: Array, parent: Row) -> list[Part]:
    row, conditions = rows_of(output.level, output.link, parent)
    return array(_joined(output, row, conditions).correlate_except(row.source).scalar_subquery())


def _joined(output: Array, row: Row, conditions: Sequence[ColumnElement[bool]]) -> Select[Any]:
    comma: ColumnElement[Any] = aggregate_order_by(literal_column("','"), *output.order(row))
    items = func.string_agg(object_text(output.level, row), comma, type_=Text())
    return select(items).select_from(row.source).where(*conditions)


def _related_figure(output: RelatedFigure, parent: Row) -> list[Part]:
    row, conditions = rows_of(output.level, output.link, parent)
    statement = select(figure_text(output.figure, row)).select_from(row.source).where(*conditions)
    return [statement.correlate_except(row.source).scalar_subquery()]
