"""Rows whose contents stop changing: triggers as the second belt below commands and column privileges."""

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import DDL, Table, event

from prepaid.core.model import Base

FUNCTION_NAME = "refuse_frozen_change"
FUNCTION = f"""
CREATE OR REPLACE FUNCTION {FUNCTION_NAME}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'the contents of this row of %% are frozen', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""
M = TypeVar("M", bound=Base)


def frozen(model: type[M], *, when: str, columns: Sequence[str]) -> None:
    """From the state `when` (over OLD) on, `columns` keep their values, and the row is not deleted."""
    table = model.__table__
    assert isinstance(table, Table)
    changed = " OR ".join(f"OLD.{column} IS DISTINCT FROM NEW.{column}" for column in columns)
    for name, verb, condition in (
        ("frozen_contents", "UPDATE", f"({when}) AND ({changed})"),
        ("frozen_row", "DELETE", when),
    ):
        statement = (
            f"CREATE TRIGGER {name} BEFORE {verb} ON {table.name} FOR EACH ROW\n"
            f"WHEN ({condition}) EXECUTE FUNCTION {FUNCTION_NAME}()"
        )
        event.listen(table, "after_create", DDL(statement))  # type: ignore[no-untyped-call]


def needs_function(model: type[M]) -> None:
    """Make the function before the first table that uses it."""
    table = model.__table__
    assert isinstance(table, Table)
    event.listen(table, "before_create", DDL(FUNCTION))  # type: ignore[no-untyped-call]
