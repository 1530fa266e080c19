"""Columns, actions and widgets: the parts of pages."""

import strawberry

from prepaid.domains.pages.graph.types.forms import FormConfig
from prepaid.domains.pages.graph.types.operations import Navigation, OperationRef
from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.actions import ActionPlacement, AfterAction
from prepaid.domains.pages.rules.layout.columns import Align, Pin
from prepaid.domains.pages.rules.layout.widgets import StatTrend, WidgetKind


@strawberry.type(description="A value of a record, read at `path`.")
class ColumnConfig:
    """See `rules.layout.columns.Column`."""

    key: strawberry.ID = strawberry.field(description="Name of the column in its page")
    path: str = strawberry.field(description="Where the value stands in the record")
    label: str = strawberry.field(description="What it is called")
    kind: ValueKind = strawberry.field(description="How it is shown")
    dictionary: strawberry.ID | None = strawberry.field(description="Of ENUM and TAGS: where labels come from")
    label_path: str | None = strawberry.field(description="Of REFERENCE: what the record at `path` is called by")
    width: int | None = strawberry.field(description="Width in pixels")
    align: Align | None = strawberry.field(description="Alignment, if not that of the kind")
    pinned: Pin | None = strawberry.field(description="Side that it stays at")
    sortable: str | None = strawberry.field(description="Value of the order enum; null when it cannot be sorted by")
    default_visible: bool = strawberry.field(description="Whether it is shown at first")
    include_variable: str | None = strawberry.field(description="Boolean variable that has the document select it")
    copyable: bool = strawberry.field(description="Whether it offers to copy the value")
    maskable: bool = strawberry.field(description="Whether the value comes masked and can be revealed with a reason")
    link_page: strawberry.ID | None = strawberry.field(description="Page of the record that the value names")
    summary: bool = strawberry.field(description="Whether its sum over the page is shown")


@strawberry.type(description="A question before an action.")
class ConfirmConfig:
    """See `rules.layout.actions.Confirm`."""

    title: str = strawberry.field(description="The question")
    body: str | None = strawberry.field(description="What will happen")
    confirm_label: str = strawberry.field(description="Text of the button that does it")
    type_to_confirm: str | None = strawberry.field(description="Text that has to be typed first")


@strawberry.type(
    description="Something that can be done. On a record it is offered while `availableActions` holds its key."
)
class ActionConfig:
    """See `rules.layout.actions.Action`."""

    key: strawberry.ID = strawberry.field(description="Name of the action in its page")
    label: str = strawberry.field(description="Text of its button")
    icon: str | None = strawberry.field(description="Name of an icon")
    tone: Tone = strawberry.field(description="What it signals")
    danger: bool = strawberry.field(description="Whether it cannot be undone")
    placement: list[ActionPlacement] = strawberry.field(description="Where it is offered")
    shortcut: str | None = strawberry.field(description="Key on the keyboard")
    confirm: ConfirmConfig | None = strawberry.field(description="Question before it")
    form: FormConfig | None = strawberry.field(description="What it asks for")
    load: OperationRef | None = strawberry.field(description="Answers the values that the form starts with")
    submit: OperationRef | None = strawberry.field(description="What it does")
    goto: Navigation | None = strawberry.field(description="Where it leads")
    after: AfterAction = strawberry.field(description="What happens when it has succeeded")
    step_up: bool = strawberry.field(description="Whether password or code are asked for again")
    job: bool = strawberry.field(description="Whether it answers a job, whose progress is shown")


@strawberry.type(description="One figure.")
class StatSpec:
    """See `rules.layout.widgets.Stat`."""

    value_path: str = strawberry.field(description="Where it stands in the result")
    kind: ValueKind = strawberry.field(description="How it is shown")
    unit: str | None = strawberry.field(description="Unit behind it")
    change_bps_path: str | None = strawberry.field(description="Change against the period before, in basis points")
    good_when: StatTrend = strawberry.field(description="Which way is good")


@strawberry.type(description="One value over the categories of a chart.")
class ChartSeries:
    """See `rules.layout.widgets.Series`."""

    key: strawberry.ID = strawberry.field(description="Name of the series in its chart")
    label: str = strawberry.field(description="What it is called")
    value_path: str = strawberry.field(description="Where the value stands in a row")
    kind: ValueKind = strawberry.field(description="How it is shown")
    tone: Tone | None = strawberry.field(description="What it signals")


@strawberry.type(description="What a chart shows.")
class ChartSpec:
    """See `rules.layout.widgets.Chart`."""

    category_path: str = strawberry.field(description="Where the category stands in a row")
    category_kind: ValueKind = strawberry.field(description="How it is shown")
    category_dictionary: strawberry.ID | None = strawberry.field(description="Of an ENUM: where labels come from")
    series: list[ChartSeries] = strawberry.field(description="What is drawn")


@strawberry.type(description="A part of a dashboard.")
class Widget:
    """See `rules.layout.widgets.Widget`."""

    key: strawberry.ID = strawberry.field(description="Name of the widget in its page")
    title: str = strawberry.field(description="Its heading")
    kind: WidgetKind = strawberry.field(description="What it is")
    span: int = strawberry.field(description="Width on a grid of 24")
    source: OperationRef = strawberry.field(description="What it shows")
    stat: StatSpec | None = strawberry.field(description="Of STAT: the figure")
    chart: ChartSpec | None = strawberry.field(description="Of LINE, BAR and PIE: the chart")
    columns: list[ColumnConfig] = strawberry.field(description="Of TABLE: the columns")
    link_page: strawberry.ID | None = strawberry.field(description="Page with more of it")
    help: str | None = strawberry.field(description="What the figure means")
