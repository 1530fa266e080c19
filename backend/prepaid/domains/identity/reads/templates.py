"""Templates, nodes, roles and grants, as commands read them."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, StaleObject
from prepaid.domains.identity.errors.permissions import TemplateRetired
from prepaid.domains.identity.models import PermissionNode, PlatformTemplate, Role, RoleGrant
from prepaid.domains.identity.rules.tree import Tree


async def find_template(tx: WriteSession, template_id: UUID) -> PlatformTemplate:
    """Raises `NotFound`."""
    template = await tx.get(PlatformTemplate, template_id)
    if template is None:
        raise NotFound(path=("templateId",))
    return template


async def active_template(tx: WriteSession, template_id: UUID) -> PlatformTemplate:
    """Raises `NotFound`, `TemplateRetired`."""
    template = await find_template(tx, template_id)
    if template.status != "ACTIVE":
        raise TemplateRetired(path=("templateId",))
    return template


async def template_to_edit(tx: WriteSession, template_id: UUID, expected_version: int) -> PlatformTemplate:
    """The template, locked, if nobody has changed it since the editor read it.

    Raises:
        NotFound, TemplateRetired, StaleObject.
    """
    template = await tx.get(PlatformTemplate, template_id, with_for_update=True)
    if template is None:
        raise NotFound(path=("templateId",))
    if template.status != "ACTIVE":
        raise TemplateRetired(path=("templateId",))
    if template.version != expected_version:
        raise StaleObject(path=("expectedVersion",))
    return template


async def nodes_of(tx: WriteSession, template_id: UUID) -> list[PermissionNode]:
    """All nodes, siblings in their order."""
    query = select(PermissionNode).filter_by(template_id=template_id)
    return list(await tx.scalars(query.order_by(PermissionNode.position, PermissionNode.id)))


def tree_of(nodes: Iterable[PermissionNode]) -> Tree[UUID]:
    """The nodes' ids as a tree."""
    return Tree({node.id: node.parent_id for node in nodes})


async def find_role(tx: WriteSession, role_id: UUID) -> Role:
    """Raises `NotFound`."""
    role = await tx.get(Role, role_id)
    if role is None:
        raise NotFound(path=("roleId",))
    return role


async def role_to_edit(tx: WriteSession, role_id: UUID, expected_version: int) -> Role:
    """The role, locked, if nobody has changed it since the editor read it.

    Raises:
        NotFound, StaleObject.
    """
    role = await tx.get(Role, role_id, with_for_update=True)
    if role is None:
        raise NotFound(path=("roleId",))
    if role.version != expected_version:
        raise StaleObject(path=("expectedVersion",))
    return role


async def roles_of(tx: WriteSession, template_id: UUID) -> list[Role]:
    """All roles, in the order in which they were made."""
    return list(await tx.scalars(select(Role).filter_by(template_id=template_id).order_by(Role.id)))


async def granted_to(tx: WriteSession, role_id: UUID) -> frozenset[UUID]:
    """Ids of the nodes that a role holds."""
    return frozenset(await tx.scalars(select(RoleGrant.node_id).filter_by(role_id=role_id)))
