"""The check of a whole page, and of the shell."""

from collections.abc import Iterator

from graphql import GraphQLEnumType, GraphQLNamedType, get_named_type

from prepaid.domains.pages.graph.compiler.bindings import LISTED
from prepaid.domains.pages.graph.compiler.check.actions import check_actions, check_submit
from prepaid.domains.pages.graph.compiler.check.columns import check_columns
from prepaid.domains.pages.graph.compiler.check.forms import check_filters
from prepaid.domains.pages.graph.compiler.check.ground import Ground, keys_once
from prepaid.domains.pages.graph.compiler.check.operations import check_operation
from prepaid.domains.pages.graph.compiler.check.widgets import check_widgets
from prepaid.domains.pages.graph.compiler.schema_view import Root, SchemaView, UnknownPath, input_fields
from prepaid.domains.pages.rules.layout.operations import OperationKind
from prepaid.domains.pages.rules.layout.pages import (
    AnyPage,
    CustomPage,
    DashboardPage,
    DetailPage,
    DetailSection,
    FormPage,
    ListPage,
    SectionKind,
)
from prepaid.domains.pages.rules.layout.shell import Base, Shell
from prepaid.domains.pages.rules.mistakes import Mistake

TIMELINE = ("id", "at", "action", "reason", "byToken", "actor.displayName", "differences")
"""What the browser reads of an entry of a timeline."""


def check_page(page: AnyPage, base: Base, view: SchemaView) -> list[Mistake]:
    """Every mistake of a page, as somebody with all permissions would see it."""
    ground = Ground(view, base)
    found = [*ground.page(page.parent, "parent")]
    match page:
        case ListPage():
            found += _list(ground, page)
        case DetailPage():
            found += _detail(ground, page)
        case FormPage():
            found += check_submit(ground, page.form, page.submit)
            if page.load is not None:
                found += _within("load", check_operation(ground, page.load, OperationKind.QUERY))
            found += ground.page(page.on_success.page_key, "onSuccess.pageKey")
        case DashboardPage():
            found += check_widgets(ground, page)
        case CustomPage():
            pass
    return found


def check_shell(shell: Shell, base: Base) -> list[Mistake]:
    """Every mistake of a navigation and a landing page."""
    found = [*keys_once((item.key for item in shell.navigation), "navigation")]
    keys = {item.key for item in shell.navigation}
    for item in shell.navigation:
        place = f"navigation.{item.key}"
        if item.parent_key is not None and item.parent_key not in keys:
            found.append(
                Mistake(f"{place}.parentKey", f"没有菜单 {item.parent_key}", f"there is no menu {item.parent_key}")
            )
        if item.page_key is not None and item.page_key not in base.pages:
            found.append(Mistake(f"{place}.pageKey", f"没有页面 {item.page_key}", f"there is no page {item.page_key}"))
        if item.parent_key == item.key:
            found.append(Mistake(f"{place}.parentKey", "菜单不能属于自身", "a menu does not stand under itself"))
    if shell.landing is not None and shell.landing not in base.pages:
        found.append(Mistake("landing", f"没有页面 {shell.landing}", f"there is no page {shell.landing}"))
    return found


def _list(ground: Ground, page: ListPage) -> Iterator[Mistake]:
    yield from _within("source", check_operation(ground, page.source, OperationKind.QUERY, implied=LISTED))
    root = ground.view.root(page.source.field)
    if root is None:
        return
    if not ground.view.is_connection(root):
        yield Mistake("source.field", f"{root.name} 不是列表", f"{root.name} is no connection")
        return
    row = ground.view.row_type(root)
    yield from check_columns(ground, row, page.columns, "columns")
    yield from _order(ground, page, root, row)
    yield from check_filters(ground, page.filters, root, "filters")
    if page.quick_search is not None and "search" not in root.field.args:
        yield Mistake("quickSearch", f"{root.name} 不能搜索", f"{root.name} cannot be searched")
    yield from check_actions(ground, page.actions, row)
    yield from keys_once((preset.key for preset in page.presets), "presets")
    yield from ground.page(page.row_link, "rowLink")
    if page.empty is not None and page.empty.action_key not in {None, *(action.key for action in page.actions)}:
        yield Mistake(
            "empty.actionKey", f"没有操作 {page.empty.action_key}", f"there is no action {page.empty.action_key}"
        )


def _order(ground: Ground, page: ListPage, root: Root, row: GraphQLNamedType) -> Iterator[Mistake]:
    values = _order_values(root)
    for column in page.columns:
        if column.sortable is not None and column.sortable not in values:
            text = f"{row.name} cannot be sorted by {column.sortable}"
            yield Mistake(f"columns.{column.key}.sortable", f"{row.name} 不能按 {column.sortable} 排序", text)
    sortable = {column.key for column in page.columns if column.sortable}
    for order in page.default_order:
        if order.key not in sortable:
            yield Mistake(
                f"defaultOrder.{order.key}", f"列 {order.key} 不能排序", f"no column {order.key} can be sorted by"
            )


def _order_values(root: Root) -> set[str]:
    if "orderBy" not in root.field.args:
        return set()
    enum = get_named_type(input_fields(root.field.args["orderBy"].type)["field"].type)
    return set(enum.values) if isinstance(enum, GraphQLEnumType) else set()


def _detail(ground: Ground, page: DetailPage) -> Iterator[Mistake]:
    yield from _within("source", check_operation(ground, page.source, OperationKind.QUERY))
    root = ground.view.root(page.source.field)
    if root is None:
        return
    row = ground.view.row_type(root)
    yield from _header(ground, page, row)
    yield from keys_once((section.key for section in page.sections), "sections")
    for section in page.sections:
        yield from _within(f"sections.{section.key}", _section(ground, section, row))
    yield from check_actions(ground, page.actions, row)
    if page.timeline is not None:
        yield from _within("timeline", check_operation(ground, page.timeline, OperationKind.QUERY))
        timeline = ground.view.root(page.timeline.field)
        yield from _within("timeline", _entries(ground, ground.view.row_type(timeline)) if timeline else iter(()))


def _entries(ground: Ground, row: GraphQLNamedType) -> Iterator[Mistake]:
    for path in TIMELINE:
        try:
            ground.view.steps(row, path)
        except UnknownPath as error:
            yield Mistake("field", f"{error.owner} 没有 {error.step}", f"{error.owner} has no {error.step}")


def _header(ground: Ground, page: DetailPage, row: GraphQLNamedType) -> Iterator[Mistake]:
    for name, path in (
        ("titlePath", page.header.title_path),
        ("subtitlePath", page.header.subtitle_path),
        ("statusPath", page.header.status_path),
    ):
        if path is None:
            continue
        try:
            ground.view.steps(row, path)
        except UnknownPath as error:
            yield Mistake(
                f"header.{name}", f"{error.owner} 没有字段 {error.step}", f"{error.owner} has no {error.step}"
            )


def _section(ground: Ground, section: DetailSection, row: GraphQLNamedType) -> Iterator[Mistake]:
    yield from check_columns(ground, row, section.items, "items")
    if section.kind is SectionKind.RELATED_LIST:
        if section.list is None:
            yield Mistake("list", "缺少列表页面", "it names no list page")
        yield from ground.page(section.list, "list")
    elif section.kind is SectionKind.CUSTOM:
        if section.component is None:
            yield Mistake("component", "缺少组件", "it names no component")
    elif not section.items:
        yield Mistake("items", "没有内容", "it shows nothing")


def _within(place: str, mistakes: Iterator[Mistake]) -> Iterator[Mistake]:
    return (mistake.within(place) for mistake in mistakes)
