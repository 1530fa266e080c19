"""The GraphQL side of a process: one path, over HTTP and over WebSocket, with everything it stands on."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from starlette.types import Receive, Scope, Send

from prepaid.core.database import Database
from prepaid.core.settings import Settings
from prepaid.graph.caller import Authenticator, Callers
from prepaid.graph.documents import DocumentReader, StoredDocuments
from prepaid.graph.execute import Engine
from prepaid.graph.http import GraphEndpoint
from prepaid.graph.introspection import Introspection, Permissions
from prepaid.graph.limits import Limits
from prepaid.graph.operation import Admission
from prepaid.graph.origin import OriginPolicy
from prepaid.graph.rate_limit import CostLimiter
from prepaid.graph.schema import GraphSchema
from prepaid.graph.sockets import GraphSockets
from prepaid.graph.subscriptions import Subscriptions


@dataclass(slots=True)
class GraphService:
    """ASGI application of `/graphql`."""

    http: GraphEndpoint
    sockets: GraphSockets

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        answer = self.sockets if scope["type"] == "websocket" else self.http
        await answer(scope, receive, send)


def graph_service(
    settings: Settings,
    *,
    schema: GraphSchema,
    subscriptions: Mapping[str, str],
    authenticator: Authenticator,
    database: Database,
    services: Any,
    documents: StoredDocuments,
    limits: Limits,
) -> GraphService:
    """Put the parts together as the settings say; `subscriptions` are permissions by root field."""
    engine = Engine(schema, read_document=DocumentReader(documents, limits))
    admission = Admission(
        engine=engine,
        documents=documents,
        limits=limits,
        limiter=CostLimiter(settings.rate_limit_cost_per_minute),
        introspection=Introspection(engine.schema, _permissions(schema, subscriptions), production=settings.production),
        production=settings.production,
    )
    callers, origins = Callers(authenticator, settings.trusted_proxies), OriginPolicy.of(settings)
    http = GraphEndpoint(
        admission=admission,
        callers=callers,
        origins=origins,
        database=database,
        services=services,
        timeout_seconds=settings.request_timeout_seconds,
    )
    sockets = GraphSockets(
        admission=admission,
        subscriptions=Subscriptions(engine.schema, subscriptions),
        callers=callers,
        origins=origins,
        database=database,
        services=services,
    )
    return GraphService(http, sockets)


def _permissions(schema: GraphSchema, subscriptions: Mapping[str, str]) -> Permissions:
    def permission(type_name: str, field_name: str) -> str | None:
        if type_name == "Subscription":
            return subscriptions.get(field_name)
        return schema.catalog.permission(type_name, field_name)

    return permission
