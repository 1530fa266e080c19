"""Saving the draft of an overlay."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeAlias

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.pages.commands.refusing import refusal_of_definition
from prepaid.domains.pages.commands.saving import require_draft, require_size, shown
from prepaid.domains.pages.models import PageOverlay
from prepaid.domains.pages.reads.audience import require_audience
from prepaid.domains.pages.reads.overlays import draft_of, next_version, overlay_in_force
from prepaid.domains.pages.reads.turns import one_at_a_time
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.overlays import Overlay
from prepaid.domains.pages.rules.plain import read, write
from prepaid.kit import clock

ProveOverlays: TypeAlias = Callable[[str, Sequence[Overlay]], object]
"""The compiler: `(page key, overlays)`; raises `InvalidDefinition` when the page does not work with them."""


async def save_overlay(
    tx: WriteSession,
    actor: Actor,
    *,
    template_code: str,
    merchant_type: str | None,
    page_key: str,
    patch: Mapping[str, Any],
    prove: ProveOverlays,
    expected_revision: int | None = None,
) -> PageOverlay:
    """Save what a template, or a merchant type in it, changes of a page. Nobody sees it before it is published.

    `patch` is `{"ops": […]}` as in `rules.overlays`; a merchant type's stands on what is published for the
    template. `expected_revision` is that of the draft the editor started from, None for a new draft.

    Raises:
        NotFound: no such template or merchant type.
        DefinitionInvalid: one for each mistake, with its place.
        DefinitionTooLarge, StaleObject.
    """
    await require_audience(tx, template_code, merchant_type)
    require_size(patch, "patch")
    await one_at_a_time(tx, template_code, page_key)
    overlay = await proven(tx, template_code, merchant_type, page_key, patch, prove)
    draft = await draft_of(tx, template_code, merchant_type, page_key)
    before = shown(draft) if draft else None
    if draft is None:
        if expected_revision is not None:
            raise StaleObject(path=("expectedRevision",))
        version = await next_version(tx, template_code, merchant_type, page_key)
        draft = PageOverlay(
            template_code=template_code, merchant_type=merchant_type, page_key=page_key, version=version, revision=0
        )
        tx.add(draft)
    elif expected_revision is None:
        raise StaleObject(path=("expectedRevision",))
    else:
        require_draft(draft, expected_revision)
    draft.state, draft.patch, draft.revision = "DRAFT", write(overlay), draft.revision + 1
    draft.made_at, draft.made_by = clock.now(), actor.account_id
    await tx.flush()
    await audit.record(
        tx, "overlay.saved", object_type="PageOverlay", object_id=draft.id, before=before, after=shown(draft)
    )
    return draft


async def proven(
    tx: WriteSession,
    template_code: str,
    merchant_type: str | None,
    page_key: str,
    patch: Mapping[str, Any],
    prove: ProveOverlays,
) -> Overlay:
    """The overlay of a patch, proven on what it stands on.

    Raises:
        DefinitionInvalid.
    """
    try:
        overlay = read(Overlay, patch)
        below: list[Overlay] = []
        if merchant_type is not None:
            template = await overlay_in_force(tx, template_code, None, page_key)
            below = [read(Overlay, template.patch)] if template else []
        prove(page_key, [*below, overlay])
    except InvalidDefinition as error:
        raise refusal_of_definition(error, "patch") from error
    return overlay
