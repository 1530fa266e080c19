"""A template as the document that an export writes."""

from typing import Final, cast

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.identity.models import PermissionNode, PlatformTemplate, RoleGrant
from prepaid.domains.identity.reads.templates import nodes_of, roles_of
from prepaid.domains.identity.rules.permissions import Audience, Gate, NodeKind
from prepaid.domains.identity.rules.template_document import (
    Name,
    NodeEntry,
    RoleEntry,
    SecondFactor,
    TemplateDocument,
    TemplateHead,
    canonical,
)

GRANTED: Final = select(RoleGrant.role_id, PermissionNode.code).join(
    PermissionNode,
    (PermissionNode.template_id == RoleGrant.template_id) & (PermissionNode.id == RoleGrant.node_id),
)


async def template_document(tx: WriteSession, template: PlatformTemplate) -> TemplateDocument:
    """The template with its tree, roles and grants, in the canonical form; members and ids are not part of it."""
    nodes = await nodes_of(tx, template.id)
    grants: dict[object, list[str]] = {}
    for role_id, code in await tx.execute(GRANTED.where(RoleGrant.template_id == template.id)):
        grants.setdefault(role_id, []).append(code)
    codes = {node.id: node.code for node in nodes}
    head = TemplateHead(
        code=template.code,
        name=Name(zh=template.name_zh, en=template.name_en),
        audience=Audience(template.audience),
        secondFactor=cast(SecondFactor, template.second_factor),
        idleMinutes=template.idle_minutes,
    )
    document = TemplateDocument(
        template=head,
        nodes=tuple(
            NodeEntry(
                code=node.code,
                parent=codes[node.parent_id] if node.parent_id is not None else None,
                kind=NodeKind(node.kind),
                name=Name(zh=node.name_zh, en=node.name_en),
                feature=node.feature,
                gate=Gate(node.gate) if node.gate is not None else None,
            )
            for node in nodes
        ),
        roles=tuple(
            RoleEntry(
                code=role.code,
                name=Name(zh=role.name_zh, en=role.name_en),
                description=role.description,
                descriptionEn=role.description_en,
                grants=tuple(grants.get(role.id, ())),
            )
            for role in await roles_of(tx, template.id)
        ),
    )
    return canonical(document)
