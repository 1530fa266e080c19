"""Inputs of the mutations of products."""

from collections.abc import Mapping
from typing import Any

import strawberry

from prepaid.core.errors import BadUserInput
from prepaid.domains.catalog.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.catalog.rules import details as d
from prepaid.domains.catalog.rules.products import (
    CardForm,
    CardKind,
    ConsumptionOrder,
    CostBearer,
    EntitlementKind,
    GiftKind,
    ServiceUnit,
    SoldAs,
    ValidityKind,
)
from prepaid.domains.catalog.rules.words import WordCategory
from prepaid.domains.identity.graph.reading import optional_id
from prepaid.domains.stores.graph import labels as _store_labels  # noqa: F401 - names the kinds of scopes
from prepaid.domains.stores.rules.scope import StoreScope, StoreScopeKind
from prepaid.graph.types import JSON, Fen, GlobalID

OF_MERCHANT = "Merchant; absent: the caller's own"


@strawberry.input(description="Stores: all, some, or those of regions.")
class StoreScopeInput:
    """Where something is given or redeemed."""

    kind: StoreScopeKind | None = strawberry.field(default=None, description="Kind of scope; absent: all stores")
    store_ids: list[GlobalID] | None = strawberry.field(default=None, description="Of STORES: the stores")
    region_ids: list[GlobalID] | None = strawberry.field(default=None, description="Of REGIONS: the regions")

    def read(self, name: str) -> StoreScope:
        """As the commands take it. Raises `NotFound` for ids of something else."""
        kind = self.kind or StoreScopeKind.ALL_STORES
        match kind:
            case StoreScopeKind.ALL_STORES:
                ids = frozenset[Any]()
            case StoreScopeKind.STORES:
                ids = frozenset(each.of("Store", path=(name, "storeIds")).id for each in self.store_ids or ())
            case StoreScopeKind.REGIONS:
                ids = frozenset(each.of("Region", path=(name, "regionIds")).id for each in self.region_ids or ())
        return StoreScope(kind, ids)


@strawberry.input(description="What every product has.")
class ProductInput:
    """Shared by the inputs that save products."""

    merchant_id: GlobalID | None = strawberry.field(default=None, description=OF_MERCHANT)
    name: str = strawberry.field(description="Name, unique among the merchant's products of the kind")
    description: str | None = strawberry.field(default=None, description="What it is, at most 4,000 characters")
    attributes: JSON | None = strawberry.field(default=None, description="Values of the merchant type's form")
    expected_revision: int | None = strawberry.field(default=None, description="Revision that one started from")

    def shared(self) -> dict[str, Any]:
        """What goes into every product's details."""
        values: Any = self.attributes or {}
        if not isinstance(values, Mapping):
            raise BadUserInput("attributes are a JSON object")
        return {"name": self.name, "description": self.description or "", "attributes": values}


@strawberry.input(description="A service as it is to be.")
class SaveServiceInput(ProductInput):
    """Input of `saveService`."""

    service_id: GlobalID | None = strawberry.field(default=None, description="The service; absent: a new one")
    category: str = strawberry.field(description="Category")
    unit: ServiceUnit = strawberry.field(description="What it is counted by")
    unit_price_fen: Fen = strawberry.field(description="List price of one unit")
    duration_minutes: int | None = strawberry.field(default=None, description="Minutes that one unit takes")
    refundable: bool = strawberry.field(default=True, description="Whether it can be returned")
    store_scope: StoreScopeInput | None = strawberry.field(default=None, description="Where it is given")
    images: list[strawberry.ID] | None = strawberry.field(
        default=None, description="Tokens of uploaded pictures; absent: those it has"
    )

    def read(self) -> d.ServiceDetails:
        """As the commands take it."""
        return d.ServiceDetails(
            **self.shared(),
            category=self.category,
            unit=self.unit,
            unit_price_fen=self.unit_price_fen,
            duration_minutes=self.duration_minutes,
            refundable=self.refundable,
            store_scope=self.store_scope.read("storeScope") if self.store_scope else StoreScope(),
            images=None if self.images is None else tuple(map(str, self.images)),
        )


@strawberry.input(description="A card type as it is to be.")
class SaveCardTypeInput(ProductInput):
    """Input of `saveCardType`."""

    card_type_id: GlobalID | None = strawberry.field(default=None, description="The card type; absent: a new one")
    kind: CardKind = strawberry.field(description="Registered or anonymous")
    form: CardForm = strawberry.field(default=CardForm.VIRTUAL, description="Virtual or physical")
    face_limit_fen: Fen = strawberry.field(description="Most that a card may hold")
    number_prefix: str = strawberry.field(description="First 2 to 8 digits of its cards' numbers")
    service_ids: list[GlobalID] | None = strawberry.field(default=None, description="Services allowed; none: any")
    validity: ValidityKind = strawberry.field(default=ValidityKind.NONE, description="From when the validity counts")
    validity_days: int | None = strawberry.field(default=None, description="Days of validity, at least 1,095")
    bonus_validity_days: int | None = strawberry.field(default=None, description="Days until BONUS expires")
    gift_allowed: bool = strawberry.field(default=False, description="Whether its cards may be given away")
    transfer_allowed: bool = strawberry.field(default=False, description="Whether its cards may be transferred")
    consumption_order: ConsumptionOrder = strawberry.field(
        default=ConsumptionOrder.PRINCIPAL_FIRST, description="What is used up first"
    )
    redemption_scope: StoreScopeInput | None = strawberry.field(
        default=None, description="Where its cards are redeemed; absent: anywhere"
    )

    def read(self) -> d.CardTypeDetails:
        """As the commands take it."""
        return d.CardTypeDetails(
            **self.shared(),
            kind=self.kind,
            form=self.form,
            face_limit_fen=self.face_limit_fen,
            number_prefix=self.number_prefix,
            service_ids=tuple(each.of("Service", path=("serviceIds",)).id for each in self.service_ids or ()),
            validity=self.validity,
            validity_days=self.validity_days,
            bonus_validity_days=self.bonus_validity_days,
            gift_allowed=self.gift_allowed,
            transfer_allowed=self.transfer_allowed,
            consumption_order=self.consumption_order,
            redemption_scope=self.redemption_scope.read("redemptionScope") if self.redemption_scope else StoreScope(),
        )


