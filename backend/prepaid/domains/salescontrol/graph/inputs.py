"""Inputs of the mutations of sales control."""

from datetime import date

import strawberry

from prepaid.core.errors import InvalidValue
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.salescontrol.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salescontrol.rules.control import Effect, Place, PlaceKind
from prepaid.domains.salescontrol.rules.details import AgentDetails, RuleDetails
from prepaid.domains.stores.graph import labels as _stores  # noqa: F401 - names the enums
from prepaid.domains.stores.rules.stores import StoreType
from prepaid.graph.types import GlobalID

OF_MERCHANT = "Merchant; absent: the caller's own"


@strawberry.input(description="A new rule of sales control: one product, one place.")
class CreateSalesControlRuleInput:
    """Input of `createSalesControlRule`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    product_kind: ProductKind = strawberry.field(description="Kind of the product")
    service_id: GlobalID | None = strawberry.field(default=None, description="The service, of SERVICE")
    card_type_id: GlobalID | None = strawberry.field(default=None, description="The card type, of CARD_TYPE")
    package_id: GlobalID | None = strawberry.field(default=None, description="The package, of PACKAGE")
    effect: Effect = strawberry.field(description="Allowed or denied")
    place: PlaceKind = strawberry.field(description="What the place is named by")
    store_id: GlobalID | None = strawberry.field(default=None, description="The store, of STORE")
    region_id: GlobalID | None = strawberry.field(default=None, description="The region, of REGION")
    level: int | None = strawberry.field(default=None, description="Level of regions, 1 for the top, of REGION_LEVEL")
    store_type: StoreType | None = strawberry.field(default=None, description="Type of stores, of STORE_TYPE")
    exclusive: bool = strawberry.field(default=False, description="Of ALLOW: sold nowhere that no rule covers")
    since: date = strawberry.field(description="First day, today or later")
    last_day: date | None = strawberry.field(default=None, description="Last day; absent: without end")
    quota: int | None = strawberry.field(default=None, description="Of ALLOW: most pieces")
    note: str | None = strawberry.field(default=None, description="Remark")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")

    def read(self) -> RuleDetails:
        """As the command takes it."""
        products = {
            ProductKind.SERVICE: optional_id(self.service_id, "Service", "serviceId"),
            ProductKind.CARD_TYPE: optional_id(self.card_type_id, "CardType", "cardTypeId"),
            ProductKind.PACKAGE: optional_id(self.package_id, "Package", "packageId"),
        }
        product_id = products.pop(self.product_kind)
        if product_id is None or any(products.values()):
            raise InvalidValue(path=("productKind",), reason="INCOMPLETE")
        return RuleDetails(
            product=ProductRef(self.product_kind, product_id),
            effect=self.effect,
            place=Place(
                kind=self.place,
                store=optional_id(self.store_id, "Store", "storeId"),
                region=optional_id(self.region_id, "Region", "regionId"),
                level=self.level,
                store_type=self.store_type and self.store_type.value,
            ),
            since=self.since,
            last_day=self.last_day,
            quota=self.quota,
            exclusive=self.exclusive,
            note=self.note or "",
        )


@strawberry.input(description="A rule's new quota.")
class ChangeSalesQuotaInput:
    """Input of `changeSalesQuota`."""

    rule_id: GlobalID = strawberry.field(description="The rule")
    quota: int | None = strawberry.field(default=None, description="Most pieces; absent: without limit")
    reason: str = strawberry.field(description="Why")


@strawberry.input(description="A rule to be ended.")
class EndSalesControlRuleInput:
    """Input of `endSalesControlRule`."""

    rule_id: GlobalID = strawberry.field(description="The rule")
    reason: str = strawberry.field(description="Why")


@strawberry.input(description="An agent of a region.")
class SetRegionAgentInput:
    """Input of `setRegionAgent`."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    region_id: GlobalID = strawberry.field(description="The region, with what lies below it")
    name: str = strawberry.field(description="Company or person")
    member_id: GlobalID | None = strawberry.field(default=None, description="The member who acts for it")
    share_bps: int = strawberry.field(description="Share of the region's sales in basis points, 0 to 10,000")
    since: date = strawberry.field(description="First day, today or later")
    last_day: date | None = strawberry.field(default=None, description="Last day; absent: without end")
    note: str | None = strawberry.field(default=None, description="Remark")
    idempotency_key: strawberry.ID = strawberry.field(description="One key for one intention")

    def read(self) -> AgentDetails:
        """As the command takes it."""
        return AgentDetails(
            region_id=self.region_id.of("Region", path=("regionId",)).id,
            name=self.name,
            membership_id=optional_id(self.member_id, "Member", "memberId"),
            share_bps=self.share_bps,
            since=self.since,
            last_day=self.last_day,
            note=self.note or "",
        )


@strawberry.input(description="An agent to be ended.")
class EndRegionAgentInput:
    """Input of `endRegionAgent`."""

    agent_id: GlobalID = strawberry.field(description="The agent")
    reason: str = strawberry.field(description="Why")
