"""Who checks the checker: one corruption per check, planted as superuser, and each is named."""

from collections.abc import Iterator
from pathlib import Path

import asyncpg
import pytest

import prepaid.tables
from prepaid.core import findings, idempotency, tasks, verify
from prepaid.core.actor import Actor
from prepaid.core.crypto import place
from prepaid.core.findings import Finding, check, checks
from prepaid.core.services import Services
from prepaid.core.settings import settings
from prepaid.kit.codec import fingerprint
from prepaid.kit.ids import uuid7

TABLES = prepaid.tables.metadata.tables


@pytest.fixture(autouse=True)
def _files_of_this_test(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The checks read the process's settings."""
    monkeypatch.setenv("PREPAID_DATA_DIR", str(tmp_path))
    settings.cache_clear()
    yield
    settings.cache_clear()


async def filled(services: Services, cashier: Actor) -> None:
    """A little of everything that the checks look at."""
    async with services.database.write(cashier) as tx:
        tenant, row = cashier.tenant, uuid7()
        await idempotency.claim(tx, "a" * 16, fingerprint({}))
        await idempotency.store(tx, "a" * 16, {"ok": True})
        await services.data_keys.encrypt(tx, row, "13812345678", place("x.y", tenant, row), tenant=tenant)
        await services.files.put(tx, "test.export", "a.csv", b"a,b", "text/csv")
        await tasks.start(tx, "test.import")


async def said(fresh_database: str) -> list[str]:
    return [str(finding) for finding in await verify.run_checks(fresh_database)]


async def test_a_sound_database_has_no_findings(services: Services, cashier: Actor, fresh_database: str) -> None:
    await filled(services, cashier)
    steps: list[tuple[str, int, int]] = []
    assert await verify.run_checks(fresh_database, lambda *step: steps.append(step)) == []
    assert steps[-1] == ("checks", len(checks()), len(checks()))


INSERT_JOB = "INSERT INTO pgqueuer (priority, entrypoint, status, execute_after, heartbeat) VALUES (0, 'x.y', "
LONG_AGO = "now() - interval '2 hours'"
CORRUPTIONS = {
    "security is off": (
        "ALTER TABLE task DISABLE ROW LEVEL SECURITY",
        "row-security (invariant 9): table task: row-level security is off",
    ),
    "security is not forced": ("ALTER TABLE task NO FORCE ROW LEVEL SECURITY", "table task: row-level security is not"),
    "another owner": ("ALTER TABLE task OWNER TO app_bank", "table task: belongs to app_bank"),
    "a policy is dropped": ("DROP POLICY app_merchant ON task", "table task: the policy app_merchant is missing"),
    "a policy is widened": (
        "ALTER POLICY app_merchant ON task USING (true)",
        "table task: the policy app_merchant allows other rows",
    ),
    "a policy's check is widened": (
        "ALTER POLICY app_merchant ON task WITH CHECK (true)",
        "table task: the policy app_merchant allows other rows",
    ),
    "a policy is added": ("CREATE POLICY hole ON task USING (true)", "table task: has the policy hole"),
    "a policy is for all": ("ALTER POLICY app_merchant ON task TO PUBLIC", "table task: has the policy app_merchant"),
    "a table stands aside": ("CREATE TABLE copied (merchant_id uuid)", "table copied: has a merchant_id and no"),
    "a table is dropped": ("DROP TABLE task CASCADE", "row-security (invariant 9): table task: is missing"),
    "a grant": (
        "GRANT UPDATE ON audit_event TO app_merchant",
        "privileges (invariant 9): table audit_event: app_merchant may UPDATE, which is not declared",
    ),
    "a grant to all": ("GRANT SELECT ON task TO PUBLIC", "table task: PUBLIC may SELECT, which is not"),
    "a grant to the login": ("GRANT SELECT ON task TO prepaid_app", "table task: prepaid_app may SELECT, which is not"),
    "a grant of a column": (
        "GRANT UPDATE (fingerprint) ON idempotency_key TO app_bank",
        "table idempotency_key: app_bank may UPDATE (fingerprint), which is not declared",
    ),
    "a grant is taken": ("REVOKE SELECT ON task FROM app_merchant", "app_merchant may not SELECT, which is declared"),
    "a belt is cut": (
        "DROP TRIGGER append_only ON audit_event",
        "append-only (invariant 10): table audit_event: no longer refuses UPDATE and DELETE",
    ),
    "a belt is loosened": ("ALTER TABLE audit_seal DISABLE TRIGGER append_only", "table audit_seal: no longer refuses"),
    "a key has no answer": (
        "UPDATE idempotency_key SET answer = NULL",
        "idempotency (invariant 6): idempotency_key of account:",
    ),
    "a data key of another row": ("UPDATE data_key SET id = gen_random_uuid()", "ciphertexts: data_key.wrapped of"),
    "a data key is damaged": ("UPDATE data_key SET wrapped = wrapped || sha256('x')", "ciphertexts: data_key.wrapped"),
    "a file has other contents": ("UPDATE stored_file SET sha256 = sha256('x')", "has other contents than were"),
    "a file is gone": ("UPDATE stored_file SET key = 'nowhere'", "is missing in the store"),
    "a job failed": (INSERT_JOB + "'failed', now(), now())", "x.y: failed for the last time"),
    "a job that nobody knows": (INSERT_JOB + f"'queued', {LONG_AGO}, now())", "x.y: is due since"),
    "a job without a worker": (INSERT_JOB + f"'picked', now(), {LONG_AGO})", "x.y: its worker is silent since"),
    "a task that nobody does": (
        "UPDATE task SET recorded_at = now() - interval '2 days'",
        "tasks: task {merchant}/{task}: test.import is QUEUED for over a day",
    ),
}


@pytest.mark.parametrize("corruption", CORRUPTIONS)
async def test_every_corruption_is_named(
    services: Services, cashier: Actor, fresh_database: str, superuser: asyncpg.Connection, corruption: str
) -> None:
    await filled(services, cashier)
    statement, expected = CORRUPTIONS[corruption]
    task = await superuser.fetchval("SELECT id FROM task")
    await superuser.execute(statement)
    found = await said(fresh_database)
    assert [line for line in found if expected.format(merchant=cashier.merchant_id, task=task) in line], found


ROLE_CORRUPTIONS = {
    "ALTER ROLE app_bank BYPASSRLS": "role app_bank: bypasses row-level security",
    "ALTER ROLE app_bank LOGIN": "role app_bank: can log in",
    "ALTER ROLE prepaid_app CREATEROLE": "role prepaid_app: has rights of an administrator",
    "GRANT prepaid_owner TO prepaid_app": "role prepaid_app: is a member of prepaid_owner",
    "GRANT app_bank TO app_merchant": "role app_merchant: is a member of app_bank",
    "GRANT app_bank TO prepaid_app WITH INHERIT TRUE": "role prepaid_app: has the rights of app_bank without",
}


@pytest.mark.parametrize("corruption", ROLE_CORRUPTIONS)
async def test_roles_with_too_many_rights_are_named(superuser: asyncpg.Connection, corruption: str) -> None:
    """Roles are the whole server's: nothing of this is committed, so no other test can see it."""
    transaction = superuser.transaction()
    await transaction.start()
    await superuser.execute(corruption)
    found = [str(finding) for finding in await verify.grants.verify_privileges(superuser)]
    await transaction.rollback()
    assert [line for line in found if ROLE_CORRUPTIONS[corruption] in line], found


async def test_a_check_that_cannot_run_is_a_finding(fresh_database: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(findings, "_checks", {})

    @check("broken")
    async def broken(connection: asyncpg.Connection) -> list[Finding]:
        await connection.execute("SELECT * FROM nowhere")
        return []

    @check("after")
    async def after(connection: asyncpg.Connection) -> list[Finding]:
        return [Finding("after", 9, "x", "still runs")] if await connection.fetchval("SELECT 1") else []

    assert await said(fresh_database) == [
        "after (invariant 9): x: still runs",
        "broken: the check itself: could not run: UndefinedTableError",
    ]
