"""Root fields of the query type."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from prepaid.graph.declare.fields import Argument, Where
from prepaid.graph.declare.registry import declare
from prepaid.graph.declare.row import Row

F = TypeVar("F", bound=Callable[..., Any])
RootKind = Literal["page", "list", "one", "row"]


@dataclass(kw_only=True, eq=False)
class Root:
    """A root field answered by a read plan."""

    name: str
    """GraphQL name."""
    target: type
    description: str
    permission: str
    kind: RootKind
    """page: a connection; list: all rows; one: a row by its global id; row: the row that `where` finds."""
    where: Where | None = None
    order_by: Sequence[str] = ()
    ordering: Callable[[Row], Sequence[ColumnElement[Any]]] | None = None
    search: Sequence[Any] = ()
    arguments: Mapping[str, Argument] = field(default_factory=dict)
    deprecated: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A figure of an aggregate: the sum, least or greatest of a column, or the count of rows that fulfil `where`."""

    function: Literal["sum", "min", "max", "count"]
    description: str
    annotation: Any
    of: InstrumentedAttribute[Any] | None = None
    where: Where | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouping:
    """A way to group: the key's expression and its GraphQL type (an enum, text, `Date`, …)."""

    key: Where | Callable[[Any, Row], ColumnElement[Any]]
    description: str
    annotation: Any


@dataclass(kw_only=True, eq=False)
class RootAggregate:
    """A root field of figures over one type's rows, whole and by group."""

    name: str
    target: type
    description: str
    permission: str
    figures: Mapping[str, Figure]
    groups: Mapping[str, Grouping]
    where: Where | None = None
    search: Sequence[Any] = ()
    arguments: Mapping[str, Argument] = field(default_factory=dict)


@dataclass(kw_only=True, eq=False)
class QueryFunction:
    """A root field that plain Python answers."""

    name: str
    """Name of the function; the schema has it in camel case."""
    function: Callable[..., Any]
    description: str
    permission: str
    while_locked: bool
    cost: int | None = None
    deprecated: str | None = None


def root_connection(
    name: str,
    target: type,
    description: str,
    *,
    permission: str,
    where: Where | None = None,
    order_by: Sequence[str] = (),
    search: Sequence[Any] = (),
    arguments: Mapping[str, Argument] | None = None,
    deprecated: str | None = None,
) -> None:
    """Pages of a type: `name(filter:, orderBy:, search:, first:, after:, last:, before:, offset:)`.

    `order_by`: sortable fields of the default order, `-name` descending; newest first without it.
    `search`: columns in which `search:` looks for the text, anywhere and in any case, or `(row, pattern) -> condition`
    of what the text, as a pattern for LIKE, stands for otherwise.
    """
    declare(
        Root(
            name=name,
            target=target,
            description=description,
            permission=permission,
            kind="page",
            where=where,
            order_by=order_by,
            search=search,
            arguments=arguments or {},
            deprecated=deprecated,
        )
    )


def root_list(
    name: str,
    target: type,
    description: str,
    *,
    permission: str,
    where: Where | None = None,
    order_by: Callable[[Row], Sequence[ColumnElement[Any]]] | None = None,
    arguments: Mapping[str, Argument] | None = None,
    deprecated: str | None = None,
) -> None:
    """All rows of a type that is small by nature (templates, regions); by id unless `order_by` says otherwise."""
    declare(
        Root(
            name=name,
            target=target,
            description=description,
            permission=permission,
            kind="list",
            where=where,
            ordering=order_by,
            arguments=arguments or {},
            deprecated=deprecated,
        )
    )


def root_one(
    name: str,
    target: type,
    description: str,
    *,
    permission: str,
    where: Where | None = None,
    arguments: Mapping[str, Argument] | None = None,
    deprecated: str | None = None,
) -> None:
    """One row: by `id:` without `where`, else the row that `where` finds (the caller's own merchant, …)."""
    declare(
        Root(
            name=name,
            target=target,
            description=description,
            permission=permission,
            kind="one" if where is None and not arguments else "row",
            where=where,
            arguments=arguments or {},
            deprecated=deprecated,
        )
    )


root_node = root_one


def root_aggregate(
    name: str,
    target: type,
    description: str,
    *,
    permission: str,
    figures: Mapping[str, Figure],
    groups: Mapping[str, Grouping] | None = None,
    where: Where | None = None,
    search: Sequence[Any] = (),
    arguments: Mapping[str, Argument] | None = None,
) -> None:
    """Figures over a type's rows: `name(filter:) { count totalFen byStatus { key count totalFen } }`.

    `figures` by attribute name; `groups` by attribute name, each a list of the same figures per key.
    """
    declare(
        RootAggregate(
            name=name,
            target=target,
            description=description,
            permission=permission,
            figures=figures,
            groups=groups or {},
            where=where,
            search=search,
            arguments=arguments or {},
        )
    )


def query_field(
    *, permission: str, while_locked: bool = False, cost: int | None = None, deprecated: str | None = None
) -> Callable[[F], F]:
    """A root field answered by a Strawberry resolver; the docstring is its description.

    For what no plan expresses: `async def me(info: Info) -> Me`. It may return `ref(Type, tenant, id)` for
    an object that a plan reads. `cost` is charged for the whole answer where lists in it are no rows of
    the database: configurations, catalogues of the program.
    """

    def declared(function: F) -> F:
        if not function.__doc__:
            raise TypeError(f"{function.__name__} needs a docstring: it is the field's description")
        declare(
            QueryFunction(
                name=function.__name__,
                function=function,
                description=function.__doc__.strip(),
                permission=permission,
                while_locked=while_locked,
                cost=cost,
                deprecated=deprecated,
            ),
            function.__module__,
        )
        return function

    return declared
