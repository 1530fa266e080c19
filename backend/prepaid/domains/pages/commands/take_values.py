"""Taking values that somebody filled into a form."""

from collections.abc import Collection, Mapping
from typing import Any

from prepaid.core.errors import Path
from prepaid.domains.pages.commands.refusing import refusal_of_values
from prepaid.domains.pages.rules.codecs import Decoding
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.prune import prune_and_check


def take_values(
    form: Form,
    values: object,
    *,
    path: Path = ("values",),
    stored: Mapping[str, Any] | None = None,
    locked: Collection[str] = (),
    draft: bool = False,
    decoding: Decoding | None = None,
) -> dict[str, Any]:
    """The clean values of a published form; what its conditions hide is not among them.

    `path` is where the values stand in the mutation's input; the rest is as in `rules.prune`.

    Raises:
        Refusal: one for each wrong field, at its path.
    """
    checked = prune_and_check(form, values, stored=stored, locked=locked, draft=draft, decoding=decoding)
    if checked.problems:
        raise refusal_of_values(checked.problems, path)
    return checked.values
