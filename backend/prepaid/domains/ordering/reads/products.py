"""What a cart holds, as it is on sale now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.catalog.models import (
    CardTypeVersion,
    Package,
    PackageEntitlement,
    PackageGift,
    PackageVersion,
    Service,
    ServiceVersion,
)
from prepaid.domains.catalog.reads.versions import card_type_in_force
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.ordering.errors import ProductNotOnSale
from prepaid.domains.ordering.rules.pricing import CartLine


@dataclass(frozen=True, slots=True, kw_only=True)
class Sellable:
    """A product with the version that is on sale."""

    ref: ProductRef
    version_id: UUID
    name: str
    unit: str | None
    category: str | None
    list_price_fen: int
    price_fen: int
    sold_as: str | None = None
    term_days: int | None = None
    card_type: CardTypeVersion | None = None
    """Of a package."""
    entitlements: tuple[Mapping[str, Any], ...] = ()
    gifts: tuple[Mapping[str, Any], ...] = ()

    def line(self, quantity: int) -> CartLine:
        """So many pieces in a cart."""
        return CartLine(
            key=self.version_id, quantity=quantity, list_price_fen=self.list_price_fen, price_fen=self.price_fen
        )


async def sellable(tx: WriteSession, merchant_id: UUID, ref: ProductRef, *path: str) -> Sellable:
    """The version on sale. Runs as the worker.

    Raises:
        NotFound: not the merchant's, or a card type, which is not sold by itself.
        ProductNotOnSale.
    """
    match ref.kind:
        case ProductKind.SERVICE:
            return await _service(tx, merchant_id, ref, path)
        case ProductKind.PACKAGE:
            return await _package(tx, merchant_id, ref, path)
    raise NotFound(path=path)


async def _service(tx: WriteSession, merchant_id: UUID, ref: ProductRef, path: Sequence[str]) -> Sellable:
    service = await tx.get(Service, (merchant_id, ref.id))
    if service is None:
        raise NotFound(path=path)
    if service.on_sale_version_id is None:
        raise ProductNotOnSale(path=path, name=service.name)
    version = await tx.get_one(ServiceVersion, (merchant_id, service.on_sale_version_id))
    return Sellable(
        ref=ref,
        version_id=version.id,
        name=version.name,
        unit=version.unit,
        category=version.category,
        list_price_fen=version.unit_price_fen,
        price_fen=version.unit_price_fen,
    )


async def _package(tx: WriteSession, merchant_id: UUID, ref: ProductRef, path: Sequence[str]) -> Sellable:
    package = await tx.get(Package, (merchant_id, ref.id))
    if package is None:
        raise NotFound(path=path)
    if package.on_sale_version_id is None:
        raise ProductNotOnSale(path=path, name=package.name)
    version = await tx.get_one(PackageVersion, (merchant_id, package.on_sale_version_id))
    of = {"merchant_id": merchant_id, "version_id": version.id}
    entitlements = await tx.scalars(select(PackageEntitlement).filter_by(**of).order_by(PackageEntitlement.position))
    gifts = (await tx.scalars(select(PackageGift).filter_by(**of).order_by(PackageGift.position))).all()
    return Sellable(
        ref=ref,
        version_id=version.id,
        name=version.name,
        unit=None,
        category=None,
        list_price_fen=max(version.list_value_fen, version.sale_price_fen),
        price_fen=version.sale_price_fen,
        sold_as=version.sold_as,
        term_days=version.term_days,
        card_type=await card_type_in_force(tx, merchant_id, version.card_type_id, *path),
        entitlements=tuple(_entitlement(each) for each in entitlements),
        gifts=tuple(_gift(each) for each in gifts) if version.gifts_on else (),
    )


def _entitlement(row: PackageEntitlement) -> Mapping[str, Any]:
    return {
        "kind": row.kind,
        "service_ids": [str(each) for each in row.service_ids],
        "times": row.times,
        "days": row.days,
        "amount_fen": row.amount_fen,
        "list_fen": row.list_fen,
        "paid_fen": row.paid_fen,
    }


def _gift(row: PackageGift) -> Mapping[str, Any]:
    return {
        "kind": row.kind,
        "service_id": str(row.service_id) if row.service_id else None,
        "times": row.times,
        "amount_fen": row.amount_fen,
        "cost_bearer": row.cost_bearer,
    }
