"""The audit trail in pages, newest first, as far as the caller's database role sees it."""

from collections.abc import AsyncIterator
from datetime import datetime
from typing import Any, Final
from uuid import UUID

from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.identity.rules.audit_csv import TrailFilter

PAGE: Final = 2_000
CONDITIONS: Final = {
    "since": "e.at >= {}",
    "until": "e.at < {}",
    "action": "starts_with(e.action, {})",
    "object_type": "e.object_type = {}",
    "object_id": "e.object_id = {}",
    "membership_id": "e.actor_membership_id = {}",
    "merchant_id": "e.merchant_id = {}",
}
COUNT: Final = "SELECT count(*) FROM (SELECT FROM audit_event e WHERE {where} LIMIT {most}) AS counted"
EVENTS: Final = """
SELECT e.id, e.at, e.action, e.object_type, e.object_id, p.display_name AS actor, e.template, m.name AS merchant,
  e.reason, e.before::text AS before, e.after::text AS after, e.request_id, e.address, e.device,
  e.actor_token_id IS NOT NULL AS by_token, e.actor_account_id IS NOT NULL AS by_person
FROM (SELECT * FROM audit_event e WHERE {where} ORDER BY e.at DESC, e.id DESC LIMIT {most}) AS e
LEFT JOIN membership p ON p.id = e.actor_membership_id
LEFT JOIN merchant m ON m.id = e.merchant_id
ORDER BY e.at DESC, e.id DESC
"""


async def count_events(source: Fetches, chosen: TrailFilter, most: int) -> int:
    """How many events there are; counting ends at `most`."""
    where, values = _where(chosen)
    return int((await source.fetch(COUNT.format(where=where, most=int(most)), *values))[0]["count"])


async def event_pages(source: Fetches, chosen: TrailFilter, most: int) -> AsyncIterator[list[Any]]:
    """At most `most` events, page by page from the newest on; each page starts after the last row of the one before."""
    after: tuple[datetime, UUID] | None = None
    while most > 0:
        where, values = _where(chosen, after)
        page = await source.fetch(EVENTS.format(where=where, most=min(PAGE, most)), *values)
        if page:
            yield page
        if len(page) < PAGE:
            return
        most -= len(page)
        after = (page[-1]["at"], page[-1]["id"])


def _where(chosen: TrailFilter, after: tuple[datetime, UUID] | None = None) -> tuple[str, list[Any]]:
    """Conditions that are asked for, and their values: nothing given is in the text of the statement."""
    conditions, values = ["true"], list[Any]()
    for name, condition in CONDITIONS.items():
        value = getattr(chosen, name)
        if value is not None:
            values.append(value)
            conditions.append(condition.format(f"${len(values)}"))
    if after is not None:
        values += after
        conditions.append(f"(e.at, e.id) < (${len(values) - 1}, ${len(values)})")
    return " AND ".join(conditions), values
