"""One line of migrations: up, down to nothing, up again, and no difference from the models."""

from collections.abc import Iterator

import psycopg
import pytest
from alembic.script import ScriptDirectory
from sqlalchemy.engine import make_url

from prepaid.core import migrate
from prepaid.core.actor import DbRole
from prepaid.core.database import APP_LOGIN
from prepaid.core.revisions import MAINTENANCE, MIGRATIONS, OWNER, head_revision
from prepaid.core.settings import settings
from prepaid.kit.ids import uuid7
from tests.support.postgres import CREATE_TEMPLATE, PostgresServer

LEFT = """SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S', 'v')
UNION ALL SELECT proname FROM pg_proc p JOIN pg_roles r ON r.oid = proowner WHERE rolname = 'prepaid_owner'"""


@pytest.fixture
def empty(postgres: PostgresServer) -> str:
    name = f"empty_{uuid7().hex}"
    postgres.execute(CREATE_TEMPLATE, name)
    return postgres.admin_url(name)


def test_there_is_one_head() -> None:
    assert ScriptDirectory(str(MIGRATIONS)).get_heads() == [head_revision()]


def test_up_down_and_up_again(empty: str) -> None:
    password = settings().app_database_password.get_secret_value()
    migrate.upgrade(empty, password)
    migrate.check_drift(empty)
    migrate.downgrade(empty, "base")
    with psycopg.connect(empty) as connection:
        assert connection.execute(LEFT).fetchall() == [("alembic_version",)]
    migrate.upgrade(empty, password)
    migrate.check_drift(empty)


@pytest.fixture
def plain_login(postgres: PostgresServer) -> Iterator[str]:
    """A database of a login that may create roles and nothing else, as a hosted server gives one out."""
    name = f"plain_{uuid7().hex}"
    with psycopg.connect(postgres.admin_url("postgres"), autocommit=True) as connection:
        connection.execute(f"CREATE ROLE {name} LOGIN CREATEROLE PASSWORD 'plain'")
        connection.execute(f"CREATE DATABASE {name} OWNER {name} TEMPLATE template0")
        for role in (OWNER, MAINTENANCE, APP_LOGIN, *DbRole):
            # What it would have of the roles if it had created them.
            connection.execute(f"GRANT {role} TO {name} WITH ADMIN TRUE, INHERIT FALSE, SET FALSE")
    with psycopg.connect(postgres.admin_url(name), autocommit=True) as connection:
        connection.execute(f"ALTER SCHEMA public OWNER TO {name}")
    url = make_url(postgres.admin_url(name)).set(username=name, password="plain")
    yield url.render_as_string(hide_password=False)
    postgres.drop(name)


def test_a_login_that_is_no_superuser_can_migrate(plain_login: str) -> None:
    migrate.upgrade(plain_login, settings().app_database_password.get_secret_value())
    migrate.check_drift(plain_login)
