"""Tables whose rows are never changed: the second belt, below the missing privileges."""

from typing import TypeVar

from sqlalchemy import DDL, Table, event

from prepaid.core.model import Base

FUNCTION = """
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
    RAISE EXCEPTION 'rows of %% are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$
"""
TRIGGER = """
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {table}
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()
"""

M = TypeVar("M", bound=Base)

event.listen(Base.metadata, "before_create", DDL(FUNCTION))  # type: ignore[no-untyped-call]
event.listen(Base.metadata, "after_drop", DDL("DROP FUNCTION IF EXISTS refuse_change()"))  # type: ignore[no-untyped-call]


def append_only(model: type[M]) -> type[M]:
    """Class decorator: the table refuses UPDATE, DELETE and TRUNCATE from everybody, owner and superuser included.

    For the whole statement and not by row: a condition that matches no row is refused as well.
    """
    table = model.__table__
    assert isinstance(table, Table)
    event.listen(table, "after_create", DDL(TRIGGER.format(table=table.name)))  # type: ignore[no-untyped-call]
    return model
