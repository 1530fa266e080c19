"""What is asked before anything starts, and the answers people get."""

import asyncio
import os
import socket
from collections.abc import Callable
from pathlib import Path

import asyncpg
import pytest

from prepaid.core import databases
from prepaid.core.databases import ServerUnusableError, ensure_database, require_server
from prepaid.core.setup_error import SetupError
from prepaid.launcher.heartbeat import beats, with_heartbeat
from prepaid.launcher.ports import require_free_port
from prepaid.launcher.readiness import wait_until_ready
from tests.support.postgres import PostgresServer


def test_a_taken_port_names_the_setting_that_moves_the_server() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SetupError, match=rf"127\.0\.0\.1:{port} .*stop the program .* or set PREPAID_PORT"):
            require_free_port("127.0.0.1", port, "PREPAID_PORT")
    require_free_port("127.0.0.1", port, "PREPAID_PORT")


async def test_a_database_is_created_once_although_many_ask(postgres: PostgresServer) -> None:
    created = await asyncio.gather(*(ensure_database(postgres.admin_url("postgres"), 'odd "name"') for _ in range(5)))
    assert sorted(created) == [False, False, False, False, True]
    connection = await asyncpg.connect(postgres.admin_url('odd "name"'))
    assert await connection.fetchval("SELECT datctype FROM pg_database WHERE datname = current_database()") == "C.UTF-8"
    await connection.close()
    postgres.drop('odd "name"')


async def test_a_usable_server_is_accepted(postgres: PostgresServer) -> None:
    await require_server(postgres.admin_url("postgres"))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (
            lambda url: url.removesuffix("/postgres") + "/nowhere",
            r"has no database nowhere: create it, or correct DATABASE_URL",
        ),
        (lambda url: url.replace("postgres:", "postgres:x", 1).replace(":x", ":wrong"), r"refuses the login"),
        (
            lambda url: "postgresql://postgres@127.0.0.1:1/postgres",
            r"No PostgreSQL answers at 127\.0\.0\.1:1 .*start it",
        ),
        (lambda url: "postgresql://postgres@nosuch.invalid/postgres", r"No PostgreSQL answers at nosuch\.invalid:5432"),
    ],
)
async def test_an_unusable_address_is_a_sentence(
    postgres: PostgresServer, change: Callable[[str], str], sentence: str
) -> None:
    with pytest.raises(ServerUnusableError, match=sentence):
        await require_server(change(postgres.admin_url("postgres")))


async def test_an_old_server_is_a_sentence(postgres: PostgresServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(databases, "MINIMUM_VERSION", 19)
    with pytest.raises(ServerUnusableError, match=r"is PostgreSQL 18: point DATABASE_URL to version 19 or later"):
        await require_server(postgres.admin_url("postgres"))


async def test_readiness_waits_through_refusals_until_the_server_says_200() -> None:
    answers = iter(["503 Service Unavailable", "503 Service Unavailable", "200 OK"])

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(f"HTTP/1.1 {next(answers)}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n".encode())
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        await wait_until_ready(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/readyz")
    assert next(answers, None) is None


async def test_a_server_that_never_gets_ready_is_a_sentence() -> None:
    with pytest.raises(SetupError, match=r"not ready after 0 s .*ConnectError.*see its lines above"):
        await wait_until_ready("http://127.0.0.1:1/readyz", timeout_seconds=0.3)


async def test_a_worker_is_healthy_while_its_loop_turns(tmp_path: Path) -> None:
    file, finish = tmp_path / "beat", asyncio.Event()

    async def work() -> None:
        await finish.wait()

    assert not beats(file)
    working = asyncio.create_task(with_heartbeat(work(), file))
    while not file.exists():
        await asyncio.sleep(0)
    assert beats(file)
    os.utime(file, (0, 0))
    assert not beats(file)
    finish.set()
    await working
    assert not file.exists()
