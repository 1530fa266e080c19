"""Configuration as GraphQL types: what the admin is built on."""

from prepaid.domains.pages.graph.types import enums as _enums  # noqa: F401 - before any type that has them
