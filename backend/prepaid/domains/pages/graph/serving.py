"""Pages in a process: a server compiles them when it starts, a worker when it first exports a list."""

import asyncio
from collections.abc import Callable
from typing import Final
from weakref import WeakKeyDictionary

from prepaid.core.database import Database
from prepaid.core.services import Services
from prepaid.domains.pages.commands.saving import TOPIC
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.graph.configurations import Configurations, serving
from prepaid.domains.pages.graph.registry import declared_pages
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.schema import GraphSchema

_schemas: Final[list[Callable[[], GraphSchema]]] = []
_making: Final[WeakKeyDictionary[Database, asyncio.Lock]] = WeakKeyDictionary()


def serve_from(schema: Callable[[], GraphSchema]) -> None:
    """Said once, by the composition root: where a process without a server takes the schema from."""
    _schemas[:] = [schema]


async def configurations_for(services: Services) -> Configurations:
    """The configurations of this process; made now when nobody has served them yet.

    Raises:
        RuntimeError: nobody has said what the schema is.
    """
    async with _making.setdefault(services.database, asyncio.Lock()):
        known = serving(services.database)
        if known is not None:
            return known
        if not _schemas:
            raise RuntimeError("no schema is provided: import prepaid.app")
        schema = await asyncio.to_thread(_schemas[0])
        return await serve_pages(services, schema, StoredDocuments())


async def serve_pages(services: Services, schema: GraphSchema, documents: StoredDocuments) -> Configurations:
    """Compile what the domains declare for this process, and prove what is published.

    Raises:
        InvalidDefinition: what the domains declare does not fit the schema: every mistake with its place.
    """
    configurations = Configurations(Compiler(schema, documents, declared_pages()), services.database)
    documents.recover = configurations.recover
    services.signals.on(TOPIC, configurations.hear)
    services.signals.on_gap(configurations.hear)
    await configurations.check_published()
    return configurations
