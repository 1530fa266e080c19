"""What a read needs of a transaction: `ReadSession` and the driver's connection both have it."""

from typing import Any, Protocol


class Fetches(Protocol):
    """Runs SQL with `$1 …` parameters and returns the rows."""

    async def fetch(self, sql: str, /, *args: Any) -> list[Any]:
        """All rows, each readable by column name."""
        ...
