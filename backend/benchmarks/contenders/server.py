"""This server as it is run, with sign-in, permissions and row-level security; only its schema has more types."""

from starlette.types import ASGIApp

import benchmarks.slice.mutations
import benchmarks.slice.types
from prepaid.app import create_app, graph_schema


def make() -> ASGIApp:
    """The product's application with the benchmark's types in its schema."""
    return create_app(schema=graph_schema(benchmarks.slice.__name__))
