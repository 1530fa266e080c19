"""Saving and publishing forms."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, StaleObject
from prepaid.domains.identity.commands.wording import name_text
from prepaid.domains.pages.commands.refusing import refusal_of_definition
from prepaid.domains.pages.commands.saving import put_in_force, require_draft, require_size, shown
from prepaid.domains.pages.models import FormDefinition
from prepaid.domains.pages.reads.audience import require_audience
from prepaid.domains.pages.reads.forms import form_draft, form_in_force, form_to_change, next_form_version
from prepaid.domains.pages.reads.turns import one_at_a_time
from prepaid.domains.pages.rules.forms import Form
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.plain import read, write
from prepaid.kit import clock

KEY: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
ProveForm: TypeAlias = Callable[[Form], object]
"""The compiler: raises `InvalidDefinition` for a form that cannot work."""


async def save_form(
    tx: WriteSession,
    actor: Actor,
    *,
    key: str,
    merchant_type: str | None,
    name_zh: str,
    name_en: str,
    definition: Mapping[str, Any],
    prove: ProveForm,
    expected_revision: int | None = None,
) -> FormDefinition:
    """Save the draft of a form: what it is for (`key`), for all merchant types or one, and its fields.

    Raises:
        NotFound, InvalidValue, DefinitionTooLarge, StaleObject.
        DefinitionInvalid: one for each mistake, with its place.
    """
    if KEY.fullmatch(key) is None:
        raise InvalidValue(path=("key",), reason="a-z 0-9 _")
    await require_audience(tx, None, merchant_type)
    require_size(definition, "definition")
    await one_at_a_time(tx, "form", key)
    form = _proven(definition, prove)
    draft = await form_draft(tx, key, merchant_type)
    before = shown(draft) if draft else None
    if (draft is None) != (expected_revision is None):
        raise StaleObject(path=("expectedRevision",))
    if draft is None:
        version = await next_form_version(tx, key, merchant_type)
        draft = FormDefinition(key=key, merchant_type=merchant_type, version=version, revision=0, state="DRAFT")
        tx.add(draft)
    else:
        require_draft(draft, expected_revision)
    draft.name_zh, draft.name_en = name_text(name_zh, ("nameZh",)), name_text(name_en, ("nameEn",))
    draft.definition, draft.revision = write(form), draft.revision + 1
    draft.made_at, draft.made_by = clock.now(), actor.account_id
    await tx.flush()
    await audit.record(
        tx, "form.saved", object_type="FormDefinition", object_id=draft.id, before=before, after=shown(draft)
    )
    return draft


async def publish_form(
    tx: WriteSession, actor: Actor, *, form_id: UUID, expected_revision: int | None, prove: ProveForm
) -> FormDefinition:
    """Put a draft in force for whatever begins from now on.

    Raises:
        NotFound, NotADraft, StaleObject, DefinitionInvalid.
    """
    draft = await form_to_change(tx, form_id)
    require_draft(draft, expected_revision)
    _proven(draft.definition, prove)
    before = await form_in_force(tx, draft.key, draft.merchant_type)
    was = shown(before) if before else None
    await put_in_force(tx, draft, before)
    await audit.record(
        tx, "form.published", object_type="FormDefinition", object_id=draft.id, before=was, after=shown(draft)
    )
    return draft


def _proven(definition: Mapping[str, Any], prove: ProveForm) -> Form:
    try:
        form = read(Form, definition)
        prove(form)
    except InvalidDefinition as error:
        raise refusal_of_definition(error, "definition") from error
    return form
