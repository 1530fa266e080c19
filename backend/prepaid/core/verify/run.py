"""Running the checks: one read-only snapshot, as the role that sees all rows."""

import asyncpg

from prepaid.core.migrate import MAINTENANCE
from prepaid.core.verify.registry import Finding, checks

SNAPSHOT = f"""
BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;
SET LOCAL ROLE {MAINTENANCE};
SET LOCAL statement_timeout = 0
"""


async def run_checks(url: str) -> list[Finding]:
    """All findings of all registered checks, in the order of the checks' names; empty when nothing is wrong.

    `url` is an administrator's: a login that may become `app_maintenance`.
    """
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(SNAPSHOT)
        return [finding for each in checks() for finding in await each.examine(connection)]
    finally:
        await connection.close()
