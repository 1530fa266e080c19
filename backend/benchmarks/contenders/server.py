"""This server as it is run: sign-in, permissions, row-level security, limits; the stand-in business added to its schema."""

import benchmarks.slice.mutations
import benchmarks.slice.types
from prepaid.app import create_app, graph_schema
from starlette.types import ASGIApp


def make() -> ASGIApp:
    """The product's application with the benchmark's types in its schema."""
    return create_app(schema=graph_schema(benchmarks.slice.__name__))
