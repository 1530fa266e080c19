"""List prices of services as packages count them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.catalog.models import ServiceVersion


async def service_prices(
    tx: WriteSession, merchant_id: UUID, services: Collection[UUID], *path: str, reviewed: bool = False
) -> dict[UUID, int]:
    """Unit price in fen of each service: of the version on sale, else of the latest one.

    With `reviewed` only versions that the bank has approved count.

    Raises:
        NotFound: a service without such a version.
    """
    query = select(ServiceVersion.product_id, ServiceVersion.unit_price_fen).where(
        ServiceVersion.merchant_id == merchant_id, ServiceVersion.product_id.in_(services)
    )
    if reviewed:
        query = query.where(ServiceVersion.state.in_(("APPROVED", "ON_SALE", "OFF_SALE")))
    latest_last = query.order_by(ServiceVersion.state == "ON_SALE", ServiceVersion.version)
    prices = {row.product_id: row.unit_price_fen for row in await tx.execute(latest_last)}
    if set(services) - prices.keys():
        raise NotFound(path=path)
    return prices
