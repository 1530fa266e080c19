"""The visits that were made of what orders paid for, as the rules of refunds take them."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.cards.models import CardLot
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.commission.rules.refunds import Visit
from prepaid.domains.redemption.reads.redemptions import items_by_lots


async def visits_of(tx: WriteSession, merchant_id: UUID, order_ids: Collection[UUID]) -> list[Visit]:
    """What was performed out of the paid lots of these orders and stands, oldest first.

    Stored value that was spent without naming a service earns by no rule, and bonus earns nothing: neither is here.
    """
    lots = select(CardLot.id, CardLot.order_id).where(
        CardLot.merchant_id == merchant_id, CardLot.order_id.in_(order_ids), CardLot.funding == "PAID"
    )
    orders = {row.id: row.order_id for row in (await tx.execute(lots)).all()}
    return [
        Visit(
            redemption_item_id=item.id,
            order_id=next(orders[lot] for lot in item.lot_ids if lot in orders),
            service=ProductRef(ProductKind.SERVICE, item.service_id),
            name=item.name,
            count=item.quantity if item.unit == "VISIT" else 1,
            list_fen=item.list_fen,
            value_fen=item.principal_fen,
        )
        for item in await items_by_lots(tx, merchant_id, list(orders))
        if item.service_id is not None and item.principal_fen
    ]
