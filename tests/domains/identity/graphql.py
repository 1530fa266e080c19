"""Asking the product's own schema as somebody, in process."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from prepaid.app import graph_schema
from prepaid.core.actor import Actor
from prepaid.core.services import Services, open_services
from prepaid.core.settings import settings
from prepaid.graph.context import GraphContext
from prepaid.graph.execute import Engine
from prepaid.kit import clock
from prepaid.kit.ids import PLATFORM_TENANT, GlobalId


class Graph:
    """The engine over one database."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.engine = Engine(graph_schema())

    def context(self, actor: Actor) -> GraphContext:
        return GraphContext(
            actor=actor, database=self.services.database, services=self.services, request_id="test-request"
        )

    async def answer(self, actor: Actor, document: str, **variables: Any) -> tuple[Any, list[Any]]:
        """`(data, errors)`."""
        prepared = self.engine.parse_and_validate(document)
        assert not prepared.errors, prepared.errors
        result = await self.engine.run(prepared, None, variables, self.context(actor))
        return plain(result.data), list(result.errors)

    async def ask(self, actor: Actor, document: str, **variables: Any) -> Any:
        """The data of an answer without errors."""
        data, errors = await self.answer(actor, document, **variables)
        assert not errors, errors
        return data

    async def act(self, actor: Actor, name: str, fields: str, /, **inputs: Any) -> Any:
        """The payload of a mutation that was not refused."""
        payload = await self.refused(actor, name, fields, **inputs)
        assert not payload["userErrors"], payload["userErrors"]
        return payload

    async def refused(self, actor: Actor, name: str, fields: str, /, **inputs: Any) -> Any:
        """The payload of a mutation, with its `userErrors`."""
        kind = f"{name[0].upper()}{name[1:]}Input"
        if name in ("suspendMember", "resumeMember", "removeMember"):
            kind = "MemberStatusInput"
        document = f"mutation($input: {kind}!) {{ {name}(input: $input) {{ {fields} userErrors {{ code path }} }} }}"
        return (await self.ask(actor, document, input=inputs))[name]


def plain(value: Any) -> Any:
    """The answer as JSON values: plans leave ready fragments in it."""
    import orjson

    return orjson.loads(orjson.dumps(value))


@asynccontextmanager
async def graph_over(url: str, folder: Path) -> AsyncIterator[Graph]:
    chosen = settings().model_copy(update={"database_url": url, "data_dir": folder})
    async with open_services(chosen) as services:
        yield Graph(services)


def gid(type_name: str, row_id: Any, tenant: Any = PLATFORM_TENANT) -> str:
    return GlobalId(type_name, tenant, row_id).encode()


def stepped_up(actor: Actor) -> Actor:
    return replace(actor, stepped_up_at=clock.now())
