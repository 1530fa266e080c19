"""`graph_type`, `graph_union`, `extend`: types over their tables. Interfaces are plain `strawberry.interface`s."""

import inspect
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeAlias, TypeVar

from sqlalchemy import ColumnElement, Table

from prepaid.graph.declare.fields import Field
from prepaid.graph.declare.plan_context import PlanContext
from prepaid.graph.declare.registry import declare
from prepaid.graph.declare.row import Row

T = TypeVar("T")
Scope: TypeAlias = Callable[[PlanContext, Row], Sequence[ColumnElement[bool]]]
"""`(ctx, row) -> conditions` that narrow the rows for the actor's data scope, beside the tenant's own."""


class Connection(Generic[T]):
    """Annotation of a paged field: `members: Connection["Member"] = connection("Member", …)`."""


@dataclass(kw_only=True, eq=False)
class TypeDecl:
    """An object type over a table."""

    cls: type
    name: str
    description: str
    table: Table
    permission: str
    scope: Scope | None
    node: bool
    own: bool
    interfaces: tuple[type, ...]
    fields: dict[str, Field]
    """By attribute name, in the order of declaration."""

    @property
    def tenant(self) -> bool:
        """Rows belong to a merchant (or to the bank under `PLATFORM_TENANT`)."""
        return "merchant_id" in self.table.c and self.table.c.merchant_id.primary_key

    @property
    def key(self) -> tuple[str, ...]:
        """Columns that tell two rows of one tenant apart."""
        return tuple(name for name in (c.name for c in self.table.primary_key) if name != "merchant_id")


@dataclass(kw_only=True, eq=False)
class UnionDecl:
    """One of several types."""

    name: str
    description: str
    members: tuple[str, ...]


@dataclass(kw_only=True, eq=False)
class Extension:
    """A field that a higher slice adds to a lower slice's type."""

    cls: type
    name: str
    field: Field


def graph_type(
    model: type,
    *,
    permission: str,
    scope: Scope | None = None,
    node: bool = True,
    own: bool = False,
    interfaces: Sequence[type] = (),
) -> Callable[[type[T]], type[T]]:
    """Declare an object type over a model; the class's docstring is the type's description.

    Reading it through any relation takes `permission` as well (`PUBLIC`: as open as the way there). With
    `node` it has a global `id` and is found by `node(id:)`. With `own` the rows are the caller's own (his views,
    tasks, notices), so that those who work above single merchants have theirs in the bank's tenant; `scope` names
    the account.

        @graph_type(m.Role, permission="role.read")
        class Role:
            '''A role of a platform template.'''

            code: str = column(m.Role.code, "Code of the role", filterable=True, sortable=True)
            name: str = expr(lambda ctx: m.Role.name_en if ctx.locale == "en" else m.Role.name_zh, "Name")
            template: "Template" = one("Template", "Template that owns the role")
            member_count: int = aggregate("count", "Membership", "Members who hold it", via=m.MembershipRole)
    """

    def declared(cls: type[T]) -> type[T]:
        table = model.__table__  # type: ignore[attr-defined]
        decl = TypeDecl(
            cls=cls,
            name=cls.__name__,
            description=_description(cls),
            table=table,
            permission=permission,
            scope=scope,
            node=node,
            own=own,
            interfaces=tuple(interfaces),
            fields=_fields(cls),
        )
        cls.__graph_type__ = decl  # type: ignore[attr-defined]
        declare(decl, cls.__module__)
        return cls

    return declared


def graph_union(*members: str) -> Callable[[type[T]], type[T]]:
    """Declare a union of types by their names; the class stands for it in annotations and is otherwise empty.

    @graph_union("Customer", "Product")
    class Subject:
        '''Whom or what an order is about.'''
    """

    def declared(cls: type[T]) -> type[T]:
        decl = UnionDecl(name=cls.__name__, description=_description(cls), members=members)
        cls.__graph_union__ = decl  # type: ignore[attr-defined]
        declare(decl, cls.__module__)
        return cls

    return declared


def extend(cls: type, name: str, value: Any, *, annotation: Any) -> None:
    """Add a field to a type of a lower slice: `extend(Role, "card_count", aggregate(…), annotation=int)`."""
    value.annotation = annotation
    value.name = name
    declare(Extension(cls=cls, name=name, field=value))


def type_of(cls: type) -> TypeDecl:
    """The declaration of a class that `graph_type` decorated."""
    decl: TypeDecl = cls.__dict__["__graph_type__"]
    return decl


def _fields(cls: type) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for name, annotation in inspect.get_annotations(cls).items():
        value = cls.__dict__.get(name)
        if not isinstance(value, Field):
            raise TypeError(f"{cls.__name__}.{name} does not say where it comes from")
        value.name, value.annotation = name, annotation
        fields[name] = value
    return fields


def _description(cls: type) -> str:
    if not cls.__doc__:
        raise TypeError(f"{cls.__name__} needs a docstring: it is the type's description")
    return inspect.cleandoc(cls.__doc__)
