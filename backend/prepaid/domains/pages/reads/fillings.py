"""The published forms that fill pages of a merchant type."""

from collections.abc import Iterable
from typing import Final
from uuid import UUID

import orjson

from prepaid.core.database import ReadSession
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.layout.shell import FormUse
from prepaid.domains.pages.rules.plain import read

DEFINITIONS: Final = "SELECT id, definition::text FROM form_definition WHERE id = ANY ($1::uuid[]) ORDER BY id"


async def filling_forms(
    session: ReadSession, merchant_type: str | None, uses: Iterable[FormUse]
) -> tuple[tuple[UUID, ...], list[tuple[FormUse, Form]]]:
    """Ids of the forms that a merchant type has in force, and each with its use; none without a type."""
    chosen = {
        found: use
        for use in uses
        if use.in_force and merchant_type is not None
        for found in [await session.fetchval(use.in_force, merchant_type)]
        if found is not None
    }
    rows = await session.fetch(DEFINITIONS, list(chosen)) if chosen else []
    forms = [(chosen[row["id"]], read(Form, orjson.loads(row["definition"]))) for row in rows]
    return tuple(row["id"] for row in rows), forms
