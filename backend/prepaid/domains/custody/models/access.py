"""Who reads and writes custody's tables."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final

from sqlalchemy import CheckConstraint

from prepaid.core.access import ALL, APPEND, RowAccess, Rule, tenant_rows
from prepaid.core.actor import DbRole

CHANGED_BY_WORKER: Final[RowAccess] = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, "SELECT, INSERT, UPDATE", ALL))
APPENDED_BY_WORKER: Final[RowAccess] = tenant_rows("SELECT").plus(Rule(DbRole.WORKER, APPEND, ALL))


def one_of(column: str, values: Iterable[StrEnum]) -> CheckConstraint:
    """A constraint that a text column holds a value of an enum."""
    listed = ", ".join(f"'{value.value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=column)
