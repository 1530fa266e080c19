"""Facts about templates and roles."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class TemplateChanged:
    """A template's tree, its roles or their grants are different now: pages compiled for it are outdated."""

    template_id: UUID
    policy_version: int
