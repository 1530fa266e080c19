"""The product as processes that can be killed: database, provider sandbox, server, worker, and proxies between them."""

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import httpx
import psycopg

from prepaid.core import migrate
from prepaid.core.database import app_url
from prepaid.core.embedded_postgres import EmbeddedPostgres
from prepaid.core.settings import settings
from tests.faults import till
from tests.faults.proxy import Proxy
from tests.support.served import free_port

DATABASE = "prepaid"
START_SECONDS = 90
CREATE = (
    f"CREATE DATABASE {DATABASE} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc"
    " LC_COLLATE 'C' LC_CTYPE 'C.UTF-8'"
)


@dataclass
class Plant:
    """Running processes; `to_*` are the proxies in front of them."""

    folder: Path
    postgres: EmbeddedPostgres
    to_database: Proxy
    to_sandbox: Proxy
    to_server: Proxy
    sandbox_port: int
    server_port: int
    environment: dict[str, str] = field(default_factory=dict)
    running: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)

    @property
    def admin_url(self) -> str:
        return self.postgres.url(DATABASE)

    @property
    def database_url(self) -> str:
        """As the product connects: through the proxy, as the role that owns nothing."""
        return through(app_url(self.admin_url, settings().app_database_password.get_secret_value()), self.to_database)

    @property
    def sandbox_url(self) -> str:
        return f"http://127.0.0.1:{self.sandbox_port}"

    @property
    def server_url(self) -> str:
        return f"http://127.0.0.1:{self.to_server.port}"

    def start(self, name: str) -> None:
        """Start a process; its output goes to `<name>.log` in the folder."""
        uvicorn = [sys.executable, "-m", "uvicorn", "--factory", "--log-level", "warning"]
        command = {
            "sandbox": [*uvicorn, "--port", str(self.sandbox_port), "prepaid.sandbox.app:served_app"],
            "server": [*uvicorn, "--port", str(self.server_port), "tests.faults.server:create_app"],
            "worker": [sys.executable, "-m", "tests.faults.worker"],
        }[name]
        with (self.folder / f"{name}.log").open("ab") as log:
            self.running[name] = subprocess.Popen(
                command, env=os.environ | self.environment, stdout=log, stderr=log, start_new_session=True
            )

    async def ready(self, name: str) -> None:
        """Wait until the server or the sandbox answers."""
        port = {"sandbox": self.sandbox_port, "server": self.server_port}[name]
        path = {"sandbox": "healthz", "server": "readyz"}[name]
        async with httpx.AsyncClient(trust_env=False, timeout=5) as http:
            for _ in range(START_SECONDS * 10):
                assert self.running[name].poll() is None, (self.folder / f"{name}.log").read_text()[-3_000:]
                try:
                    if (await http.get(f"http://127.0.0.1:{port}/{path}")).status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                await asyncio.sleep(0.1)
        raise AssertionError(f"{name} does not answer")

    def kill(self, name: str) -> None:
        """Kill -9."""
        process = self.running.pop(name)
        process.kill()
        process.wait()

    async def stop(self, name: str) -> None:
        """End a process as it should be ended; the proxies go on, for it may still need them."""
        process = self.running.pop(name, None)
        if process is not None:
            process.send_signal(signal.SIGTERM)
            try:
                await asyncio.to_thread(process.wait, timeout=60)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def through(url: str, proxy: Proxy) -> str:
    """The address with the proxy's port."""
    parts = urlsplit(url)
    host = f"{parts.username}:{parts.password}@127.0.0.1:{proxy.port}"
    return urlunsplit((parts.scheme, host, parts.path, parts.query, ""))


@asynccontextmanager
async def plant(folder: Path) -> AsyncIterator[Plant]:
    """Everything started from nothing; ended and removed at the end."""
    postgres = EmbeddedPostgres(folder, durable=False)
    await asyncio.to_thread(postgres.start)
    sandbox_port, server_port = free_port(), free_port()
    async with AsyncExitStack() as stack:
        stack.callback(postgres.stop)
        made = Plant(
            folder,
            postgres,
            await stack.enter_async_context(Proxy(postgres.port)),
            await stack.enter_async_context(Proxy(sandbox_port)),
            await stack.enter_async_context(Proxy(server_port)),
            sandbox_port,
            server_port,
        )
        await asyncio.to_thread(_prepare, made)
        sandbox = f"http://127.0.0.1:{made.to_sandbox.port}"
        made.environment |= {
            "PREPAID_DATABASE_URL": made.database_url,
            "PREPAID_DATA_DIR": str(folder),
            "PREPAID_ENVIRONMENT": "test",
            "PREPAID_PUBLIC_URL": made.server_url,
            "PREPAID_CUSTODY_URL": sandbox,
            "PREPAID_WECHAT_PAY_URL": sandbox,
            "PREPAID_SANDBOX_PORT": str(sandbox_port),
        }
        try:
            for name in ("sandbox", "server", "worker"):
                made.start(name)
            await made.ready("sandbox")
            await made.ready("server")
            yield made
        finally:
            for name in ("worker", "server", "sandbox"):
                await made.stop(name)


def _prepare(made: Plant) -> None:
    with psycopg.connect(made.postgres.url("postgres"), autocommit=True) as connection:
        connection.execute(CREATE)
    migrate.upgrade(made.admin_url, settings().app_database_password.get_secret_value())
    with psycopg.connect(made.admin_url, autocommit=True) as connection:
        connection.execute(till.TABLES)
