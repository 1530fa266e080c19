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
from prepaid.launcher.prepared import fingerprint, is_prepared, mark_prepared
from prepaid.launcher.readiness import wait_until_ready
from prepaid.launcher.supervisor import ChildDiedError, supervise
from prepaid.providers.wechat_pay.config import NOTIFY_PATH

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
    signal.signal(signal.SIGTERM, _leave)
    console.step("Database: " + ("your own (DATABASE_URL)" if settings().database_url else "embedded PostgreSQL 18"))
    with administrator_url() as admin_url:
        _prepare(admin_url, preparations)
        console.step("Provider sandbox, worker, server")
        own_url = app_url(admin_url, settings().app_database_password.get_secret_value())
        try:
            asyncio.run(_serve(own_url, accounts))
        except ChildDiedError as error:
            console.died(str(error), error.last_lines)
            return 1
    console.step("Stopped")
    return 0


def _prepare(admin_url: str, preparations: Sequence[Preparation]) -> None:
    """Do what this code has not done to this database yet."""
    code = fingerprint()
    if asyncio.run(is_prepared(admin_url, code)):
        return
    for what, act in preparations:
        console.step(what)
        act(admin_url)
    asyncio.run(mark_prepared(admin_url, code))


async def _serve(own_url: str, accounts: Sequence[console.DemoAccount]) -> None:
    server = f"http://{_local_host()}:{settings().port}"
    built = admin_folder() is not None
    places = {"Open": server} if built else {"GraphQL (no web admin is built)": f"{server}/graphql"}

    async def welcome() -> None:
        await wait_until_ready(f"{server}/readyz")
        console.welcome(places, accounts)

    await supervise(children(own_url, server), console.child_line, welcome)


def children(own_url: str, server: str) -> list[ChildSpec]:
    """The product's processes, in the order they are started; they know the database without the administrator."""
    environment = {"PREPAID_DATABASE_URL": own_url}
    if "public_url" not in settings().model_fields_set:
        environment["PREPAID_PUBLIC_URL"] = server
    if settings().wechat_pay_mchid is None and settings().wechat_pay_notify_url is None:
        # The sandbox is on this machine, whatever address browsers use.
        environment["PREPAID_WECHAT_PAY_NOTIFY_URL"] = server + NOTIFY_PATH
    admin = admin_folder()
    if admin is not None:
        environment["PREPAID_ADMIN_DIR"] = str(admin)
    if console.console.is_terminal:
        environment["FORCE_COLOR"] = "1"
    return [
        ChildSpec(name, [sys.executable, "-m", "prepaid.cli", command], environment)
        for name, command in (("sandbox", "sandbox"), ("server", "serve"), ("worker", "worker"))
    ]


def admin_folder() -> Path | None:
    """The web admin that the server is to serve: as configured, or as `scripts/build-admin` made it, if it did."""
    built = FRONTEND / "dist"
    return settings().admin_dir or (built if (built / "index.html").exists() else None)


def _local_host() -> str:
    """The address under which this machine reaches its own server."""
    return {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings().host, settings().host)  # noqa: S104


def _leave(number: int, _: FrameType | None) -> None:
    """SIGTERM before the processes run: unwind, so that the database is stopped."""
    raise SystemExit(128 + number)
