"""Where a card may be redeemed (核销范围), apart from where it may be sold."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from uuid import UUID


class StoreScopeKind(StrEnum):
    """Kind of a redemption scope."""

    ALL_STORES = "ALL_STORES"
    STORES = "STORES"
    REGIONS = "REGIONS"


@dataclass(frozen=True, slots=True)
class StoreScope:
    """All stores of the merchant, listed stores, or regions with what is below them."""

    kind: StoreScopeKind = StoreScopeKind.ALL_STORES
    ids: frozenset[UUID] = frozenset()
    """Stores or regions; empty for all stores."""

    @property
    def complete(self) -> bool:
        """Whether it names something exactly when its kind needs it."""
        return bool(self.ids) == (self.kind is not StoreScopeKind.ALL_STORES)

    def includes(self, store: UUID, regions: Collection[UUID]) -> bool:
        """Whether a store that lies in `regions` (its region and those above) belongs to it."""
        match self.kind:
            case StoreScopeKind.ALL_STORES:
                return True
            case StoreScopeKind.STORES:
                return store in self.ids
            case StoreScopeKind.REGIONS:
                return not self.ids.isdisjoint(regions)

    def as_json(self) -> dict[str, Any]:
        """As it is stored on a card type and in a contract's snapshot."""
        return {"kind": self.kind.value, "ids": sorted(map(str, self.ids))}

    @classmethod
    def from_json(cls, value: Mapping[str, Any]) -> "StoreScope":
        """Reads what `as_json` wrote."""
        return cls(StoreScopeKind(value["kind"]), frozenset(map(UUID, value["ids"])))
