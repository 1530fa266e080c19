"""Retiring a platform template."""

from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.policy import keeping_administrators, policy_changed
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import PlatformTemplate
from prepaid.domains.identity.reads.templates import template_to_edit


async def retire_template(
    tx: WriteSession, actor: Actor, *, template_id: UUID, expected_version: int, reason: str
) -> PlatformTemplate:
    """Close a platform: its members and tokens may do nothing any more. Tree, roles and history stay.

    Raises:
        NotFound, TemplateRetired, StaleObject, ReasonTooShort.
        LastAdministrator: the bank's permissions are administered in this platform.
    """
    reason = reason_text(reason)
    await policy_changed(tx, template_id)
    template = await template_to_edit(tx, template_id, expected_version)
    async with keeping_administrators(tx):
        template.status = "RETIRED"
        template.version += 1
        await tx.flush()
    await audit.record(
        tx,
        "template.retired",
        object_type="PlatformTemplate",
        object_id=template.id,
        before={"status": "ACTIVE"},
        after={"status": "RETIRED"},
        reason=reason,
    )
    return template
