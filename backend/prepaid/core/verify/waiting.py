"""Nothing waits for ever: failed and forgotten jobs, tasks that nobody works on."""

import asyncpg

from prepaid.core.findings import Finding, check

LISTED = 20
JOBS = """
SELECT id, entrypoint, CASE
    WHEN status = 'failed' THEN 'failed for the last time at ' || to_char(updated, 'YYYY-MM-DD HH24:MI:SS')
    WHEN status = 'picked' THEN 'its worker is silent since ' || to_char(heartbeat, 'YYYY-MM-DD HH24:MI:SS')
    ELSE 'is due since ' || to_char(execute_after, 'YYYY-MM-DD HH24:MI:SS') || ' and no worker takes it'
END AS detail
FROM pgqueuer
WHERE status = 'failed'
   OR (status = 'picked' AND heartbeat < now() - interval '1 hour')
   OR (status = 'queued' AND execute_after < now() - interval '1 hour')
ORDER BY id LIMIT $1
"""
TASKS = """
SELECT merchant_id, id, kind, state, created_at FROM task
WHERE state IN ('QUEUED', 'RUNNING') AND recorded_at < now() - interval '1 day' ORDER BY recorded_at LIMIT $1
"""


@check("jobs")
async def verify_jobs(connection: asyncpg.Connection) -> list[Finding]:
    """Jobs that need somebody: see `prepaid.core.jobs.failed`."""
    return [
        Finding("jobs", None, f"job {row['id']} {row['entrypoint']}", row["detail"])
        for row in await connection.fetch(JOBS, LISTED)
    ]


@check("tasks")
async def verify_tasks(connection: asyncpg.Connection) -> list[Finding]:
    """Tasks that a user has been waiting for, for more than a day."""
    return [
        Finding(
            "tasks", None, f"task {row['merchant_id']}/{row['id']}", f"{row['kind']} is {row['state']} for over a day"
        )
        for row in await connection.fetch(TASKS, LISTED)
    ]
