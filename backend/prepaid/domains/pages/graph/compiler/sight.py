"""What one set of permissions leaves of the pages: parts that may not be seen or done are gone, not disabled."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import cached_property

from graphql import GraphQLNamedType

from prepaid.domains.identity.commands.revealable_fields import REVEALABLE
from prepaid.domains.pages.graph.compiler.bindings import EXPORT_FIELD
from prepaid.domains.pages.graph.compiler.schema_view import SchemaView
from prepaid.domains.pages.rules.fields import AnyField, ReferenceField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import Action
from prepaid.domains.pages.rules.layout.bench import BenchCard
from prepaid.domains.pages.rules.layout.columns import Column
from prepaid.domains.pages.rules.layout.operations import Operation
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
from prepaid.domains.pages.rules.layout.shell import Base, NavItem, Shell
from prepaid.domains.pages.rules.layout.widgets import Widget
from prepaid.graph.permissions import PUBLIC, SIGNED_IN


class Sight:
    """One set of permissions over the pages of one template and merchant type."""

    def __init__(self, view: SchemaView, base: Base, pages: Mapping[str, AnyPage], may: Callable[[str], bool]) -> None:
        self._view, self._base, self._all, self._may = view, base, pages, may

    @cached_property
    def pages(self) -> Mapping[str, AnyPage]:
        """The pages that may be opened, by key, each cut down to what may be seen."""
        return {key: self._page(page) for key, page in self._all.items() if key in self._open}

    def shell(self, shell: Shell) -> Shell:
        """Navigation to pages that may be opened; menus without an entry left are gone."""
        items = [self._entry(item) for item in shell.navigation if self._allows(item.permission) and self._leads(item)]
        while True:
            parents = {item.parent_key for item in items}
            keys = {item.key for item in items}
            kept = [
                item
                for item in items
                if (item.page_key or item.href or item.key in parents)
                and (item.parent_key is None or item.parent_key in keys)
            ]
            if len(kept) == len(items):
                break
            items = kept
        landing = shell.landing if shell.landing in self._open else self._first(items)
        return Shell(landing=landing, navigation=tuple(items))

    @property
    def bench(self) -> tuple[BenchCard, ...]:
        """Cards of the work bench that can be read and lead somewhere."""
        return tuple(card for card in self._base.bench if self._carries(card))

    def _carries(self, card: BenchCard) -> bool:
        if not self._allows(card.permission) or card.page_key not in self._open or not self._runs(card.source):
            return False
        if card.value_path is None:
            return True
        root = self._view.root(card.source.field)
        assert root is not None
        return self._path(self._view.row_type(root), card.value_path) is not None

    def _first(self, items: Iterable[NavItem]) -> str | None:
        return next((item.page_key for item in items if item.page_key), next(iter(self._open), None))

    def _entry(self, item: NavItem) -> NavItem:
        return item if item.badge is None or self._runs(item.badge) else replace(item, badge=None)

    def _leads(self, item: NavItem) -> bool:
        return item.page_key is None or item.page_key in self._open

    @cached_property
    def _open(self) -> dict[str, None]:
        return dict.fromkeys(key for key, page in self._all.items() if self._opens(page))

    def _opens(self, page: AnyPage) -> bool:
        if not self._allows(page.permission):
            return False
        match page:
            case ListPage() | DetailPage():
                return self._runs(page.source)
            case FormPage():
                return self._runs(page.submit) and (page.load is None or self._runs(page.load))
            case DashboardPage():
                return any(self._shows(widget) for widget in page.widgets)
            case CustomPage():
                return not page.needs or any(map(self._allows, page.needs))

    def _page(self, page: AnyPage) -> AnyPage:
        page = replace(page, parent=self._link(page.parent))
        match page:
            case ListPage():
                return self._list(page)
            case DetailPage():
                return self._detail(page)
            case FormPage():
                return replace(page, form=self._form(page.form))
            case DashboardPage():
                widgets = tuple(self._widget(widget) for widget in page.widgets if self._shows(widget))
                return replace(page, widgets=widgets)
            case CustomPage():
                return page

    def _list(self, page: ListPage) -> ListPage:
        root = self._view.root(page.source.field)
        assert root is not None
        row = self._view.row_type(root)
        columns = self._columns(row, page.columns)
        actions = self._actions(page.actions)
        sortable = {column.key for column in columns if column.sortable}
        empty = page.empty
        if empty is not None and empty.action_key not in {action.key for action in actions}:
            empty = replace(empty, action_key=None)
        return replace(
            page,
            columns=columns,
            filters=tuple(field for field in page.filters if self._filters(row, field)),
            default_order=tuple(order for order in page.default_order if order.key in sortable),
            actions=actions,
            row_link=self._link(page.row_link),
            export=page.export if page.export and self.runs(EXPORT_FIELD) else None,
            empty=empty,
        )

    def _detail(self, page: DetailPage) -> DetailPage:
        root = self._view.root(page.source.field)
        assert root is not None
        row = self._view.row_type(root)
        header = replace(
            page.header,
            subtitle_path=self._path(row, page.header.subtitle_path),
            status_path=self._path(row, page.header.status_path),
        )
        sections = (replace(section, items=self._columns(row, section.items)) for section in page.sections)
        return replace(
            page,
            header=header,
            sections=tuple(section for section in sections if self._remains(section)),
            actions=self._actions(page.actions),
            timeline=page.timeline if page.timeline and self._runs(page.timeline) else None,
        )

    def _remains(self, section: DetailSection) -> bool:
        if not self._allows(section.permission):
            return False
        if section.kind is SectionKind.RELATED_LIST:
            return section.list in self._open
        return bool(section.items) or section.kind is SectionKind.CUSTOM

    def _columns(self, row: GraphQLNamedType, columns: Iterable[Column]) -> tuple[Column, ...]:
        return tuple(
            replace(
                column,
                link_page=self._link(column.link_page),
                sortable=self._sortable(row, column),
                maskable=self._reveals(row, column),
            )
            for column in columns
            if self._allows(column.permission) and self._sees(row, column)
        )

    def _sees(self, row: GraphQLNamedType, column: Column) -> bool:
        path = column.path if column.label_path is None else f"{column.path}.{column.label_path}"
        return self._path(row, path) is not None

    def _path(self, row: GraphQLNamedType, path: str | None) -> str | None:
        if path is None:
            return None
        seen = all(map(self._allows, self._view.permissions_of(self._view.steps(row, path))))
        return path if seen else None

    def _sortable(self, row: GraphQLNamedType, column: Column) -> str | None:
        """Sorting by a value that is masked would tell it."""
        if column.sortable is None:
            return None
        field = self._view.sorted_field(row.name, column.sortable)
        guarded = self._view.leaf_permission(row.name, field) if field else None
        return column.sortable if self._allows(guarded) else None

    def _reveals(self, row: GraphQLNamedType, column: Column) -> bool:
        revealable = REVEALABLE.get((row.name, column.path))
        return revealable is not None and self._allows(revealable.permission)

    def _filters(self, row: GraphQLNamedType, field: AnyField) -> bool:
        return self._fills(field) and self._allows(self._view.leaf_permission(row.name, field.path[0]))

    def _actions(self, actions: Iterable[Action]) -> tuple[Action, ...]:
        return tuple(self._action(action) for action in actions if self._does(action))

    def _does(self, action: Action) -> bool:
        operations = [operation for operation in (action.submit, action.load) if operation is not None]
        if not self._allows(action.permission) or not all(map(self._runs, operations)):
            return False
        if action.form is not None and any(field.required and not self._fills(field) for field in action.form.fields):
            return False
        return action.goto is None or action.goto.page_key in self._open

    def _action(self, action: Action) -> Action:
        return action if action.form is None else replace(action, form=self._form(action.form))

    def _form(self, form: Form) -> Form:
        fields = tuple(field for field in form.fields if self._fills(field))
        return form if len(fields) == len(form.fields) else replace(form, fields=fields)

    def _fills(self, field: AnyField) -> bool:
        if not self._allows(field.permission):
            return False
        if not isinstance(field, ReferenceField) or field.kind is ValueKind.REGION:
            return True
        return self._runs(Operation(field=self._base.references[field.target].field))

    def _shows(self, widget: Widget) -> bool:
        return self._allows(widget.permission) and self._runs(widget.source)

    def _widget(self, widget: Widget) -> Widget:
        root = self._view.root(widget.source.field)
        assert root is not None
        columns = self._columns(self._view.row_type(root), widget.columns)
        return replace(widget, columns=columns, link_page=self._link(widget.link_page))

    def _link(self, key: str | None) -> str | None:
        return key if key in self._open else None

    def runs(self, field: str) -> bool:
        """Whether a root field may be asked for."""
        return self._runs(Operation(field=field))

    def _runs(self, operation: Operation) -> bool:
        root = self._view.root(operation.field)
        return root is not None and self._allows(self._view.root_permission(root))

    def _allows(self, code: str | None) -> bool:
        return code is None or code in {PUBLIC, SIGNED_IN} or self._may(code)
