"""`prepaid run`: the whole product on one machine, from nothing to a sign-in page."""

import asyncio
import signal
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import FrameType

from prepaid.core.database import app_url
from prepaid.core.settings import settings
from prepaid.launcher import console
from prepaid.launcher.administrator import administrator_url
from prepaid.launcher.child import ChildSpec
from prepaid.launcher.ports import require_free_port
from prepaid.launcher.readiness import wait_until_ready
from prepaid.launcher.supervisor import ChildDiedError, supervise

FRONTEND = Path(__file__).parents[3] / "frontend"

Preparation = tuple[str, Callable[[str], None]]
"""What is done, and the function that does it to the database at the administrator's address."""


def run(preparations: Sequence[Preparation], accounts: Sequence[console.DemoAccount]) -> int:
    """Start everything, and stay until Ctrl-C, SIGTERM or the death of a process; the exit code.

    `preparations` are done in order before the processes start (migrations, demo data).

    Raises:
        SetupError: something on the machine is wrong; its text says what to do.
    """
    require_free_port(settings().host, settings().port, "PREPAID_PORT")
    require_free_port("127.0.0.1", settings().sandbox_port, "PREPAID_SANDBOX_PORT")
    if admin_is_built():
        require_free_port("127.0.0.1", settings().admin_port, "PREPAID_ADMIN_PORT")
    signal.signal(signal.SIGTERM, _leave)
    console.step("Database: " + ("your own (DATABASE_URL)" if settings().database_url else "embedded PostgreSQL 18"))
    with administrator_url() as admin_url:
        for what, act in preparations:
            console.step(what)
            act(admin_url)
        console.step("Provider sandbox, worker, server")
        own_url = app_url(admin_url, settings().app_database_password.get_secret_value())
        try:
            asyncio.run(_serve(own_url, accounts))
        except ChildDiedError as error:
            console.died(str(error), error.last_lines)
            return 1
    console.step("Stopped")
    return 0


async def _serve(own_url: str, accounts: Sequence[console.DemoAccount]) -> None:
    server = f"http://{_local_host()}:{settings().port}"
    places = {"GraphQL": f"{server}/graphql", "Provider sandbox": f"http://127.0.0.1:{settings().sandbox_port}"}
    if admin_is_built():
        places = {"Web admin": admin_address()} | places

    async def welcome() -> None:
        await wait_until_ready(f"{server}/readyz")
        console.welcome(places, accounts)

    await supervise(children(own_url, server), console.child_line, welcome)


def children(own_url: str, server: str) -> list[ChildSpec]:
    """The product's processes, in the order they are started; they know the database without the administrator."""
    environment = {"PREPAID_DATABASE_URL": own_url}
    if "public_url" not in settings().model_fields_set:
        environment["PREPAID_PUBLIC_URL"] = admin_address() if admin_is_built() else server
    if console.console.is_terminal:
        environment["FORCE_COLOR"] = "1"
    specs = [
        ChildSpec(name, [sys.executable, "-m", "prepaid.cli", command], environment)
        for name, command in (("sandbox", "sandbox"), ("worker", "worker"), ("server", "serve"))
    ]
    if admin_is_built():
        options = ["--host", "127.0.0.1", "--port", str(settings().admin_port), "--strictPort"]
        command = ["node", str(FRONTEND / "node_modules/vite/bin/vite.js"), "preview", str(FRONTEND), *options]
        specs.append(ChildSpec("admin", command, {"PREPAID_BACKEND": server}))
    return specs


def admin_is_built() -> bool:
    """Whether there is a web admin to serve (`scripts/build-admin` makes it)."""
    return (FRONTEND / "dist" / "index.html").exists()


def admin_address() -> str:
    """Where `make run` serves the web admin; it passes API calls on, so browsers know one origin."""
    return f"http://127.0.0.1:{settings().admin_port}"


def _local_host() -> str:
    """The address under which this machine reaches its own server."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings().host, settings().host)  # noqa: S104


def _leave(number: int, _: FrameType | None) -> None:
    """SIGTERM before the processes run: unwind, so that the database is stopped."""
    raise SystemExit(128 + number)
