"""The rows of one statement: each use of a table under a name of its own."""

from prepaid.graph.declare.row import Row
from prepaid.graph.plan.levels import Level, Link
from prepaid.graph.plan.sql import Sql


class Rows:
    """Makes rows, and remembers them for the expressions that refer to them."""

    def __init__(self) -> None:
        self.made: list[Row] = []

    def of(self, level: Level, link: Link | None = None, parent: Row | None = None) -> tuple[Row, list[Sql]]:
        """A new use of the level's table, and the conditions on it."""
        row = Row(level.type.table, f"t{len(self.made)}")
        self.made.append(row)
        conditions = list(link(parent, row)) if link is not None and parent is not None else []
        conditions.extend(condition(row) for condition in level.conditions)
        return row, conditions