@strawberry.input(description="What a buyer gains: times of a service, a period of services, or stored value.")
class EntitlementInput:
    """Part of `SavePackageInput`."""

    kind: EntitlementKind = strawberry.field(description="What it holds")
    service_ids: list[GlobalID] = strawberry.field(default_factory=list, description="VISITS: one; PERIOD: one or more")
    times: int | None = strawberry.field(default=None, description="VISITS: how many")
    days: int | None = strawberry.field(default=None, description="PERIOD: how long")
    period_price_fen: Fen | None = strawberry.field(default=None, description="PERIOD: its own list price")
    amount_fen: Fen | None = strawberry.field(default=None, description="MONEY: how much")


@strawberry.input(description="What a package gives besides.")
class GiftInput:
    """Part of `SavePackageInput`."""

    kind: GiftKind = strawberry.field(description="What it is")
    service_id: GlobalID | None = strawberry.field(default=None, description="VISITS: the service")
    times: int | None = strawberry.field(default=None, description="VISITS: how many")
    amount_fen: Fen | None = strawberry.field(default=None, description="MONEY: how much")
    coupon_batch_id: GlobalID | None = strawberry.field(default=None, description="COUPON: the batch")
    cost_bearer: CostBearer = strawberry.field(default=CostBearer.MERCHANT, description="Who pays for it")


@strawberry.input(description="A package as it is to be.")
class SavePackageInput(ProductInput):
    """Input of `savePackage`."""

    package_id: GlobalID | None = strawberry.field(default=None, description="The package; absent: a new one")
    card_type_id: GlobalID = strawberry.field(description="Card type that it is bound to")
    sale_price_fen: Fen = strawberry.field(description="Sale price")
    term_days: int | None = strawberry.field(default=None, description="Days within which it should be used up")
    sold_as: SoldAs = strawberry.field(default=SoldAs.BOTH, description="When it can be bought")
    entitlements: list[EntitlementInput] = strawberry.field(description="What its buyers gain")
    gifts_on: bool = strawberry.field(default=False, description="Whether gifts are given")
    gifts: list[GiftInput] | None = strawberry.field(default=None, description="What they are given besides")

    def read(self) -> d.PackageDetails:
        """As the commands take it."""
        return d.PackageDetails(
            **self.shared(),
            card_type_id=self.card_type_id.of("CardType", path=("cardTypeId",)).id,
            sale_price_fen=self.sale_price_fen,
            term_days=self.term_days,
            sold_as=self.sold_as,
            entitlements=tuple(_entitlement(each, place) for place, each in enumerate(self.entitlements)),
            gifts_on=self.gifts_on,
            gifts=tuple(_gift(each, place) for place, each in enumerate(self.gifts or ())),
        )


def _entitlement(given: EntitlementInput, place: int) -> d.EntitlementDetails:
    path = ("entitlements", str(place), "serviceIds")
    return d.EntitlementDetails(
        kind=given.kind,
        service_ids=tuple(each.of("Service", path=path).id for each in given.service_ids),
        times=given.times,
        days=given.days,
        amount_fen=given.amount_fen,
        period_price_fen=given.period_price_fen,
    )


def _gift(given: GiftInput, place: int) -> d.GiftDetails:
    where = ("gifts", str(place))
    return d.GiftDetails(
        kind=given.kind,
        service_id=optional_id(given.service_id, "Service", *where, "serviceId"),
        times=given.times,
        amount_fen=given.amount_fen,
        coupon_batch_id=optional_id(given.coupon_batch_id, "CouponBatch", *where, "couponBatchId"),
        cost_bearer=given.cost_bearer,
    )


@strawberry.input(description="A version of a service, card type or package.")
class ProductVersionInput:
    """Input of `submitProduct`, `withdrawProduct` and `putProductOnSale`."""

    version_id: GlobalID = strawberry.field(description="ServiceVersion, CardTypeVersion or PackageVersion")


@strawberry.input(description="A service, card type or package.")
class TakeProductOffSaleInput:
    """Input of `takeProductOffSale`."""

    product_id: GlobalID = strawberry.field(description="Service, CardType or Package")


@strawberry.input(description="A submission that is approved.")
class ApproveProductInput:
    """Input of `approveProduct`."""

    review_id: GlobalID = strawberry.field(description="The submission")
    reason: str | None = strawberry.field(default=None, description="Remark")


@strawberry.input(description="A submission that is rejected.")
class RejectProductInput:
    """Input of `rejectProduct`."""

    review_id: GlobalID = strawberry.field(description="The submission")
    reason: str = strawberry.field(description="Reason, at least 5 characters")


@strawberry.input(description="A new sensitive word.")
class AddSensitiveWordInput:
    """Input of `addSensitiveWord`."""

    word: str = strawberry.field(description="The word")
    category: WordCategory = strawberry.field(description="Why it is sensitive")


@strawberry.input(description="A sensitive word to be dropped.")
class RemoveSensitiveWordInput:
    """Input of `removeSensitiveWord`."""

    word_id: GlobalID = strawberry.field(description="The word")
