"""A table in one place of a statement: its columns by name, and expressions moved onto it."""

from typing import Any

from sqlalchemy import ColumnElement, FromClause
from sqlalchemy.sql.util import ClauseAdapter


class Row:
    """One use of a table in a read plan. `row.status` is the column `status` of this use.

    Conditions and joins are written against rows and not against models, because one statement may hold
    the same table several times.
    """

    __slots__ = ("_adapter", "source")

    def __init__(self, source: FromClause) -> None:
        self.source = source
        self._adapter: ClauseAdapter | None = None

    def __getattr__(self, name: str) -> ColumnElement[Any]:
        column: ColumnElement[Any] | None = self.source.c.get(name)
        if column is None:
            raise AttributeError(f"{self.source} has no column {name}")
        return column

    def adapt(self, expression: ColumnElement[Any]) -> ColumnElement[Any]:
        """The expression, written over the model's table, with its columns taken from this row."""
        if self._adapter is None:
            self._adapter = ClauseAdapter(self.source)
        adapted: ColumnElement[Any] = self._adapter.traverse(expression)
        return adapted
