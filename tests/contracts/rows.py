"""Plants one row of each of two tenants in every tenant table, whatever its columns are."""

import itertools
import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql

import prepaid.tables  # noqa: F401 - fills the metadata
from prepaid.core.model import Base
from prepaid.kit.ids import uuid7

TENANT_A, TENANT_B = uuid7(), uuid7()
_numbers = itertools.count(1)


def tenant_tables() -> list[Table]:
    """Every table whose rows belong to one merchant."""
    return [table for table in Base.metadata.sorted_tables if "merchant_id" in table.columns]


def plant(connection: psycopg.Connection, *, owner: UUID) -> None:
    """Insert a row of A and one of B into each tenant table; `owner` fills the columns that name an account.

    The database is a clone made for this: constraints that know the domain's values are dropped first,
    row-level security stays as it is.
    """
    drop_domain_constraints(connection)
    for table in tenant_tables():
        for tenant in (TENANT_A, TENANT_B):
            insert(connection, table, tenant, owner)


def drop_domain_constraints(connection: psycopg.Connection) -> None:
    rows = connection.execute(
        "SELECT conrelid::regclass::text, conname FROM pg_constraint"
        " WHERE contype IN ('c', 'f') AND connamespace = 'public'::regnamespace"
    ).fetchall()
    for table, name in rows:
        connection.execute(f'ALTER TABLE {table} DROP CONSTRAINT IF EXISTS "{name}" CASCADE')


def insert(connection: psycopg.Connection, table: Table, tenant: UUID, owner: UUID) -> None:
    values: dict[str, Any] = {}
    for column in table.columns:
        if column.name == "merchant_id":
            values[column.name] = tenant
        elif column.name in ("account_id", "actor_account_id", "created_by", "subject_id"):
            values[column.name] = owner
        elif not column.nullable and column.server_default is None and column.identity is None:
            values[column.name] = sample(column.type.compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    names, marks = ", ".join(values), ", ".join(["%s"] * len(values))
    connection.execute(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", list(values.values()))


def sample(kind: str) -> Any:
    """Some value of a column type; all but truth values and times are unique."""
    if kind.endswith("[]"):
        return []
    if kind in ("JSONB", "JSON"):
        return json.dumps({})
    return {
        "UUID": uuid4(),
        "TEXT": uuid4().hex,
        "BYTEA": uuid4().bytes,
        "BIGINT": next(_numbers),
        "INTEGER": next(_numbers),
        "BOOLEAN": False,
        "TIMESTAMP WITH TIME ZONE": "2026-01-01T00:00:00Z",
        "DATE": "2026-01-01",
        "TIME WITHOUT TIME ZONE": "09:00",
    }[kind]
