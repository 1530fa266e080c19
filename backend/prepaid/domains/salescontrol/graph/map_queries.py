"""`salesMap` and `explainSale`: what may be sold where, and by which rule."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

import strawberry

from prepaid.core.errors import BadUserInput, NotFound
from prepaid.domains.catalog.graph import labels as _products  # noqa: F401 - names the enums
from prepaid.domains.catalog.rules.products import ProductKind
from prepaid.domains.identity.graph.reading import own_merchant
from prepaid.domains.identity.rules.scopes import WITHIN_STORES
from prepaid.domains.salescontrol.graph import labels as _labels  # noqa: F401 - names the enums
from prepaid.domains.salescontrol.reads import map as reading
from prepaid.domains.salescontrol.rules.control import ELSEWHERE, PERMITTING, ControlRule, Effect, Ground, PlaceKind
from prepaid.domains.stores.graph import labels as _stores  # noqa: F401 - names the enums
from prepaid.domains.stores.rules.stores import StoreStatus, StoreType
from prepaid.graph.types import GlobalID, Info, query_field
from prepaid.kit import clock
from prepaid.kit.ids import GlobalId

MAP_COST = 400
"""A map has a cell for each store and product, whoever asks."""
TYPES = {ProductKind.SERVICE: "Service", ProductKind.CARD_TYPE: "CardType", ProductKind.PACKAGE: "Package"}
At = Annotated[datetime | None, strawberry.argument(description="Instant; absent: now")]


def _id(type_name: str, merchant_id: UUID, row_id: UUID) -> strawberry.ID:
    return strawberry.ID(GlobalId(type_name, merchant_id, row_id).encode())


def _region(merchant_id: UUID, region: UUID | None) -> strawberry.ID | None:
    return None if region is None else _id("Region", merchant_id, region)


@strawberry.type(description="A region in the map, parents before their children.")
class SalesMapRegion:
    """See `reads.map.SalesMap`."""

    id: strawberry.ID = strawberry.field(description="The region's id")
    parent_id: strawberry.ID | None = strawberry.field(description="The region above")
    name: str = strawberry.field(description="Its name")


@strawberry.type(description="A store in the map.")
class SalesMapStore:
    """See `reads.map.SalesMap`."""

    id: strawberry.ID = strawberry.field(description="The store's id")
    region_id: strawberry.ID | None = strawberry.field(description="The region that it lies in; null: in none")
    number: str = strawberry.field(description="Its number")
    name: str = strawberry.field(description="Its name")
    type: StoreType = strawberry.field(description="Its type")
    status: StoreStatus = strawberry.field(description="Its state")


@strawberry.type(description="A product in the map.")
class SalesMapProduct:
    """See `reads.map.SalesMap`."""

    id: strawberry.ID = strawberry.field(description="The product's id")
    kind: ProductKind = strawberry.field(description="Its kind")
    number: str = strawberry.field(description="Its number")
    name: str = strawberry.field(description="Its name")


@strawberry.type(description="Whether one product may be sold in one store.")
class SalesMapCell:
    """See `reads.map.Cell`."""

    store_id: strawberry.ID = strawberry.field(description="The store")
    product_id: strawberry.ID = strawberry.field(description="The product")
    ground: Ground = strawberry.field(description="Whether it may be sold, and why")
    rule_number: str | None = strawberry.field(description="The deciding rule; null: none has a say")
    remaining: int | None = strawberry.field(description="What is left of its quota; null: without one")


@strawberry.type(description="What may be sold where at an instant (控销地图).")
class SalesMap:
    """See `reads.map.SalesMap`."""

    regions: list[SalesMapRegion] = strawberry.field(description="Regions in the order of the tree")
    stores: list[SalesMapStore] = strawberry.field(description="Stores within the caller's data scope, but closed ones")
    products: list[SalesMapProduct] = strawberry.field(description="Products on sale, at most 60")
    cells: list[SalesMapCell] = strawberry.field(description="One for each store and product")


@strawberry.type(description="A rule that has a say about a product in a store.")
class SaleCandidate:
    """See `rules.control.Candidate`."""

    rule_id: strawberry.ID = strawberry.field(description="The rule")
    rule_number: str = strawberry.field(description="Its number")
    effect: Effect = strawberry.field(description="What it says here")
    place: PlaceKind = strawberry.field(description="What its place is named by")
    elsewhere: bool = strawberry.field(description="It keeps the product to other places")
    decides: bool = strawberry.field(description="It is the nearest and decides")
    quota: int | None = strawberry.field(description="Its quota")
    remaining: int | None = strawberry.field(description="What is left of it")


@strawberry.type(description="The verdict on one product, and the rules that had a say, the deciding one first.")
class SaleVerdict:
    """See `rules.control.Verdict`."""

    product_kind: ProductKind = strawberry.field(description="Kind of the product")
    product_name: str = strawberry.field(description="Its name")
    ground: Ground = strawberry.field(description="Whether it may be sold, and why")
    candidates: list[SaleCandidate] = strawberry.field(description="Rules in force that cover the store, nearest first")


@strawberry.type(description="Why a product may be sold in a store or not.")
class SaleExplanation:
    """See `reads.map.Explanation`."""

    permitted: bool = strawberry.field(description="Whether it may be sold")
    ground: Ground = strawberry.field(description="Why")
    rule_id: strawberry.ID | None = strawberry.field(description="The deciding rule; null: none has a say")
    rule_number: str | None = strawberry.field(description="Its number")
    verdicts: list[SaleVerdict] = strawberry.field(description="Of the product itself, then of a package's card type")


@query_field(permission="sales_control.read", cost=MAP_COST)
async def sales_map(
    info: Info,
    merchant: Annotated[
        GlobalID | None, strawberry.argument(description="Of this merchant; absent: the caller's own")
    ] = None,
    at: At = None,
) -> SalesMap:
    """What may be sold where in a merchant's stores."""
    actor = info.context.actor
    if merchant is None and actor.merchant_id is None:
        raise BadUserInput("name the merchant")
    merchant_id = own_merchant(actor, merchant, "merchant")
    only = actor.store_ids if actor.scope in WITHIN_STORES else None
    found = await reading.sales_map(await info.context.read(), merchant_id, at or clock.now(), stores=only)
    kinds = {row["id"]: TYPES[ProductKind(row["kind"])] for row in found.products}
    parents = found.tree.parents
    return SalesMap(
        regions=[
            SalesMapRegion(
                id=_id("Region", merchant_id, row["id"]),
                parent_id=_region(merchant_id, parents[row["id"]]),
                name=row["name"],
            )
            for row in found.regions
        ],
        stores=[
            SalesMapStore(
                id=_id("Store", merchant_id, row["id"]),
                region_id=_region(merchant_id, next(iter(seat.regions), None)),
                number=row["number"],
                name=row["name"],
                type=StoreType(row["type"]),
                status=StoreStatus(row["status"]),
            )
            for row, seat in found.stores
        ],
        products=[
            SalesMapProduct(
                id=_id(kinds[row["id"]], merchant_id, row["id"]),
                kind=ProductKind(row["kind"]),
                number=row["number"],
                name=row["name"],
            )
            for row in found.products
        ],
        cells=[
            SalesMapCell(
                store_id=_id("Store", merchant_id, cell.store),
                product_id=_id(kinds[cell.product], merchant_id, cell.product),
                ground=cell.ground,
                rule_number=cell.rule.number if cell.rule else None,
                remaining=cell.rule.remaining if cell.rule else None,
            )
            for cell in found.cells
        ],
    )


