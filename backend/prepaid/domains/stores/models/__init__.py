"""Tables of stores and regions."""

from prepaid.domains.stores.models.regions import Region, RegionLevel, RegionPlacement, StoreRegion
from prepaid.domains.stores.models.stores import Store, StoreRelocation

__all__ = ["Region", "RegionLevel", "RegionPlacement", "Store", "StoreRegion", "StoreRelocation"]
