"""Products and their versions by kind."""

from typing import Final
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.catalog.models import CardType, CardTypeVersion, Package, PackageVersion, Service, ServiceVersion
from prepaid.domains.catalog.models.publication import ProductRow, VersionRow
from prepaid.domains.catalog.rules.products import ProductKind

PRODUCTS: Final[dict[ProductKind, type[ProductRow]]] = {
    ProductKind.SERVICE: Service,
    ProductKind.CARD_TYPE: CardType,
    ProductKind.PACKAGE: Package,
}
VERSIONS: Final[dict[ProductKind, type[VersionRow]]] = {
    ProductKind.SERVICE: ServiceVersion,
    ProductKind.CARD_TYPE: CardTypeVersion,
    ProductKind.PACKAGE: PackageVersion,
}


async def version_of(
    tx: WriteSession, kind: ProductKind, merchant_id: UUID, version_id: UUID, *path: str
) -> tuple[ProductRow, VersionRow]:
    """A version with its product, both locked, the product first. Raises `NotFound`."""
    product_id = await tx.scalar(select(VERSIONS[kind].product_id).filter_by(merchant_id=merchant_id, id=version_id))
    if product_id is None:
        raise NotFound(path=path)
    product = await tx.get_one(PRODUCTS[kind], (merchant_id, product_id), with_for_update=True)
    version = await tx.get_one(VERSIONS[kind], (merchant_id, version_id), with_for_update=True)
    return product, version


async def card_type_in_force(tx: WriteSession, merchant_id: UUID, card_type_id: UUID, *path: str) -> CardTypeVersion:
    """The version of a card type that is on sale, else the latest that was approved. Raises `NotFound`."""
    found = await tx.scalar(
        select(CardTypeVersion)
        .where(
            CardTypeVersion.merchant_id == merchant_id,
            CardTypeVersion.product_id == card_type_id,
            CardTypeVersion.state.in_(("APPROVED", "ON_SALE", "OFF_SALE")),
        )
        .order_by((CardTypeVersion.state == "ON_SALE").desc(), CardTypeVersion.version.desc())
        .limit(1)
    )
    if found is None:
        raise NotFound(path=path)
    return found


def price_of(version: VersionRow) -> int | None:
    """Unit price of a service or sale price of a package, in fen; None for a card type."""
    if isinstance(version, ServiceVersion):
        return version.unit_price_fen
    return version.sale_price_fen if isinstance(version, PackageVersion) else None
