"""Who may touch the tables of ordering: the worker's role alone writes, whoever's command it is."""

from typing import Final

from prepaid.core.access import ALL, APPEND, RowAccess, Rule, own_account, tenant_rows
from prepaid.core.actor import DbRole

WRITES: Final = "SELECT, INSERT, UPDATE"
READ_BY_STAFF: Final = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, WRITES, ALL))
READ_BY_BUYER: Final = READ_BY_STAFF.plus(Rule(DbRole.CONSUMER, "SELECT", own_account()))
APPENDED: Final[RowAccess] = tenant_rows("SELECT").plus(
    Rule(DbRole.WORKER, APPEND, ALL), Rule(DbRole.CONSUMER, "SELECT", own_account())
)
APPENDED_FOR_STAFF: Final[RowAccess] = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, APPEND, ALL))
