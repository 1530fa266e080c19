"""Asking whether a person may sell."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final
from uuid import UUID

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound, Path
from prepaid.domains.catalog.reads.lineage import lineage_of, named_products
from prepaid.domains.catalog.rules.products import ProductRef
from prepaid.domains.salesforce.errors import NotAuthorised, SalespersonNotSelling
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.salesforce.reads.people import salesperson_of
from prepaid.domains.salesforce.rules.people import SalespersonStatus
from prepaid.kit import clock

HELD: Final = """
SELECT product_kind, product_id FROM sales_authorisation
WHERE merchant_id = $1 AND salesperson_id = $2 AND since <= $3 AND (until IS NULL OR until > $3)
"""


async def authorise(
    tx: WriteSession,
    *,
    merchant_id: UUID,
    salesperson_id: UUID,
    products: Sequence[ProductRef],
    at: datetime | None = None,
    path: Path = (),
) -> Salesperson:
    """Whether a person may sell all these products at an instant (default: now).

    A package may be sold by who is authorised for it, for its card type, or for all of either kind.

    Raises:
        NotFound: the person, or a product at `path` + its index, is not the merchant's.
        SalespersonNotSelling: suspended, or has left.
        NotAuthorised: the first product that the person may not sell, at `path` + its index; the others in `also`.
    """
    async with tx.under(DbRole.WORKER):
        person = await salesperson_of(tx, merchant_id, salesperson_id)
        source = await tx.raw()
        rows = await source.fetch(HELD, merchant_id, salesperson_id, at or clock.now())
        named = await named_products(source, merchant_id, [each.id for each in products])
        lineages = [await lineage_of(source, merchant_id, each) for each in products]
    if person.status != SalespersonStatus.ACTIVE:
        raise SalespersonNotSelling(path=path, salesperson=person.name, status=person.status)
    held = {(row["product_kind"], row["product_id"]) for row in rows}
    refused = []
    for place, (product, lineage) in enumerate(zip(products, lineages, strict=True)):
        here = (*path, str(place))
        if product.id not in named:
            raise NotFound(path=here)
        if not _may(held, lineage):
            what = {"product": named[product.id]["name"], "productId": str(product.id)}
            refused.append(NotAuthorised(path=here, salesperson=person.name, **what))
    if refused:
        first, *rest = refused
        first.also = tuple(rest)
        raise first
    return person


def _may(held: Collection[tuple[str, UUID | None]], lineage: Sequence[ProductRef]) -> bool:
    return any((each.kind.value, which) in held for each in lineage for which in (each.id, None))
