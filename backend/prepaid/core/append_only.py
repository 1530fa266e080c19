"""Tables whose rows are never changed: the second belt, below the missing privileges."""

from typing import TypeVar

from sqlalchemy import DDL, Table, event

from prepaid.core.model import Base

FUNCTION_NAME = "refuse_change"
FUNCTION = f"""
CREATE OR REPLACE FUNCTION {FUNCTION_NAME}() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'rows of %% are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""
TRIGGER = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION {function}()
"""
_tables: set[str] = set()

M = TypeVar("M", bound=Base)

event.listen(Base.metadata, "before_create", DDL(FUNCTION))  # type: ignore[no-untyped-call]
event.listen(Base.metadata, "after_drop", DDL(f"DROP FUNCTION IF EXISTS {FUNCTION_NAME}()"))  # type: ignore[no-untyped-call]


def append_only(model: type[M]) -> type[M]:
    """Class decorator: the table refuses UPDATE, DELETE and TRUNCATE from everybody, owner and superuser included.

    For the whole statement and not by row: a condition that matches no row is refused as well.
    """
    table = model.__table__
    assert isinstance(table, Table)
    trigger = TRIGGER.format(table=table.name, function=FUNCTION_NAME)
    event.listen(table, "after_create", DDL(trigger))  # type: ignore[no-untyped-call]
    _tables.add(table.name)
    return model


def append_only_tables() -> tuple[str, ...]:
    """Names of all tables that declared it."""
    return tuple(sorted(_tables))
