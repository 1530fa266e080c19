"""Facts about templates."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class TemplatePublished:
    """A version is in force for what begins from now on."""

    template_id: UUID
    version_id: UUID
    scene: str
    type_codes: tuple[str, ...]
