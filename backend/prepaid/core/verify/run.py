"""Running the checks: one snapshot, as the role that sees all rows."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from prepaid.core.findings import Finding, checks
from prepaid.core.progress import Report, silent
from prepaid.core.revisions import MAINTENANCE


@asynccontextmanager
async def snapshot(url: str) -> AsyncIterator[asyncpg.Connection]:
    """One unchanging state of the whole database; `url` is an administrator's. Nothing is ever committed."""
    connection = await asyncpg.connect(url)
    try:
        transaction = connection.transaction(isolation="repeatable_read")
        await transaction.start()
        await connection.execute(f"SET LOCAL ROLE {MAINTENANCE}; SET LOCAL statement_timeout = 0")
        yield connection
        await transaction.rollback()
    finally:
        await connection.close()


async def run_checks(url: str, report: Report = silent) -> list[Finding]:
    """All findings of all registered checks, in the order of the checks' names; empty when nothing is wrong.

    `url` is an administrator's: a login that may become `app_maintenance`. A check that cannot run is a finding.
    """
    findings: list[Finding] = []
    async with snapshot(url) as connection:
        for done, each in enumerate(checks(), 1):
            try:
                async with connection.transaction():
                    findings += await each.examine(connection)
            except Exception as error:
                findings.append(Finding(each.name, None, "the check itself", f"could not run: {type(error).__name__}"))
            report("checks", done, len(checks()))
    return findings
