"""Adding a permission node to a template, or changing one."""

from dataclasses import dataclass
from uuid import UUID

from prepaid.core import audit
from prepaid.core.actor import Actor
from prepaid.core.database import WriteSession
from prepaid.core.errors import InvalidValue, NotFound
from prepaid.domains.identity.commands.policy import policy_changed
from prepaid.domains.identity.commands.wording import code_text, name_text
from prepaid.domains.identity.errors.permissions import (
    CodeTaken,
    NodeGateFixed,
    NodeKindWrong,
    NodePlaceWrong,
    PermissionUnknown,
)
from prepaid.domains.identity.models import PermissionNode
from prepaid.domains.identity.reads.templates import nodes_of, template_to_edit
from prepaid.domains.identity.rules.permissions import CHILDREN, CODE, GUARDING, PERMISSIONS, Audience, Gate, NodeKind
from prepaid.kit.ids import uuid7


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeValues:
    """A node as an editor writes it. Code and kind are what is guarded, so they never change afterwards."""

    code: str
    kind: NodeKind
    name_zh: str
    name_en: str
    parent_id: UUID | None = None
    feature: str | None = None
    gate: Gate | None = None


async def save_node(
    tx: WriteSession,
    actor: Actor,
    *,
    template_id: UUID,
    values: NodeValues,
    expected_version: int,
    node_id: UUID | None = None,
) -> PermissionNode:
    """Add a node as the last child of its parent, or change the names and switches of one that is there.

    A new node is granted to nobody. Moving is an act of its own.

    Raises:
        NotFound, TemplateRetired, StaleObject, CodeMalformed, CodeTaken, InvalidValue.
        PermissionUnknown, NodeKindWrong, NodeGateFixed: the system knows the code otherwise, or not at all.
        NodePlaceWrong: this kind cannot stand under the parent.
    """
    await policy_changed(tx, template_id)
    template = await template_to_edit(tx, template_id, expected_version)
    nodes = {node.id: node for node in await nodes_of(tx, template_id)}
    _ensure_known(values, Audience(template.audience))
    if node_id is None:
        _ensure_place(values, nodes)
        node, before = _new_node(template_id, values, nodes), None
        tx.add(node)
    else:
        if node_id not in nodes:
            raise NotFound(path=("nodeId",))
        node = nodes[node_id]
        before = shown(node)
        _ensure_same(node, values)
    node.name_zh = name_text(values.name_zh, ("nameZh",))
    node.name_en = name_text(values.name_en, ("nameEn",))
    node.feature, node.gate = values.feature, values.gate
    template.version += 1
    await tx.flush()
    await audit.record(
        tx, "node.saved", object_type="PlatformTemplate", object_id=template_id, before=before, after=shown(node)
    )
    return node


def shown(node: PermissionNode) -> dict[str, object]:
    """A node as the audit trail tells it."""
    return {
        "code": node.code,
        "nameZh": node.name_zh,
        "nameEn": node.name_en,
        "feature": node.feature,
        "gate": node.gate,
    }


def _ensure_known(values: NodeValues, audience: Audience) -> None:
    code_text(values.code)
    if values.feature is not None and CODE.fullmatch(values.feature) is None:
        raise InvalidValue(path=("feature",), reason="a-z 0-9 _ .")
    known = PERMISSIONS.get(values.code)
    if known is None:
        if values.kind in GUARDING:
            raise PermissionUnknown(path=("code",), value=values.code)
        return
    if audience not in known.audiences:
        raise PermissionUnknown(path=("code",), value=values.code)
    if known.kind is not values.kind:
        raise NodeKindWrong(path=("kind",), value=values.code, kind=known.kind)
    if (known.feature is not None and values.feature != known.feature) or values.gate != known.gate:
        raise NodeGateFixed(path=("gate",), value=values.code)


def _ensure_place(values: NodeValues, nodes: dict[UUID, PermissionNode]) -> None:
    if any(node.code == values.code for node in nodes.values()):
        raise CodeTaken(path=("code",), value=values.code)
    if values.parent_id is None:
        return
    if values.parent_id not in nodes:
        raise NotFound(path=("parentId",))
    if values.kind not in CHILDREN[NodeKind(nodes[values.parent_id].kind)]:
        raise NodePlaceWrong(path=("parentId",))


def _ensure_same(node: PermissionNode, values: NodeValues) -> None:
    if node.code != values.code:
        raise InvalidValue(path=("code",), reason=node.code)
    if node.kind != values.kind:
        raise NodeKindWrong(path=("kind",), value=node.code, kind=node.kind)


def _new_node(template_id: UUID, values: NodeValues, nodes: dict[UUID, PermissionNode]) -> PermissionNode:
    siblings = [node.position for node in nodes.values() if node.parent_id == values.parent_id]
    return PermissionNode(
        id=uuid7(),
        template_id=template_id,
        parent_id=values.parent_id,
        code=values.code,
        kind=values.kind.value,
        position=max(siblings, default=-1) + 1,
    )
