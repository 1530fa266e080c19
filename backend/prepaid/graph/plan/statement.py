"""A statement as the driver takes it: text with `$n`, and for each of them where its value comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prepaid.graph.declare.plan_context import Environment, Source
from prepaid.graph.plan.rows import Rows
from prepaid.graph.plan.sql import Sql, render


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


def statement_of(sql: Sql, rows: Rows, sources: Mapping[str, Source]) -> Statement:
    """The statement that answers a JSON text.

    It leaves the database as bytes: as text it would be decoded here, only to be encoded again for the
    response (0.1 ms of 45 kB).
    """
    text, keys = render(["SELECT convert_to(", *sql, ",'UTF8')"], rows.made)
    return Statement(text, tuple(sources[key] for key in keys))
