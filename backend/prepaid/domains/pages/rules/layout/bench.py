"""Cards of the work bench (工作台): what waits for somebody, and figures, each with the list behind it.

A domain declares its cards beside its pages (`Declared.bench`). What a caller may not read, or whose page he may
not open, is not on his bench.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from pydantic import ConfigDict

from prepaid.domains.pages.rules.forms import Tone
from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.layout.operations import Operation
from prepaid.domains.pages.rules.plain import PLAIN, Dotted, Key
from prepaid.domains.pages.rules.text import Text


class BenchKind(StrEnum):
    """What a card is for (卡片类型)."""

    TODO = "TODO"
    FIGURE = "FIGURE"


@dataclass(frozen=True, slots=True, kw_only=True)
class BenchCard:
    """One card.

    Texts in the constants of `source` and in `query` may name days of the reader's calendar, in Shanghai:
    `$date+30` is the day in thirty days, `$day-1` the instant at which yesterday began.
    """

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    label: Text
    kind: BenchKind
    source: Operation
    """A list, whose records are counted, or a record or function with the figure at `value_path`."""
    value_path: Dotted | None = None
    value_kind: ValueKind = ValueKind.INTEGER
    tone: Tone = Tone.NEUTRAL
    page_key: Key
    """Page that it leads to."""
    query: str = ""
    """View of that list: a query string as in its address. It shows what was counted."""
    permission: str | None = None
    """Permission code beside that of the source, e.g. of who acts on what waits."""
