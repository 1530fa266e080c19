"""The product itself: the composed server over demo data, called as browsers and programs call it."""

import asyncio
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from starlette.types import ASGIApp

from prepaid.app import create_app
from prepaid.core.database import app_url
from prepaid.core.settings import Settings, settings
from prepaid.graph.documents import StoredDocuments
from prepaid.seed import seed_demo
from prepaid.seed.people import PASSWORD
from tests.http.support.live import served
from tests.support.postgres import PostgresServer

SIGN_IN = "mutation SignIn($input: SignInInput!) { signIn(input: $input) { step userErrors { code } } }"


@pytest.fixture(scope="package")
def demo_database(postgres: PostgresServer) -> Iterator[str]:
    """Address, for the role that owns nothing, of a database with demo data that these tests share."""
    name = f"demo_{uuid.uuid4().hex}"
    admin = postgres.clone(name)
    with ThreadPoolExecutor(1) as pool:
        pool.submit(lambda: asyncio.run(seed_demo(admin))).result()
    yield app_url(admin, settings().app_database_password.get_secret_value())
    postgres.drop(name)


@dataclass
class Product:
    """A running server."""

    app: ASGIApp
    address: str
    origin: str
    documents: StoredDocuments
    stop: Callable[[], Awaitable[None]]

    @asynccontextmanager
    async def browser(self, login: str | None = None) -> AsyncIterator["Browser"]:
        """A browser on a page of ours, signed in when there is a login."""
        ours = {"origin": self.origin, "x-requested-with": "prepaid", "accept-language": "en"}
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url=self.origin, headers=ours) as client:
            browser = Browser(client, self.documents)
            if login is not None:
                payload = await browser.ask(SIGN_IN, input={"login": login, "password": PASSWORD})
                assert payload["signIn"] == {"step": "SIGNED_IN", "userErrors": []}
            yield browser


@dataclass
class Browser:
    """Sends documents by their hash, as our own clients do."""

    http: httpx.AsyncClient
    documents: StoredDocuments

    async def send(self, document: str, **variables: Any) -> httpx.Response:
        body = {"documentId": self.documents.register(document), "variables": variables}
        return await self.http.post("/graphql", json=body)

    async def ask(self, document: str, **variables: Any) -> Any:
        answer = (await self.send(document, **variables)).json()
        assert "errors" not in answer, answer
        return answer["data"]


def configured(url: str, **changes: Any) -> Settings:
    """The process's settings over another database; changes are not validated again."""
    return settings().model_copy(update={"database_url": url, "rate_limit_cost_per_minute": 10**9, **changes})


@asynccontextmanager
async def product_of(chosen: Settings) -> AsyncIterator[Product]:
    documents = StoredDocuments()
    app = create_app(chosen, documents)
    async with AsyncExitStack() as stack:
        address = await stack.enter_async_context(served(app))
        yield Product(app, address, chosen.public_url, documents, stack.aclose)


def as_in(environment: str, url: str) -> Settings:
    """Settings of production, or of `make run`."""
    if environment == "production":
        return configured(url, environment=environment, public_url="https://prepaid.example")
    return configured(url)


@pytest.fixture
async def production(demo_database: str) -> AsyncIterator[Product]:
    async with product_of(as_in("production", demo_database)) as product:
        yield product


@pytest.fixture
async def development(demo_database: str) -> AsyncIterator[Product]:
    async with product_of(as_in("development", demo_database)) as product:
        yield product
