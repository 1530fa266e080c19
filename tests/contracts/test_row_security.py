"""Tenant isolation in the database: linted, proven for merchants, and tried live as every role."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from psycopg import errors
from sqlalchemy import Table

from prepaid.core.actor import DbRole
from prepaid.kit.ids import uuid7
from tests.contracts.rows import TENANT_A, TENANT_B, insert, plant, tenant_tables
from tests.support.postgres import PostgresServer

CONFIG = Path(__file__).parents[2] / "backend" / "pgrls.toml"
ACCOUNT = uuid7()
SEES_ALL = {DbRole.BANK, DbRole.WORKER}
TABLES = {table.name: table for table in tenant_tables()}


def pgrls(*args: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(Path(sys.executable).parent / "pgrls"), *args, "--config", str(CONFIG), "--schemas", "public"],
        capture_output=True,
        text=True,
        check=False,
    )


def test_lint_finds_no_error_outside_the_reviewed_list(database: str) -> None:
    run = pgrls("lint", "--database-url", database, "--format", "json")
    findings = json.loads(run.stdout)
    errors_found = [
        f"{item['rule_id']} {item['location']}" for item in findings["violations"] if item["severity"] == "error"
    ]
    assert errors_found == []


@pytest.fixture(scope="module")
def merchants_only(postgres: PostgresServer) -> Iterator[str]:
    """A clone in which only the policies of `app_merchant` are left: what a merchant's session meets."""
    name = f"merchants_only_{uuid7().hex}"
    url = postgres.clone(name)
    with psycopg.connect(url, autocommit=True) as connection:
        policies = connection.execute(
            "SELECT policyname, tablename FROM pg_policies WHERE schemaname = 'public' AND roles <> '{app_merchant}'"
        ).fetchall()
        for policy, table in policies:
            connection.execute(f"DROP POLICY {policy} ON {table}")
    yield url
    postgres.drop(name)


@pytest.mark.parametrize("mode", ["anon", "cross-tenant", "write"])
def test_isolation_of_merchants_is_proven_for_every_tenant_table(merchants_only: str, mode: str) -> None:
    with psycopg.connect(merchants_only, autocommit=True) as connection:
        others = connection.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace"
        )
        for (table,) in others.fetchall():
            if table not in TABLES:
                connection.execute(f"DROP TABLE {table} CASCADE")
    run = pgrls("verify", "--mode", mode, "--strict", "--database-url", merchants_only, "--format", "json")
    verdicts = json.loads(run.stdout)
    assert run.returncode == 0, run.stdout
    assert "UNVERIFIED" not in run.stdout
    assert verdicts


@pytest.fixture(scope="module")
def planted(postgres: PostgresServer) -> Iterator[str]:
    name = f"planted_{uuid7().hex}"
    url = postgres.clone(name)
    with psycopg.connect(url) as connection:
        plant(connection, owner=ACCOUNT)
    yield url
    postgres.drop(name)


@pytest.fixture
def as_role(planted: str) -> Iterator[psycopg.Connection]:
    """A connection of the server's own login; the transaction is rolled back."""
    connection = psycopg.connect(planted)
    yield connection
    connection.rollback()
    connection.close()


def become(connection: psycopg.Connection, role: DbRole, *, account: object = ACCOUNT) -> None:
    connection.execute("SET LOCAL SESSION AUTHORIZATION prepaid_app")
    connection.execute(f"SET LOCAL ROLE {role}")
    merchant = TENANT_A if role is DbRole.MERCHANT else ""
    connection.execute(f"SET LOCAL app.merchant_id = '{merchant}'")
    connection.execute(f"SET LOCAL app.merchant_ids = '{TENANT_A}'")
    connection.execute(f"SET LOCAL app.account_id = '{account}'")


def visible(connection: psycopg.Connection, table: str) -> set[object]:
    """Tenants whose rows the role reads; none where it has no privilege at all."""
    try:
        with connection.transaction():
            return {row[0] for row in connection.execute(f"SELECT merchant_id FROM {table}").fetchall()}
    except errors.InsufficientPrivilege:
        return set()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("role", [DbRole.MERCHANT, DbRole.OPERATOR])
def test_staff_reads_its_own_tenants_alone(as_role: psycopg.Connection, role: DbRole, table: str) -> None:
    become(as_role, role)
    assert TENANT_B not in visible(as_role, table)


SHOWN_TO_CONSUMERS = frozenset(
    {"store", "store_relocation", "card_type_service", "package_entitlement", "package_gift", "price_change"}
)
"""What the mini-program shows to everybody."""


@pytest.mark.parametrize("table", sorted(set(TABLES) - SHOWN_TO_CONSUMERS))
def test_consumer_reads_nothing_that_is_another_accounts(as_role: psycopg.Connection, table: str) -> None:
    become(as_role, DbRole.CONSUMER, account=uuid7())
    assert visible(as_role, table) == set()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("role", sorted(SEES_ALL))
def test_bank_and_worker_read_all_tenants_or_have_no_privilege(
    as_role: psycopg.Connection, role: DbRole, table: str
) -> None:
    become(as_role, role)
    assert visible(as_role, table) in ({TENANT_A, TENANT_B}, set())


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("role", [DbRole.MERCHANT, DbRole.OPERATOR, DbRole.CONSUMER])
def test_foreign_rows_cannot_be_written(as_role: psycopg.Connection, role: DbRole, table: str) -> None:
    become(as_role, role, account=uuid7())
    for statement in (f"UPDATE {table} SET merchant_id = merchant_id", f"DELETE FROM {table}"):
        try:
            with as_role.transaction(force_rollback=True):
                changed = as_role.execute(f"{statement} WHERE merchant_id = '{TENANT_B}'").rowcount
        except errors.InsufficientPrivilege:
            changed = 0
        assert changed == 0
    with pytest.raises((errors.InsufficientPrivilege, errors.InvalidTextRepresentation)), as_role.transaction():
        insert(as_role, TABLES[table], TENANT_B, uuid7())


@pytest.mark.parametrize("table", TABLES)
def test_own_rows_cannot_be_given_away(as_role: psycopg.Connection, table: str) -> None:
    become(as_role, DbRole.MERCHANT)
    try:
        with as_role.transaction(force_rollback=True):
            changed = as_role.execute(f"UPDATE {table} SET merchant_id = '{TENANT_B}'").rowcount
    except errors.InsufficientPrivilege:
        changed = 0
    assert changed == 0


def test_login_role_has_no_privilege_of_its_own(planted: str) -> None:
    with psycopg.connect(planted) as connection:
        connection.execute("SET LOCAL SESSION AUTHORIZATION prepaid_app")
        for table in TABLES:
            with pytest.raises(errors.InsufficientPrivilege), connection.transaction():
                connection.execute(f"SELECT 1 FROM {table}")
        connection.rollback()


def test_without_a_tenant_the_answer_is_an_error_not_everything(as_role: psycopg.Connection) -> None:
    become(as_role, DbRole.MERCHANT)
    as_role.execute("SET LOCAL app.merchant_id = ''")
    with pytest.raises(errors.InvalidTextRepresentation):
        as_role.execute("SELECT 1 FROM membership")


def test_a_table_without_declared_access_is_refused() -> None:
    assert all("access" in table.info for table in map(_named, TABLES))


def _named(name: str) -> Table:
    return TABLES[name]
