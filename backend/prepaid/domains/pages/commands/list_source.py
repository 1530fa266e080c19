"""Where an export's rows come from: the compiled list itself, which the graph layer provides.

A job knows no GraphQL. It asks for a list as its caller sees it; whoever compiles lists for pages answers.
"""

from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any, Final, Protocol

from prepaid.core.actor import Actor
from prepaid.core.services import Services
from prepaid.domains.pages.rules.exports.cells import ExportColumn

Record = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSource:
    """An opened list: one snapshot, under the caller's database role and permissions."""

    title: str
    columns: Sequence[ExportColumn]
    total: int | None
    """How many rows there are, None when they are too many to count."""
    most_rows: int
    chunks: AsyncIterator[Sequence[Record]]
    """Records, at most `most_rows` and one more if there are any beyond."""


class OpenList(Protocol):
    """Opens a list.

    Raises:
        NotFound: the caller has no such list any more, or not to export.
        RequestError: its conditions are none.
    """

    def __call__(
        self, services: Services, actor: Actor, *, page_key: str, columns: Sequence[str], variables: Mapping[str, Any]
    ) -> AbstractAsyncContextManager[ListSource]: ...


_provided: Final[list[OpenList]] = []


def provide_lists(open_list: OpenList) -> None:
    """Said once, by the graph layer."""
    _provided[:] = [open_list]


def lists() -> OpenList:
    """What opens lists. Raises `RuntimeError` when nothing was provided."""
    if not _provided:
        raise RuntimeError("no lists are provided: import prepaid.app")
    return _provided[0]
