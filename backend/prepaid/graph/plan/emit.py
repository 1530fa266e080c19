"""One SQL statement for a whole plan: every level a sub-select that builds its JSON text."""

from collections.abc import Sequence

from prepaid.graph.declare.row import Row
from prepaid.graph.plan.emit_figures import figure_text
from prepaid.graph.plan.emit_page import page_parts
from prepaid.graph.plan.json_sql import Part, global_id, json_array, json_object, or_null, scalar, text
from prepaid.graph.plan.levels import (
    ActionList,
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
from prepaid.graph.plan.row_actions import action_list_sql
from prepaid.graph.plan.rows import Rows
from prepaid.graph.plan.sql import Sql, column, separated, source, where


class Emitter:
    """Emits the levels of one statement, and names their rows."""

    def __init__(self) -> None:
        self.rows = Rows()

    def object(self, level: Level, row: Row) -> Sql:
        """The JSON object of one row."""
        return text(json_object([(output.key, self._value(level, output, row)) for output in level.outputs]))

    def _value(self, level: Level, output: Output, row: Row) -> Sequence[Part]:
        match output:
            case Constant():
                return [output.json]
            case GlobalIdOutput():
                tenant = column(row, "merchant_id") if level.type.tenant else None
                return global_id(level.type.name, tenant, column(row, "id"))
            case Scalar():
                return scalar(output, output.value(row))
            case ActionList():
                return [action_list_sql(output, row)]
            case Deferred():
                return json_object([(value.key, scalar(value, value.value(row))) for value in output.required])
            case Single():
                options = [self._single(option, link, row) for option, link in output.options]
                return [or_null(separated(",", options))]
            case Array():
                below, conditions = self.rows.of(output.level, output.link, row)
                return json_array(["(", *self._joined(output, below, conditions), ")"])
            case Page():
                return page_parts(self, output, row)
            case RelatedFigure():
                below, conditions = self.rows.of(output.level, output.link, row)
                figure = figure_text(output.figure, below)
                return [["(SELECT ", *figure, f" FROM {source(below)}", *where(conditions), ")"]]

    def _single(self, level: Level, link: Link, parent: Row) -> Sql:
        row, conditions = self.rows.of(level, link, parent)
        return ["(SELECT ", *self.object(level, row), f" FROM {source(row)}", *where(conditions), ")"]

    def _joined(self, output: Array, row: Row, conditions: Sequence[Sql]) -> Sql:
        order = separated(",", output.order(row))
        items: Sql = ["string_agg(", *self.object(output.level, row), ",',' ORDER BY ", *order, ")"]
        return ["SELECT ", *items, f" FROM {source(row)}", *where(conditions)]

    def one(self, level: Level) -> Sql:
        """The object of the level's one row, or NULL."""
        row, conditions = self.rows.of(level)
        return ["(SELECT ", *self.object(level, row), f" FROM {source(row)}", *where(conditions), " LIMIT 1)"]

    def all(self, output: Array) -> Sql:
        """All rows as one JSON array."""
        row, conditions = self.rows.of(output.level)
        return text(json_array(["(", *self._joined(output, row, conditions), ")"]))

    def page(self, page: Page) -> Sql:
        """One connection as a JSON object."""
        return text(page_parts(self, page, None))
