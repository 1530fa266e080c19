"""What saving and publishing of definitions have in common."""

from typing import Any, Final

import orjson

from prepaid.core import signals
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.pages.errors.definitions import DefinitionTooLarge, NotADraft
from prepaid.domains.pages.models import FormDefinition, PageOverlay
from prepaid.kit import clock

TOPIC: Final = "pages"
"""Signal that published definitions have changed."""
LARGEST_KB: Final = 90
"""Just below what a request may hold."""


def require_size(value: object, argument: str) -> None:
    """Refuse a definition that no editor makes. Raises `DefinitionTooLarge`."""
    if len(orjson.dumps(value)) > LARGEST_KB * 1000:
        raise DefinitionTooLarge(path=(argument,), kilobytes=LARGEST_KB)


def require_draft(row: PageOverlay | FormDefinition, expected_revision: int | None) -> None:
    """Refuse what is no draft, or has changed since the editor read it.

    Raises:
        NotADraft, StaleObject.
    """
    if row.state != "DRAFT":
        raise NotADraft
    if expected_revision is not None and row.revision != expected_revision:
        raise StaleObject(path=("expectedRevision",))


async def put_in_force(
    tx: WriteSession, row: PageOverlay | FormDefinition, before: PageOverlay | FormDefinition | None
) -> None:
    """Publish a draft in the place of what was published before, and tell every process."""
    now = clock.now()
    if before is not None:
        before.state = "RETIRED"
        await tx.flush()
    row.state, row.published_at, row.published_by = "PUBLISHED", now, tx.actor.account_id
    await tx.flush()
    await signals.publish(tx, TOPIC)


def shown(row: PageOverlay | FormDefinition) -> dict[str, Any]:
    """A definition as the audit trail shows it."""
    content = row.patch if isinstance(row, PageOverlay) else row.definition
    return {"state": row.state, "version": row.version, "content": content}
