"""Packages with their entitlements and gifts as they are read."""

from datetime import datetime

from sqlalchemy import any_

from prepaid.domains.catalog import models as m
from prepaid.domains.catalog.graph.card_types import CardType
from prepaid.domains.catalog.graph.latest import latest_of
from prepaid.domains.catalog.graph.product_actions import product_actions
from prepaid.domains.catalog.graph.service_types import Service
from prepaid.domains.catalog.rules.products import CostBearer, EntitlementKind, GiftKind, SoldAs, VersionState
from prepaid.domains.identity.graph.member_types import Merchant, of_merchant
from prepaid.graph.types import JSON, ActionState, Connection, Fen, column, connection, graph_type, many, one


@graph_type(m.Package, permission="product.read")
class Package:
    """A sold product bound to a card type (综合商品)."""

    number: str = column(m.Package.number, "Readable number, unique in the merchant", filterable=True, sortable=True)
    name: str = column(m.Package.name, "Name", filterable=True, sortable=True)
    created_at: datetime = column(m.Package.created_at, "When it was made", filterable=True, sortable=True)
    available_actions: list[ActionState] = product_actions(m.Package, m.PackageVersion)
    merchant: Merchant | None = of_merchant("Whose package it is")
    on_sale: "PackageVersion | None" = one(
        "PackageVersion",
        "The version that can be bought",
        on=lambda package, version: (
            (version.merchant_id == package.merchant_id) & (version.id == package.on_sale_version_id)
        ),
    )
    latest: "PackageVersion | None" = one(
        "PackageVersion",
        "The newest version",
        on=lambda package, version: latest_of(m.PackageVersion, package, version),
    )
    versions: Connection["PackageVersion"] = connection(
        "PackageVersion",
        "Its versions, newest first",
        on=lambda package, version: (version.merchant_id == package.merchant_id) & (version.product_id == package.id),
        order_by=["-version"],
    )


@graph_type(m.PackageEntitlement, permission="product.read")
class PackageEntitlement:
    """What a buyer of a package gains (权益)."""

    position: int = column(m.PackageEntitlement.position, "Place, from 0", sortable=True)
    kind: EntitlementKind = column(m.PackageEntitlement.kind, "What it holds")
    times: int | None = column(m.PackageEntitlement.times, "Of VISITS: how many")
    days: int | None = column(m.PackageEntitlement.days, "Of PERIOD: how long")
    amount_fen: Fen | None = column(m.PackageEntitlement.amount_fen, "Of MONEY: how much")
    unit_price_fen: Fen | None = column(m.PackageEntitlement.unit_price_fen, "List price of one use, or of the period")
    list_fen: Fen = column(m.PackageEntitlement.list_fen, "What it would cost bought singly")
    paid_fen: Fen = column(m.PackageEntitlement.paid_fen, "Its share of the sale price")
    services: list[Service] = many(
        "Service",
        "What it may be used for; none for MONEY",
        on=lambda part, service: (service.merchant_id == part.merchant_id) & (service.id == any_(part.service_ids)),
        order_by=lambda row: [row.number],
    )


@graph_type(m.PackageGift, permission="product.read")
class PackageGift:
    """What a package gives besides (赠品)."""

    position: int = column(m.PackageGift.position, "Place, from 0", sortable=True)
    kind: GiftKind = column(m.PackageGift.kind, "What it is")
    times: int | None = column(m.PackageGift.times, "Of VISITS: how many")
    amount_fen: Fen | None = column(m.PackageGift.amount_fen, "Of MONEY: how much")
    cost_bearer: CostBearer = column(m.PackageGift.cost_bearer, "Who pays for it")
    service: Service | None = one(
        "Service",
        "Of VISITS: the service",
        on=lambda gift, service: (service.merchant_id == gift.merchant_id) & (service.id == gift.service_id),
    )


@graph_type(m.PackageVersion, permission="product.read")
class PackageVersion:
    """One version of a package."""

    version: int = column(m.PackageVersion.version, "Number, from 1", sortable=True)
    state: VersionState = column(m.PackageVersion.state, "State", filterable=True)
    revision: int = column(m.PackageVersion.revision, "Raised by every save")
    name: str = column(m.PackageVersion.name, "Name")
    description: str = column(m.PackageVersion.description, "What it is")
    sale_price_fen: Fen = column(m.PackageVersion.sale_price_fen, "Sale price", sortable=True, filterable=True)
    list_value_fen: Fen = column(m.PackageVersion.list_value_fen, "What its entitlements cost bought singly")
    term_days: int | None = column(m.PackageVersion.term_days, "Days within which it should be used up")
    sold_as: SoldAs = column(m.PackageVersion.sold_as, "When it can be bought", filterable=True)
    gifts_on: bool = column(m.PackageVersion.gifts_on, "Whether gifts are given")
    attributes: JSON = column(m.PackageVersion.attributes, "Values of the merchant type's form")
    made_at: datetime = column(m.PackageVersion.made_at, "When it was last saved", sortable=True)
    submitted_at: datetime | None = column(m.PackageVersion.submitted_at, "When it was submitted")
    on_sale_at: datetime | None = column(m.PackageVersion.on_sale_at, "Since when it is on sale")
    off_sale_at: datetime | None = column(m.PackageVersion.off_sale_at, "When it went off sale")
    card_type: CardType | None = one(
        "CardType",
        "Card type that it is bound to",
        on=lambda version, kind: (kind.merchant_id == version.merchant_id) & (kind.id == version.card_type_id),
    )
    package: Package | None = one(
        "Package",
        "Whose version it is",
        on=lambda version, package: (package.merchant_id == version.merchant_id) & (package.id == version.product_id),
    )
    entitlements: list[PackageEntitlement] = many(
        "PackageEntitlement",
        "What its buyers gain",
        on=lambda version, part: (part.merchant_id == version.merchant_id) & (part.version_id == version.id),
        order_by=lambda row: [row.position],
    )
    gifts: list[PackageGift] = many(
        "PackageGift",
        "What they are given besides",
        on=lambda version, part: (part.merchant_id == version.merchant_id) & (part.version_id == version.id),
        order_by=lambda row: [row.position],
    )
