"""The five kinds of pages."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar, Final, Literal

from pydantic import ConfigDict, Discriminator, Field, Tag

from prepaid.domains.pages.rules.fields import FormField
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.layout.actions import Action
from prepaid.domains.pages.rules.layout.columns import Column, DetailHeader
from prepaid.domains.pages.rules.layout.operations import Navigation, Operation
from prepaid.domains.pages.rules.layout.widgets import Widget
from prepaid.domains.pages.rules.plain import PLAIN, Key
from prepaid.domains.pages.rules.text import Text


class PageKind(StrEnum):
    """Kind of a page (页面类型)."""

    LIST = "LIST"
    DETAIL = "DETAIL"
    FORM = "FORM"
    DASHBOARD = "DASHBOARD"
    CUSTOM = "CUSTOM"


class CustomComponent(StrEnum):
    """Hand-written pages and sections of the admin."""

    HOME = "HOME"
    PERMISSION_EDITOR = "PERMISSION_EDITOR"
    PAGE_EDITOR = "PAGE_EDITOR"
    FORM_DESIGNER = "FORM_DESIGNER"
    SALES_CONTROL_MAP = "SALES_CONTROL_MAP"
    COMMISSION_TRIAL = "COMMISSION_TRIAL"
    ONBOARDING_WIZARD = "ONBOARDING_WIZARD"
    REDEMPTION_TERMINAL = "REDEMPTION_TERMINAL"
    SALE_DESK = "SALE_DESK"
    ORDER_RECEIPT = "ORDER_RECEIPT"
    CONTRACT_SIGNING = "CONTRACT_SIGNING"


class ExportFormat(StrEnum):
    """Format of an export."""

    CSV = "CSV"
    XLSX = "XLSX"


class SectionKind(StrEnum):
    """Kind of a section of a record's page."""

    DESCRIPTIONS = "DESCRIPTIONS"
    RELATED_LIST = "RELATED_LIST"
    FILES = "FILES"
    STEPS = "STEPS"
    CUSTOM = "CUSTOM"


@dataclass(frozen=True, slots=True, kw_only=True)
class Help:
    """Help of a page: a guided tour, an article of the guides."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    tour_key: Key | None = None
    article_url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBase:
    """What every page has. Keys and paths are stable: links, saved views and overlays name them."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    path: Annotated[str, Field(pattern=r"^/[a-z0-9-]*(/(:?[a-z][A-Za-z0-9-]*))*$")]
    title: Text
    parent: Key | None = None
    """Page above it in the breadcrumb."""
    help: Help | None = None
    permission: str | None = None
    """Permission code of the page itself, beside those of the operations it needs."""


@dataclass(frozen=True, slots=True)
class OrderBy:
    """A column that a list is sorted by."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    descending: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewPreset:
    """A view that a list comes with: a query string as in the page's address."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    label: Text
    query: str
    counted: bool = False
    """Whether the tab says how many records it holds: for what waits for somebody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """The export of a list, by a job that reads it as its caller sees it (`exportList`)."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    formats: Annotated[tuple[ExportFormat, ...], Field(min_length=1)] = (ExportFormat.XLSX, ExportFormat.CSV)
    max_rows: Annotated[int, Field(ge=1, le=100_000)] = 100_000


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyState:
    """What an empty list says, and the action it proposes."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    title: Text
    body: Text | None = None
    action_key: Key | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPage(PageBase):
    """A list: `source` is a root connection. Filters name their paths in its filter input."""

    kind: Literal[PageKind.LIST]
    source: Operation
    columns: Annotated[tuple[Column, ...], Field(min_length=1, max_length=60)]
    filters: Annotated[tuple[FormField, ...], Field(max_length=40)] = ()
    quick_search: Text | None = None
    """Placeholder of the search box, for a list that can be searched."""
    default_order: tuple[OrderBy, ...] = ()
    page_sizes: tuple[Annotated[int, Field(ge=1, le=200)], ...] = (20, 50, 100, 200)
    presets: tuple[ViewPreset, ...] = ()
    actions: tuple[Action, ...] = ()
    row_link: Key | None = None
    export: Export | None = Export()
    """Every list can be exported by whoever may export at all; None for one that nobody needs as a file."""
    empty: EmptyState | None = None
    refresh_seconds: Annotated[int, Field(ge=5)] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailSection:
    """A part of a record's page."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    title: Text
    kind: SectionKind = SectionKind.DESCRIPTIONS
    items: tuple[Column, ...] = ()
    list: Key | None = None
    """Of RELATED_LIST: the list page shown."""
    component: CustomComponent | None = None
    lazy: bool = False
    permission: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailPage(PageBase):
    """A record: `source` finds it by the id in the path."""

    kind: Literal[PageKind.DETAIL]
    source: Operation
    header: DetailHeader
    sections: Annotated[tuple[DetailSection, ...], Field(max_length=40)]
    actions: tuple[Action, ...] = ()
    timeline: Operation | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FormPage(PageBase):
    """A form of its own."""

    kind: Literal[PageKind.FORM]
    load: Operation | None = None
    submit: Operation
    form: Form
    on_success: Navigation


@dataclass(frozen=True, slots=True, kw_only=True)
class DashboardPage(PageBase):
    """Figures and charts; the controls fill the FILTER of every widget."""

    kind: Literal[PageKind.DASHBOARD]
    controls: tuple[FormField, ...] = ()
    widgets: Annotated[tuple[Widget, ...], Field(min_length=1, max_length=40)]


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomPage(PageBase):
    """A hand-written page: what it runs are stored documents of its own; `needs` guards the whole page."""

    kind: Literal[PageKind.CUSTOM]
    component: CustomComponent
    props: Mapping[str, Any] | None = None
    needs: tuple[str, ...] = ()
    """Permission codes; one of them is enough. None at all opens the page to every signed-in caller."""


AnyPage = ListPage | DetailPage | FormPage | DashboardPage | CustomPage

CLASS_OF_PAGE: Final[Mapping[PageKind, type[AnyPage]]] = {
    PageKind.LIST: ListPage,
    PageKind.DETAIL: DetailPage,
    PageKind.FORM: FormPage,
    PageKind.DASHBOARD: DashboardPage,
    PageKind.CUSTOM: CustomPage,
}


def _class_name(page: Any) -> str | None:
    kind: Any = page.get("kind") if isinstance(page, Mapping) else getattr(page, "kind", None)
    return CLASS_OF_PAGE[PageKind(kind)].__name__ if kind in PageKind.__members__ else kind


Page = Annotated[
    Annotated[ListPage, Tag("ListPage")]
    | Annotated[DetailPage, Tag("DetailPage")]
    | Annotated[FormPage, Tag("FormPage")]
    | Annotated[DashboardPage, Tag("DashboardPage")]
    | Annotated[CustomPage, Tag("CustomPage")],
    Discriminator(_class_name),
]
