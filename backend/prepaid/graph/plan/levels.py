"""A read plan as data: a tree of levels, one for each place where rows of a table stand in the response.

How a plan becomes SQL is not said here: `plan/emit.py` makes one statement of the whole tree; on a
cluster, plans that span merchants can fetch the same tree level by level.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement

from prepaid.graph.declare.fields import BatchFunction
from prepaid.graph.declare.plan_context import Param
from prepaid.graph.declare.row import Row
from prepaid.graph.declare.types import TypeDecl

Sql: TypeAlias = list[str | ColumnElement[Any]]
"""See `plan/sql.py`."""
Condition: TypeAlias = Callable[[Row], Sql]
Link: TypeAlias = Callable[[Row, Row], Sequence[Sql]]
"""`(parent, child) -> conditions`."""
Value: TypeAlias = Callable[[Row], Sql]


class Encoding(StrEnum):
    """How an SQL value is written as JSON."""

    PLAIN = "PLAIN"
    """Numbers and booleans: their text is JSON."""
    TEXT = "TEXT"
    QUOTED = "QUOTED"
    """Values whose text never needs escaping (UUID, date)."""
    INSTANT = "INSTANT"
    JSON = "JSON"
    ENUM = "ENUM"
    LIST = "LIST"


@dataclass(frozen=True, slots=True)
class Constant:
    """JSON that is the same in every row: `__typename`, null where the caller may not see."""

    key: str
    json: str


@dataclass(frozen=True, slots=True)
class GlobalIdOutput:
    """The row's global id."""

    key: str


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value of the row."""

    key: str
    value: Value
    encoding: Encoding
    nullable: bool
    names: dict[str, str] | None = None
    """For an enum whose stored values are not its GraphQL names: stored value → name."""


@dataclass(frozen=True, slots=True)
class Deferred:
    """A value that Python makes after the statement, from values put in its place."""

    key: str
    required: tuple[Scalar, ...]
    function: BatchFunction


@dataclass(frozen=True, slots=True)
class Case:
    """JSON pieces that stand where the condition holds, or always; a piece is text or the SQL of a text."""

    condition: Condition | None
    pieces: tuple[str | Value, ...]


@dataclass(frozen=True, slots=True)
class ActionItem:
    """One element of `availableActions`: the first case that holds, where it is offered at all."""

    offered: Condition | None
    cases: tuple[Case, ...]


@dataclass(frozen=True, slots=True)
class ActionList:
    """The states of the actions on the row."""

    key: str
    items: tuple[ActionItem, ...]


@dataclass(slots=True)
class Level:
    """Rows of one table and what is shown of them."""

    type: TypeDecl
    outputs: list["Output"]
    conditions: list[Condition] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Single:
    """At most one row of one of the levels, the first that has one."""

    key: str
    options: tuple[tuple[Level, Link], ...]


@dataclass(frozen=True, slots=True)
class Array:
    """All rows of a level, in order."""

    key: str
    level: Level
    link: Link
    order: Callable[[Row], Sequence[Sql]]


@dataclass(frozen=True, slots=True)
class SortKey:
    """One key of an order."""

    name: str
    value: Value
    descending: bool
    nullable: bool
    type: Any
    """SQL type of the value."""


@dataclass(frozen=True, slots=True)
class Window:
    """Which rows of an ordered list a page holds."""

    size: int
    backward: bool = False
    after: tuple[Param, ...] | None = None
    """One parameter for each sort key."""
    before: tuple[Param, ...] | None = None
    offset: Param | None = None


PageInfoField = Literal["hasNextPage", "hasPreviousPage", "startCursor", "endCursor"]


@dataclass(frozen=True, slots=True)
class PageInfoPart:
    """`pageInfo`: constants, and keys with the field each of them shows."""

    key: str
    fields: tuple[Constant | tuple[str, PageInfoField], ...]


@dataclass(frozen=True, slots=True)
class CountPart:
    """`totalCount` or `totalCountIsCapped`."""

    key: str
    capped: bool
    """Ask whether the count is capped, instead of the count."""


@dataclass(frozen=True, slots=True)
class RowsPart:
    """`nodes`, or `edges` with what each edge shows of itself."""

    key: str
    level: Level
    edge: "tuple[EdgePart, ...] | None"


@dataclass(frozen=True, slots=True)
class CursorPart:
    """The cursor of an edge."""

    key: str


@dataclass(frozen=True, slots=True)
class NodePart:
    """The row of an edge."""

    key: str
    level: Level


EdgePart: TypeAlias = Constant | CursorPart | NodePart
PagePart: TypeAlias = Constant | PageInfoPart | CountPart | RowsPart


@dataclass(frozen=True, slots=True)
class Page:
    """A connection."""

    key: str
    rows: Level
    """The rows' conditions; what is shown of them stands in the parts."""
    link: Link | None
    keys: tuple[SortKey, ...]
    signature: str
    """Of the order: a cursor of another order is refused."""
    window: Window
    parts: tuple[PagePart, ...]


@dataclass(frozen=True, slots=True)
class FigureValue:
    """An aggregate over rows, or over those that fulfil its condition."""

    key: str
    function: Literal["count", "sum", "min", "max"]
    value: Value | None
    encoding: Encoding
    condition: Condition | None = None


@dataclass(frozen=True, slots=True)
class RelatedFigure:
    """One figure over related rows."""

    key: str
    level: Level
    link: Link
    figure: FigureValue


@dataclass(frozen=True, slots=True)
class GroupPart:
    """Figures by group."""

    key: str
    group: Value
    encoding: Encoding
    names: dict[str, str] | None
    outputs: tuple["Constant | FigureValue | GroupKey", ...]


@dataclass(frozen=True, slots=True)
class GroupKey:
    """What the rows of a group have in common."""

    key: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Figures over one level's rows, whole and by group."""

    level: Level
    parts: tuple[Constant | FigureValue | GroupPart, ...]


Output: TypeAlias = Constant | GlobalIdOutput | Scalar | ActionList | Deferred | Single | Array | Page | RelatedFigure
