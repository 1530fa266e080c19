"""`serviceForm`, `cardTypeForm`, `packageForm`: a product's newest version as the input that would write it again."""

from typing import Annotated, Any, Final
from uuid import UUID

import orjson
import strawberry

from prepaid.core.errors import NotFound
from prepaid.domains.catalog.graph import labels as _labels  # noqa: F401 - names the enums
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
from prepaid.domains.stores.graph import labels as _store_labels  # noqa: F401 - names the kinds of scopes
from prepaid.domains.stores.rules.scope import StoreScope, StoreScopeKind
from prepaid.graph.types import JSON, Fen, GlobalID, Info, query_field
from prepaid.kit.ids import GlobalId

NEWEST: Final = """
SELECT to_jsonb(v)::text AS version FROM {table} v WHERE merchant_id = $1 AND product_id = $2
ORDER BY version DESC LIMIT 1
"""
ALLOWED: Final = "SELECT service_id FROM card_type_service WHERE merchant_id = $1 AND version_id = $2 ORDER BY 1"
PARTS: Final = """
SELECT to_jsonb(p)::text AS part FROM {table} p WHERE merchant_id = $1 AND version_id = $2 ORDER BY position
"""
Id = Annotated[GlobalID, strawberry.argument(description="The product's id")]


def _id(kind: str, merchant_id: UUID, row_id: str | UUID) -> strawberry.ID:
    return strawberry.ID(GlobalId(kind, merchant_id, UUID(str(row_id))).encode())


def _fen(value: int | None) -> Fen | None:
    return None if value is None else Fen(value)


@strawberry.type(description="Stores: all, some, or those of regions.")
class StoreScopeForm:
    """Mirrors `StoreScopeInput`."""

    kind: StoreScopeKind = strawberry.field(description="Kind of scope")
    store_ids: list[strawberry.ID] = strawberry.field(description="Of STORES: the stores")
    region_ids: list[strawberry.ID] = strawberry.field(description="Of REGIONS: the regions")

    @classmethod
    def of(cls, merchant_id: UUID, stored: dict[str, Any]) -> "StoreScopeForm":
        scope = StoreScope.from_json(stored)
        ids = sorted(scope.ids)
        return cls(
            kind=scope.kind,
            store_ids=[_id("Store", merchant_id, each) for each in ids if scope.kind is StoreScopeKind.STORES],
            region_ids=[_id("Region", merchant_id, each) for each in ids if scope.kind is StoreScopeKind.REGIONS],
        )


@strawberry.type(description="What every product has.")
class ProductForm:
    """Mirrors `ProductInput`."""

    name: str = strawberry.field(description="Name")
    description: str = strawberry.field(description="What it is")
    attributes: JSON = strawberry.field(description="Values of the merchant type's form")
    expected_revision: int = strawberry.field(description="Revision that one starts from")


@strawberry.type(description="A service as the input that would write it again.")
class ServiceForm(ProductForm):
    """Mirrors `SaveServiceInput`; pictures stay as they are unless others are given."""

    category: str = strawberry.field(description="Category")
    unit: ServiceUnit = strawberry.field(description="What it is counted by")
    unit_price_fen: Fen = strawberry.field(description="List price of one unit")
    duration_minutes: int | None = strawberry.field(description="Minutes that one unit takes")
    refundable: bool = strawberry.field(description="Whether it can be returned")
    store_scope: StoreScopeForm = strawberry.field(description="Where it is given")


@strawberry.type(description="A card type as the input that would write it again.")
class CardTypeForm(ProductForm):
    """Mirrors `SaveCardTypeInput`."""

    kind: CardKind = strawberry.field(description="Registered or anonymous")
    form: CardForm = strawberry.field(description="Virtual or physical")
    face_limit_fen: Fen = strawberry.field(description="Most that a card may hold")
    number_prefix: str = strawberry.field(description="First digits of its cards' numbers")
    service_ids: list[strawberry.ID] = strawberry.field(description="Services allowed; none: any")
    validity: ValidityKind = strawberry.field(description="From when the validity counts")
    validity_days: int | None = strawberry.field(description="Days of validity")
    bonus_validity_days: int | None = strawberry.field(description="Days until BONUS expires")
    gift_allowed: bool = strawberry.field(description="Whether its cards may be given away")
    transfer_allowed: bool = strawberry.field(description="Whether its cards may be transferred")
    consumption_order: ConsumptionOrder = strawberry.field(description="What is used up first")
    redemption_scope: StoreScopeForm = strawberry.field(description="Where its cards are redeemed")


@strawberry.type(description="What a buyer gains.")
class EntitlementForm:
    """Mirrors `EntitlementInput`."""

    kind: EntitlementKind = strawberry.field(description="What it holds")
    service_ids: list[strawberry.ID] = strawberry.field(description="Services")
    times: int | None = strawberry.field(description="VISITS: how many")
    days: int | None = strawberry.field(description="PERIOD: how long")
    period_price_fen: Fen | None = strawberry.field(description="PERIOD: its own list price")
    amount_fen: Fen | None = strawberry.field(description="MONEY: how much")


