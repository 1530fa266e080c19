"""Performing pieces of a paid order of single services."""

from typing import Any, Final
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert

from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.cards.errors import Insufficient
from prepaid.domains.cards.rules.cards import LotUnit
from prepaid.domains.catalog.models import Service
from prepaid.domains.ledger.commands.services import book_performance
from prepaid.domains.ordering.models import Order, OrderLine
from prepaid.domains.ordering.reads.orders import lines_of, tenders_of
from prepaid.domains.ordering.rules.orders import TenderKind
from prepaid.domains.redemption.commands.performers import performer_of, quoted_visit
from prepaid.domains.redemption.models import OrderLineUse, Redemption, RedemptionItem
from prepaid.domains.redemption.rules.redemptions import DISPUTE_WINDOW, ItemSource, ItemStatus
from prepaid.domains.redemption.rules.shares import LineMoney, lines_money, pieces
from prepaid.domains.redemption.rules.wanted import WantedItem
from prepaid.kit.ids import uuid7

KEPT: Final = """
SELECT coalesce(sum(p.amount_fen), 0)::bigint FROM order_tender x
JOIN ledger_transfer t ON t.merchant_id = x.merchant_id AND t.kind = 'REDEMPTION' AND t.reference = x.id::text
JOIN ledger_posting p ON p.merchant_id = t.merchant_id AND p.transfer_id = t.id AND p.side = 'CREDIT'
JOIN ledger_account a ON a.merchant_id = p.merchant_id AND a.id = p.ledger_account_id AND a.code = 'MERCHANT_PENDING'
WHERE x.merchant_id = $1 AND x.order_id = $2 AND x.kind = 'CARD_BALANCE'
"""


async def perform_order(
    tx: WriteSession, redemption: Redemption, order: Order, item: WantedItem, position: int
) -> RedemptionItem:
    """Perform the next pieces of a line of a locked, paid order, and book them. Runs as the worker.

    Raises:
        Insufficient: `available` pieces of the line. NotFound, StaffNotAllowed: line or performer.
        InsufficientFunds: money of the order went back meanwhile.
    """
    here = ("items", str(position))
    lines = await lines_of(tx, order)
    line = next((each for each in lines if each.id == item.order_line_id), None)
    if line is None:
        raise NotFound(path=(*here, "orderLineId"))
    person = await performer_of(tx, order.merchant_id, item.performer_id, (*here, "performerId"))
    service = await tx.get_one(Service, (order.merchant_id, line.product_id))
    use = await line_use(tx, line)
    available = use.quantity - use.used - use.frozen
    if not 0 < item.quantity <= available:
        raise Insufficient(path=here, available=available)
    moved = pieces(await _money(tx, order, lines, line), line.unit_fen, use.used, item.quantity)
    before, item_id = use.used, uuid7()
    use.used += item.quantity
    transfer_id = None
    if moved.channel_fen:
        booked = await book_performance(
            tx, order.merchant_id, performance_id=item_id, order_id=order.id, amount_fen=moved.channel_fen
        )
        transfer_id = booked.transfer.id
    quote = await quoted_visit(
        tx,
        order.merchant_id,
        person,
        service,
        count=item.quantity,
        paid_fen=moved.value_fen,
        list_fen=line.unit_list_fen * item.quantity,
    )
    return RedemptionItem(
        merchant_id=order.merchant_id,
        id=item_id,
        redemption_id=redemption.id,
        position=position,
        account_id=redemption.account_id,
        store_id=redemption.store_id,
        source=ItemSource.ORDER.value,
        order_id=order.id,
        order_number=order.number,
        order_line_id=line.id,
        lot_ids=[],
        unit=LotUnit.VISIT.value,
        service_id=line.product_id,
        name=line.name,
        quantity=item.quantity,
        units_before=before,
        units_left=available - item.quantity,
        value_fen=moved.value_fen,
        principal_fen=moved.value_fen,
        bonus_fen=0,
        list_fen=line.unit_list_fen * item.quantity,
        pending_fen=moved.pending_fen,
        channel_fen=moved.channel_fen,
        transfer_id=transfer_id,
        performer_id=person.id if person else None,
        performer_name=person.name if person else None,
        commission=quote.as_json() if quote else None,
        commission_fen=quote.amount_fen if quote else 0,
        status=ItemStatus.PENDING.value,
        redeemed_at=redemption.redeemed_at,
        settle_at=redemption.redeemed_at + DISPUTE_WINDOW,
    )


async def line_use(tx: WriteSession, line: OrderLine) -> OrderLineUse:
    """How far a line is used, locked; it begins with the first time somebody asks."""
    values: dict[str, Any] = {"merchant_id": line.merchant_id, "id": line.id, "quantity": line.quantity}
    await tx.execute(insert(OrderLineUse).values(**values, used=0, frozen=0).on_conflict_do_nothing())
    key = (line.merchant_id, line.id)
    return await tx.get_one(OrderLineUse, key, with_for_update=True, populate_existing=True)


async def _money(tx: WriteSession, order: Order, lines: list[OrderLine], line: OrderLine) -> LineMoney:
    tenders = await tenders_of(tx, order)
    channel = sum(each.amount_fen for each in tenders if each.kind == TenderKind.CHANNEL)
    kept = 0
    if channel != order.total_fen:
        kept = await _kept_of_cards(tx, order.merchant_id, order.id)
    return lines_money([each.net_fen for each in lines], channel, kept)[lines.index(line)]


async def _kept_of_cards(tx: WriteSession, merchant_id: UUID, order_id: UUID) -> int:
    """What spending cards on the order put into MERCHANT_PENDING."""
    source = await tx.raw()
    return int(await source.fetchval(KEPT, merchant_id, order_id))
