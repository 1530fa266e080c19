"""The whole product on free ports of this machine: server, worker, provider sandbox and the built web admin."""

import fcntl
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from prepaid.core.database import app_url
from prepaid.core.settings import settings
from tests.support.served import Served, free_port, serving, wait_until_ready

ROOT = Path(__file__).parents[2]
FRONTEND = ROOT / "frontend"
STOP_SECONDS = 40


@dataclass(frozen=True)
class Site:
    """Where browsers find the admin, where callers find the API, and where the messages to people end up."""

    url: str
    api: Served
    sandbox_url: str


def build_admin() -> None:
    """Build the admin unless that is done; of several processes one builds and the others wait."""
    (ROOT / "test-results").mkdir(exist_ok=True)
    with open(ROOT / "test-results" / "build-admin.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        subprocess.run([ROOT / "scripts" / "build-admin"], check=True, stdout=subprocess.DEVNULL)


@contextmanager
def running_site(admin_url: str, folder: Path) -> Iterator[Site]:
    """Run everything over a migrated and seeded database; files lie in `folder`."""
    build_admin()
    sandbox_port, admin_port = free_port(), free_port()
    url = f"http://127.0.0.1:{admin_port}"
    environment = {
        "PREPAID_DATABASE_URL": app_url(admin_url, settings().app_database_password.get_secret_value()),
        "PREPAID_DATA_DIR": str(folder),
        "PREPAID_ENVIRONMENT": "test",
        "PREPAID_LOG_LEVEL": "WARNING",
        "PREPAID_PUBLIC_URL": url,
        "PREPAID_SANDBOX_PORT": str(sandbox_port),
    }
    with ExitStack() as running:
        for part in ("sandbox", "worker"):
            running.enter_context(process([sys.executable, "-m", "prepaid.cli", part], environment))
        api = running.enter_context(serving(admin_url, **environment))
        preview = ["node", "node_modules/vite/bin/vite.js", "preview", "--host", "127.0.0.1", "--strictPort"]
        admin = process([*preview, "--port", str(admin_port)], {"PREPAID_BACKEND": api.url}, FRONTEND)
        wait_until_ready(url, running.enter_context(admin))
        yield Site(url, api, f"http://127.0.0.1:{sandbox_port}")


@contextmanager
def process(
    command: Sequence[str], environment: Mapping[str, str], folder: Path = ROOT
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program until the block ends."""
    child = subprocess.Popen(command, cwd=folder, env=os.environ | environment, stdout=subprocess.DEVNULL)
    try:
        yield child
    finally:
        child.terminate()
        child.wait(timeout=STOP_SECONDS)
