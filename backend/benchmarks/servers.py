"""Starting and stopping the servers that are compared."""

import asyncio
import os
import socket
import sys
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from prepaid.core.database import app_url
from prepaid.core.settings import settings

BACKEND = Path(__file__).parents[1]
START_SECONDS = 60


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


@asynccontextmanager
async def process(
    command: Sequence[str], port: int, environment: dict[str, str], folder: Path = BACKEND
) -> AsyncIterator[int]:
    """Run a server until the block ends; the block begins when the port answers."""
    log = Path(tempfile.gettempdir()) / f"prepaid-bench-{port}.log"
    with log.open("wb") as output:
        child = await asyncio.create_subprocess_exec(
            *command, cwd=folder, env=os.environ | environment, stdout=output, stderr=asyncio.subprocess.STDOUT
        )
        try:
            await _answers(port, child)
            yield port
        finally:
            if child.returncode is None:
                child.terminate()
            await child.wait()


async def _answers(port: int, child: asyncio.subprocess.Process) -> None:
    for _ in range(START_SECONDS * 10):
        if child.returncode is not None:
            raise RuntimeError(f"the server for port {port} ended with exit code {child.returncode}")
        try:
            _, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError:
            await asyncio.sleep(0.1)
        else:
            writer.close()
            return
    raise RuntimeError(f"nothing answers on port {port} after {START_SECONDS} s")


def uvicorn(target: str, port: int, *options: str) -> list[str]:
    """The command of one uvicorn process, as the product itself is served."""
    common = ["--host", "127.0.0.1", "--port", str(port), "--log-level", "error", "--no-access-log"]
    return [sys.executable, "-m", "uvicorn", target, *common, "--loop", "uvloop", "--http", "httptools", *options]


@asynccontextmanager
async def own_server(url: str, target: str = "benchmarks.contenders.server:make") -> AsyncIterator[int]:
    """This server over the database at `url` (administrator's address), as the product runs it; yields its port."""
    port = free_port()
    environment = {
        "PREPAID_DATABASE_URL": app_url(url, settings().app_database_password.get_secret_value()),
        "PREPAID_PUBLIC_URL": f"http://127.0.0.1:{port}",
        "PREPAID_RATE_LIMIT_COST_PER_MINUTE": "1000000000",
        "PREPAID_LOG_LEVEL": "WARNING",
    }
    async with process(uvicorn(target, port, "--factory"), port, environment):
        yield port
