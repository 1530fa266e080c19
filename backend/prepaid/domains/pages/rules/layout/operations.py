"""Operations that a page runs: a root field, what fills its variables, what is selected beyond the page's own paths."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, Any, ClassVar

from pydantic import ConfigDict, Field

from prepaid.domains.pages.rules.plain import PLAIN, Dotted, Key

FieldName = Annotated[str, Field(pattern=r"^[a-z][A-Za-z0-9]{0,79}$")]


class OperationKind(StrEnum):
    """Query or mutation."""

    QUERY = "QUERY"
    MUTATION = "MUTATION"


class BindingSource(StrEnum):
    """Where the browser takes a variable from."""

    ROUTE_PARAM = "ROUTE_PARAM"
    ROW = "ROW"
    SELECTION = "SELECTION"
    FORM = "FORM"
    FILTER = "FILTER"
    SEARCH = "SEARCH"
    ORDER = "ORDER"
    PAGE = "PAGE"
    KEY = "KEY"
    CONSTANT = "CONSTANT"


@dataclass(frozen=True, slots=True)
class Binding:
    """One variable, or a part of one (`input.id`), and its source."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    variable: Dotted
    source: BindingSource
    key: Dotted | None = None
    constant: Any = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """A root field with its bindings. Variables are named like the field's arguments."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    field: FieldName
    bindings: tuple[Binding, ...] = ()
    select: tuple[Dotted, ...] = ()
    """Further paths in the result, e.g. what a mutation's payload shows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Navigation:
    """A step to another page."""

    __pydantic_config__: ClassVar[ConfigDict] = PLAIN

    page_key: Key
    params: tuple[Binding, ...] = ()


def by_id(field: str, *select: str) -> Operation:
    """The record that the page's path names."""
    return Operation(field=field, bindings=(Binding("id", BindingSource.ROUTE_PARAM, "id"),), select=select)


def on_row(field: str, argument: str = "id", *more: Binding, select: tuple[str, ...] = ()) -> Operation:
    """A mutation on the record of a row, with the action's form as the rest of its input."""
    row = Binding(f"input.{argument}", BindingSource.ROW, "id")
    return Operation(field=field, bindings=(Binding("input", BindingSource.FORM), row, *more), select=select)


def on_form(field: str, *more: Binding, select: tuple[str, ...] = ()) -> Operation:
    """A mutation whose input is the form."""
    return Operation(field=field, bindings=(Binding("input", BindingSource.FORM), *more), select=select)
