"""Permission codes as data: what guards something in this code base, and how the tree shows it.

A template's permission node takes its meaning from its code. Codes of kind ACTION, FIELD and DATA guard
code, so a template may only hold those declared here; a MENU or PAGE may also be a platform's own.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class NodeKind(StrEnum):
    """What a permission node stands for (节点类型)."""

    MENU = "MENU"
    PAGE = "PAGE"
    ACTION = "ACTION"
    FIELD = "FIELD"
    DATA = "DATA"


class Gate(StrEnum):
    """What a merchant's state may close (状态闸)."""

    SALES = "SALES"
    REDEMPTION = "REDEMPTION"
    AFTER_SALES = "AFTER_SALES"


class GateState(StrEnum):
    """State of a merchant's gate."""

    OPEN = "OPEN"
    SUSPENDED = "SUSPENDED"
    FRAUD_HOLD = "FRAUD_HOLD"
    CLOSED = "CLOSED"


class Audience(StrEnum):
    """Whose data a template's members see."""

    MERCHANT = "MERCHANT"
    BANK = "BANK"
    CONSUMER = "CONSUMER"


CLOSED_BY: Final = {
    GateState.OPEN: frozenset[Gate](),
    GateState.SUSPENDED: frozenset({Gate.SALES}),
    GateState.FRAUD_HOLD: frozenset({Gate.SALES, Gate.REDEMPTION}),
    GateState.CLOSED: frozenset(Gate),
}
"""A suspended merchant keeps reads, redemption and after-sales; a fraud hold stops redemption too (domain/10)."""

GUARDING: Final = frozenset({NodeKind.ACTION, NodeKind.FIELD, NodeKind.DATA})
CHILDREN: Final = {
    NodeKind.MENU: frozenset(NodeKind),
    NodeKind.PAGE: frozenset({NodeKind.PAGE, *GUARDING}),
    NodeKind.ACTION: frozenset[NodeKind](),
    NodeKind.FIELD: frozenset[NodeKind](),
    NodeKind.DATA: frozenset[NodeKind](),
}
"""Which kinds may stand under which: what guards is a leaf, so that granting a child never grants another act."""

VERB: Final = {
    NodeKind.MENU: "open",
    NodeKind.PAGE: "open",
    NodeKind.ACTION: "do",
    NodeKind.FIELD: "see",
    NodeKind.DATA: "read",
}
"""The `action` of a Casbin request for a node's kind."""

CODE: Final = re.compile(r"(?=.{1,80}\Z)[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)*")


@dataclass(frozen=True, slots=True)
class Permission:
    """A code that something in this code base asks for, with its texts and its usual place in a tree."""

    code: str
    kind: NodeKind
    zh: str
    en: str
    parent: str | None = None
    audiences: frozenset[Audience] = frozenset({Audience.BANK})
    feature: str | None = None
    gate: Gate | None = None


PERMISSIONS: Final[dict[str, Permission]] = {}
"""Every declared permission by its code, in the order of declaration; each domain declares its own."""


def declare(permissions: Iterable[Permission]) -> None:
    """Add a domain's permissions to the catalogue.

    Raises:
        ValueError: for a malformed code, one declared twice, or a parent that is not declared before.
    """
    for permission in permissions:
        if CODE.fullmatch(permission.code) is None:
            raise ValueError(f"malformed permission code {permission.code!r}")
        if permission.parent is not None and permission.parent not in PERMISSIONS:
            raise ValueError(f"{permission.code} stands under {permission.parent}, which is not declared")
        if PERMISSIONS.setdefault(permission.code, permission) != permission:
            raise ValueError(f"permission {permission.code} is declared twice")


def usable_in(audience: Audience) -> tuple[Permission, ...]:
    """The permissions that a template for this audience may hold."""
    return tuple(permission for permission in PERMISSIONS.values() if audience in permission.audiences)


def closes(state: GateState, kind: NodeKind, gates: Iterable[Gate]) -> bool:
    """Whether a merchant's state takes a node away: by its gates, and when closed every act."""
    return (state is GateState.CLOSED and kind is NodeKind.ACTION) or any(gate in CLOSED_BY[state] for gate in gates)
