"""Columns of lists, items of detail sections, header of a record."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from pydantic import ConfigDict, Field

from prepaid.domains.pages.rules.kinds import ValueKind
from prepaid.domains.pages.rules.plain import PLAIN, Dotted, Key
from prepaid.domains.pages.rules.text import Text

DictionaryName = Annotated[str, Field(pattern=r"^[A-Za-z][A-Za-z0-9]{0,63}$")]


class Align(StrEnum):
    """Alignment of a cell."""

    LEFT = "LEFT"
    RIGHT = "RIGHT"
    CENTER = "CENTER"


class Pin(StrEnum):
    """Side that a column stays at."""

    LEFT = "LEFT"
    RIGHT = "RIGHT"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A value of a record, by its path in the answer."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    key: Key
    path: Dotted
    label: Text
    kind: ValueKind
    dictionary: DictionaryName | None = None
    """Of ENUM and TAGS; without it the dictionary named like the GraphQL enum."""
    label_path: Dotted | None = None
    """Of REFERENCE: what the record that `path` leads to is called by."""
    width: Annotated[int, Field(ge=40, le=1000)] | None = None
    align: Align | None = None
    pinned: Pin | None = None
    sortable: Annotated[str, Field(pattern=r"^[A-Z][A-Z0-9_]*$")] | None = None
    """Value of the list's order enum."""
    default_visible: bool = True
    on_demand: bool = False
    """Costly: only asked for while it is shown."""
    copyable: bool = False
    maskable: bool = False
    """Comes masked and can be revealed. The compiler says so: no definition does."""
    link_page: Key | None = None
    summary: bool = False
    permission: str | None = None
    """Permission code beside those of the fields on the path."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DetailHeader:
    """What a record is called by, and its state."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    title_path: Dotted
    title_dictionary: DictionaryName | None = None
    """Of a record that is called by a code, such as what was done."""
    subtitle_path: Dotted | None = None
    status_path: Dotted | None = None
    status_dictionary: DictionaryName | None = None
