"""The GraphQL side of a process: one path, over HTTP and over WebSocket, with everything it stands on."""

from dataclasses import dataclass
from typing import Any

from starlette.types import Receive, Scope, Send

from prepaid.core.database import Database
from prepaid.core.settings import Settings
from prepaid.graph.caller import Authenticator, Callers
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.http import GraphEndpoint
from prepaid.graph.introspection import Introspection, Permissions
from prepaid.graph.limits import Limits
from prepaid.graph.operation import Admission, Engine
from prepaid.graph.origin import OriginPolicy
from prepaid.graph.rate_limit import CostLimiter


@dataclass(slots=True)
class GraphService:
    """ASGI application of `/graphql`."""

    http: GraphEndpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.http(scope, receive, send)


def graph_service(
    settings: Settings,
    *,
    engine: Engine,
    permissions: Permissions,
    authenticator: Authenticator,
    database: Database,
    services: Any,
    documents: StoredDocuments,
    limits: Limits,
) -> GraphService:
    """Put the parts together as the settings say."""
    admission = Admission(
        engine=engine,
        documents=documents,
        limits=limits,
        limiter=CostLimiter(settings.rate_limit_cost_per_minute),
        introspection=Introspection(engine.schema, permissions, production=settings.production),
        production=settings.production,
    )
    http = GraphEndpoint(
        admission=admission,
        callers=Callers(authenticator, settings.trusted_proxies),
        origins=OriginPolicy.of(settings),
        database=database,
        services=services,
        timeout_seconds=settings.request_timeout_seconds,
    )
    return GraphService(http)
