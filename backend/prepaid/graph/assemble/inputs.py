"""Filter and order inputs, generated from the filterable and sortable fields of a type."""

from collections.abc import Iterator
from datetime import date, datetime
from enum import Enum
from typing import Any, Final
from uuid import UUID

import strawberry
from strawberry import UNSET
from strawberry.utils.str_converters import to_snake_case

from prepaid.graph.assemble.catalog import Catalog, SchemaError, TypeEntry
from prepaid.graph.assemble.strawberry_types import make_enum, make_input
from prepaid.graph.declare.fields import Leaf
from prepaid.graph.scalars import Fen

EQUALITY: Final = ("eq", "in_")
RANGE: Final = (*EQUALITY, "gt", "gte", "lt", "lte", "between")
DESCRIPTIONS: Final = {
    "eq": "Equal to this value",
    "in_": "Equal to one of these values",
    "contains": "Contains this text, in any case",
    "gt": "Greater than this value",
    "gte": "This value or greater",
    "lt": "Less than this value",
    "lte": "This value or less",
    "between": "From the first to the second value, both included",
    "is_null": "Whether there is no value",
}
_OPERATORS: Final[dict[Any, tuple[str, ...]]] = {
    str: (*EQUALITY, "contains"),
    int: RANGE,
    Fen: RANGE,
    float: RANGE,
    datetime: RANGE,
    date: RANGE,
    bool: ("eq",),
    UUID: EQUALITY,
    strawberry.ID: EQUALITY,
}


class Inputs:
    """The generated inputs of one schema, each made once."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._kinds: dict[str, type] = {}
        self._filters: dict[str, type] = {}
        self._orders: dict[str, type | None] = {}

    def filter_of(self, entry: TypeEntry) -> type | None:
        """`<Type>Filter`, or None when nothing can be filtered by."""
        if entry.name not in self._filters:
            fields: dict[str, tuple[Any, str, Any]] = {}
            if entry.decl.node:
                fields["id"] = (self._kind(strawberry.ID) | None, "By global id", UNSET)
            for leaf, inner in filterable(entry):
                fields[leaf.name] = (self._kind(inner) | None, leaf.description, UNSET)
            if not fields:
                return None
            name = f"{entry.name}Filter"
            made = _recursive_filter(name, f"Conditions on {entry.name}; all that are given must hold.", fields)
            self._filters[entry.name] = made
        return self._filters[entry.name]

    def order_of(self, entry: TypeEntry) -> type | None:
        """`<Type>Order`, or None when nothing can be sorted by."""
        if entry.name not in self._orders:
            values = {to_snake_case(leaf.name).upper(): leaf.description for leaf in sortable(entry)}
            made = None
            if values:
                order_field = make_enum(f"{entry.name}OrderField", f"What {entry.name} can be sorted by.", values)
                made = make_input(
                    f"{entry.name}Order",
                    f"One key of the order of {entry.name}.",
                    {
                        "field": (order_field, "Sorted by this field", UNSET),
                        "descending": (bool, "Greatest first", False),
                    },
                )
            self._orders[entry.name] = made
        return self._orders[entry.name]

    def _kind(self, inner: Any) -> Any:
        operators = EQUALITY if isinstance(inner, type) and issubclass(inner, Enum) else _OPERATORS.get(inner)
        if operators is None:
            raise SchemaError(f"values of {inner} cannot be filtered by")
        name = f"{kind_name(inner)}Filter"
        if name not in self._kinds:
            fields: dict[str, tuple[Any, str, Any]] = {}
            for operator in operators:
                annotation = list[inner] if operator in ("in_", "between") else inner
                fields[operator] = (annotation | None, DESCRIPTIONS[operator], UNSET)
            fields["is_null"] = (bool | None, DESCRIPTIONS["is_null"], UNSET)
            self._kinds[name] = make_input(name, f"Conditions on a value of {kind_name(inner)}.", fields)
        return self._kinds[name]


def kind_name(inner: Any) -> str:
    """GraphQL name of a leaf's type."""
    if isinstance(inner, type) and issubclass(inner, Enum):
        return str(inner.__strawberry_definition__.name)  # type: ignore[attr-defined]
    names = {str: "String", int: "Int", float: "Float", bool: "Boolean", datetime: "DateTime", date: "Date"}
    return names.get(inner) or {Fen: "Fen", UUID: "UUID", strawberry.ID: "ID"}[inner]


def filterable(entry: TypeEntry) -> Iterator[tuple[Leaf, Any]]:
    """Fields one may filter by, with their Python types."""
    for name, declared in entry.fields.items():
        if isinstance(declared, Leaf) and declared.filterable:
            yield declared, entry.shapes[name].inner


def sortable(entry: TypeEntry) -> Iterator[Leaf]:
    """Fields one may sort by."""
    for declared in entry.fields.values():
        if isinstance(declared, Leaf) and declared.sortable:
            yield declared


def field_of_order(entry: TypeEntry, value: str) -> Leaf:
    """The field that an enum value of `<Type>OrderField` stands for."""
    return next(leaf for leaf in sortable(entry) if to_snake_case(leaf.name).upper() == value)


def _recursive_filter(name: str, description: str, fields: dict[str, tuple[Any, str, Any]]) -> type:
    made = make_input(name, description, fields)
    definition = made.__strawberry_definition__  # type: ignore[attr-defined]
    several: Any = list[made] | None  # type: ignore[valid-type]
    lists = make_input(
        f"_{name}",
        "",
        {
            "and_": (several, "All of these hold", UNSET),
            "or_": (several, "At least one of these holds", UNSET),
            "not_": (made | None, "This does not hold", UNSET),
        },
    )
    definition.fields = [*lists.__strawberry_definition__.fields, *definition.fields]  # type: ignore[attr-defined]
    return made
