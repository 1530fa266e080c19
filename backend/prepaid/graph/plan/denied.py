"""A place in the response that the caller may not see; decided while the plan is made."""

from dataclasses import dataclass

from prepaid.core.errors import RequestError


@dataclass(frozen=True, slots=True)
class Notice:
    """A top-level error that goes with every answer of a plan; the path has no list positions."""

    path: tuple[str, ...]
    error: RequestError


class Denied(Exception):
    """Null is to stand here, or above where null may not stand."""

    def __init__(self, notice: Notice) -> None:
        super().__init__(notice.path)
        self.notice = notice
