"""The real server in a process of its own over the demo data, and callers who sign in to it."""

import asyncio
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

import httpx
import pyotp
import pytest

from prepaid.core.database import app_url
from prepaid.core.settings import settings
from prepaid.kit import clock
from prepaid.kit.ids import uuid7
from prepaid.seed import DEMO_ACCOUNTS, DemoAccount, seed_demo
from tests.support.postgres import PostgresServer

START_SECONDS = 180
DEMO: Final = "prepaid_demo"
"""The filled database of a run: nothing connects to it, all others are its copies."""
TYPING_SECONDS = 10
"""So long a code must stay good when it is given out."""
SIGN_IN = """mutation In($input: SignInInput!) { signIn(input: $input) {
  step ticket membership { id } userErrors { code message } } }"""
SECOND = """mutation Second($input: VerifySecondFactorInput!) { verifySecondFactor(input: $input) {
  step membership { id } userErrors { code message } } }"""


@dataclass
class Caller:
    """A signed-in (or anonymous) caller with his own cookies."""

    http: httpx.Client

    def ask(self, text: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send a document; the whole answer."""
        answer: dict[str, Any] = self.response(text, variables).json()
        return answer

    def response(self, text: str, variables: dict[str, Any] | None = None) -> httpx.Response:
        return self.http.post("/graphql", json={"query": text, "variables": variables or {}})

    def data(self, text: str, variables: dict[str, Any] | None = None) -> dict[str, Any]:
        """Send a document that must not fail; its data."""
        answer = self.ask(text, variables)
        assert "errors" not in answer, answer["errors"]
        found: dict[str, Any] = answer["data"]
        return found


@dataclass(frozen=True)
class Served:
    """The server's address and its database's (administrator)."""

    url: str
    admin_url: str
    clients: list[httpx.Client] = field(default_factory=list)
    _steps: dict[str, int] = field(default_factory=dict)

    def caller(self, token: str | None = None) -> Caller:
        """Somebody who has not signed in, or who holds a bearer token."""
        headers = {"X-Requested-With": "test", "Origin": self.url, "Accept-Language": "zh-CN"}
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        self.clients.append(httpx.Client(base_url=self.url, headers=headers, timeout=30))
        return Caller(self.clients[-1])

    def signed_in(self, login: str) -> Caller:
        """A demo account, signed in by password and, where it has one, by its one-time code."""
        account = account_of(login)
        caller = self.caller()
        payload = caller.data(SIGN_IN, {"input": {"login": login, "password": account.password}})["signIn"]
        assert payload["userErrors"] == [], payload
        if payload["step"] == "SECOND_FACTOR":
            variables = {"input": {"ticket": payload["ticket"], "code": self.fresh_code(login)}}
            payload = caller.data(SECOND, variables)["verifySecondFactor"]
            assert payload["userErrors"] == [], payload
        assert payload["step"] == "SIGNED_IN", payload
        return caller

    def fresh_code(self, login: str) -> str:
        """A code that this server has not seen: each is good once, within one step of 30 s around the present."""
        generator = pyotp.TOTP(account_of(login).note.split()[-1])
        now = clock.now()
        left = generator.interval - now.timestamp() % generator.interval
        first = generator.timecode(now) - (1 if left > TYPING_SECONDS else 0)
        step = max(first, self._steps.get(login, 0) + 1)
        self._steps[login] = step
        return generator.generate_otp(step)


def account_of(login: str) -> DemoAccount:
    return next(account for account in DEMO_ACCOUNTS if account.login == login)


@pytest.fixture(scope="session")
def demo_database(postgres: PostgresServer) -> Iterator[str]:
    """Administrator's address of this worker's database with the demo data; clone it to change much."""
    postgres.ensure_copy(DEMO, lambda url: asyncio.run(seed_demo(url)))
    name = f"demo_{uuid7().hex}"
    yield postgres.clone(name, DEMO)
    postgres.drop(name)


@pytest.fixture(scope="module")
def served(postgres: PostgresServer, demo_database: str) -> Iterator[Served]:
    """The server of this module's tests, over a copy of the demo database."""
    name = f"served_{uuid7().hex}"
    postgres.execute("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY", name, demo_database.rsplit("/", 1)[1])
    with serving(postgres.admin_url(name)) as server:
        yield server
    postgres.drop(name)


class serving:  # noqa: N801 - a context manager reads as a verb
    """Run the product's server over a database until the block ends."""

    def __init__(self, admin_url: str, **environment: str) -> None:
        self._admin_url = admin_url
        self._environment = environment

    def __enter__(self) -> Served:
        port = free_port()
        url = f"http://127.0.0.1:{port}"
        environment = os.environ | {
            "DATABASE_URL": app_url(self._admin_url, settings().app_database_password.get_secret_value()),
            "PREPAID_PUBLIC_URL": url,
            "PREPAID_ENVIRONMENT": "test",
            "PREPAID_LOG_LEVEL": "WARNING",
            **self._environment,
        }
        command = [sys.executable, "-m", "prepaid.cli", "serve", "--host", "127.0.0.1", "--port", str(port)]
        self._process = subprocess.Popen(command, env=environment)
        wait_until_ready(f"{url}/readyz", self._process)
        self._served = Served(url, self._admin_url)
        return self._served

    def __exit__(self, *_: object) -> None:
        for client in self._served.clients:
            client.close()
        self._process.terminate()
        self._process.wait(timeout=40)


def wait_until_ready(url: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + START_SECONDS
    while time.monotonic() < end:
        assert process.poll() is None, "the server ended while it started"
        try:
            if httpx.get(url).status_code == 200:
                return
        except httpx.TransportError:
            time.sleep(0.05)
    raise AssertionError(f"{url} is not ready after {START_SECONDS} s")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port
