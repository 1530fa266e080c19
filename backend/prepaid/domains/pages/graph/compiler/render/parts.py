"""Columns, actions and widgets in one language."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from graphql import GraphQLNamedType, get_named_type, is_enum_type
from strawberry import ID

from prepaid.domains.pages.graph.compiler.kinds import PARTS
from prepaid.domains.pages.graph.compiler.render.fields import FieldRenderer
from prepaid.domains.pages.graph.compiler.render.operations import navigation
from prepaid.domains.pages.graph.types import parts as out
from prepaid.domains.pages.rules.fields import AnyField, ListField
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action
from prepaid.domains.pages.rules.layout.columns import Column
from prepaid.domains.pages.rules.layout.widgets import Chart, Stat, Widget, WidgetKind

TODO_PATHS = ("key", "label", "count", "tone", "pageKey", "query")


@dataclass(frozen=True, slots=True)
class PartRenderer:
    """Parts of one page for one language."""

    fields: FieldRenderer

    def columns(self, row: GraphQLNamedType, columns: Iterable[Column]) -> list[out.ColumnConfig]:
        return [self._column(row, column) for column in columns]

    def actions(self, actions: Iterable[Action]) -> list[out.ActionConfig]:
        return [self._action(action) for action in actions]

    def widget(self, widget: Widget) -> out.Widget:
        operations = self.fields.operations
        root = operations.view.root(widget.source.field)
        assert root is not None
        source = operations.list(widget.source, f"_{widget.key}", widget_paths(widget))
        if widget.chart is not None and widget.chart.list_path is not None:
            source.result_path = f"{source.result_path}.{widget.chart.list_path}"
        return out.Widget(
            key=ID(widget.key),
            title=widget.title.of(self.fields.locale),
            kind=widget.kind,
            span=widget.span,
            source=source,
            stat=self._stat(widget.stat) if widget.stat else None,
            chart=self._chart(widget.chart) if widget.chart else None,
            columns=self.columns(operations.view.row_type(root), widget.columns),
            link_page=ID(widget.link_page) if widget.link_page else None,
            help=self.fields.text(widget.help),
        )

    def _column(self, row: GraphQLNamedType, column: Column) -> out.ColumnConfig:
        name = column.dictionary or self._enum(row, column)
        return out.ColumnConfig(
            key=ID(column.key),
            path=column.path,
            label=column.label.of(self.fields.locale),
            kind=column.kind,
            dictionary=ID(name) if name else None,
            label_path=column.label_path,
            width=column.width,
            align=column.align,
            pinned=column.pinned,
            sortable=column.sortable,
            default_visible=column.default_visible,
            include_variable=include_variable(column),
            copyable=column.copyable,
            maskable=column.maskable,
            link_page=ID(column.link_page) if column.link_page else None,
            summary=column.summary,
        )

    def _enum(self, row: GraphQLNamedType, column: Column) -> str | None:
        if column.kind not in {ValueKind.ENUM, ValueKind.TAGS}:
            return None
        steps = self.fields.operations.view.steps(row, column.path)
        named = get_named_type(steps[-1].field.type)
        return named.name if is_enum_type(named) else None

    def _action(self, action: Action) -> out.ActionConfig:
        operations, text = self.fields.operations, self.fields.text
        mutation = operations.view.mutation(action.submit.field) if action.submit else None
        return out.ActionConfig(
            key=ID(action.key),
            label=action.label.of(self.fields.locale),
            icon=action.icon,
            tone=action.tone,
            danger=action.danger,
            placement=list(action.placement),
            shortcut=action.shortcut,
            confirm=out.ConfirmConfig(
                title=action.confirm.title.of(self.fields.locale),
                body=text(action.confirm.body),
                confirm_label=action.confirm.confirm_label.of(self.fields.locale),
                type_to_confirm=action.confirm.type_to_confirm,
            )
            if action.confirm
            else None,
            form=self.fields.form(action.form) if action.form else None,
            load=operations.record(action.load, f"_{action.key}_load", form_paths(action)) if action.load else None,
            submit=operations.submit(action.submit, f"_{action.key}") if action.submit else None,
            goto=navigation(action.goto) if action.goto else None,
            after=action.after,
            step_up=mutation is not None and mutation.step_up,
            job=action.job,
        )

    def _stat(self, stat: Stat) -> out.StatSpec:
        return out.StatSpec(
            value_path=stat.value_path,
            kind=stat.kind,
            unit=self.fields.text(stat.unit),
            change_bps_path=stat.change_bps_path,
            good_when=stat.good_when,
        )

    def _chart(self, chart: Chart) -> out.ChartSpec:
        series = [
            out.ChartSeries(
                key=ID(one.key),
                label=one.label.of(self.fields.locale),
                value_path=one.value_path,
                kind=one.kind,
                tone=one.tone,
            )
            for one in chart.series
        ]
        return out.ChartSpec(
            category_path=chart.category_path,
            category_kind=chart.category_kind,
            category_dictionary=ID(chart.category_dictionary) if chart.category_dictionary else None,
            series=series,
        )


def include_variable(column: Column) -> str | None:
    """Variable of a costly column: the document selects it only while it is shown."""
    return f"col{column.key[0].upper()}{column.key[1:]}" if column.on_demand else None


def column_paths(columns: Iterable[Column]) -> list[str]:
    """What a document selects for columns."""
    paths: list[str] = []
    for column in columns:
        parts: Sequence[str] = PARTS.get(column.kind, ())
        if column.kind is ValueKind.REFERENCE and column.label_path is not None:
            parts = ("id", column.label_path)
        paths += [f"{column.path}.{part}" for part in parts] or [column.path]
    return paths


def included(columns: Iterable[Column]) -> dict[str, str]:
    """Include variables by path, of columns whose path no other column shows for certain."""
    columns = tuple(columns)
    certain = {column.path for column in columns if not column.on_demand}
    found = ((column.path, include_variable(column)) for column in columns if column.path not in certain)
    return {path: variable for path, variable in found if variable is not None}


def form_paths(action: Action) -> list[str]:
    """Where the values that a form starts with stand in the record that is loaded."""
    return starting_paths(action.form.fields) if action.form else []


def starting_paths(fields: Iterable[AnyField]) -> list[str]:
    """Paths of the fields' values in a loaded record; those of a list's items stand below the list."""
    fields = tuple(fields)
    below = {key: one.path for one in fields if isinstance(one, ListField) for key in one.item_field_keys}
    return [".".join((*below.get(one.key, ()), *one.path)) for one in fields if not isinstance(one, ListField)]


def widget_paths(widget: Widget) -> list[str]:
    """What a document selects for a widget."""
    paths = column_paths(widget.columns)
    if widget.stat is not None:
        paths += [widget.stat.value_path, *filter(None, (widget.stat.change_bps_path,))]
    if widget.chart is not None:
        prefix = f"{widget.chart.list_path}." if widget.chart.list_path else ""
        rows = [widget.chart.category_path, *(series.value_path for series in widget.chart.series)]
        paths += [f"{prefix}{path}" for path in rows]
    return paths + (list(TODO_PATHS) if widget.kind is WidgetKind.TODO else [])