@query_field(permission="sales_control.read")
async def explain_sale(
    info: Info,
    product: Annotated[GlobalID, strawberry.argument(description="A service, card type or package")],
    store: Annotated[GlobalID, strawberry.argument(description="The seller's store")],
    at: At = None,
) -> SaleExplanation:
    """Whether a product may be sold in a store at an instant, and which rule decides."""
    actor, which = info.context.actor, store.of("Store", path=("store",))
    if actor.scope in WITHIN_STORES and which.id not in actor.store_ids:
        raise NotFound(path=("store",))
    asked = reading.product_of(product.type_code, product.id)
    found = await reading.explain_sale(await info.context.read(), which.tenant, asked, which.id, at or clock.now())
    rule = found.verdict.rule
    return SaleExplanation(
        permitted=found.verdict.ground in PERMITTING,
        ground=found.verdict.ground,
        rule_id=_rule_id(which.tenant, rule) if rule else None,
        rule_number=rule.number if rule else None,
        verdicts=[
            SaleVerdict(
                product_kind=ProductKind(row["kind"]),
                product_name=row["name"],
                ground=verdict.ground,
                candidates=[
                    SaleCandidate(
                        rule_id=_rule_id(which.tenant, each.rule),
                        rule_number=each.rule.number,
                        effect=each.effect,
                        place=each.rule.place.kind,
                        elsewhere=each.distance == ELSEWHERE,
                        decides=place == 0,
                        quota=each.rule.quota,
                        remaining=each.rule.remaining,
                    )
                    for place, each in enumerate(said)
                ],
            )
            for row, verdict, said in found.said
        ],
    )


def _rule_id(merchant_id: UUID, rule: ControlRule) -> strawberry.ID:
    return _id("SalesControlRule", merchant_id, rule.id)
