"""The endpoint on a real server process's parts, with callers that a header names."""

from dataclasses import replace
from typing import Any

from starlette.applications import Starlette
from starlette.requests import HTTPConnection
from starlette.routing import Route, WebSocketRoute
from starlette.types import ASGIApp

from prepaid.core.actor import ANONYMOUS, Actor, Via, intern_grants
from prepaid.core.database import Database
from prepaid.core.errors import Unauthenticated
from prepaid.core.http import RequestFrame
from prepaid.core.settings import Settings
from prepaid.graph.documents import StoredDocuments
from prepaid.graph.limits import Limits
from prepaid.graph.serving import GraphService, graph_service
from prepaid.kit.ids import uuid7
from tests.http.support.schema import SUBSCRIPTIONS, make_schema

INTEGRATOR = Actor(
    via=Via.API_TOKEN,
    token_id=uuid7(),
    grants=intern_grants(frozenset({"order.read", "tick.read"})),
    locale="en",
)
STAFF = Actor(
    via=Via.COOKIE,
    account_id=uuid7(),
    session_id=uuid7(),
    grants=intern_grants(frozenset({"order.read", "tick.read"})),
)
CONSUMER = Actor(via=Via.BEARER, account_id=uuid7(), session_id=uuid7())

COOKIE = "__Host-sid"
OWN_ORIGIN = "https://prepaid.example"
"""Headers of the callers; a browser's come with what a page of ours sends."""
AS_INTEGRATOR = {"authorization": "Bearer integrator"}
AS_CONSUMER = {"authorization": "Bearer consumer"}
AS_STAFF = {
    "cookie": f"{COOKIE}=staff",
    "origin": OWN_ORIGIN,
    "x-requested-with": "prepaid",
}

SCHEMA = make_schema()


class Doorman:
    """An authenticator that knows three callers by name."""

    session_cookie = COOKIE

    def __init__(self) -> None:
        self.known: dict[str, Actor] = {
            "integrator": INTEGRATOR,
            "consumer": CONSUMER,
            "staff": STAFF,
        }

    async def authenticate(self, connection: HTTPConnection, address: str | None) -> Actor:
        authorization = connection.headers.get("authorization")
        cookie = connection.cookies.get(COOKIE)
        if authorization is None and cookie is None:
            return ANONYMOUS
        name = cookie if authorization is None else authorization.removeprefix("Bearer ")
        actor = self.known.get(name or "")
        if actor is None or (actor.via is Via.COOKIE) != (authorization is None):
            raise Unauthenticated
        return actor

    async def still_valid(self, actor: Actor) -> Actor | None:
        known = next((a for a in self.known.values() if a.session_id == actor.session_id), None)
        return known and replace(actor, grants=known.grants)


def app_settings(**changes: Any) -> Settings:
    """Settings of a process as it would run in production, but for what a test changes."""
    values: dict[str, Any] = {
        "environment": "production",
        "public_url": OWN_ORIGIN,
        "encryption_keys": "1:eA==",
        "blind_index_key": "eA==",
        "signing_key": "eA==",
        "app_database_password": "x",
        **changes,
    }
    return Settings(**values)


def build_service(
    database: Database,
    *,
    settings: Settings | None = None,
    documents: StoredDocuments | None = None,
    limits: Limits | None = None,
    doorman: Doorman | None = None,
) -> GraphService:
    return graph_service(
        settings or app_settings(),
        schema=SCHEMA,
        subscriptions=SUBSCRIPTIONS,
        authenticator=doorman or Doorman(),
        database=database,
        services=None,
        documents=documents or StoredDocuments(),
        limits=limits or Limits(solitary=frozenset({"signIn"})),
    )


def build(database: Database, **parts: Any) -> ASGIApp:
    """The endpoint as it stands behind the outermost middleware."""
    return framed(build_service(database, **parts))


def framed(service: GraphService) -> ASGIApp:
    routes = [Route("/graphql", service), WebSocketRoute("/graphql", service)]
    return RequestFrame(Starlette(routes=routes), https=True)
