"""Who performs a service, and what the visit earns him."""

from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.core.errors import Path
from prepaid.domains.catalog.models import Service, ServiceVersion
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.redemption.errors import StaffNotAllowed
from prepaid.domains.salesforce.commands.quote_commission import quote_commission
from prepaid.domains.salesforce.models import Salesperson
from prepaid.domains.salesforce.reads.people import salesperson_of
from prepaid.domains.salesforce.rules.commission import CommissionQuote, Occasion, SaleItem
from prepaid.domains.salesforce.rules.people import SalespersonStatus


async def performer_of(tx: WriteSession, merchant_id: UUID, person_id: UUID | None, path: Path) -> Salesperson | None:
    """The person, if he may perform. Raises `NotFound`, `StaffNotAllowed`."""
    if person_id is None:
        return None
    person = await salesperson_of(tx, merchant_id, person_id, path)
    if person.status != SalespersonStatus.ACTIVE or not person.performs:
        raise StaffNotAllowed(path=path, staff=person.name)
    return person


async def quoted_visit(
    tx: WriteSession,
    merchant_id: UUID,
    person: Salesperson | None,
    service: Service | None,
    *,
    count: int,
    paid_fen: int,
    list_fen: int,
) -> CommissionQuote | None:
    """What the paid part of a visit earns its performer; None without one, or when all of it was a gift.

    `count`, `paid_fen`, `list_fen`: of what was paid for alone (domain/60: bonus never earns).
    """
    if person is None or service is None or not count:
        return None
    version = (
        await tx.get(ServiceVersion, (merchant_id, service.on_sale_version_id)) if service.on_sale_version_id else None
    )
    minutes = version.duration_minutes if version is not None else None
    item = SaleItem(
        occasion=Occasion.PERFORMANCE,
        product=ProductRef(ProductKind.SERVICE, service.id),
        list_fen=list_fen,
        paid_fen=paid_fen,
        count=count,
        minutes=minutes * count if minutes else None,
    )
    return await quote_commission(tx, merchant_id=merchant_id, salesperson_id=person.id, item=item)
