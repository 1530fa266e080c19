"""The five kinds of pages."""

from typing import Annotated, TypeAlias

import strawberry
from strawberry.scalars import JSON

from prepaid.domains.pages.graph.types.fields import FieldConfig
from prepaid.domains.pages.graph.types.forms import FormConfig
from prepaid.domains.pages.graph.types.operations import Navigation, OperationRef
from prepaid.domains.pages.graph.types.parts import ActionConfig, ColumnConfig, Widget
from prepaid.domains.pages.rules.layout.pages import CustomComponent, ExportFormat, SectionKind


@strawberry.type(description="A step of the breadcrumb.")
class NavCrumb:
    """One page or menu above."""

    label: str = strawberry.field(description="What it is called")
    page_key: strawberry.ID | None = strawberry.field(description="Its page, if it has one")


@strawberry.type(description="Help of a page.")
class HelpRef:
    """See `rules.layout.pages.Help`."""

    tour_key: strawberry.ID | None = strawberry.field(description="Guided tour")
    article_url: str | None = strawberry.field(description="Article of the guides")


@strawberry.interface(description="What every page has.")
class PageBase:
    """See `rules.layout.pages.PageBase`."""

    key: strawberry.ID = strawberry.field(description="Name of the page, stable for ever")
    path: str = strawberry.field(description="Its address; may hold parameters: `/members/:id`")
    title: str = strawberry.field(description="What it is called")
    breadcrumb: list[NavCrumb] = strawberry.field(description="Where it stands, the outermost first")
    help: HelpRef | None = strawberry.field(description="Help for it")
    revision: str = strawberry.field(description="Hash of everything below")


@strawberry.type(description="The search box of a list.")
class QuickSearch:
    """A search box."""

    placeholder: str = strawberry.field(description="What can be searched for")


@strawberry.type(description="A column that a list is sorted by.")
class OrderSpec:
    """See `rules.layout.pages.OrderBy`."""

    key: strawberry.ID = strawberry.field(description="Key of the column")
    descending: bool = strawberry.field(description="Greatest first")


@strawberry.type(description="A view that a list comes with.")
class ViewPreset:
    """See `rules.layout.pages.ViewPreset`."""

    key: strawberry.ID = strawberry.field(description="Name of the view in its page")
    label: str = strawberry.field(description="What it is called")
    query: str = strawberry.field(description="Query string of the page's address")
    count: OperationRef | None = strawberry.field(
        description="Answers how many records it holds, where the tab says so"
    )


@strawberry.type(description="The export of a list.")
class ExportConfig:
    """See `rules.layout.pages.Export`."""

    formats: list[ExportFormat] = strawberry.field(description="Formats to choose from")
    start: OperationRef = strawberry.field(description="Starts the job that writes the file")
    max_rows: int = strawberry.field(description="Most rows of one file")


@strawberry.type(description="What an empty list says.")
class EmptyState:
    """See `rules.layout.pages.EmptyState`."""

    title: str = strawberry.field(description="That there is nothing")
    body: str | None = strawberry.field(description="What to do about it")
    action_key: strawberry.ID | None = strawberry.field(description="Action of the page that it proposes")


@strawberry.type(description="A list.")
class ListPage(PageBase):
    """See `rules.layout.pages.ListPage`."""

    source: OperationRef = strawberry.field(description="Answers a connection")
    row_key: str = strawberry.field(description="Path that tells two records apart")
    columns: list[ColumnConfig] = strawberry.field(description="Columns, in order")
    filters: list[FieldConfig] = strawberry.field(description="Filters; their paths lead into the filter input")
    quick_search: QuickSearch | None = strawberry.field(description="Search box, if the list can be searched")
    default_order: list[OrderSpec] = strawberry.field(description="Order at first; none leaves it to the list")
    page_sizes: list[int] = strawberry.field(description="Page sizes to choose from, the first one at first")
    presets: list[ViewPreset] = strawberry.field(description="Views that it comes with")
    actions: list[ActionConfig] = strawberry.field(description="What can be done")
    row_link: strawberry.ID | None = strawberry.field(
        description="Page that a row leads to; its path takes the row's id"
    )
    export: ExportConfig | None = strawberry.field(description="Export of the list")
    empty: EmptyState | None = strawberry.field(description="What it says when it is empty")
    refresh_seconds: int | None = strawberry.field(description="Read again after so many seconds")


@strawberry.type(description="What a record is called by.")
class DetailHeader:
    """See `rules.layout.columns.DetailHeader`."""

    title_path: str = strawberry.field(description="Its name")
    title_dictionary: strawberry.ID | None = strawberry.field(description="Where a name that is a code is spelt out")
    subtitle_path: str | None = strawberry.field(description="What is said beside the name")
    status_path: str | None = strawberry.field(description="Its state")
    status_dictionary: strawberry.ID | None = strawberry.field(description="Where labels of states come from")


@strawberry.type(description="A part of a record's page.")
class DetailSection:
    """See `rules.layout.pages.DetailSection`."""

    key: strawberry.ID = strawberry.field(description="Name of the section in its page")
    title: str = strawberry.field(description="Its heading")
    kind: SectionKind = strawberry.field(description="What it is")
    items: list[ColumnConfig] = strawberry.field(
        description="Values shown. Of STEPS: the state, whose dictionary is in order"
    )
    list: strawberry.ID | None = strawberry.field(description="Of RELATED_LIST: the list page shown")
    component: CustomComponent | None = strawberry.field(description="Of CUSTOM: the hand-written part")
    lazy: bool = strawberry.field(description="Read when it is opened")


@strawberry.type(description="A record.")
class DetailPage(PageBase):
    """See `rules.layout.pages.DetailPage`."""

    source: OperationRef = strawberry.field(description="Answers the record")
    header: DetailHeader = strawberry.field(description="What it is called by")
    sections: list[DetailSection] = strawberry.field(description="Its parts, in order")
    actions: list[ActionConfig] = strawberry.field(description="What can be done")
    timeline: OperationRef | None = strawberry.field(description="Answers a connection of what happened to it")


@strawberry.type(description="A form of its own.")
class FormPage(PageBase):
    """See `rules.layout.pages.FormPage`."""

    load: OperationRef | None = strawberry.field(description="Answers the values that it starts with")
    submit: OperationRef = strawberry.field(description="What it does")
    form: FormConfig = strawberry.field(description="What it asks for")
    on_success: Navigation = strawberry.field(description="Where it leads then")


@strawberry.type(description="Figures and charts.")
class DashboardPage(PageBase):
    """See `rules.layout.pages.DashboardPage`."""

    controls: list[FieldConfig] = strawberry.field(description="Filter of all widgets")
    widgets: list[Widget] = strawberry.field(description="Its parts, in order")


@strawberry.type(description="A hand-written page.")
class CustomPage(PageBase):
    """See `rules.layout.pages.CustomPage`."""

    component: CustomComponent = strawberry.field(description="Which one")
    props: JSON | None = strawberry.field(description="What it is given")


PageConfig: TypeAlias = Annotated[
    ListPage | DetailPage | FormPage | DashboardPage | CustomPage,
    strawberry.union("PageConfig", description="A page of any kind."),
]
