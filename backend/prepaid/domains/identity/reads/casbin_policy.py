"""The granted nodes as Casbin's policies: the source of truth in its own words, and the oracle of explanations.

Casbin walks every policy for one question (0.3 s at 100,000 of them), so requests are answered by
`PolicyStore`, which compiles the same rows; a property test holds the two together (ADR 0004).
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Final
from uuid import UUID

from casbin import Enforcer
from casbin.model import Model
from casbin.persist import Adapter

from prepaid.domains.identity.reads.rows import Fetches
from prepaid.domains.identity.rules.permissions import VERB, NodeKind

MODEL: Final = Path(__file__).with_name("casbin_model.conf")

ROWS: Final = """
SELECT g.role_id, n.code, n.kind
FROM role_grant g JOIN permission_node n ON n.template_id = g.template_id AND n.id = g.node_id
WHERE g.template_id = $1 AND g.role_id = ANY ($2)
"""

PolicyRow = tuple[UUID, str, str]
"""Role, code and kind of a granted node."""


class RoleGrants(Adapter):  # type: ignore[misc] # pycasbin has no types
    """Casbin's view of some rows of one template: policies `r:<role>, t:<template>, <code>, <verb>`.

    The prefixes keep an id from being taken for another kind of subject.
    """

    def __init__(self, template_id: UUID, rows: Iterable[PolicyRow]) -> None:
        self.template_id = template_id
        self.rows = tuple(rows)

    def load_policy(self, model: Model) -> None:
        """Append every row to the model."""
        model["p"]["p"].policy.extend(
            [role_name(role), template_name(self.template_id), code, VERB[NodeKind(kind)]]
            for role, code, kind in self.rows
        )


class Oracle:
    """Casbin's own answer for the roles of one template."""

    def __init__(self, template_id: UUID, rows: Iterable[PolicyRow]) -> None:
        self._template = template_name(template_id)
        self._enforcer = Enforcer(str(MODEL), RoleGrants(template_id, rows))

    def allows(self, role_ids: Iterable[UUID], code: str, kind: NodeKind) -> bool:
        """Whether any of the roles holds the node."""
        return any(self._enforcer.enforce(role_name(role), self._template, code, VERB[kind]) for role in role_ids)


async def load_oracle(source: Fetches, template_id: UUID, role_ids: Iterable[UUID]) -> Oracle:
    """Casbin with the policies of these roles of one template, as the transaction sees them."""
    rows = await source.fetch(ROWS, template_id, list(role_ids))
    return Oracle(template_id, [(row["role_id"], row["code"], row["kind"]) for row in rows])


def role_name(role_id: UUID) -> str:
    """Casbin's name of a role."""
    return f"r:{role_id}"


def template_name(template_id: UUID) -> str:
    """Casbin's name of a template."""
    return f"t:{template_id}"
