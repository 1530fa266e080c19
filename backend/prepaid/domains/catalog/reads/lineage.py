"""What a product belongs to: a package to its card type."""

from typing import Any, Final
from uuid import UUID

from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.identity.reads.rows import Fetches

CARD_TYPES: Final = """
SELECT DISTINCT ON (product_id) product_id, card_type_id FROM package_version
WHERE merchant_id = $1 AND product_id = ANY ($2::uuid[])
ORDER BY product_id, state = 'ON_SALE' DESC, version DESC
"""
NAMES: Final = """
SELECT 'SERVICE' AS kind, id, number, name FROM service WHERE merchant_id = $1 AND id = ANY ($2::uuid[])
UNION ALL SELECT 'CARD_TYPE', id, number, name FROM card_type WHERE merchant_id = $1 AND id = ANY ($2::uuid[])
UNION ALL SELECT 'PACKAGE', id, number, name FROM package WHERE merchant_id = $1 AND id = ANY ($2::uuid[])
"""


async def card_types_of(source: Fetches, merchant_id: UUID, packages: list[UUID]) -> dict[UUID, UUID]:
    """The card type of each package: of its version on sale, else of its newest one."""
    rows = await source.fetch(CARD_TYPES, merchant_id, packages) if packages else []
    return {row["product_id"]: row["card_type_id"] for row in rows}


async def lineage_of(source: Fetches, merchant_id: UUID, product: ProductRef) -> tuple[ProductRef, ...]:
    """The product itself and, above a package, its card type."""
    if product.kind is not ProductKind.PACKAGE:
        return (product,)
    above = await card_types_of(source, merchant_id, [product.id])
    return (product, *(ProductRef(ProductKind.CARD_TYPE, each) for each in above.values()))


async def named_products(source: Fetches, merchant_id: UUID, ids: list[UUID]) -> dict[UUID, Any]:
    """`kind`, `id`, `number` and `name` of products by their ids; a missing one is no product of the merchant."""
    return {row["id"]: row for row in await source.fetch(NAMES, merchant_id, ids)}
