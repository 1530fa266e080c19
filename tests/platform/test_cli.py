"""The commands as people run them: in a process of their own, against real databases."""

import os
import re
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tests.support.postgres import PostgresServer

COMMANDS = {
    "run", "serve", "worker", "sandbox", "migrate", "seed", "create-admin", "verify",
    "schema", "settings", "bench", "backup", "restore", "rotate-keys",
}  # fmt: skip


def prepaid(*arguments: str, **variables: str) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if "DATABASE_URL" not in name}
    return subprocess.run(
        [sys.executable, "-m", "prepaid.cli", *arguments],
        env={**kept, "NO_COLOR": "1", "COLUMNS": "200", **variables},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_help_names_every_command_and_loads_no_part() -> None:
    done = prepaid("--help")
    assert done.returncode == 0
    assert set(re.findall(r"^│ ([a-z-]+) ", done.stdout.split("Commands")[1], re.MULTILINE)) == COMMANDS
    program = "import sys, prepaid.cli; print(*{'strawberry', 'starlette', 'alembic', 'uvicorn'} & set(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert loaded.stdout.strip() == ""


@pytest.mark.parametrize(
    ("variables", "sentence"),
    [
        ({"DATABASE_URL": "postgresql://postgres@127.0.0.1:1/prepaid"}, "No PostgreSQL answers at 127.0.0.1:1 "),
        ({"DATABASE_URL": "mysql://somewhere/else"}, "DATABASE_URL must look like postgresql://"),
        ({"PREPAID_PORT": "eighty"}, "PREPAID_PORT: Input should be a valid integer"),
        ({"PREPAID_ENVIRONMENT": "production"}, "production needs its own values for: encryption_keys"),
        ({"PREPAID_DATA_DIR": "/dev/null/x"}, "PREPAID_DATA_DIR"),
    ],
)
def test_what_the_user_can_put_right_is_one_sentence(variables: dict[str, str], sentence: str) -> None:
    done = prepaid("migrate", **variables)
    assert done.returncode == 1
    assert done.stdout == ""
    assert sentence in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1


def test_the_schema_goes_up_down_and_up_again(postgres: PostgresServer) -> None:
    postgres.execute("CREATE DATABASE updown TEMPLATE template0")
    url = postgres.admin_url("updown")
    try:
        for arguments in (["migrate"], ["migrate", "--down", "base"], ["migrate"]):
            done = prepaid(*arguments, DATABASE_URL=url)
            assert done.returncode == 0, done.stderr
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT count(*) FROM alembic_version").fetchone() == (1,)
    finally:
        postgres.drop("updown")


def test_the_first_administrator_is_made_once_or_refused_in_a_sentence(fresh_database: str) -> None:
    def create(login: str, password: str) -> subprocess.CompletedProcess[str]:
        return prepaid("create-admin", login, "--password", password, DATABASE_URL=fresh_database)

    refused = [create("nobody", "Correct-Horse-7-Battery"), create("chief@bank.example", "short")]
    assert [(done.returncode, len(done.stderr.splitlines())) for done in refused] == [(1, 1), (1, 1)]
    made = create("chief@bank.example", "Correct-Horse-7-Battery")
    assert (made.returncode, made.stderr) == (0, "")
    with psycopg.connect(fresh_database) as connection:
        assert connection.execute("SELECT count(*) FROM account").fetchone() == (1,)


def test_an_unknown_revision_is_a_sentence(fresh_database: str) -> None:
    done = prepaid("migrate", "nowhere", DATABASE_URL=fresh_database)
    assert done.returncode == 1
    assert done.stderr.startswith("Can't locate revision identified by 'nowhere': correct the revision")


def test_a_backup_restores_whole_into_an_empty_database_and_only_there(
    postgres: PostgresServer, fresh_database: str, tmp_path: Path
) -> None:
    with psycopg.connect(fresh_database, autocommit=True) as connection:
        tables = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
    file = tmp_path / "prepaid.backup"
    assert prepaid("backup", str(file), DATABASE_URL=fresh_database).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [file.name]
    assert file.stat().st_mode & 0o077 == 0, "it holds every tenant's rows: for its owner alone"

    postgres.execute("CREATE DATABASE restored TEMPLATE template0")
    url = postgres.admin_url("restored")
    try:
        done = prepaid("restore", str(file), DATABASE_URL=url)
        assert done.returncode == 0, done.stderr
        with psycopg.connect(url) as connection:
            counted = connection.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
        assert counted == tables
        again = prepaid("restore", str(file), DATABASE_URL=url)
        assert (again.returncode, "The database is not empty" in again.stderr) == (1, True)
    finally:
        postgres.drop("restored")


def test_a_file_that_is_no_backup_is_a_sentence(postgres: PostgresServer, tmp_path: Path) -> None:
    postgres.execute("CREATE DATABASE empty TEMPLATE template0")
    file = tmp_path / "letter.txt"
    file.write_text("Dear bank")
    try:
        done = prepaid("restore", str(file), DATABASE_URL=postgres.admin_url("empty"))
        assert (done.returncode, "pg_restore failed (" in done.stderr) == (1, True)
        missing = prepaid("restore", str(tmp_path / "nothing"), DATABASE_URL=postgres.admin_url("empty"))
        assert (missing.returncode, "There is no file" in missing.stderr) == (1, True)
    finally:
        postgres.drop("empty")
