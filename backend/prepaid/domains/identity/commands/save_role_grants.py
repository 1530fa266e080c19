"""Saving what a role may do, as a difference; for the bank's own platforms through a second person."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import delete, insert

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import StaleObject
from prepaid.domains.identity.commands.change_kinds import change_kind
from prepaid.domains.identity.commands.policy import keeping_administrators, policy_changed
from prepaid.domains.identity.commands.submit_change import submit_change
from prepaid.domains.identity.errors.permissions import NodeOfOtherTemplate, NothingToChange
from prepaid.domains.identity.models import ChangeRequest, PermissionNode, Role, RoleGrant
from prepaid.domains.identity.reads.templates import (
    active_template,
    find_role,
    granted_to,
    nodes_of,
    role_to_edit,
    tree_of,
)
from prepaid.domains.identity.rules.permissions import Audience
from prepaid.domains.identity.rules.tree import Difference, UnknownNode, difference
from prepaid.kit import clock


@dataclass(frozen=True, slots=True)
class GrantsSaved:
    """The role, and the change request that waits when a second person has to agree."""

    role: Role
    change: ChangeRequest | None


async def save_role_grants(
    tx: WriteSession,
    actor: Actor,
    *,
    role_id: UUID,
    add: Collection[UUID],
    remove: Collection[UUID],
    expected_version: int,
    reason: str = "",
) -> GrantsSaved:
    """Add and remove nodes of a role: adding brings the nodes above, removing takes the nodes below.

    In a platform of the bank's own staff nothing changes yet: the difference waits for a checker.

    Raises:
        NotFound, TemplateRetired, StaleObject, NodeOfOtherTemplate.
        NothingToChange: the role has exactly these grants.
        ChangeAlreadyOpen: a change of this role waits already.
        LastAdministrator: nobody could administer permissions any more.
    """
    template = await active_template(tx, (await find_role(tx, role_id)).template_id)
    if Audience(template.audience) is not Audience.BANK:
        await policy_changed(tx, template.id)
    role = await role_to_edit(tx, role_id, expected_version)
    nodes = await nodes_of(tx, template.id)
    granted = await granted_to(tx, role.id)
    try:
        change = difference(granted, tree_of(nodes).apply(granted, add=add, remove=remove))
    except UnknownNode as error:
        raise NodeOfOtherTemplate(path=("add",)) from error
    if not change:
        raise NothingToChange
    if Audience(template.audience) is Audience.BANK:
        codes = {node.id: node.code for node in nodes}
        payload = {
            "template": template.code,
            "role": role.code,
            "add": sorted(codes[node] for node in change.add),
            "remove": sorted(codes[node] for node in change.remove),
        }
        request = await submit_change(
            tx,
            actor,
            kind="role.grants",
            target_id=role.id,
            target_version=role.version,
            payload=payload,
            reason=reason,
        )
        return GrantsSaved(role, request)
    await _write(tx, role, nodes, change, reason or None)
    return GrantsSaved(role, None)


@change_kind(
    "role.grants",
    target_type="Role",
    make="role.grant",
    decide="role.approve",
    zh="角色授权变更",
    en="Grants of a role",
)
async def apply_role_grants(tx: WriteSession, change: ChangeRequest) -> None:
    """Make the difference that was approved; the role must be as it was when it was submitted."""
    assert change.target_version is not None
    await policy_changed(tx, (await find_role(tx, change.target_id)).template_id)
    role = await role_to_edit(tx, change.target_id, change.target_version)
    nodes = await nodes_of(tx, role.template_id)
    await _write(tx, role, nodes, _approved(change.payload, nodes), change.reason or None)


def _approved(payload: Mapping[str, Any], nodes: Collection[PermissionNode]) -> Difference[UUID]:
    ids = {node.code: node.id for node in nodes}
    try:
        return Difference(frozenset(ids[c] for c in payload["add"]), frozenset(ids[c] for c in payload["remove"]))
    except KeyError as error:
        raise StaleObject from error


async def _write(
    tx: WriteSession, role: Role, nodes: Collection[PermissionNode], change: Difference[UUID], reason: str | None
) -> None:
    """Write the difference; the policy's row is locked, so nobody else changes grants meanwhile."""
    tree = tree_of(nodes)
    before = await granted_to(tx, role.id)
    after = (before - change.remove) | change.add
    if tree.closed(after) != after:
        # The tree was changed between submission and approval.
        raise StaleObject
    async with keeping_administrators(tx):
        await tx.execute(delete(RoleGrant).where(RoleGrant.role_id == role.id, RoleGrant.node_id.in_(change.remove)))
        row = {"template_id": role.template_id, "role_id": role.id, "granted_at": clock.now()}
        added = [{**row, "node_id": node, "granted_by": tx.actor.account_id} for node in change.add]
        if added:
            await tx.execute(insert(RoleGrant), added)
        role.version += 1
        await tx.flush()
    codes = {node.id: node.code for node in nodes}
    await audit.record(
        tx,
        "role.grants_saved",
        object_type="Role",
        object_id=role.id,
        before={"grants": sorted(codes[node] for node in before)},
        after={"grants": sorted(codes[node] for node in after)},
        reason=reason,
    )
