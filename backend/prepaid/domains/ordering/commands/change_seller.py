"""Giving an order that is not paid yet to another seller, when the first one leaves."""

from prepaid.core import audit
from prepaid.core.database import WriteSession
from prepaid.domains.ordering.models import Order
from prepaid.domains.salesforce.models import Salesperson


async def change_seller(tx: WriteSession, order: Order, seller: Salesperson) -> None:
    """The order, locked and pending, earns `seller` its commission when it is paid. Runs as the worker."""
    before = order.salesperson_id
    with tx.no_autoflush:
        order.salesperson_id, order.salesperson_name = seller.id, seller.name
    await tx.flush()
    await audit.record(
        tx,
        "order.seller_changed",
        object_type="Order",
        object_id=order.id,
        tenant=order.merchant_id,
        before={"seller": before},
        after={"seller": seller.id},
    )
