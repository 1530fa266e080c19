"""What all answers have in common, and the pages for machines."""

import uuid
from uuid import UUID

import asyncpg
import httpx
import pytest
import structlog
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from prepaid.core.database import Database, app_url
from prepaid.core.http import EXCEPTION_HANDLERS, Metrics, Readiness, RequestFrame, healthz
from prepaid.core.observability import RequestIds, configure_tracing
from prepaid.core.settings import settings
from prepaid.graph.explorer import Explorer
from tests.http.support.app import AS_INTEGRATOR
from tests.support.postgres import PostgresServer


async def broken(_: Request) -> Response:
    raise ValueError("secret dsn=postgresql://root:hunter2@db")


async def own_policy(_: Request) -> Response:
    return PlainTextResponse("x", headers={"content-security-policy": "default-src 'self'"})


@pytest.fixture
def pages(db: Database) -> httpx.AsyncClient:
    routes = [
        Route("/healthz", healthz),
        Route("/readyz", Readiness(db).answer),
        Route("/metrics", Metrics(["192.0.2.0/24"]).answer),
        Route("/explorer", Explorer().answer),
        Route("/broken", broken),
        Route("/own", own_policy),
    ]
    inner = Starlette(routes=routes, exception_handlers=EXCEPTION_HANDLERS)
    return client_from("192.0.2.1", RequestFrame(inner, https=False))


def client_from(address: str, app: RequestFrame) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False, client=(address, 1))
    return httpx.AsyncClient(transport=transport, base_url="http://prepaid.example")


async def test_health_needs_nothing_and_readiness_the_database(pages: httpx.AsyncClient, database: str) -> None:
    assert (await pages.get("/healthz")).json() == {"status": "ok"}
    assert (await pages.get("/readyz")).json() == {"status": "ready"}

    admin = await asyncpg.connect(database)
    try:
        needed = await admin.fetchval("SELECT version_num FROM alembic_version")
        await admin.execute("UPDATE alembic_version SET version_num = 'old'")
        answer = await pages.get("/readyz")
        await admin.execute("UPDATE alembic_version SET version_num = $1", needed)
    finally:
        await admin.close()
    assert (answer.status_code, answer.json()["reason"]) == (503, f"the database is at old, this code needs {needed}")


async def test_a_database_that_does_not_answer_is_not_ready(postgres: PostgresServer) -> None:
    name = f"gone_{uuid.uuid4().hex}"
    gone = Database(app_url(postgres.clone(name), settings().app_database_password.get_secret_value()))
    await gone.open()
    postgres.drop(name)
    inner = Starlette(routes=[Route("/readyz", Readiness(gone).answer)])
    async with client_from("192.0.2.1", RequestFrame(inner, https=False)) as client:
        assert (await client.get("/readyz")).status_code == 503
    await gone.close()


async def test_metrics_are_for_the_monitoring_only(pages: httpx.AsyncClient, client: httpx.AsyncClient) -> None:
    await client.post("/graphql", json={"query": "{hello}"}, headers=AS_INTEGRATOR)
    answer = await pages.get("/metrics")
    assert answer.headers["content-type"].startswith("text/plain; version=0.0.4")
    for line in ('prepaid_graphql_operations_total{code="OK",operation="ad hoc"}', "prepaid_graphql_cost_bucket"):
        assert line in answer.text

    inner = Starlette(routes=[Route("/metrics", Metrics(["192.0.2.0/24"]).answer)])
    for stranger in ("198.51.100.1", "testclient"):
        async with client_from(stranger, RequestFrame(inner, https=False)) as other:
            assert (await other.get("/metrics")).status_code == 404


async def test_what_nobody_foresaw_is_answered_without_a_word_about_it(pages: httpx.AsyncClient) -> None:
    answer = await pages.get("/broken")
    assert answer.status_code == 500
    assert answer.json() == {"errors": [{"message": "Internal error", "extensions": {"code": "INTERNAL"}}]}
    assert answer.headers["x-request-id"]


@pytest.mark.parametrize(("path", "method", "status"), [("/nothing", "GET", 404), ("/healthz", "POST", 405)])
async def test_unknown_paths_and_methods_are_answered_as_json(
    pages: httpx.AsyncClient, path: str, method: str, status: int
) -> None:
    answer = await pages.request(method, path)
    assert answer.status_code == status
    assert answer.json()["errors"][0]["extensions"]["code"] in ("NOT_FOUND", "METHOD_NOT_ALLOWED")
    assert answer.headers["x-content-type-options"] == "nosniff"


async def test_an_answer_may_state_a_policy_of_its_own(pages: httpx.AsyncClient) -> None:
    assert (await pages.get("/own")).headers["content-security-policy"] == "default-src 'self'"
    assert "strict-transport-security" not in (await pages.get("/own")).headers


async def test_the_explorer_admits_only_its_own_script(pages: httpx.AsyncClient) -> None:
    answer = await pages.get("/explorer")
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert policy.count("'sha256-") == 2
    assert "http" not in answer.text.replace("http-equiv", "")


def test_a_trace_is_found_by_the_request_id() -> None:
    kept = InMemorySpanExporter()
    provider = TracerProvider(id_generator=RequestIds())
    provider.add_span_processor(SimpleSpanProcessor(kept))
    own = "0198c0de-0000-7000-8000-0000000000aa"
    with structlog.contextvars.bound_contextvars(request_id=own):
        provider.get_tracer("test").start_span("asked").end()
    provider.get_tracer("test").start_span("without a request").end()
    asked, other = kept.get_finished_spans()
    assert asked.context is not None
    assert other.context is not None
    assert asked.context.trace_id == UUID(own).int != other.context.trace_id


def test_tracing_is_off_without_a_collector() -> None:
    assert configure_tracing(settings()) is None
