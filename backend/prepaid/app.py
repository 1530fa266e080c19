"""The composition root of the server: the only place that knows every domain."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from prometheus_client import REGISTRY
from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from starlette.requests import Request
from starlette.routing import BaseRoute, Route, WebSocketRoute
from starlette.types import ASGIApp

from prepaid import domains
from prepaid.core import observability
from prepaid.core.admin_files import admin_routes
from prepaid.core.files import file_routes
from prepaid.core.http import EXCEPTION_HANDLERS, Metrics, Readiness, RequestFrame, healthz
from prepaid.core.services import Services, open_services
from prepaid.core.settings import Settings
from prepaid.core.settings import settings as process_settings
from prepaid.domains.identity.graph.directory_routes import directory_routes
from prepaid.domains.identity.graph.sign_in_mutations import SOLITARY
from prepaid.domains.identity.reads.authenticator import Authenticator
from prepaid.domains.identity.reads.policy_store import TOPIC, PolicyFollower, PolicyStore
from prepaid.domains.merchants.graph.appid_route import appid_routes
from prepaid.domains.pages.graph.serving import serve_from, serve_pages
from prepaid.domains.payment.graph.notify_route import notify_routes
from prepaid.graph.declare.registry import declared_in
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.explorer import Explorer
from prepaid.graph.limits import Limits
from prepaid.graph.released import manifest_watch, released_documents
from prepaid.graph.schema import GraphSchema, build_schema
from prepaid.graph.serving import GraphService, graph_service
from prepaid.graph.subscriptions import subscription_permissions, subscription_type
from prepaid.providers.directory import OidcDirectory

DOMAINS: Final = domains.__name__
ADMIN_MANIFEST: Final = Path(__file__).parents[2] / "frontend/src/gql/gen/persisted-documents.json"
"""What the web admin in this checkout is built with; outside production it needs no release."""
CONFIGURED_BY: Final = "appConfig"
"""Root field of a schema that configures an admin; the schema of a test may do without."""

domains.load()


@cache
def graph_schema(*packages: str) -> GraphSchema:
    """The product's schema, from what all domains declare; `packages` add to it (benchmarks)."""
    chosen = (DOMAINS, *packages)
    return build_schema(*chosen, subscription=subscription_type(declared_in(chosen)))


serve_from(graph_schema)


def create_app(
    settings: Settings | None = None, documents: StoredDocuments | None = None, schema: GraphSchema | None = None
) -> ASGIApp:
    """The server. Its parts are connected when it starts (ASGI lifespan) and closed in reverse order."""
    chosen = settings or process_settings()
    stored = documents or stored_documents(chosen)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        tracing = observability.configure_tracing(chosen)
        async with open_services(chosen) as services, open_graph(services, stored, schema or graph_schema()) as graph:
            app.router.routes.extend(routes(services, graph))
            pools = observability.PoolCollector(services.database)
            REGISTRY.register(pools)
            yield
            REGISTRY.unregister(pools)
        if tracing is not None:
            tracing.shutdown()

    inner = Starlette(lifespan=lifespan, exception_handlers=EXCEPTION_HANDLERS)
    app: ASGIApp = RequestFrame(inner, https=chosen.public_url.startswith("https:"))
    if chosen.allowed_origins:
        app = CORSMiddleware(
            app,
            allow_origins=chosen.allowed_origins,
            allow_methods=["POST"],
            allow_headers=["accept-language", "content-type", "x-requested-with", "x-request-id"],
            allow_credentials=True,
            expose_headers=["x-request-id", "retry-after", "x-config-revision"],
        )
    return app


@asynccontextmanager
async def open_graph(
    services: Services, documents: StoredDocuments, schema: GraphSchema
) -> AsyncIterator[GraphService]:
    """The GraphQL side over connected services; its WebSockets are told when the process goes away."""
    settings, signals = services.settings, services.signals
    policies = PolicyFollower(PolicyStore(), services.database)
    await policies.start(signals)
    authenticator = Authenticator(services.database, signals, policies.store, production=settings.production)
    service = graph_service(
        settings,
        schema=schema,
        subscriptions=subscription_permissions(declared_in((DOMAINS,))),
        authenticator=authenticator,
        database=services.database,
        services=services,
        documents=documents,
        limits=Limits(solitary=SOLITARY),
    )

    if CONFIGURED_BY in schema.catalog.functions:
        service.http.actor_headers = (await serve_pages(services, schema, documents)).headers

    async def permissions_changed(payload: dict[str, Any]) -> None:
        await policies.hear(payload)  # whoever of the two listeners comes first
        await service.sockets.recheck()

    signals.on(TOPIC, permissions_changed)
    signals.on_gap(service.sockets.recheck)
    try:
        yield service
    finally:
        await service.sockets.close()
        await authenticator.close()
        await policies.stop()


def stored_documents(settings: Settings) -> StoredDocuments:
    """The released documents, and outside production those of the admin in this checkout."""
    documents = StoredDocuments(released_documents())
    if not settings.production:
        documents.refresh = manifest_watch(ADMIN_MANIFEST, "admin")
    return documents


def routes(services: Services, graph: GraphService) -> list[BaseRoute]:
    """Everything this server answers."""
    settings, callers = services.settings, graph.http.callers

    async def session_of(request: Request) -> UUID | None:
        return (await callers.actor(request)).session_id

    found: list[BaseRoute] = [
        Route("/graphql", graph),
        WebSocketRoute("/graphql", graph),
        Route("/healthz", healthz),
        Route("/readyz", Readiness(services.database).answer),
        Route("/metrics", Metrics(settings.metrics_networks).answer),
        *file_routes(lambda: services.files, session_of),
        *notify_routes(services),
        *appid_routes(services),
    ]
    directory = OidcDirectory.of(settings)
    if directory is not None:
        found += directory_routes(services, callers, directory)
    if not settings.production:
        found.append(Route("/explorer", Explorer().answer))
    if settings.admin_dir is not None:
        found += admin_routes(settings.admin_dir, found)
    return found
