"""What importing a document into an existing template would change. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from prepaid.domains.identity.rules.template_document import NodeEntry, RoleEntry, TemplateDocument


@dataclass(frozen=True, slots=True)
class RoleDifference:
    """A role that is there before and after, with the codes that it gains and loses."""

    code: str
    renamed: bool
    gains: tuple[str, ...]
    loses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TemplateDifference:
    """Everything that differs, by codes; all empty when nothing does."""

    head: bool
    nodes_added: tuple[str, ...]
    nodes_removed: tuple[str, ...]
    nodes_changed: tuple[str, ...]
    """Also those that only stand elsewhere."""
    roles_added: tuple[str, ...]
    roles_removed: tuple[str, ...]
    roles_changed: tuple[RoleDifference, ...]

    def __bool__(self) -> bool:
        return self.head or any(
            (
                self.nodes_added,
                self.nodes_removed,
                self.nodes_changed,
                self.roles_added,
                self.roles_removed,
                self.roles_changed,
            )
        )


def compare(before: TemplateDocument, after: TemplateDocument) -> TemplateDifference:
    """The difference of two canonical documents."""
    old_nodes, new_nodes = _placed(before), _placed(after)
    old_roles = {role.code: role for role in before.roles}
    new_roles = {role.code: role for role in after.roles}
    both = [(old_roles[code], role) for code, role in new_roles.items() if code in old_roles]
    return TemplateDifference(
        head=before.template != after.template,
        nodes_added=tuple(code for code in new_nodes if code not in old_nodes),
        nodes_removed=tuple(code for code in old_nodes if code not in new_nodes),
        nodes_changed=tuple(code for code, new in new_nodes.items() if old_nodes.get(code, new) != new),
        roles_added=tuple(code for code in new_roles if code not in old_roles),
        roles_removed=tuple(code for code in old_roles if code not in new_roles),
        roles_changed=tuple(_changed(old, new) for old, new in both if old != new),
    )


def told(difference: TemplateDifference, after: TemplateDocument) -> dict[str, Any]:
    """The difference as the payload of a change request tells it; what is new comes with its names."""
    nodes = {node.code: {"code": node.code, "name": node.name.model_dump()} for node in after.nodes}
    roles = {role.code: {"code": role.code, "name": role.name.model_dump()} for role in after.roles}
    return {
        "head": difference.head,
        "nodesAdded": [nodes[code] for code in difference.nodes_added],
        "nodesRemoved": list(difference.nodes_removed),
        "nodesChanged": list(difference.nodes_changed),
        "rolesAdded": [roles[code] for code in difference.roles_added],
        "rolesRemoved": list(difference.roles_removed),
        "gains": {role.code: list(role.gains) for role in difference.roles_changed},
        "loses": {role.code: list(role.loses) for role in difference.roles_changed},
    }


def positions(document: TemplateDocument) -> Mapping[str, int]:
    """Each node's place among its siblings, from 0."""
    counts: dict[str | None, int] = {}
    places: dict[str, int] = {}
    for node in document.nodes:
        places[node.code] = counts.get(node.parent, 0)
        counts[node.parent] = places[node.code] + 1
    return places


def _placed(document: TemplateDocument) -> dict[str, tuple[NodeEntry, int]]:
    places = positions(document)
    return {node.code: (node, places[node.code]) for node in document.nodes}


def _changed(old: RoleEntry, new: RoleEntry) -> RoleDifference:
    return RoleDifference(
        new.code,
        (old.name, old.description, old.description_en) != (new.name, new.description, new.description_en),
        tuple(code for code in new.grants if code not in old.grants),
        tuple(code for code in old.grants if code not in new.grants),
    )
