"""Pages in one language."""

from collections.abc import Mapping
from typing import Any

from graphql import GraphQLNamedType
from strawberry import ID

from prepaid.core.errors import Locale
from prepaid.domains.pages.graph.compiler.bindings import (
    ON_LISTS,
    ON_RECORDS,
    fills_argument,
    filter_bindings,
    row_paths,
)
from prepaid.domains.pages.graph.compiler.check.page import TIMELINE
from prepaid.domains.pages.graph.compiler.documents import Documents
from prepaid.domains.pages.graph.compiler.render.fields import FieldRenderer
from prepaid.domains.pages.graph.compiler.render.operations import Operations, navigation
from prepaid.domains.pages.graph.compiler.render.parts import PartRenderer, column_paths, included, starting_paths
from prepaid.domains.pages.graph.compiler.revision import revision_of
from prepaid.domains.pages.graph.compiler.schema_view import Root, SchemaView
from prepaid.domains.pages.graph.types import forms as out_forms
from prepaid.domains.pages.graph.types import pages as out
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.layout.operations import Operation
from prepaid.domains.pages.rules.layout.pages import (
    AnyPage,
    CustomPage,
    DashboardPage,
    DetailPage,
    FormPage,
    ListPage,
    PageBase,
)
from prepaid.domains.pages.rules.layout.shell import Base


class PageRenderer:
    """Renders what a `Sight` has left, in one language."""

    def __init__(
        self, view: SchemaView, documents: Documents, base: Base, pages: Mapping[str, AnyPage], locale: Locale
    ) -> None:
        self._view, self._documents, self._base, self._pages, self._locale = view, documents, base, pages, locale

    def page(self, page: AnyPage) -> out.PageConfig:
        """The page with its documents registered."""
        operations = Operations(self._view, self._documents, page.key[0].upper() + page.key[1:])
        parts = PartRenderer(FieldRenderer(self._locale, operations, self._base.references))
        rendered = self._rendered(page, operations, parts)
        rendered.revision = revision_of(rendered)
        return rendered

    def _rendered(self, page: AnyPage, operations: Operations, parts: PartRenderer) -> out.PageConfig:
        match page:
            case ListPage():
                return self._list(page, operations, parts)
            case DetailPage():
                return self._detail(page, operations, parts)
            case FormPage():
                return self._form(page, operations, parts)
            case DashboardPage():
                return out.DashboardPage(
                    **self._head(page),
                    controls=parts.fields.fields(page.controls),
                    widgets=[parts.widget(widget) for widget in page.widgets],
                )
            case CustomPage():
                props: Any = dict(page.props) if page.props is not None else None
                return out.CustomPage(**self._head(page), component=page.component, props=props)

    def _list(self, page: ListPage, operations: Operations, parts: PartRenderer) -> out.ListPage:
        text = parts.fields.text
        root = self._root(page.source)
        bound = filter_bindings(root, page.filters)
        filters = parts.fields.fields(page.filters)
        for field, shown in zip(page.filters, filters, strict=True):
            if bound and not fills_argument(root, field):
                shown.input_path = f"filter.{shown.input_path}"
        source = operations.list(
            page.source,
            "",
            [*column_paths(page.columns), *row_paths(page.actions, ON_LISTS)],
            included(page.columns),
            bound,
        )
        return out.ListPage(
            **self._head(page),
            source=source,
            row_key="id",
            columns=parts.columns(self._row(page.source), page.columns),
            filters=filters,
            quick_search=out.QuickSearch(placeholder=page.quick_search.of(self._locale)) if page.quick_search else None,
            default_order=[out.OrderSpec(key=ID(one.key), descending=one.descending) for one in page.default_order],
            page_sizes=list(page.page_sizes),
            presets=[
                out.ViewPreset(
                    key=ID(preset.key),
                    label=preset.label.of(self._locale),
                    query=preset.query,
                    count=operations.count(page.source, "_count", bound) if preset.counted else None,
                )
                for preset in page.presets
            ],
            actions=parts.actions(page.actions),
            row_link=_id(page.row_link),
            export=out.ExportConfig(
                formats=list(page.export.formats),
                start=operations.export(page.key, source.variables),
                max_rows=page.export.max_rows,
            )
            if page.export
            else None,
            empty=out.EmptyState(
                title=page.empty.title.of(self._locale),
                body=text(page.empty.body),
                action_key=_id(page.empty.action_key),
            )
            if page.empty
            else None,
            refresh_seconds=page.refresh_seconds,
        )

    def _detail(self, page: DetailPage, operations: Operations, parts: PartRenderer) -> out.DetailPage:
        header, row = page.header, self._row(page.source)
        paths = [path for path in (header.title_path, header.subtitle_path, header.status_path) if path]
        items = [item for section in page.sections for item in section.items]
        return out.DetailPage(
            **self._head(page),
            source=operations.record(
                page.source, "", [*paths, *column_paths(items), *row_paths(page.actions, ON_RECORDS)]
            ),
            header=out.DetailHeader(
                title_path=header.title_path,
                title_dictionary=_id(header.title_dictionary),
                subtitle_path=header.subtitle_path,
                status_path=header.status_path,
                status_dictionary=_id(header.status_dictionary),
            ),
            sections=[
                out.DetailSection(
                    key=ID(section.key),
                    title=section.title.of(self._locale),
                    kind=section.kind,
                    items=parts.columns(row, section.items),
                    list=_id(section.list),
                    component=section.component,
                    lazy=section.lazy,
                )
                for section in page.sections
            ],
            actions=parts.actions(page.actions),
            timeline=operations.list(page.timeline, "_timeline", TIMELINE) if page.timeline else None,
        )

    def _form(self, page: FormPage, operations: Operations, parts: PartRenderer) -> out.FormPage:
        paths = starting_paths(page.form.fields)
        return out.FormPage(
            **self._head(page),
            load=operations.record(page.load, "_load", paths) if page.load else None,
            submit=operations.submit(page.submit, ""),
            form=parts.fields.form(page.form),
            on_success=navigation(page.on_success),
        )

    def _root(self, source: Operation) -> Root:
        root = self._view.root(source.field)
        assert root is not None
        return root

    def _row(self, source: Operation) -> GraphQLNamedType:
        return self._view.row_type(self._root(source))

    def _head(self, page: PageBase) -> dict[str, Any]:
        return {
            "key": ID(page.key),
            "path": page.path,
            "title": page.title.of(self._locale),
            "breadcrumb": self._breadcrumb(page),
            "help": out.HelpRef(tour_key=_id(page.help.tour_key), article_url=page.help.article_url)
            if page.help
            else None,
            "revision": "",
        }

    def _breadcrumb(self, page: PageBase) -> list[out.NavCrumb]:
        crumbs = [out.NavCrumb(label=page.title.of(self._locale), page_key=None)]
        seen = {page.key}
        above = page.parent
        while above is not None and above not in seen and above in self._pages:
            seen.add(above)
            parent = self._pages[above]
            crumbs.insert(0, out.NavCrumb(label=parent.title.of(self._locale), page_key=ID(above)))
            above = parent.parent
        return crumbs


def rendered_form(
    view: SchemaView, documents: Documents, base: Base, form: Form, locale: Locale
) -> out_forms.FormConfig:
    """A form that stands on no page: a published one, or one being designed."""
    return FieldRenderer(locale, Operations(view, documents, "Form"), base.references).form(form)


def _id(key: str | None) -> ID | None:
    return ID(key) if key is not None else None
