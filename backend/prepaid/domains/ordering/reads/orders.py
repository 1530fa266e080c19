"""Orders by id, locked where a command will change them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import func, select

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.catalog.models import CardTypeVersion
from prepaid.domains.identity.models import Consumer
from prepaid.domains.identity.reads.consumers import ConsumerFacts
from prepaid.domains.ordering.models import Order, OrderLine, OrderTender
from prepaid.domains.ordering.rules.orders import PENDING, SOLD, TenderKind


async def locked_order(tx: WriteSession, merchant_id: UUID, order_id: UUID, *path: str) -> Order:
    """An order as it is now, locked. Runs as the worker. Raises `NotFound`."""
    order = await tx.get(Order, (merchant_id, order_id), with_for_update=True, populate_existing=True)
    if order is None:
        raise NotFound(path=path)
    return order


async def lines_of(tx: WriteSession, order: Order) -> list[OrderLine]:
    """Its lines in their order."""
    query = select(OrderLine).filter_by(merchant_id=order.merchant_id, order_id=order.id)
    return list(await tx.scalars(query.order_by(OrderLine.position)))


async def tenders_of(tx: WriteSession, order: Order) -> list[OrderTender]:
    """Its tenders in the order in which they are taken."""
    query = select(OrderTender).filter_by(merchant_id=order.merchant_id, order_id=order.id)
    return list(await tx.scalars(query.order_by(OrderTender.position)))


async def channel_tender(tx: WriteSession, order: Order) -> OrderTender | None:
    """The part that is paid through the payment provider; None when a card pays all of it."""
    return next((each for each in await tenders_of(tx, order) if each.kind == TenderKind.CHANNEL), None)


async def pending_order(tx: WriteSession, merchant_id: UUID, account_id: UUID, pending_for: UUID) -> Order | None:
    """The one order of this buyer that waits to be paid for that card or card type."""
    return await tx.scalar(
        select(Order).where(
            Order.merchant_id == merchant_id,
            Order.account_id == account_id,
            Order.pending_for == pending_for,
            Order.payment_status.in_([each.value for each in PENDING]),
        )
    )


async def anonymous_within(tx: WriteSession, buyer: ConsumerFacts, since: datetime) -> int:
    """What the buyer has paid, or still may pay, for anonymous cards since then, in fen, at all merchants.

    One person with several accounts is one buyer: they share the identity number.
    """
    accounts = select(Consumer.id).where(
        (Consumer.id == buyer.account_id)
        | (Consumer.id_card_index == buyer.id_card_index if buyer.id_card_index is not None else False)
    )
    counted = [each.value for each in (*PENDING, *SOLD)]
    query = (
        select(func.coalesce(func.sum(Order.total_fen), 0))
        .join(
            CardTypeVersion,
            (CardTypeVersion.merchant_id == Order.merchant_id) & (CardTypeVersion.id == Order.card_type_version_id),
        )
        .where(
            Order.account_id.in_(accounts),
            Order.placed_at > since,
            Order.payment_status.in_(counted),
            CardTypeVersion.kind == "ANONYMOUS",
        )
    )
    return int(await tx.scalar(query) or 0)
