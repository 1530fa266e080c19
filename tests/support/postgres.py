"""One embedded PostgreSQL for a test run, one migrated template, a database per worker, clones on demand.

The server runs in a folder of this run below the system's temporary folder. The first process that needs
it starts it; the process that began the run (under xdist the controller) removes both at the end. What a
killed run left behind is removed by the next one.
"""

import contextlib
import fcntl
import getpass
import os
import shutil
import tempfile
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from prepaid.core import migrate
from prepaid.core.embedded_postgres import EmbeddedPostgres
from prepaid.core.settings import settings

RUN_VARIABLE = "PREPAID_TEST_RUN"
TEMPLATE = "prepaid_template"
CREATE_TEMPLATE = (
    "CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
)


@dataclass(frozen=True)
class PostgresServer:
    """The run's server; all addresses are the administrator's (`postgres`, a superuser)."""

    embedded: EmbeddedPostgres

    def admin_url(self, database: str) -> str:
        """`postgresql://…` of a database for the administrator."""
        return self.embedded.url(database)

    def execute(self, statement: str, *names: str) -> None:
        """Run one statement outside a transaction; `{}` in it are identifiers."""
        with psycopg.connect(self.admin_url("postgres"), autocommit=True) as connection:
            connection.execute(sql.SQL(statement).format(*map(sql.Identifier, names)))

    def clone(self, name: str, of: str = TEMPLATE) -> str:
        """Create the database `name` as a copy of the migrated template, or of another; returns its address."""
        self.execute("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, of)
        return self.admin_url(name)

    def drop(self, name: str) -> None:
        """Drop a database even if something is still connected."""
        self.execute("DROP DATABASE {} WITH (FORCE)", name)

    def ensure_template(self) -> None:
        """Create and migrate the template once a run."""
        self._once(TEMPLATE, lambda draft: self.execute(CREATE_TEMPLATE, draft), _migrate)

    def ensure_copy(self, name: str, fill: Callable[[str], None]) -> None:
        """Create a copy of the template and have `fill` fill it, given its address, once a run."""
        self._once(name, self.clone, fill)

    def _once(self, name: str, create: Callable[[str], object], fill: Callable[[str], None]) -> None:
        """Whoever comes first makes a database; the others wait. One that was not finished is made anew."""
        with psycopg.connect(self.admin_url("postgres"), autocommit=True) as connection:
            connection.execute("SELECT pg_advisory_lock(hashtext(%s))", [name])
            if connection.execute("SELECT true FROM pg_database WHERE datname = %s", [name]).fetchone():
                return
            draft = f"{name}_draft"
            self.execute("DROP DATABASE IF EXISTS {} WITH (FORCE)", draft)
            create(draft)
            fill(self.admin_url(draft))
            self.execute("ALTER DATABASE {} RENAME TO {}", draft, name)


@pytest.fixture(scope="session")
def postgres() -> PostgresServer:
    """The run's server with its migrated template."""
    embedded = EmbeddedPostgres(_run_folder(), durable=False)
    embedded.start()
    server = PostgresServer(embedded)
    server.ensure_template()
    return server


@pytest.fixture(scope="session")
def database(postgres: PostgresServer) -> Iterator[str]:
    """Administrator's address of this worker's migrated database, shared by its tests: leave nothing behind."""
    name = f"worker_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}_{os.getpid()}"
    yield postgres.clone(name)
    postgres.drop(name)


@pytest.fixture
def fresh_database(postgres: PostgresServer) -> Iterator[str]:
    """Administrator's address of a migrated database of this one test, which may commit what it likes."""
    name = f"test_{uuid.uuid4().hex}"
    yield postgres.clone(name)
    postgres.drop(name)


def _migrate(url: str) -> None:
    """Migrate in a thread: the migration's event loop must not replace the one of the test that asked first."""
    password = settings().app_database_password.get_secret_value()
    with ThreadPoolExecutor(1) as pool:
        pool.submit(migrate.upgrade, url, password).result()


def _all_runs() -> Path:
    return Path(tempfile.gettempdir()) / f"prepaid-tests-{getpass.getuser()}"


def _run_folder() -> Path:
    return _all_runs() / os.environ[RUN_VARIABLE]


def pytest_configure(config: pytest.Config) -> None:
    """In the process that begins the run: name it, hold its folder, clear what dead runs left.

    Files that tests store, and secrets they generate, lie in that folder too, never in a developer's.
    """
    if hasattr(config, "workerinput"):
        return
    _all_runs().mkdir(mode=0o755, exist_ok=True)
    for folder in _all_runs().iterdir():
        _remove_if_dead(folder)
    os.environ[RUN_VARIABLE] = f"{os.getpid()}-{uuid.uuid4().hex[:8]}"
    _run_folder().mkdir()
    os.environ["PREPAID_DATA_DIR"] = str(_run_folder() / "data")
    held = open(_run_folder() / "held", "w")  # noqa: SIM115 - open for as long as the run
    fcntl.flock(held, fcntl.LOCK_EX)
    config.add_cleanup(held.close)
    config.add_cleanup(lambda: _remove(_run_folder()))


def _remove_if_dead(folder: Path) -> None:
    with contextlib.suppress(BlockingIOError, FileNotFoundError), open(folder / "held") as held:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        _remove(folder)


def _remove(folder: Path) -> None:
    EmbeddedPostgres(folder, durable=False).stop()
    shutil.rmtree(folder)
