"""Taking a published version out of force."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.contracts.errors.templates import TemplateNotPublished
from prepaid.domains.contracts.models import ContractTemplateVersion
from prepaid.domains.contracts.reads.template_rows import version_to_change
from prepaid.domains.contracts.rules.scenes import TEMPLATE_STATES, TemplateState
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.kit import clock


async def retire_template(tx: WriteSession, actor: Actor, *, version_id: UUID, reason: str) -> ContractTemplateVersion:
    """No contract is made from it any more; those that were made stay as they are.

    Raises:
        NotFound, ReasonTooShort.
        TemplateNotPublished.
    """
    reason = reason_text(reason)
    _, version = await version_to_change(tx, version_id)
    if not TEMPLATE_STATES.can(TemplateState(version.state), TemplateState.RETIRED):
        raise TemplateNotPublished(path=("versionId",))
    version.state, version.retired_at = TemplateState.RETIRED.value, clock.now()
    await tx.flush()
    await audit.record(
        tx,
        "contract_template.retired",
        object_type="ContractTemplateVersion",
        object_id=version.id,
        before={"state": TemplateState.PUBLISHED},
        after={"state": version.state},
        reason=reason,
    )
    return version
