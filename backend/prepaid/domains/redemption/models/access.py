"""Who may touch the tables of redemption: the worker's role alone writes, whoever's command it is."""

from typing import Final

from prepaid.core.access import ALL, Rule, own_account, tenant_rows
from prepaid.core.actor import DbRole

WRITES: Final = "SELECT, INSERT, UPDATE"
READ_BY_STAFF: Final = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, WRITES, ALL))
READ_BY_CONSUMER: Final = READ_BY_STAFF.plus(Rule(DbRole.CONSUMER, "SELECT", own_account()))
KEPT_BY_WORKER: Final = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, "SELECT, INSERT, UPDATE, DELETE", ALL))
