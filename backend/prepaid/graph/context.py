"""What one GraphQL operation knows about its caller and its process."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from strawberry import Info as StrawberryInfo

from prepaid.core.actor import Actor
from prepaid.core.database import Database, ReadSession
from prepaid.graph.reads import OperationReads

if TYPE_CHECKING:
    from prepaid.graph.prepared import Running


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
    reads: OperationReads | None = None
    running: "Running | None" = None
    """The operation that the engine is executing; both are set by it."""

    async def read(self) -> ReadSession:
        """The snapshot that all root fields of the operation share."""
        if self.reads is None:
            raise RuntimeError("no operation is running")
        return await self.reads.session()


Info: TypeAlias = StrawberryInfo[GraphContext, Any]
