"""Who may touch the tables of commission: the worker's role alone writes, whoever's command it is."""

from typing import Final

from prepaid.core.access import ALL, APPEND, RowAccess, Rule, tenant_rows
from prepaid.core.actor import DbRole

KEPT: Final[RowAccess] = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, "SELECT, INSERT, UPDATE", ALL))
APPENDED: Final[RowAccess] = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, APPEND, ALL))


def moving(*columns: str) -> RowAccess:
    """Only these columns ever change; the facts of a row stay."""
    verbs = f"SELECT, INSERT, UPDATE ({', '.join(columns)})"
    return tenant_rows("SELECT").plus(Rule(DbRole.WORKER, verbs, ALL))
