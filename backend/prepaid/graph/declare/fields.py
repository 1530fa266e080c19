"""Fields of a declared type: where each value comes from, and who may see it.

The functions return `Any`, so that a declaration reads as an annotated attribute:

    class Role:
        code: str = column(m.Role.code, "Code of the role", filterable=True)
"""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias

from sqlalchemy import ColumnElement
from sqlalchemy.orm import InstrumentedAttribute

from prepaid.graph.declare.plan_context import PlanContext
from prepaid.graph.declare.row import Row

Expression: TypeAlias = Callable[[PlanContext], ColumnElement[Any] | InstrumentedAttribute[Any]]
Join: TypeAlias = Callable[[Row, Row], ColumnElement[bool]]
"""`(parent, child) -> condition`."""
Where: TypeAlias = Callable[[PlanContext, Row], ColumnElement[bool]]
BatchFunction: TypeAlias = Callable[[Any, list[dict[str, Any]]], Awaitable[Sequence[Any]] | Sequence[Any]]
"""`(graph context, parents) -> one value for each parent`; a parent holds the required columns by name."""
Function: TypeAlias = Literal["count", "sum", "min", "max"]


@dataclass(kw_only=True, eq=False)
class Field:
    """What all fields have. `name` and `nullable` come from the annotated attribute."""

    description: str
    permission: str | None = None
    deprecated: str | None = None
    """`YYYY-MM-DD: what to use instead`: the day from which it may go."""
    name: str = ""
    annotation: Any = None
    nullable: bool = False


@dataclass(kw_only=True, eq=False)
class Leaf(Field):
    """A value of the row itself: a column, or an expression over the row's table."""

    source: InstrumentedAttribute[Any] | Expression
    masked: InstrumentedAttribute[Any] | None = None
    filterable: bool = False
    sortable: bool = False

    @property
    def column(self) -> ColumnElement[Any] | None:
        """The table's column, or None for an expression."""
        return column_of(self.source) if isinstance(self.source, InstrumentedAttribute) else None

    def expression(self, ctx: PlanContext) -> ColumnElement[Any]:
        return plain(self.source if isinstance(self.source, InstrumentedAttribute) else self.source(ctx))


@dataclass(kw_only=True, eq=False)
class Relation(Field):
    """Rows of another type that belong to this one."""

    target: str
    on: Join | None = None
    via: type | None = None
    """Table between the two: its foreign keys lead to both."""
    where: Where | None = None
    same_tenant: bool = True
    """Both rows are of one merchant; False only where a row points into another tenant by design."""


@dataclass(kw_only=True, eq=False)
class One(Relation):
    """At most one row of another type."""


@dataclass(kw_only=True, eq=False)
class OneOf(Field):
    """At most one row of several types that share an interface or a union."""

    targets: Mapping[str, Join]
    same_tenant: bool = True


@dataclass(kw_only=True, eq=False)
class Many(Relation):
    """A short list, always whole."""

    order_by: Callable[[Row], Sequence[ColumnElement[Any]]] | None = None


@dataclass(kw_only=True, eq=False)
class Pages(Relation):
    """A list that may be long: a connection with filter, order and pages."""

    order_by: Sequence[str] = ()
    search: Sequence[Any] = ()
    arguments: Mapping[str, "Argument"] = field(default_factory=dict)


@dataclass(kw_only=True, eq=False)
class Aggregate(Relation):
    """One figure over rows of another type."""

    function: Function = "count"
    of: InstrumentedAttribute[Any] | None = None


@dataclass(kw_only=True, eq=False)
class Batch(Field):
    """A value that only Python can make, from the required columns of all rows at once."""

    function: BatchFunction
    requires: Sequence[InstrumentedAttribute[Any]]


@dataclass(frozen=True, slots=True)
class Argument:
    """A further argument of a list, with the condition that it stands for."""

    annotation: Any
    description: str
    where: Callable[[Row, ColumnElement[Any]], ColumnElement[bool]]
    """`(row, parameter) -> condition`; the parameter is typed like the annotation."""
    convert: Callable[[Any], bytes] | None = None
    """Makes what is compared of what was given, where that is no plain value, e.g. a blind index."""


