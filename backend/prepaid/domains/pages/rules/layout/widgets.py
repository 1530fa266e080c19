"""Widgets of a dashboard."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from prepaid.domains.pages.rules.fields import COLUMNS_OF_GRID
from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.columns import Column, DictionaryName
from prepaid.domains.pages.rules.layout.operations import Operation
from prepaid.domains.pages.rules.plain import PLAIN, Dotted, Key
from prepaid.domains.pages.rules.text import Text


class WidgetKind(StrEnum):
    """Kind of a widget."""

    STAT = "STAT"
    LINE = "LINE"
    BAR = "BAR"
    PIE = "PIE"
    TABLE = "TABLE"
    TODO = "TODO"


class StatTrend(StrEnum):
    """Which way is good."""

    UP = "UP"
    DOWN = "DOWN"
    NEITHER = "NEITHER"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stat:
    """One figure, with its change against the period before in basis points."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    value_path: Dotted
    kind: ValueKind
    unit: Text | None = None
    change_bps_path: Dotted | None = None
    good_when: StatTrend = StatTrend.NEITHER


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """A line, the bars or the slices of one value."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    label: Text
    value_path: Dotted
    kind: ValueKind
    tone: Tone | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Series over categories; `list_path` leads from the result to the rows that both paths start in."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    list_path: Dotted | None = None
    category_path: Dotted
    category_kind: ValueKind = ValueKind.TEXT
    category_dictionary: DictionaryName | None = None
    series: Annotated[tuple[Series, ...], Field(min_length=1, max_length=20)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Widget:
    """A figure, a chart, a short table or a list of things to do."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    title: Text
    kind: WidgetKind
    span: Annotated[int, Field(ge=1, le=COLUMNS_OF_GRID)] = 6
    source: Operation
    stat: Stat | None = None
    chart: Chart | None = None
    columns: tuple[Column, ...] = ()
    link_page: Key | None = None
    help: Text | None = None
    permission: str | None = None
