"""The second belt of append-only tables is in place (invariants 1 and 10)."""

import asyncpg

from prepaid.core.append_only import FUNCTION_NAME, append_only_tables
from prepaid.core.findings import Finding, check

CHECK = "append-only"
GUARDED = """
SELECT t.tgrelid::regclass::text FROM pg_trigger t JOIN pg_proc p ON p.oid = t.tgfoid
WHERE p.proname = $1 AND p.pronamespace = 'public'::regnamespace AND t.tgenabled IN ('O', 'A')
"""


@check(CHECK, invariants=(1, 10))
async def verify_triggers(connection: asyncpg.Connection) -> list[Finding]:
    """Each append-only table refuses changes from everybody."""
    guarded = {row[0] for row in await connection.fetch(GUARDED, FUNCTION_NAME)}
    return [
        Finding(CHECK, 10, f"table {table}", "no longer refuses UPDATE and DELETE")
        for table in append_only_tables()
        if table not in guarded
    ]
