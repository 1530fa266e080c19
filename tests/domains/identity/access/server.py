"""The GraphQL endpoint over identity alone, with real sessions, and the clients that call it."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Self

import httpx
from starlette.applications import Starlette
from starlette.routing import Mount

import prepaid.domains.identity.graph
from prepaid.core.services import Services, open_services
from prepaid.core.settings import settings
from prepaid.domains.identity.graph.sign_in_mutations import SOLITARY
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.limits import Limits
from prepaid.graph.schema import GraphSchema, build_schema
from prepaid.graph.serving import graph_service
from tests.domains.identity.access.world import World

ORIGIN = "http://prepaid.example"


@cache
def schema() -> GraphSchema:
    for module in iter_modules(prepaid.domains.identity.graph.__path__):
        import_module(f"prepaid.domains.identity.graph.{module.name}")
    return build_schema("prepaid.domains.identity")


@dataclass
class Server:
    """One server of a world."""

    app: Starlette
    services: Services

    @asynccontextmanager
    async def browser(self, **headers: str) -> AsyncIterator["Client"]:
        """A client that keeps cookies and sends what our pages send."""
        ours = {"origin": ORIGIN, "x-requested-with": "prepaid", **headers}
        transport = httpx.ASGITransport(self.app)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=ours) as client:
            yield Client(client)

    @asynccontextmanager
    async def program(self, token: str) -> AsyncIterator["Client"]:
        """A client with a bearer token."""
        transport = httpx.ASGITransport(self.app)
        headers = {"authorization": f"Bearer {token}"}
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, headers=headers) as client:
            yield Client(client)

    @classmethod
    @asynccontextmanager
    async def of(cls, world: World, **changes: Any) -> AsyncIterator[Self]:
        configured = settings().model_copy(
            update={"database_url": world.db.url, "public_url": ORIGIN, "rate_limit_cost_per_minute": 10**9, **changes}
        )
        async with open_services(configured) as services:
            graph = graph_service(
                configured,
                schema=schema(),
                subscriptions={},
                authenticator=world.authenticator,
                database=world.db,
                services=services,
                documents=StoredDocuments({}),
                limits=Limits(solitary=SOLITARY),
            )
            yield cls(Starlette(routes=[Mount("/graphql", graph)]), services)


@dataclass
class Client:
    """Asks the endpoint."""

    http: httpx.AsyncClient
    last: httpx.Response = field(default_factory=lambda: httpx.Response(200))

    async def send(self, document: str, **variables: Any) -> httpx.Response:
        self.last = await self.http.post("/graphql/", json={"query": document, "variables": variables})
        return self.last

    async def ask(self, document: str, **variables: Any) -> Any:
        """The data; there must be no error."""
        answer = (await self.send(document, **variables)).json()
        assert "errors" not in answer, answer
        return answer["data"]

    async def code(self, document: str, **variables: Any) -> str:
        """Code of the one error at the top."""
        (error,) = (await self.send(document, **variables)).json()["errors"]
        code: str = error["extensions"]["code"]
        return code

    async def do(self, name: str, selection: str = "", /, **given: Any) -> Any:
        """Run the mutation `name`; its input type is `<Name>Input`. The payload; it must not be refused."""
        payload = await self._run(name, selection, given)
        assert payload["userErrors"] == [], payload
        return payload

    async def refused(self, name: str, /, **given: Any) -> str:
        """Run a mutation that is refused; the code."""
        (error,) = (await self._run(name, "", given))["userErrors"]
        code: str = error["code"]
        return code

    async def _run(self, name: str, selection: str, given: dict[str, Any]) -> Any:
        data = await self.ask(mutation(name, selection, with_input=bool(given)), **({"input": given} if given else {}))
        return data[name]


def mutation(name: str, selection: str = "", *, with_input: bool = True) -> str:
    """Document of one mutation."""
    camel = f"{name[0].upper()}{name[1:]}Input"
    kind = {"confirmTotp": "TotpCodeInput", "regenerateRecoveryCodes": "TotpCodeInput"}.get(name, camel)
    errors = "userErrors { code message path data }"
    head, argument = (f"($input: {kind}!)", "(input: $input)") if with_input else ("", "")
    return f"mutation {head} {{ {name}{argument} {{ {selection} {errors} }} }}"
