"""The shell of a platform."""

from enum import StrEnum

import strawberry

from prepaid.domains.pages.graph.types import enums as _enums  # noqa: F401 - names the enums
from prepaid.domains.pages.graph.types.forms import Dictionary
from prepaid.domains.pages.graph.types.operations import OperationRef
from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.bench import BenchKind
from prepaid.domains.pages.rules.layout.pages import PageKind
from prepaid.graph.enums import described_enum
from prepaid.graph.scalars import GlobalID


class AppFeature(StrEnum):
    """Parts of the shell that this installation and this caller have."""

    GLOBAL_SEARCH = "GLOBAL_SEARCH"
    NOTICES = "NOTICES"
    SAVED_VIEWS = "SAVED_VIEWS"
    SETTINGS = "SETTINGS"
    EXPORTS = "EXPORTS"
    PREVIEW = "PREVIEW"


class PageStanding(StrEnum):
    """What stands at an address."""

    OPEN = "OPEN"
    CLOSED = "CLOSED"
    UNKNOWN = "UNKNOWN"


described_enum(
    AppFeature,
    {
        AppFeature.GLOBAL_SEARCH: "全局搜索: search over records",
        AppFeature.NOTICES: "通知: notifications bell",
        AppFeature.SAVED_VIEWS: "保存的视图: views of lists can be saved",
        AppFeature.SETTINGS: "个人设置: columns and the like are kept for the caller",
        AppFeature.EXPORTS: "导出: exports and their download centre",
        AppFeature.PREVIEW: "预览: looking at pages as somebody else",
    },
)
described_enum(
    PageStanding,
    {
        PageStanding.OPEN: "可访问: a page that the caller may open",
        PageStanding.CLOSED: "无权限: a page that the caller may not open",
        PageStanding.UNKNOWN: "不存在: no page",
    },
)


@strawberry.type(description="A menu, or an entry of one.")
class NavItem:
    """See `rules.layout.shell.NavItem`."""

    key: strawberry.ID = strawberry.field(description="Name of the entry")
    parent_key: strawberry.ID | None = strawberry.field(description="Menu that it stands in")
    label: str = strawberry.field(description="What it is called")
    icon: str | None = strawberry.field(description="Name of an icon")
    order: int = strawberry.field(description="Place among its neighbours")
    page_key: strawberry.ID | None = strawberry.field(description="Page that it opens")
    href: str | None = strawberry.field(description="Address outside that it opens")
    badge: OperationRef | None = strawberry.field(description="Answers a count to show beside it")


@strawberry.type(description="A page that the caller may open.")
class PageRef:
    """Where a page is found."""

    key: strawberry.ID = strawberry.field(description="Name of the page")
    path: str = strawberry.field(description="Its address; may hold parameters")
    title: str = strawberry.field(description="What it is called")
    kind: PageKind = strawberry.field(description="What it is")


@strawberry.type(description="Something on the work bench: a count or a figure, with the list behind it.")
class BenchCard:
    """See `rules.layout.bench.BenchCard`."""

    key: strawberry.ID = strawberry.field(description="Name of the card")
    label: str = strawberry.field(description="What is counted or shown")
    kind: BenchKind = strawberry.field(description="What it is for")
    tone: Tone = strawberry.field(description="How much it matters when it is not zero")
    source: OperationRef = strawberry.field(description="Answers the figure")
    value_path: str = strawberry.field(description="Where in the result the figure stands")
    value_kind: ValueKind = strawberry.field(description="How it is written")
    page_key: strawberry.ID = strawberry.field(description="Page that it leads to")
    query: str = strawberry.field(description="View of that page, as in its address; may name days like its source")


@strawberry.type(description="The shell of one platform for one caller.")
class AppConfig:
    """Everything outside the pages."""

    revision: str = strawberry.field(
        description="Hash of what decides this configuration; every answer carries it in the header X-Config-Revision"
    )
    template: str = strawberry.field(description="Code of the platform template")
    template_label: str = strawberry.field(description="Name of the platform")
    merchant_type: str | None = strawberry.field(description="Code of the merchant's type")
    landing: strawberry.ID = strawberry.field(description="Page to begin with; empty when there is none")
    features: list[AppFeature] = strawberry.field(description="Parts of the shell to show")
    navigation: list[NavItem] = strawberry.field(description="Menus and their entries, in order")
    pages: list[PageRef] = strawberry.field(description="All pages that may be opened")
    dictionaries: list[Dictionary] = strawberry.field(description="Labels of enum values")


@strawberry.input(description="Whose configuration is looked at.")
class PreviewInput:
    """A template, perhaps a merchant type, perhaps roles of that template."""

    template: str = strawberry.field(description="Code of the platform template")
    merchant_type: str | None = strawberry.field(description="Code of a merchant type", default=None)
    roles: list[GlobalID] | None = strawberry.field(
        description="Roles of the template; without them as if everything were granted", default=None
    )
