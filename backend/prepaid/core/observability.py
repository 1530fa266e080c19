"""Metrics of a process (Prometheus) and traces (OpenTelemetry, off without an endpoint)."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

import structlog
from opentelemetry import trace
from opentelemetry.sdk.resources import Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor
from opentelemetry.sdk.trace.id_generator import IdGenerator, RandomIdGenerator
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from prepaid.core.actor import Actor
from prepaid.core.database import Database
from prepaid.core.settings import Settings

AD_HOC = "ad hoc"
"""Label of operations that are no stored document: their names are the clients' own and unbounded."""

OPERATIONS = Counter(
    "prepaid_graphql_operations", "GraphQL operations by stored document and result", ["operation", "code"]
)
SECONDS = Histogram("prepaid_graphql_seconds", "Time of a GraphQL operation", ["operation"])
COST = Histogram(
    "prepaid_graphql_cost",
    "Rows a GraphQL operation may ask for",
    buckets=(1, 10, 100, 1_000, 10_000, 100_000, 200_000),
)
SUBSCRIPTIONS = Gauge("prepaid_graphql_subscriptions", "Subscriptions that run", multiprocess_mode="livesum")


@dataclass(slots=True)
class Operation:
    """What is recorded of one GraphQL request."""

    label: str = AD_HOC
    code: str = "OK"
    cost: int | None = None


def finished(operation: Operation, *, seconds: float | None = None) -> None:
    """Count an operation that was answered, also with a refusal; subscriptions have no time worth a figure."""
    OPERATIONS.labels(operation.label, operation.code).inc()
    if seconds is not None:
        SECONDS.labels(operation.label).observe(seconds)
    if operation.cost is not None:
        COST.observe(operation.cost)
    trace.get_current_span().set_attributes(
        {"graphql.operation": operation.label, "graphql.cost": operation.cost or 0, "graphql.code": operation.code}
    )


def bind_actor(actor: Actor) -> None:
    """Put the actor's ids, and nothing else of him, on the log lines of this request."""
    ids = {"account": actor.account_id, "membership": actor.membership_id, "merchant": actor.merchant_id}
    structlog.contextvars.bind_contextvars(
        via=actor.via.value, **{name: str(value) for name, value in ids.items() if value is not None}
    )


class PoolCollector(Collector):
    """Connections of the two pools of a `Database`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def collect(self) -> Iterator[Metric]:
        family = GaugeMetricFamily("prepaid_pool_connections", "Database connections", labels=["pool", "state"])
        for pool, used, idle in self._database.pool_usage():
            family.add_metric([pool, "used"], used)
            family.add_metric([pool, "idle"], idle)
        yield family


def exposition() -> bytes:
    """The metrics as Prometheus reads them; of all server processes when they share PROMETHEUS_MULTIPROC_DIR."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return generate_latest(REGISTRY)
    registry = CollectorRegistry()
    MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
    return generate_latest(registry)


class RequestIds(IdGenerator):
    """Trace ids that are the request ids, so that an answer's `traceId` finds its trace."""

    def __init__(self) -> None:
        self._random = RandomIdGenerator()

    def generate_span_id(self) -> int:
        return self._random.generate_span_id()

    def generate_trace_id(self) -> int:
        request_id = structlog.contextvars.get_contextvars().get("request_id")
        return UUID(request_id).int if isinstance(request_id, str) else self._random.generate_trace_id()


def configure_tracing(settings: Settings) -> TracerProvider | None:
    """Export spans to the configured collector; `shutdown()` of the result sends what is left."""
    if settings.otlp_endpoint is None:
        return None
    # Few export, and it takes a third of a second to import.
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    provider = TracerProvider(resource=Resource.create({"service.name": "prepaid"}), id_generator=RequestIds())
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter(endpoint=settings.otlp_endpoint)))
    trace.set_tracer_provider(provider)
    return provider
