"""Facts about documents that expire."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DocumentExpiring:
    """A document ends in `days` days (0: today)."""

    merchant_id: UUID
    document_id: UUID
    name_zh: str
    name_en: str
    expires_on: date
    days: int


@dataclass(frozen=True, slots=True)
class DocumentExpired:
    """A document has ended; with a required one sales are paused."""

    merchant_id: UUID
    document_id: UUID
    name_zh: str
    name_en: str
    required: bool
