"""The check of a dashboard: its controls and its widgets."""

from collections.abc import Iterator

from graphql import GraphQLNamedType, get_named_type

from prepaid.domains.pages.graph.compiler.bindings import LISTED
from prepaid.domains.pages.graph.compiler.check.columns import check_columns, check_value
from prepaid.domains.pages.graph.compiler.check.forms import check_filters
from prepaid.domains.pages.graph.compiler.check.ground import Ground, keys_once
from prepaid.domains.pages.graph.compiler.check.operations import check_operation
from prepaid.domains.pages.graph.compiler.schema_view import UnknownPath
from prepaid.domains.pages.rules.layout.operations import OperationKind
from prepaid.domains.pages.rules.layout.pages import DashboardPage
from prepaid.domains.pages.rules.layout.widgets import Chart, Widget, WidgetKind
from prepaid.domains.pages.rules.mistakes import Mistake

TODO_FIELDS = ("key", "label", "count", "tone", "pageKey", "query")


def check_widgets(ground: Ground, page: DashboardPage) -> Iterator[Mistake]:
    """Mistakes of a dashboard."""
    yield from keys_once((widget.key for widget in page.widgets), "widgets")
    for widget in page.widgets:
        for mistake in _widget(ground, widget):
            yield mistake.within(f"widgets.{widget.key}")
        root = ground.view.root(widget.source.field)
        if root is not None and "filter" in root.field.args:
            yield from check_filters(ground, page.controls, root, "controls")


def _widget(ground: Ground, widget: Widget) -> Iterator[Mistake]:
    for mistake in check_operation(ground, widget.source, OperationKind.QUERY, implied=LISTED):
        yield mistake.within("source")
    yield from ground.page(widget.link_page, "linkPage")
    root = ground.view.root(widget.source.field)
    if root is None:
        return
    row = ground.view.row_type(root)
    match widget.kind:
        case WidgetKind.STAT:
            yield from _stat(ground, widget, row)
        case WidgetKind.TABLE:
            yield from check_columns(ground, row, widget.columns, "columns")
            if not widget.columns:
                yield Mistake("columns", "没有列", "a table has columns")
        case WidgetKind.TODO:
            missing = [name for name in TODO_FIELDS if name not in getattr(row, "fields", {})]
            if missing:
                text = ", ".join(missing)
                yield Mistake("source.field", f"{row.name} 缺少 {text}", f"{row.name} has no {text}")
        case _ if widget.chart is None:
            yield Mistake("chart", "缺少图表定义", "it says nothing of its chart")
        case _:
            yield from _chart(ground, widget.chart, row)


def _stat(ground: Ground, widget: Widget, row: GraphQLNamedType) -> Iterator[Mistake]:
    if widget.stat is None:
        yield Mistake("stat", "缺少指标定义", "it says nothing of its figure")
        return
    yield from check_value(ground, row, widget.stat.value_path, widget.stat.kind, "stat.valuePath")


def _chart(ground: Ground, chart: Chart, row: GraphQLNamedType) -> Iterator[Mistake]:
    if chart.list_path is not None:
        try:
            row = get_named_type(ground.view.steps(row, chart.list_path)[-1].field.type)
        except UnknownPath as error:
            yield Mistake("chart.listPath", f"{error.owner} 没有 {error.step}", f"{error.owner} has no {error.step}")
            return
    yield from check_value(ground, row, chart.category_path, chart.category_kind, "chart.categoryPath")
    for series in chart.series:
        place = f"chart.series.{series.key}.valuePath"
        yield from check_value(ground, row, series.value_path, series.kind, place)
