"""Pages in a server process: compiled when it starts, read again when something is published."""

from prepaid.core.services import Services
from prepaid.domains.pages.commands.saving import TOPIC
from prepaid.domains.pages.graph.compiler.compiler import Compiler
from prepaid.domains.pages.graph.configurations import Configurations
from prepaid.domains.pages.graph.registry import declared_pages
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.schema import GraphSchema


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
