"""A table in one place of a statement: its columns by name, and expressions moved onto it."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Table
from sqlalchemy.sql.util import ClauseAdapter


class Row:
    """One use of a table in a read plan. `row.status` is the column `status` of this use.

    Conditions and joins are written against rows and not against models, because one statement may hold
    the same table several times. Every other attribute than a column begins with an underscore.
    """

    __slots__ = ("_adapter", "_alias", "_name", "_table")

    def __init__(self, table: Table, name: str) -> None:
        self._table = table
        self._name = name
        self._alias: FromClause | None = None
        self._adapter: ClauseAdapter | None = None

    def __getattr__(self, name: str) -> ColumnElement[Any]:
        column: ColumnElement[Any] | None = alias_of(self).c.get(name)
        if column is None:
            raise AttributeError(f"{self._table.name} has no column {name}")
        return column


def alias_of(row: Row) -> FromClause:
    """The row as SQLAlchemy knows it; made when an expression first needs it."""
    if row._alias is None:
        row._alias = row._table.alias(row._name)
    return row._alias


def adapted(row: Row, expression: ColumnElement[Any]) -> ColumnElement[Any]:
    """The expression, written over the model's table, with its columns taken from this row."""
    if row._adapter is None:
        row._adapter = ClauseAdapter(alias_of(row))
    moved: ColumnElement[Any] = row._adapter.traverse(expression)
    return moved


def used_alias(row: Row) -> FromClause | None:
    """The row's alias if any expression has used it."""
    return row._alias


def table_of(row: Row) -> Table:
    """The row's table."""
    return row._table


def name_of(row: Row) -> str:
    """The row's name in the statement."""
    return row._name
