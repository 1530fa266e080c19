"""Publishing an overlay, and taking one back."""

from uuid import UUID

from prepaid.core import audit, signals
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.pages.commands.save_overlay import ProveOverlays, proven
from prepaid.domains.pages.commands.saving import TOPIC, put_in_force, require_draft, shown
from prepaid.domains.pages.errors.definitions import OverlayBreaksType
from prepaid.domains.pages.models import PageOverlay
from prepaid.domains.pages.reads.overlays import overlay_in_force, overlay_to_change, overlays_of_types
from prepaid.domains.pages.rules.mistakes import InvalidDefinition
from prepaid.domains.pages.rules.overlays import Overlay
from prepaid.domains.pages.rules.plain import read


async def publish_overlay(
    tx: WriteSession, actor: Actor, *, overlay_id: UUID, expected_revision: int | None, prove: ProveOverlays
) -> PageOverlay:
    """Put a draft in force, in the place of the version before it, for everybody from now on.

    It is proven again, since pages may have changed since it was saved; so are the merchant types' overlays
    that stand on a template's.

    Raises:
        NotFound, NotADraft, StaleObject, DefinitionInvalid, OverlayBreaksType.
    """
    draft = await overlay_to_change(tx, overlay_id)
    require_draft(draft, expected_revision)
    overlay = await proven(tx, draft.template_code, draft.merchant_type, draft.page_key, draft.patch, prove)
    if draft.merchant_type is None:
        await _prove_types(tx, draft, [overlay], prove)
    before = await overlay_in_force(tx, draft.template_code, draft.merchant_type, draft.page_key)
    was = shown(before) if before else None
    await put_in_force(tx, draft, before)
    await audit.record(
        tx, "overlay.published", object_type="PageOverlay", object_id=draft.id, before=was, after=shown(draft)
    )
    return draft


async def withdraw_overlay(
    tx: WriteSession, actor: Actor, *, overlay_id: UUID, prove: ProveOverlays
) -> PageOverlay | None:
    """Take a published overlay out of force, so that the page is as without it; or throw a draft away.

    Returns the retired overlay, None for a draft.

    Raises:
        NotFound, OverlayBreaksType.
    """
    overlay = await overlay_to_change(tx, overlay_id)
    before = shown(overlay)
    kept = None if overlay.state == "DRAFT" else overlay
    if overlay.state == "DRAFT":
        await tx.delete(overlay)
    elif overlay.state == "PUBLISHED":
        if overlay.merchant_type is None:
            await _prove_types(tx, overlay, [], prove)
        overlay.state = "RETIRED"
        await signals.publish(tx, TOPIC)
    await tx.flush()
    await audit.record(
        tx, "overlay.withdrawn", object_type="PageOverlay", object_id=overlay_id, before=before, after=None
    )
    return kept


async def _prove_types(tx: WriteSession, template: PageOverlay, below: list[Overlay], prove: ProveOverlays) -> None:
    for of_type in await overlays_of_types(tx, template.template_code, template.page_key):
        try:
            prove(template.page_key, [*below, read(Overlay, of_type.patch)])
        except InvalidDefinition as error:
            first = error.mistakes[0]
            raise OverlayBreaksType(
                type=of_type.merchant_type, place=first.place, problem_zh=first.zh, problem_en=first.en
            ) from error
