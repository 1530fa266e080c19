"""What a merchant says of a class."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from prepaid.domains.stores.rules.stores import Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassDetails:
    """Name, service, teacher and times as they were typed; commands check them."""

    name: str
    store_id: UUID
    service_id: UUID
    teacher_id: UUID
    weekday: Weekday | None = None
    """None: once, on `first_on`."""
    starts: str
    ends: str
    """HH:MM, Shanghai time."""
    first_on: date
    last_on: date | None = None
    capacity: int
    note: str = ""
