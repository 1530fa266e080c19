"""The queue's tables, made by pgqueuer's own query builder, and the one function that everybody may call."""

from pgqueuer.adapters.persistence.qb import QueryBuilderEnvironment
from pgqueuer.domain.settings import DBSettings
from pgqueuer.domain.types import Channel

from prepaid.core.actor import DbRole
from prepaid.core.migrate import OWNER

# Every name is given: pgqueuer would otherwise read some from variables as general as CHANNEL or TRIGGER.
SETTINGS = DBSettings(
    prefix="",
    channel=Channel("ch_pgqueuer"),
    function="fn_pgqueuer_changed",
    statistics_table="pgqueuer_statistics",
    queue_status_type="pgqueuer_status",
    queue_table="pgqueuer",
    queue_table_log="pgqueuer_log",
    trigger="tg_pgqueuer_changed",
    schedules_table="pgqueuer_schedules",
)
TABLES = (SETTINGS.queue_table, SETTINGS.queue_table_log, SETTINGS.statistics_table, SETTINGS.schedules_table)
WORKER_VERBS = "SELECT, INSERT, UPDATE, DELETE"

# Runs with the rights of the tables' owner, so that a role which may enqueue can neither read nor change the
# queue. A job with the same dedupe key that waits or runs already takes the new one's place.
ENQUEUE = """
CREATE FUNCTION enqueue_job(
    job_name text, job_payload bytea, job_headers jsonb, run_at timestamptz, job_dedupe_key text, job_priority integer
) RETURNS bigint LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    INSERT INTO public.pgqueuer (priority, status, entrypoint, payload, headers, execute_after, dedupe_key)
    VALUES (job_priority, 'queued', job_name, job_payload, job_headers, coalesce(run_at, now()), job_dedupe_key)
    ON CONFLICT (dedupe_key) WHERE status IN ('queued', 'picked') AND dedupe_key IS NOT NULL DO NOTHING
    RETURNING id
$$
"""
SIGNATURE = "enqueue_job(text, bytea, jsonb, timestamptz, text, integer)"


def install_sql() -> list[str]:
    """Statements for a migration, run as the owner of the tables."""
    statements = _split(QueryBuilderEnvironment(SETTINGS).build_install_query(create_schema=False))
    for table in TABLES:
        statements += [
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY",
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY",
            f"GRANT {WORKER_VERBS} ON {table} TO {DbRole.WORKER}",
            f"CREATE POLICY {DbRole.WORKER} ON {table} TO {DbRole.WORKER} USING (true) WITH CHECK (true)",
        ]
    return [
        *statements,
        # For `enqueue_job`, which runs as the owner.
        f"CREATE POLICY {OWNER} ON {SETTINGS.queue_table} TO {OWNER} USING (true) WITH CHECK (true)",
        ENQUEUE,
        f"REVOKE ALL ON FUNCTION {SIGNATURE} FROM PUBLIC",
        f"GRANT EXECUTE ON FUNCTION {SIGNATURE} TO {', '.join(DbRole)}",
    ]


def uninstall_sql() -> list[str]:
    """What takes `install_sql` back."""
    return [f"DROP FUNCTION {SIGNATURE}", *_split(QueryBuilderEnvironment(SETTINGS).build_uninstall_query())]


def _split(script: str) -> list[str]:
    """The single statements of a script whose function bodies stand between `$$`."""
    statements = [""]
    for number, part in enumerate(script.split("$$")):
        if number % 2:
            statements[-1] += f"$${part}$$"
            continue
        first, *others = part.split(";")
        statements[-1] += first
        statements += others
    return [statement.strip() for statement in statements if statement.strip()]
