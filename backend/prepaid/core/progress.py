"""How long work tells how far it is, without knowing who shows it."""

from collections.abc import Callable

Report = Callable[[str, int, int], None]
"""What is being done, how many steps are done, how many there are."""


def silent(what: str, done: int, total: int) -> None:
    """For callers that show nothing."""
