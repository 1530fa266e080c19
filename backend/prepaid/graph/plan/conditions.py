"""Filters, search and declared arguments as conditions on a row."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, Final, TypeAlias

from sqlalchemy import LargeBinary, Text, Uuid
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import InstrumentedAttribute

from prepaid.core.errors import BadUserInput
from prepaid.graph.assemble.annotations import shape_of
from prepaid.graph.assemble.catalog import TypeEntry
from prepaid.graph.declare.fields import Argument, Leaf, column_of
from prepaid.graph.declare.plan_context import Environment, Param, PlanContext, Source
from prepaid.graph.declare.row import Row
from prepaid.graph.plan.arguments import Given
from prepaid.graph.plan.levels import Condition, Sql
from prepaid.graph.plan.sql import both, column, either
from prepaid.graph.plan.values import sql_type, stored, value_of
from prepaid.graph.scalars import GlobalID

MAX_CONDITIONS: Final = 60
MAX_DEPTH: Final = 6
MAX_VALUES: Final = 1_000
MAX_TEXT: Final = 200

Compare: TypeAlias = Callable[[Sql], Sql]
OPERATORS: Final = {"eq": " = ", "gt": " > ", "gte": " >= ", "lt": " < ", "lte": " <= "}
CheckLeaf = Callable[[Leaf], None]
"""Raises when the caller may not see the values of a field: comparing would tell them."""


class Filters:
    """Makes conditions for one type."""

    def __init__(self, entry: TypeEntry, ctx: PlanContext, check: CheckLeaf) -> None:
        self._entry = entry
        self._ctx = ctx
        self._check = check
        self._count = 0

    def condition(self, given: Given, depth: int = 1) -> Condition:
        """A `<Type>Filter` value.

        Raises:
            BadUserInput: too many conditions or too deep.
        """
        self._count += 1
        if self._count > MAX_CONDITIONS or depth > MAX_DEPTH:
            raise BadUserInput(f"a filter has at most {MAX_CONDITIONS} conditions, {MAX_DEPTH} levels deep")
        parts: list[Condition] = []
        for name, value in given.items():
            if name in ("and", "or"):
                inner = [self.condition(item, depth + 1) for item in value.elements()]
                parts.append(partial(_combined, both if name == "and" else either, inner))
            elif name == "not":
                parts.append(partial(_negated, self.condition(value, depth + 1)))
            elif name == "id" and self._entry.decl.node:
                parts.extend(self._id(operator, operand) for operator, operand in value.items())
            else:
                parts.extend(self._leaf(name, value))
        return partial(_combined, both, parts)

    def _leaf(self, name: str, value: Given) -> list[Condition]:
        leaf, inner = self._entry.fields[name], self._entry.shapes[name].inner
        assert isinstance(leaf, Leaf)
        self._check(leaf)
        sql = value_of(leaf, self._ctx)
        parts: list[Condition] = []
        for operator, operand in value.items():
            self._count += 1
            compare = self._comparison(operator, operand, inner)
            parts.append(lambda row, compare=compare: compare(sql(row)))  # type: ignore[misc]
        return parts

    def _comparison(self, operator: str, operand: Given, inner: Any) -> Compare:
        type_ = sql_type(inner)
        if operator == "isNull":
            # A boolean is part of the plan's shape, so it may stand in the statement.
            return lambda value: [*value, " IS NULL" if operand.value else " IS NOT NULL"]
        if operator == "in":
            values = self._bind(operand.source, ARRAY(type_), limit=True)
            return lambda value: [*value, " = ANY (", values, ")"]
        if operator == "between":
            low, high = (self._bind(_end(operand.source, index), type_) for index in (0, 1))
            return lambda value: [*value, " BETWEEN ", low, " AND ", high]
        if operator == "contains":
            pattern = self._bind(operand.source, Text(), convert=like_pattern)
            return lambda value: [*value, " ILIKE ", pattern]
        bound = self._bind(operand.source, type_)
        return lambda value: [*value, OPERATORS[operator], bound]

    def _bind(
        self, source: Source, type_: Any, *, convert: Callable[[Any], Any] = stored, limit: bool = False
    ) -> Param:
        def bound(env: Environment) -> Any:
            value = convert(source(env))
            if limit and len(value) > MAX_VALUES:
                raise BadUserInput(f"`in` takes at most {MAX_VALUES} values")
            return value

        return self._ctx.bind(bound, type_)

    def _id(self, operator: str, operand: Given) -> Condition:
        if operator == "isNull":
            return lambda _: ["false" if operand.value else "true"]
        name = self._entry.name

        def ids(env: Environment) -> list[Any]:
            value = operand.source(env)
            found = [item.decoded for item in (value if isinstance(value, list) else [value])]
            return [item for item in found if item.type_code == name]

        return row_ids(self._entry, self._ctx, ids)


def row_ids(entry: TypeEntry, ctx: PlanContext, ids: Callable[[Environment], list[Any]]) -> Condition:
    """Rows named by decoded global ids; ids are unique as they are, the tenant must fit as well."""
    own = ctx.bind(lambda env: [item.id for item in ids(env)], ARRAY(Uuid()))
    if not entry.decl.tenant:
        return lambda row: [f"{column(row, 'id')} = ANY (", own, ")"]
    tenants = ctx.bind(lambda env: [item.tenant for item in ids(env)], ARRAY(Uuid()))
    return lambda row: [
        f"({column(row, 'id')} = ANY (",
        own,
        f") AND {column(row, 'merchant_id')} = ANY (",
        tenants,
        "))",
    ]


def search_condition(places: Sequence[Any], given: Given, ctx: PlanContext) -> Condition:
    """The text stands somewhere in one of the columns, or fulfils one of the conditions."""
    pattern = ctx.bind(lambda env: like_pattern(given.source(env)), Text())
    return lambda row: either([_found(place, row, pattern) for place in places])


def _found(place: Any, row: Row, pattern: Param) -> Sql:
    if isinstance(place, InstrumentedAttribute):
        return [column(row, str(column_of(place).key)), " ILIKE ", pattern]
    return [place(row, pattern)]


def argument_conditions(
    declared: Mapping[str, Argument],
    given: Mapping[str, Given],
    ctx: PlanContext,
    module: str,
    names: Mapping[str, str],
) -> list[Condition]:
    """Conditions of declared arguments that are given; `names`: attribute name → GraphQL name."""
    found: list[Condition] = []
    for name, argument in declared.items():
        if names[name] in given:
            shape = shape_of(argument.annotation, module)
            source = given[names[name]].source
            type_ = sql_type(shape.inner) if argument.convert is None else LargeBinary()
            convert = argument.convert or (_row_id if shape.inner is GlobalID else stored)
            bound = ctx.bind(
                lambda env, source=source, convert=convert: convert(source(env)),  # type: ignore[misc]
                ARRAY(type_) if shape.is_list else type_,
            )
            found.append(partial(_argument, argument, bound))
    return found


def _row_id(value: Any) -> Any:
    """A global id stands for its row: ids are unique over all types. Raises `BadUserInput`."""
    return [item.id for item in value] if isinstance(value, list) else value.id


def _argument(argument: Argument, bound: Param, row: Row) -> Sql:
    return [argument.where(row, bound)]


def like_pattern(text: str) -> str:
    """A text for LIKE that is found anywhere, its wildcards taken as they are.

    Raises:
        BadUserInput: the text is longer than anyone types.
    """
    if len(text) > MAX_TEXT:
        raise BadUserInput(f"search for at most {MAX_TEXT} characters")
    for special in ("\\", "%", "_"):
        text = text.replace(special, f"\\{special}")
    return f"%{text}%"


def _combined(combine: Callable[[list[Sql]], Sql], parts: Sequence[Condition], row: Row) -> Sql:
    if not parts:
        # Nothing said: `and: []` holds, `or: []` cannot.
        return ["true" if combine is both else "false"]
    return combine([part(row) for part in parts])


def _negated(inner: Condition, row: Row) -> Sql:
    # NOT of an unknown comparison is unknown; a row without the value does not have it.
    return ["NOT coalesce((", *inner(row), "),false)"]


def _end(source: Source, index: int) -> Source:
    def end(env: Environment) -> Any:
        values = source(env)
        if len(values) != 2:
            raise BadUserInput("`between` takes two values")
        return values[index]

    return end
