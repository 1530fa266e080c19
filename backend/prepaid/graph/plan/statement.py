"""A statement as the driver takes it: text with `$n`, and for each of them where its value comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import LargeBinary, Select, func, literal_column
from sqlalchemy import select as sql_select
from sqlalchemy.dialects.postgresql import asyncpg

from prepaid.graph.declare.plan_context import Environment, Source


class _Compiler(asyncpg.PGCompiler_asyncpg):
    """SQLAlchemy's compiler with SQL's own rule of scope: a table of any enclosing select is meant, not a new one.

    By itself it correlates a sub-select with the select right around it only. A condition that a declaration
    writes with a sub-select of its own may refer to the parent row, which is further out.
    """

    def _enclosing_correlate_froms(self, entry: Any, asfrom: Any, lateral: Any) -> tuple[Any, Any]:
        explicit, _ = super()._enclosing_correlate_froms(entry, asfrom, lateral)
        return explicit, explicit


_DIALECT = asyncpg.dialect()  # type: ignore[no-untyped-call]
_DIALECT.statement_compiler = _Compiler


@dataclass(frozen=True, slots=True)
class Statement:
    """`SELECT` of one value: JSON in UTF-8, or NULL."""

    sql: str
    sources: tuple[Source, ...]

    def arguments(self, env: Environment) -> list[Any]:
        """Values of `$1 …` for one run.

        Raises:
            BadUserInput: a value that only its use shows to be wrong.
        """
        return [source(env) for source in self.sources]


def statement_of(select: Select[Any], sources: Mapping[str, Source]) -> Statement:
    """Compile once; constants stand in the text, parameters of the run are numbered.

    The JSON leaves the database as bytes: as text it would be decoded here, only to be encoded again for the
    response (0.1 ms of 45 kB).
    """
    utf8 = func.convert_to(select.scalar_subquery(), literal_column("'UTF8'"), type_=LargeBinary())
    compiled = sql_select(utf8).compile(dialect=_DIALECT, compile_kwargs={"literal_binds": True})
    names = getattr(compiled, "positiontup", None) or []
    return Statement(str(compiled), tuple(sources[name] for name in names))
