"""One line of migrations: up, down to nothing, up again, and no difference from the models."""

import psycopg
import pytest
from alembic.script import ScriptDirectory

from prepaid.core import migrate
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
    assert len(ScriptDirectory(str(migrate.MIGRATIONS)).get_heads()) == 1


def test_up_down_and_up_again(empty: str) -> None:
    password = settings().app_database_password.get_secret_value()
    migrate.upgrade(empty, password)
    migrate.check_drift(empty)
    migrate.downgrade(empty, "base")
    with psycopg.connect(empty) as connection:
        assert connection.execute(LEFT).fetchall() == [("alembic_version",)]
    migrate.upgrade(empty, password)
    migrate.check_drift(empty)