@strawberry.type(description="What a package gives besides.")
class GiftForm:
    """Mirrors `GiftInput`."""

    kind: GiftKind = strawberry.field(description="What it is")
    service_id: strawberry.ID | None = strawberry.field(description="VISITS: the service")
    times: int | None = strawberry.field(description="VISITS: how many")
    amount_fen: Fen | None = strawberry.field(description="MONEY: how much")
    coupon_batch_id: strawberry.ID | None = strawberry.field(description="COUPON: the batch")
    cost_bearer: CostBearer = strawberry.field(description="Who pays for it")


@strawberry.type(description="A package as the input that would write it again.")
class PackageForm(ProductForm):
    """Mirrors `SavePackageInput`."""

    card_type_id: strawberry.ID = strawberry.field(description="Card type that it is bound to")
    sale_price_fen: Fen = strawberry.field(description="Sale price")
    term_days: int | None = strawberry.field(description="Days within which it should be used up")
    sold_as: SoldAs = strawberry.field(description="When it can be bought")
    entitlements: list[EntitlementForm] = strawberry.field(description="What its buyers gain")
    gifts_on: bool = strawberry.field(description="Whether gifts are given")
    gifts: list[GiftForm] = strawberry.field(description="What they are given besides")


@query_field(permission="product.read")
async def service_form(info: Info, id: Id) -> ServiceForm:
    """The newest version of a service as the input that would write it again."""
    merchant_id, version = await _newest(info, id, "Service", "service_version")
    return ServiceForm(
        **_shared(version),
        category=version["category"],
        unit=ServiceUnit(version["unit"]),
        unit_price_fen=Fen(version["unit_price_fen"]),
        duration_minutes=version["duration_minutes"],
        refundable=version["refundable"],
        store_scope=StoreScopeForm.of(merchant_id, version["store_scope"]),
    )


@query_field(permission="product.read")
async def card_type_form(info: Info, id: Id) -> CardTypeForm:
    """The newest version of a card type as the input that would write it again."""
    merchant_id, version = await _newest(info, id, "CardType", "card_type_version")
    allowed = await (await info.context.read()).fetch(ALLOWED, merchant_id, UUID(version["id"]))
    return CardTypeForm(
        **_shared(version),
        kind=CardKind(version["kind"]),
        form=CardForm(version["form"]),
        face_limit_fen=Fen(version["face_limit_fen"]),
        number_prefix=version["number_prefix"],
        service_ids=[_id("Service", merchant_id, row["service_id"]) for row in allowed],
        validity=ValidityKind(version["validity"]),
        validity_days=version["validity_days"],
        bonus_validity_days=version["bonus_validity_days"],
        gift_allowed=version["gift_allowed"],
        transfer_allowed=version["transfer_allowed"],
        consumption_order=ConsumptionOrder(version["consumption_order"]),
        redemption_scope=StoreScopeForm.of(merchant_id, version["redemption_scope"]),
    )


@query_field(permission="product.read")
async def package_form(info: Info, id: Id) -> PackageForm:
    """The newest version of a package as the input that would write it again."""
    merchant_id, version = await _newest(info, id, "Package", "package_version")
    return PackageForm(
        **_shared(version),
        card_type_id=_id("CardType", merchant_id, version["card_type_id"]),
        sale_price_fen=Fen(version["sale_price_fen"]),
        term_days=version["term_days"],
        sold_as=SoldAs(version["sold_as"]),
        gifts_on=version["gifts_on"],
        entitlements=[
            EntitlementForm(
                kind=EntitlementKind(part["kind"]),
                service_ids=[_id("Service", merchant_id, each) for each in part["service_ids"]],
                times=part["times"],
                days=part["days"],
                period_price_fen=_fen(part["list_fen"] if part["kind"] == EntitlementKind.PERIOD else None),
                amount_fen=_fen(part["amount_fen"]),
            )
            for part in await _parts(info, merchant_id, version, "package_entitlement")
        ],
        gifts=[
            GiftForm(
                kind=GiftKind(part["kind"]),
                service_id=part["service_id"] and _id("Service", merchant_id, part["service_id"]),
                times=part["times"],
                amount_fen=_fen(part["amount_fen"]),
                coupon_batch_id=part["coupon_batch_id"] and _id("CouponBatch", merchant_id, part["coupon_batch_id"]),
                cost_bearer=CostBearer(part["cost_bearer"]),
            )
            for part in await _parts(info, merchant_id, version, "package_gift")
        ],
    )


async def _newest(info: Info, given: GlobalID, kind: str, table: str) -> tuple[UUID, dict[str, Any]]:
    """The row of the newest version that row-level security shows. Raises `NotFound`."""
    which = given.of(kind, path=("id",))
    rows = await (await info.context.read()).fetch(NEWEST.format(table=table), which.tenant, which.id)
    if not rows:
        raise NotFound(path=("id",))
    return which.tenant, orjson.loads(rows[0]["version"])


async def _parts(info: Info, merchant_id: UUID, version: dict[str, Any], table: str) -> list[dict[str, Any]]:
    rows = await (await info.context.read()).fetch(PARTS.format(table=table), merchant_id, UUID(version["id"]))
    return [orjson.loads(row["part"]) for row in rows]


def _shared(version: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": version["name"],
        "description": version["description"],
        "attributes": version["attributes"],
        "expected_revision": version["revision"],
    }
