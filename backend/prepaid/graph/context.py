"""What one GraphQL operation knows about its caller and its process."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

from strawberry import Info as StrawberryInfo

from prepaid.core.actor import Actor
from prepaid.core.database import Database


@dataclass(slots=True, kw_only=True)
class GraphContext:
    """The caller, and the parts of the process that serve him; one for each operation."""

    actor: Actor
    database: Database
    services: Any = None
    """The process's `prepaid.core.services.Services` (files, keys, signals, settings)."""
    request_id: str = ""
    response_headers: dict[str, str] = field(default_factory=dict)
    cookies: list[Any] = field(default_factory=list)
    """Cookies that a mutation (sign-in, sign-out) sets on the HTTP answer: `SetCookie` values of graph/http."""


Info: TypeAlias = StrawberryInfo[GraphContext, Any]
