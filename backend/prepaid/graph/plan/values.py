"""Declared leaves as SQL values: encoding, types, and parameters for what a caller compares them with."""

from datetime import date, datetime
from enum import Enum
from typing import Any
from uuid import UUID

import strawberry
from sqlalchemy import BigInteger, Boolean, ColumnElement, Date, DateTime, Double, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY, JSONB
from sqlalchemy.types import TypeEngine
from strawberry.scalars import JSON

from prepaid.graph.assemble.annotations import Shape
from prepaid.graph.declare.fields import Leaf
from prepaid.graph.declare.plan_context import PlanContext
from prepaid.graph.declare.row import adapted
from prepaid.graph.plan.levels import Encoding, Scalar, Value
from prepaid.graph.plan.sql import column
from prepaid.graph.scalars import Fen, GlobalID

_ENCODINGS: dict[Any, Encoding] = {
    str: Encoding.TEXT,
    strawberry.ID: Encoding.TEXT,
    GlobalID: Encoding.TEXT,
    int: Encoding.PLAIN,
    Fen: Encoding.PLAIN,
    float: Encoding.PLAIN,
    bool: Encoding.PLAIN,
    datetime: Encoding.INSTANT,
    date: Encoding.TEXT,
    UUID: Encoding.QUOTED,
    JSON: Encoding.JSON,
}
_TYPES: dict[Any, TypeEngine[Any]] = {
    str: Text(),
    strawberry.ID: Text(),
    GlobalID: Uuid(),
    int: BigInteger(),
    Fen: BigInteger(),
    float: Double(),
    bool: Boolean(),
    datetime: DateTime(timezone=True),
    date: Date(),
    UUID: Uuid(),
}


def encoding_of(shape: Shape) -> tuple[Encoding, dict[str, str] | None]:
    """How values of an annotation are written, and the names of an enum whose stored values are not its names."""
    if shape.is_list:
        return Encoding.LIST, None
    if isinstance(shape.inner, type) and issubclass(shape.inner, Enum):
        names = {str(member.value): member.name for member in shape.inner}
        return Encoding.ENUM, None if all(stored == name for stored, name in names.items()) else names
    return _ENCODINGS[shape.inner], None


def sql_type(inner: Any) -> TypeEngine[Any]:
    """SQL type of parameters of a Python type; enums are stored as their values."""
    return _TYPES[inner] if inner in _TYPES else Text()


def stored(value: Any) -> Any:
    """A coerced input value as the database holds it."""
    if isinstance(value, Enum):
        return value.value
    return [stored(item) for item in value] if isinstance(value, list) else value


def value_of(leaf: Leaf, ctx: PlanContext) -> Value:
    """The leaf's value in a row."""
    expression = leaf.expression(ctx)
    if leaf.column is not None:
        return column_value(leaf.column)
    return lambda row: [adapted(row, expression)]


def column_value(of: ColumnElement[Any]) -> Value:
    """A column's value in a row."""
    name = str(of.key)
    return lambda row: [column(row, name)]


def scalar_of(key: str, leaf: Leaf, shape: Shape, ctx: PlanContext) -> Scalar:
    """The leaf under a key of the response."""
    encoding, names = encoding_of(shape)
    return Scalar(key, value_of(leaf, ctx), encoding, may_be_null(leaf), names)


def may_be_null(leaf: Leaf) -> bool:
    """Columns say it; of an expression nobody knows."""
    return leaf.column is None or bool(getattr(leaf.column, "nullable", True))


def stored_encoding(type_: TypeEngine[Any]) -> Encoding:
    """How a column that a batch function requires is written, by its SQL type alone."""
    if isinstance(type_, ARRAY):
        return Encoding.LIST
    if isinstance(type_, JSONB):
        return Encoding.JSON
    return _ENCODINGS.get(type_.python_type, Encoding.TEXT)
