"""Overlays as commands and the compiler read them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson
from sqlalchemy import Select, func, select

from prepaid.core.database import ReadSession, WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.pages.models import PageOverlay
from prepaid.domains.pages.reads.turns import one_at_a_time

PUBLISHED = """
SELECT id, page_key, merchant_type, patch::text AS patch FROM page_overlay
WHERE state = 'PUBLISHED' AND template_code = $1 AND (merchant_type IS NULL OR merchant_type = $2)
ORDER BY page_key, merchant_type NULLS FIRST
"""

MADE = """
SELECT page_key, state, version FROM page_overlay
WHERE state <> 'RETIRED' AND template_code = $1 AND merchant_type IS NOT DISTINCT FROM $2
"""


async def adjusted_audiences(session: ReadSession) -> list[tuple[str, str | None]]:
    """Every template and merchant type for which something is published."""
    rows = await session.fetch(
        "SELECT DISTINCT template_code, merchant_type FROM page_overlay WHERE state = 'PUBLISHED' ORDER BY 1, 2"
    )
    return [(row["template_code"], row["merchant_type"]) for row in rows]


async def published_overlays(
    session: ReadSession, template_code: str, merchant_type: str | None
) -> tuple[tuple[UUID, ...], Mapping[str, Sequence[Mapping[str, Any]]]]:
    """What is published for a template and a merchant type: the rows' ids, and the patches by page key.

    The template's own patch stands before the merchant type's.
    """
    rows = await session.fetch(PUBLISHED, template_code, merchant_type)
    patches: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for row in rows:
        patches[row["page_key"]].append(orjson.loads(row["patch"]))
    return tuple(row["id"] for row in rows), patches


async def made_overlays(
    session: ReadSession, template_code: str, merchant_type: str | None
) -> dict[tuple[str, str], int]:
    """Versions of exactly this template and type by page key and state, `DRAFT` or `PUBLISHED`."""
    rows = await session.fetch(MADE, template_code, merchant_type)
    return {(row["page_key"], row["state"]): row["version"] for row in rows}


async def overlay_in_force(
    tx: WriteSession, template_code: str, merchant_type: str | None, page_key: str
) -> PageOverlay | None:
    """The published overlay of exactly this template, type and page."""
    return await tx.scalar(_of(template_code, merchant_type, page_key).where(PageOverlay.state == "PUBLISHED"))


async def draft_of(
    tx: WriteSession, template_code: str, merchant_type: str | None, page_key: str
) -> PageOverlay | None:
    """The draft of exactly this template, type and page, locked."""
    query = _of(template_code, merchant_type, page_key).where(PageOverlay.state == "DRAFT")
    return await tx.scalar(query.with_for_update())


async def overlays_of_types(tx: WriteSession, template_code: str, page_key: str) -> list[PageOverlay]:
    """The published overlays of all merchant types for one page of a template."""
    query = select(PageOverlay).where(
        PageOverlay.template_code == template_code,
        PageOverlay.page_key == page_key,
        PageOverlay.merchant_type.is_not(None),
        PageOverlay.state == "PUBLISHED",
    )
    return list(await tx.scalars(query.order_by(PageOverlay.merchant_type)))


async def next_version(tx: WriteSession, template_code: str, merchant_type: str | None, page_key: str) -> int:
    """The version that a new draft has."""
    query = _of(template_code, merchant_type, page_key).with_only_columns(func.max(PageOverlay.version))
    return (await tx.scalar(query) or 0) + 1


async def overlay_to_change(tx: WriteSession, overlay_id: UUID) -> PageOverlay:
    """An overlay, locked, when it is its turn. Raises `NotFound`."""
    found = await tx.get(PageOverlay, overlay_id)
    if found is not None:
        await one_at_a_time(tx, found.template_code, found.page_key)
        found = await tx.get(PageOverlay, overlay_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound(path=("overlayId",))
    return found


def _of(template_code: str, merchant_type: str | None, page_key: str) -> Select[PageOverlay]:
    return select(PageOverlay).where(
        PageOverlay.template_code == template_code,
        PageOverlay.merchant_type.is_not_distinct_from(merchant_type),
        PageOverlay.page_key == page_key,
    )
