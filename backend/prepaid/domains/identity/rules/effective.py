"""What a set of granted nodes is worth for one merchant: features and gates, passed down the tree. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from prepaid.domains.identity.rules.permissions import Gate, GateState, NodeKind, closes


@dataclass(frozen=True, slots=True)
class GrantedNode:
    """A granted node; a node below a switched-off one is switched off with it."""

    code: str
    kind: NodeKind
    features: frozenset[str] = frozenset()
    """Features that it and its ancestors need."""
    gates: frozenset[Gate] = frozenset()
    """Gates that it and its ancestors stand behind."""


@dataclass(frozen=True, slots=True)
class Switches:
    """What the bank has switched on for a merchant, and how its gate stands."""

    features: frozenset[str] = frozenset()
    gate: GateState = GateState.OPEN

    @classmethod
    def of(cls, type_features: Iterable[str] | None, own_features: Iterable[str], gate: str) -> "Switches":
        """Features of the type and of the merchant count only together; without a type there are none."""
        return cls(frozenset(type_features or ()) & frozenset(own_features), GateState(gate))


class Verdict(StrEnum):
    """Why a permission is there or not."""

    ALLOWED = "ALLOWED"
    NOT_GRANTED = "NOT_GRANTED"
    FEATURE_OFF = "FEATURE_OFF"
    GATE_CLOSED = "GATE_CLOSED"


@dataclass(frozen=True, slots=True)
class NodeRow:
    """A node as the table holds it."""

    id: UUID
    parent_id: UUID | None
    code: str
    kind: NodeKind
    feature: str | None
    gate: Gate | None


def granted_nodes(rows: Iterable[NodeRow]) -> tuple[GrantedNode, ...]:
    """The granted nodes with what they inherit. Grants hold every ancestor of what they hold."""
    nodes = {row.id: row for row in rows}
    return tuple(_inherited(row, nodes) for row in nodes.values())


def _inherited(row: NodeRow, nodes: Mapping[UUID, NodeRow]) -> GrantedNode:
    features, gates, seen = set[str](), set[Gate](), set[UUID]()
    line: NodeRow | None = row
    # A damaged tree may run in a circle; `prepaid verify` tells, and requests still end.
    while line is not None and line.id not in seen:
        seen.add(line.id)
        if line.feature is not None:
            features.add(line.feature)
        if line.gate is not None:
            gates.add(line.gate)
        line = nodes.get(line.parent_id) if line.parent_id is not None else None
    return GrantedNode(row.code, row.kind, frozenset(features), frozenset(gates))


def judge(node: GrantedNode | None, switches: Switches | None) -> Verdict:
    """Whether a granted node counts. `switches` is None for members above single merchants."""
    if node is None:
        return Verdict.NOT_GRANTED
    if switches is None:
        return Verdict.ALLOWED
    if not node.features <= switches.features:
        return Verdict.FEATURE_OFF
    if closes(switches.gate, node.kind, node.gates):
        return Verdict.GATE_CLOSED
    return Verdict.ALLOWED


def effective_codes(nodes: Iterable[GrantedNode], switches: Switches | None) -> frozenset[str]:
    """Role grants ∩ features of the merchant's type ∩ features of the merchant ∩ its gate."""
    return frozenset(node.code for node in nodes if judge(node, switches) is Verdict.ALLOWED)
