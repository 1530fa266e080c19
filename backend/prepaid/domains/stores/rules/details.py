"""What a merchant says of a store."""

from dataclasses import dataclass, field
from uuid import UUID

from prepaid.domains.stores.rules.stores import StoreType, Weekday


@dataclass(frozen=True, slots=True, kw_only=True)
class StoreDetails:
    """Name, place and hours as they were typed; commands check them."""

    name: str
    type: StoreType = StoreType.DIRECT
    address: str
    longitude: float | None = None
    latitude: float | None = None
    """Degrees, GCJ-02."""
    opens: str | None = None
    closes: str | None = None
    closed_weekdays: list[Weekday] = field(default_factory=list)
    phone: str | None = None
    region_id: UUID | None = None
