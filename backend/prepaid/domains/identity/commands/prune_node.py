"""Removing a permission node from a template."""

from uuid import UUID

from sqlalchemy import delete, update

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.domains.identity.commands.policy import keeping_administrators, policy_changed
from prepaid.domains.identity.commands.wording import reason_text
from prepaid.domains.identity.models import PermissionNode, PlatformTemplate, Role
from prepaid.domains.identity.reads.prune import preview_prune
from prepaid.domains.identity.reads.templates import template_to_edit


async def prune_node(
    tx: WriteSession, actor: Actor, *, template_id: UUID, node_id: UUID, expected_version: int, reason: str
) -> PlatformTemplate:
    """Remove a node with everything below it, also from all roles; `reads.prune` shows beforehand who loses what.

    Removing only takes away, so it needs no second person.

    Raises:
        NotFound, TemplateRetired, StaleObject, ReasonTooShort.
        LastAdministrator: nobody could administer permissions any more.
    """
    reason = reason_text(reason)
    await policy_changed(tx, template_id)
    template = await template_to_edit(tx, template_id, expected_version)
    losses = await preview_prune(await tx.raw(), template_id, node_id)
    async with keeping_administrators(tx):
        # The keys cascade to the nodes below and to the grants.
        await tx.execute(delete(PermissionNode).filter_by(template_id=template_id, id=node_id))
        holders = [role.role_id for role in losses.roles]
        await tx.execute(update(Role).where(Role.id.in_(holders)).values(version=Role.version + 1))
        template.version += 1
        await tx.flush()
    await audit.record(
        tx,
        "node.pruned",
        object_type="PlatformTemplate",
        object_id=template_id,
        before={"codes": list(losses.codes), "roles": {str(role.role_id): list(role.codes) for role in losses.roles}},
        reason=reason,
    )
    return template
