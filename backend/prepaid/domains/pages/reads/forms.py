"""Forms as commands read them: those of this domain, and those that take values by a published form."""

from uuid import UUID

import orjson
from sqlalchemy import Select, func, select

from prepaid.core.database import ReadSession, WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.pages.models import FormDefinition
from prepaid.domains.pages.reads.turns import one_at_a_time
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.plain import read

PUBLISHED = """
SELECT definition::text FROM form_definition
WHERE state = 'PUBLISHED' AND key = $1 AND (merchant_type IS NULL OR merchant_type = $2)
ORDER BY merchant_type NULLS LAST LIMIT 1
"""


async def published_form(tx: WriteSession, key: str, merchant_type: str | None) -> tuple[FormDefinition, Form]:
    """The form in force for a merchant type: its own, else the one for all types.

    Whoever takes values by it notes its id: a later version changes nothing that was made under it.

    Raises:
        NotFound: nothing is published under this key.
    """
    query = select(FormDefinition).where(
        FormDefinition.key == key,
        FormDefinition.state == "PUBLISHED",
        FormDefinition.merchant_type.is_(None) | (FormDefinition.merchant_type == merchant_type),
    )
    found = await tx.scalar(query.order_by(FormDefinition.merchant_type.nulls_last()).limit(1))
    if found is None:
        raise NotFound
    return found, read(Form, found.definition)


async def form_published(session: ReadSession, key: str, merchant_type: str | None) -> Form | None:
    """The same for reading: None when nothing is published under this key."""
    stored = await session.fetchval(PUBLISHED, key, merchant_type)
    return None if stored is None else read(Form, orjson.loads(stored))


async def form_in_force(tx: WriteSession, key: str, merchant_type: str | None) -> FormDefinition | None:
    """The published form of exactly this key and type."""
    return await tx.scalar(_of(key, merchant_type).where(FormDefinition.state == "PUBLISHED"))


async def form_draft(tx: WriteSession, key: str, merchant_type: str | None) -> FormDefinition | None:
    """The draft of exactly this key and type, locked."""
    return await tx.scalar(_of(key, merchant_type).where(FormDefinition.state == "DRAFT").with_for_update())


async def next_form_version(tx: WriteSession, key: str, merchant_type: str | None) -> int:
    """The version that a new draft has."""
    query = _of(key, merchant_type).with_only_columns(func.max(FormDefinition.version))
    return (await tx.scalar(query) or 0) + 1


async def form_to_change(tx: WriteSession, form_id: UUID) -> FormDefinition:
    """A form, locked, when it is its turn. Raises `NotFound`."""
    found = await tx.get(FormDefinition, form_id)
    if found is not None:
        await one_at_a_time(tx, "form", found.key)
        found = await tx.get(FormDefinition, form_id, with_for_update=True, populate_existing=True)
    if found is None:
        raise NotFound(path=("formId",))
    return found


def _of(key: str, merchant_type: str | None) -> Select[FormDefinition]:
    return select(FormDefinition).where(
        FormDefinition.key == key, FormDefinition.merchant_type.is_not_distinct_from(merchant_type)
    )