def column_of(attribute: InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """The table's column behind a mapped attribute."""
    expression: ColumnElement[Any] = attribute.property.columns[0]
    return expression


def plain(expression: ColumnElement[Any] | InstrumentedAttribute[Any]) -> ColumnElement[Any]:
    """An expression that can be moved onto a row: an attribute alone stands for its column."""
    return column_of(expression) if isinstance(expression, InstrumentedAttribute) else expression


def column(
    source: Any,
    description: str,
    *,
    permission: str | None = None,
    masked: Any = None,
    filterable: bool = False,
    sortable: bool = False,
    deprecated: str | None = None,
) -> Any:
    """A column. Without `permission` the caller gets null and an error, or the `masked` column when there is one."""
    return Leaf(
        source=source,
        description=description,
        permission=permission,
        masked=masked,
        filterable=filterable,
        sortable=sortable,
        deprecated=deprecated,
    )


def expr(
    source: Expression,
    description: str,
    *,
    permission: str | None = None,
    filterable: bool = False,
    sortable: bool = False,
    deprecated: str | None = None,
) -> Any:
    """An SQL expression over the model's columns, e.g. `lambda ctx: case(...)` by the caller's language."""
    return Leaf(
        source=source,
        description=description,
        permission=permission,
        filterable=filterable,
        sortable=sortable,
        deprecated=deprecated,
    )


def one(
    target: str,
    description: str,
    *,
    on: Join | None = None,
    where: Where | None = None,
    same_tenant: bool = True,
    permission: str | None = None,
    deprecated: str | None = None,
) -> Any:
    """At most one row of the type named `target`. Without `on`, the foreign key between the tables joins."""
    return One(
        target=target,
        description=description,
        on=on,
        where=where,
        same_tenant=same_tenant,
        permission=permission,
        deprecated=deprecated,
    )


def one_of(
    targets: Mapping[str, Join],
    description: str,
    *,
    same_tenant: bool = True,
    permission: str | None = None,
    deprecated: str | None = None,
) -> Any:
    """The first of several types that has a row; annotated with their interface or union, and nullable."""
    return OneOf(
        targets=targets, description=description, same_tenant=same_tenant, permission=permission, deprecated=deprecated
    )


def many(
    target: str,
    description: str,
    *,
    on: Join | None = None,
    via: type | None = None,
    where: Where | None = None,
    order_by: Callable[[Row], Sequence[ColumnElement[Any]]] | None = None,
    same_tenant: bool = True,
    permission: str | None = None,
    deprecated: str | None = None,
) -> Any:
    """All rows of the type named `target` that belong to this one; by id unless `order_by` says otherwise."""
    return Many(
        target=target,
        description=description,
        on=on,
        via=via,
        where=where,
        order_by=order_by,
        same_tenant=same_tenant,
        permission=permission,
        deprecated=deprecated,
    )


def connection(
    target: str,
    description: str,
    *,
    on: Join | None = None,
    via: type | None = None,
    where: Where | None = None,
    order_by: Sequence[str] = (),
    search: Sequence[Any] = (),
    arguments: Mapping[str, Argument] | None = None,
    same_tenant: bool = True,
    permission: str | None = None,
    deprecated: str | None = None,
) -> Any:
    """Pages of rows of the type named `target`. `order_by` are sortable fields, `-name` descending."""
    return Pages(
        target=target,
        description=description,
        on=on,
        via=via,
        where=where,
        order_by=order_by,
        search=search,
        arguments=arguments or {},
        same_tenant=same_tenant,
        permission=permission,
        deprecated=deprecated,
    )


def aggregate(
    function: Function,
    target: str,
    description: str,
    *,
    of: Any = None,
    on: Join | None = None,
    via: type | None = None,
    where: Where | None = None,
    same_tenant: bool = True,
    permission: str | None = None,
    deprecated: str | None = None,
) -> Any:
    """`count` of rows, or `sum`, `min`, `max` of a column; the sum of no rows is 0, min and max are null."""
    return Aggregate(
        function=function,
        target=target,
        description=description,
        of=of,
        on=on,
        via=via,
        where=where,
        same_tenant=same_tenant,
        permission=permission,
        deprecated=deprecated,
    )


def batch(
    function: BatchFunction,
    description: str,
    *,
    requires: Sequence[Any],
    permission: str | None = None,
    deprecated: str | None = None,
) -> Any:
    """A value made in Python for all rows of the answer at once; it never sees one row alone."""
    return Batch(
        function=function, description=description, requires=requires, permission=permission, deprecated=deprecated
    )
