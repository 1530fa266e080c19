"""The endpoint as an ASGI application, called through HTTP clients of different callers."""

import fcntl
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest

from prepaid.core.database import Database, app_url
from prepaid.core.settings import settings
from tests.http.support.app import build

ROOT = Path(__file__).parents[2]
AUDIT = Path(__file__).parent / "audit"


@pytest.fixture
async def db(database: str) -> AsyncIterator[Database]:
    opened = Database(app_url(database, settings().app_database_password.get_secret_value()))
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
async def client(db: Database) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build(db), raise_app_exceptions=True)
    async with httpx.AsyncClient(transport=transport, base_url="https://prepaid.example") as opened:
        yield opened


@pytest.fixture(scope="package")
def server(database: str) -> Iterator[str]:
    """Address of the endpoint in a process of its own."""
    url = app_url(database, settings().app_database_password.get_secret_value())
    command = [sys.executable, "-m", "tests.http.support.serve", url]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield f"http://127.0.0.1:{int(process.stdout.readline())}/graphql"
        process.communicate(timeout=30)
    assert process.returncode == 0


@pytest.fixture(scope="session")
def audit_script() -> Path:
    """The suite's script, with its locked packages installed beside it."""
    lock, installed = AUDIT / "package-lock.json", AUDIT / "node_modules" / ".package-lock.json"
    with lock.open() as held:
        fcntl.flock(held, fcntl.LOCK_EX)  # test processes side by side install once
        if not installed.exists() or installed.stat().st_mtime < lock.stat().st_mtime:
            command = ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"]
            subprocess.run(command, cwd=AUDIT, check=True, capture_output=True, timeout=300)
    return AUDIT / "audit.mjs"
