"""Inputs of the mutations of stores and regions."""

from datetime import date

import strawberry

from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.stores.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.stores.rules.details import StoreDetails
from prepaid.domains.stores.rules.stores import StoreType, Weekday
from prepaid.graph.types import GlobalID

OF_MERCHANT = "Merchant; absent: the caller's own"


@strawberry.input(description="What is said of a store.")
class StoreDetailsInput:
    """Shared by creating and editing."""

    name: str = strawberry.field(description="Name, unique in the merchant")
    type: StoreType = strawberry.field(default=StoreType.DIRECT, description="DIRECT or FRANCHISE")
    address: str = strawberry.field(description="Address")
    longitude: float | None = strawberry.field(default=None, description="Degrees east, GCJ-02")
    latitude: float | None = strawberry.field(default=None, description="Degrees north, GCJ-02")
    opens: str | None = strawberry.field(default=None, description="Opening time HH:MM; with none it is always open")
    closes: str | None = strawberry.field(default=None, description="Closing time HH:MM; before `opens`: next day")
    closed_weekdays: list[Weekday] | None = strawberry.field(default=None, description="Weekdays without business")
    phone: str | None = strawberry.field(default=None, description="Its published phone number")

    def read(self, region_id: GlobalID | None = None) -> StoreDetails:
        """As the commands take it."""
        return StoreDetails(
            name=self.name,
            type=self.type,
            address=self.address,
            longitude=self.longitude,
            latitude=self.latitude,
            opens=self.opens,
            closes=self.closes,
            closed_weekdays=self.closed_weekdays or [],
            phone=self.phone,
            region_id=optional_id(region_id, "Region", "regionId"),
        )


@strawberry.input(description="A new store.")
class CreateStoreInput(StoreDetailsInput):
    """Input of `createStore`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    region_id: GlobalID | None = strawberry.field(default=None, description="Region that it lies in from today on")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A store as it is to be.")
class UpdateStoreInput(StoreDetailsInput):
    """Input of `updateStore`."""

    store_id: GlobalID = strawberry.field(description="The store")


@strawberry.input(description="A store.")
class OpenStoreInput:
    """Input of `openStore`."""

    store_id: GlobalID = strawberry.field(description="The store")


@strawberry.input(description="A store, and why it closes.")
class CloseStoreInput:
    """Input of `closeStore`."""

    store_id: GlobalID = strawberry.field(description="The store")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="Where a store moves to.")
class RelocateStoreInput:
    """Input of `relocateStore`."""

    store_id: GlobalID = strawberry.field(description="The store")
    address: str = strawberry.field(description="New address")
    longitude: float | None = strawberry.field(default=None, description="Degrees east, GCJ-02")
    latitude: float | None = strawberry.field(default=None, description="Degrees north, GCJ-02")
    moves_on: date = strawberry.field(description="Day of the move, today or later")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="The region that a store lies in from a day on.")
class AssignStoreRegionInput:
    """Input of `assignStoreRegion`."""

    store_id: GlobalID = strawberry.field(description="The store")
    region_id: GlobalID | None = strawberry.field(default=None, description="The region; absent: in none")
    since: date = strawberry.field(description="First day, today or later")


@strawberry.input(description="One level of the tree of regions.")
class RegionLevelInput:
    """Part of `SaveRegionLevelsInput`."""

    name: str = strawberry.field(description="The merchant's own name for it")


@strawberry.input(description="The levels of a merchant's tree of regions.")
class SaveRegionLevelsInput:
    """Input of `saveRegionLevels`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    levels: list[RegionLevelInput] = strawberry.field(description="From the top down, 1 to 8")


@strawberry.input(description="A new region.")
class CreateRegionInput:
    """Input of `createRegion`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    name: str = strawberry.field(description="Name, unique beside its siblings")
    parent_id: GlobalID | None = strawberry.field(default=None, description="Region above; absent: at the top")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")


@strawberry.input(description="A region's new name.")
class RenameRegionInput:
    """Input of `renameRegion`."""

    region_id: GlobalID = strawberry.field(description="The region")
    name: str = strawberry.field(description="New name")


@strawberry.input(description="A region's new place in the tree.")
class MoveRegionInput:
    """Input of `moveRegion`."""

    region_id: GlobalID = strawberry.field(description="The region; what is below it moves with it")
    parent_id: GlobalID | None = strawberry.field(default=None, description="Region above; absent: at the top")
    since: date = strawberry.field(description="First day at the new place, today or later")


@strawberry.input(description="A region to be closed.")
class CloseRegionInput:
    """Input of `closeRegion`."""

    region_id: GlobalID = strawberry.field(description="The region; nothing may lie in it")
    reason: str = strawberry.field(description="Reason, at least 5 characters")
