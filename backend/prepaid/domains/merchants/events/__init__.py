"""Facts of merchants that higher domains react to."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class MerchantTypePublished:
    """A version of a type is in force for what begins from now on; what runs keeps its own."""

    type_code: str
    version_id: UUID
    version: int
