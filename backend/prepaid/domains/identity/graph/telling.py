"""Objects and changes in words of the caller's language."""

from collections.abc import Sequence
from typing import Any

from prepaid.core import audit
from prepaid.core.audit.words import DESCRIBED
from prepaid.domains.identity.reads import record_names as _names  # noqa: F401 - declares
from prepaid.domains.identity.rules import record_words as _words  # noqa: F401 - declares
from prepaid.graph.context import GraphContext

Change = tuple[str, Any, Any, Any]
"""Type of the object, values before, values after, id of the object."""


async def told(context: GraphContext, changes: Sequence[Change]) -> list[list[dict[str, Any]]]:
    """What each change changed: see `audit.lines`."""
    actor = context.actor
    wanted = [name for change in changes for name in audit.wanted_names(*change)]
    find = await audit.names_of(await context.read(), actor.may, wanted, actor.locale)
    return [
        audit.lines(kind, before, after, find, actor.locale, object_id) for kind, before, after, object_id in changes
    ]


async def spelt_out(context: GraphContext, values: Sequence[tuple[str, Any, Any]]) -> list[list[dict[str, Any]]]:
    """Values of objects, `(described as, values, id)`, in words: `{label, after}`, a list as one text."""
    told_ones = await told(context, [(kind, None, value, object_id) for kind, value, object_id in values])
    comma = ", " if context.actor.locale == "en" else "、"
    return [
        [
            {"label": line["label"], "after": comma.join(line["added"]) if "added" in line else line["after"]}
            for line in of
        ]
        for of in told_ones
    ]


async def called(context: GraphContext, objects: Sequence[tuple[str, Any]]) -> list[str | None]:
    """What objects, by type and id, are called now."""
    actor = context.actor
    namings = [DESCRIBED[kind].naming if kind in DESCRIBED and key else None for kind, key in objects]
    wanted = [(naming, str(key)) for naming, (_, key) in zip(namings, objects, strict=True) if naming is not None]
    find = await audit.names_of(await context.read(), actor.may, wanted, actor.locale)
    return [naming and find(naming, str(key)) for naming, (_, key) in zip(namings, objects, strict=True)]
