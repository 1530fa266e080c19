"""SQL as pieces: text made of declared names and constants, and expressions that SQLAlchemy writes.

The skeleton of a plan (select, join by key, tenant, JSON) is text: SQLAlchemy's constructs for it took nine
tenths of the time to make a plan, and a caller who asks ever new documents would keep the process busy with
that (150 ms for a document of 3 kB). What declarations and filters say goes through SQLAlchemy. A value that
a caller sends is in neither: it is always a numbered parameter.
"""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import ColumnElement, UnaryExpression
from sqlalchemy.dialects.postgresql import asyncpg
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import TypeEngine

from prepaid.graph.declare.plan_context import Param
from prepaid.graph.declare.row import Row, name_of, table_of, used_alias
from prepaid.graph.plan.levels import Sql as Sql


class _Compiler(asyncpg.PGCompiler_asyncpg):
    """SQLAlchemy's compiler for one expression inside a statement whose tables it does not see."""

    rows: frozenset[Any] = frozenset()
    """Aliases of the rows around: an expression's own sub-selects mean these and not new ones."""
    numbers: dict[str, int]

    def _enclosing_correlate_froms(self, entry: Any, asfrom: Any, lateral: Any) -> tuple[Any, Any]:
        explicit, _ = super()._enclosing_correlate_froms(entry, asfrom, lateral)
        seen = explicit | self.rows
        return seen, seen


_DIALECT: Final = asyncpg.dialect()  # type: ignore[no-untyped-call]
_PREPARER: Final = _DIALECT.identifier_preparer
_TYPE_NAMES: Final[dict[str, str]] = {}


@compiles(Param)
def _compile(element: Param, compiler: _Compiler, **_: Any) -> str:
    number = compiler.numbers.setdefault(str(element.key), len(compiler.numbers) + 1)
    # `ANY` needs the parentheses.
    return f"(${number}::{_type_name(element.type)})"


def _type_name(type_: TypeEngine[Any]) -> str:
    key = repr(type_)
    if key not in _TYPE_NAMES:
        _TYPE_NAMES[key] = _DIALECT.type_compiler_instance.process(type_)
    return _TYPE_NAMES[key]


def render(sql: Sql, rows: Iterable[Row]) -> tuple[str, list[str]]:
    """The statement's text, and the keys of its parameters in the order of their numbers."""
    compiler = _Compiler(_DIALECT, None)
    compiler.rows = frozenset(alias for row in rows if (alias := used_alias(row)) is not None)
    compiler.numbers = {}
    texts = [piece if isinstance(piece, str) else _expression(piece, compiler) for piece in sql]
    return "".join(texts), list(compiler.numbers)


def _expression(expression: ColumnElement[Any], compiler: _Compiler) -> str:
    text = compiler.process(expression, literal_binds=True)
    # `x DESC` stands as it is; everything else is safe inside whatever stands around it.
    return text if isinstance(expression, Param | UnaryExpression) else f"({text})"


def column(row: Row, name: str) -> str:
    """A column of a row as text."""
    return f"{name_of(row)}.{_PREPARER.quote(name)}"


def source(row: Row) -> str:
    """The row's table under the row's name, for FROM."""
    return f"{_PREPARER.format_table(table_of(row))} AS {name_of(row)}"


def literal(text: str) -> str:
    """An SQL literal; `standard_conforming_strings` is on, so only the quote is special."""
    return "'" + text.replace("'", "''") + "'"


def separated(separator: str, items: Iterable[Sql]) -> Sql:
    """The items with the separator between them."""
    joined: Sql = []
    for item in items:
        if joined:
            joined.append(separator)
        joined.extend(item)
    return joined


def both(conditions: Iterable[Sql]) -> Sql:
    """All of the conditions, of which there is at least one."""
    return ["(", *separated(" AND ", conditions), ")"]


def either(conditions: Iterable[Sql]) -> Sql:
    """At least one of the conditions, of which there is at least one."""
    return ["(", *separated(" OR ", conditions), ")"]


def where(conditions: Iterable[Sql]) -> Sql:
    """` WHERE a AND b`, or nothing."""
    joined = separated(" AND ", conditions)
    return [" WHERE ", *joined] if joined else []
