"""Who may touch the tables of payment: the worker's role alone writes, whoever's command it is."""

from typing import Final

from prepaid.core.access import ALL, APPEND, RowAccess, Rule, own_account, tenant_rows
from prepaid.core.actor import DbRole

WRITES: Final = "SELECT, INSERT, UPDATE"
READ_BY_STAFF: Final = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, WRITES, ALL))
READ_BY_PAYER: Final = READ_BY_STAFF.plus(Rule(DbRole.CONSUMER, "SELECT", own_account("payer_account_id")))
APPENDED: Final = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, APPEND, ALL))
BANK_ONLY: Final = RowAccess((Rule(DbRole.BANK, "SELECT", ALL), Rule(DbRole.WORKER, WRITES, ALL)))
"""Merchants learn nothing of forgeries, and nothing of lines that may be another's."""
APPENDED_BANK_ONLY: Final = BANK_ONLY.plus(Rule(DbRole.WORKER, APPEND, ALL))
