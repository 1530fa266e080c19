"""What a merchant says of its products; commands check it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

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
from prepaid.domains.stores.rules.scope import StoreScope


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductDetails:
    """What every product has."""

    name: str
    description: str = ""
    attributes: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDetails(ProductDetails):
    """A service."""

    category: str
    unit: ServiceUnit
    unit_price_fen: int
    duration_minutes: int | None = None
    refundable: bool = True
    store_scope: StoreScope = field(default_factory=StoreScope)
    images: tuple[str, ...] | None = None
    """Tokens of uploaded pictures; None: those of the version before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTypeDetails(ProductDetails):
    """A card type."""

    kind: CardKind
    form: CardForm = CardForm.VIRTUAL
    face_limit_fen: int
    number_prefix: str
    service_ids: tuple[UUID, ...] = ()
    """Services that its cards may be used for; none named: any."""
    validity: ValidityKind = ValidityKind.NONE
    validity_days: int | None = None
    bonus_validity_days: int | None = None
    gift_allowed: bool = False
    transfer_allowed: bool = False
    consumption_order: ConsumptionOrder = ConsumptionOrder.PRINCIPAL_FIRST
    redemption_scope: StoreScope = field(default_factory=StoreScope)


@dataclass(frozen=True, slots=True, kw_only=True)
class EntitlementDetails:
    """An entitlement of a package."""

    kind: EntitlementKind
    service_ids: tuple[UUID, ...] = ()
    times: int | None = None
    days: int | None = None
    amount_fen: int | None = None
    period_price_fen: int | None = None
    """List price of a PERIOD."""

    @property
    def complete(self) -> bool:
        """Whether it names exactly what its kind needs."""
        given = {
            "times": self.times is not None,
            "days": self.days is not None and self.period_price_fen is not None,
            "amount": self.amount_fen is not None,
        }
        wanted = {EntitlementKind.VISITS: "times", EntitlementKind.PERIOD: "days", EntitlementKind.MONEY: "amount"}
        numbers = (self.times, self.days, self.amount_fen, self.period_price_fen)
        services = {
            EntitlementKind.VISITS: len(self.service_ids) == 1,
            EntitlementKind.PERIOD: len(self.service_ids) >= 1,
            EntitlementKind.MONEY: not self.service_ids,
        }
        named = [name for name, there in given.items() if there]
        positive = all(number is None or number > 0 for number in numbers)
        return named == [wanted[self.kind]] and services[self.kind] and positive


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftDetails:
    """A gift of a package."""

    kind: GiftKind
    service_id: UUID | None = None
    times: int | None = None
    amount_fen: int | None = None
    coupon_batch_id: UUID | None = None
    cost_bearer: CostBearer = CostBearer.MERCHANT

    @property
    def complete(self) -> bool:
        """Whether it names exactly what its kind needs."""
        visits = self.service_id is not None and (self.times or 0) > 0
        money = (self.amount_fen or 0) > 0
        coupon = self.coupon_batch_id is not None
        return (visits, money, coupon) == tuple(self.kind is kind for kind in GiftKind)


@dataclass(frozen=True, slots=True, kw_only=True)
class PackageDetails(ProductDetails):
    """A package."""

    card_type_id: UUID
    sale_price_fen: int
    term_days: int | None = None
    sold_as: SoldAs = SoldAs.BOTH
    entitlements: tuple[EntitlementDetails, ...] = ()
    gifts_on: bool = False
    gifts: tuple[GiftDetails, ...] = ()
