"""Taking a form back."""

from uuid import UUID

from prepaid.core import audit, signals
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.pages.commands.saving import TOPIC, shown
from prepaid.domains.pages.errors.definitions import FormOfAllTypes
from prepaid.domains.pages.models import FormDefinition
from prepaid.domains.pages.reads.forms import form_to_change


async def withdraw_form(tx: WriteSession, actor: Actor, *, form_id: UUID) -> FormDefinition | None:
    """Throw a draft away, or take a merchant type's own form out of force: the one for all types is in force then.

    Returns the retired form, None for a draft.

    Raises:
        NotFound.
        FormOfAllTypes: nothing would stand in its place.
    """
    form = await form_to_change(tx, form_id)
    before = shown(form)
    kept = None if form.state == "DRAFT" else form
    if form.state == "DRAFT":
        await tx.delete(form)
    elif form.state == "PUBLISHED":
        if form.merchant_type is None:
            raise FormOfAllTypes
        form.state = "RETIRED"
        await signals.publish(tx, TOPIC)
    await tx.flush()
    await audit.record(tx, "form.withdrawn", object_type="FormDefinition", object_id=form_id, before=before, after=None)
    return kept
