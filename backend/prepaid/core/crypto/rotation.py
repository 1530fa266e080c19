"""Rotation: everything that an old ring key encrypted is encrypted anew under the first one.

Put a new key in front of `PREPAID_ENCRYPTION_KEYS`, restart the processes, rotate, and drop the old key.
Servers go on meanwhile, because they hold both; an interrupted rotation simply goes on when it is run again.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import asyncpg
import structlog
from sqlalchemy import Table
from sqlalchemy.orm import InstrumentedAttribute

from prepaid.core.crypto.keyring import KeyRing, Undecryptable, place
from prepaid.core.progress import Report, silent
from prepaid.core.revisions import MAINTENANCE
from prepaid.core.settings import settings
from prepaid.core.setup_error import SetupError
from prepaid.kit.ids import PLATFORM_TENANT

BATCH = 500
NIL = UUID(int=0)


log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of ciphertexts that a ring key made directly."""

    table: str
    name: str
    tenant: str
    """SQL for the tenant of a row."""
    also: str = ""
    """What else is set when a value changes; `$5` is the id of the new key."""

    @property
    def place(self) -> str:
        return f"{self.table}.{self.name}"


_columns: dict[str, Column] = {"data_key.wrapped": Column("data_key", "wrapped", "merchant_id", ", kek_id = $5")}


def encrypted_column(attribute: InstrumentedAttribute[Any]) -> None:
    """Declare, beside the model, that a column holds `KeyRing.encrypt(…, place("table.column", tenant, id))`.

    The tenant is the row's `merchant_id`, or `PLATFORM_TENANT` in a table without one.
    """
    table = attribute.parent.local_table
    assert isinstance(table, Table)
    tenant = "merchant_id" if "merchant_id" in table.columns else f"'{PLATFORM_TENANT}'::uuid"
    column = Column(table.name, attribute.key, tenant)
    _columns[column.place] = column


def encrypted_columns() -> tuple[Column, ...]:
    """All declared columns, by name."""
    return tuple(_columns[name] for name in sorted(_columns))


async def rotate(url: str, report: Report = silent, *, keyring: KeyRing | None = None) -> int:
    """Encrypt what is not under the first key of the ring anew; returns how many values changed.

    `url` is an administrator's: a login that may become `app_maintenance`.

    Raises:
        SetupError: some values could not be decrypted; the others were rotated all the same.
    """
    keyring = keyring or KeyRing.from_settings(settings())
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(f"SET ROLE {MAINTENANCE}")
        outcomes = [await _rotate_column(connection, column, keyring, report) for column in encrypted_columns()]
    finally:
        await connection.close()
    lost = sum(lost for _, lost in outcomes)
    if lost:
        raise SetupError(f"{lost} values cannot be decrypted: keep the old keys; `prepaid verify` names the values.")
    return sum(changed for changed, _ in outcomes)


async def _rotate_column(
    connection: asyncpg.Connection, column: Column, keyring: KeyRing, report: Report
) -> tuple[int, int]:
    """Values that changed, and values that nobody can decrypt."""
    old = f"{column.name} IS NOT NULL AND substring({column.name} FOR $1) <> $2"
    begin = (len(keyring.prefix), keyring.prefix)
    total = await connection.fetchval(f"SELECT count(*) FROM {column.table} WHERE {old}", *begin)
    page = f"""
        SELECT {column.tenant} AS tenant, id, {column.name} AS value FROM {column.table}
        WHERE {old} AND ({column.tenant}, id) > ($3, $4) ORDER BY 1, 2 LIMIT {BATCH}
    """
    # A value that a server changes in the meantime is under the first key already, so its turn is skipped.
    change = f"""
        UPDATE {column.table} SET {column.name} = $4{column.also}
        WHERE {column.tenant} = $1 AND id = $2 AND {column.name} = $3
    """
    done, lost = 0, 0
    tenant, row_id = NIL, NIL
    while rows := await connection.fetch(page, *begin, tenant, row_id):
        changes = []
        for row in rows:
            tenant, row_id = row["tenant"], row["id"]
            at = place(column.place, tenant, row_id)
            try:
                value = keyring.encrypt(keyring.decrypt(row["value"], at), at)
            except Undecryptable:
                lost += 1
                log.error("rotation_undecryptable", column=column.place, tenant=str(tenant), row=str(row_id))
            else:
                extra = (keyring.current,) if column.also else ()
                changes.append((tenant, row_id, row["value"], value, *extra))
        await connection.executemany(change, changes)
        done += len(rows)
        report(column.place, done, max(done, total))
    return done - lost, lost
