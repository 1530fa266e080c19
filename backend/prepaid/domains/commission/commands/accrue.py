"""Writing what was earned: a line for each line of a deal, and for each item that somebody performed."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from prepaid.core.database import WriteSession
from prepaid.domains.commission.models import CommissionLine
from prepaid.domains.commission.reads.lines import lock_orders
from prepaid.domains.commission.reads.settings import terms_of
from prepaid.domains.commission.rules.lines import KINDS, ORDER_KINDS, LineKind, first_state, frozen_until
from prepaid.domains.commission.rules.refunds import Visit
from prepaid.domains.ordering.commands.advance import advance_commission
from prepaid.domains.ordering.models import Deal, DealCommission, Order, OrderLine
from prepaid.domains.ordering.rules.orders import CommissionStatus
from prepaid.domains.redemption.models import Redemption, RedemptionItem
from prepaid.domains.salesforce.rules.commission import CommissionQuote
from prepaid.kit import clock
from prepaid.kit.ids import uuid7


async def accrue_deal(tx: WriteSession, merchant_id: UUID, deal_id: UUID) -> Sequence[CommissionLine]:
    """The lines of a deal that earn something; they sum to its commission. Runs as the worker."""
    deal = await tx.get_one(Deal, (merchant_id, deal_id))
    order = await tx.get_one(Order, (merchant_id, deal.order_id))
    earning = (
        select(DealCommission, OrderLine.name)
        .join(
            OrderLine, (OrderLine.merchant_id == DealCommission.merchant_id) & (OrderLine.id == DealCommission.line_id)
        )
        .where(
            DealCommission.merchant_id == merchant_id,
            DealCommission.deal_id == deal_id,
            DealCommission.amount_fen > 0,
        )
        .order_by(DealCommission.id)
    )
    lines = []
    for earned, name in (await tx.execute(earning)).all():
        quote = CommissionQuote.from_json(earned.rule)
        line = await _line(
            tx,
            merchant_id,
            kind=KINDS[quote.occasion],
            salesperson_id=earned.salesperson_id,
            salesperson_name=deal.salesperson_name or "",
            store_id=deal.store_id,
            order_id=order.id,
            order_number=order.number,
            deal_id=deal.id,
            deal_commission_id=earned.id,
            subject=name,
            amount_fen=earned.amount_fen,
            snapshot=earned.rule,
        )
        lines.append(line)
    await tx.flush()
    return lines


async def accrue_performance(
    tx: WriteSession, redemption: Redemption, items: Sequence[RedemptionItem]
) -> Sequence[CommissionLine]:
    """What performers earn by their visits, as it was quoted and frozen with each. Runs as the worker."""
    merchant_id = redemption.merchant_id
    lines = []
    for item in items:
        if item.performer_id is None or item.commission is None or not item.commission_fen:
            continue
        line = await _line(
            tx,
            merchant_id,
            kind=LineKind.PERFORMANCE,
            salesperson_id=item.performer_id,
            salesperson_name=item.performer_name or "",
            store_id=item.store_id,
            order_id=redemption.order_id or item.order_id,
            order_number=redemption.number if redemption.order_id else item.order_number,
            redemption_id=item.redemption_id,
            redemption_item_id=item.id,
            subject=item.name,
            amount_fen=item.commission_fen,
            snapshot=item.commission,
        )
        lines.append(line)
    await tx.flush()
    if lines and redemption.order_id is not None:
        for order in await lock_orders(tx, merchant_id, [redemption.order_id]):
            if order.commission_status == CommissionStatus.NONE:
                await advance_commission(tx, order, CommissionStatus.PENDING)
    return lines


async def accrue_visit(
    tx: WriteSession, deal: Deal, order: Order, visit: Visit, quote: CommissionQuote
) -> CommissionLine:
    """What a visit earns the seller of a card, for its opening earns nothing now."""
    assert deal.salesperson_id is not None
    line = await _line(
        tx,
        deal.merchant_id,
        kind=LineKind.VISIT,
        salesperson_id=deal.salesperson_id,
        salesperson_name=deal.salesperson_name or "",
        store_id=deal.store_id,
        order_id=order.id,
        order_number=order.number,
        redemption_item_id=visit.redemption_item_id,
        subject=visit.name,
        amount_fen=quote.amount_fen,
        snapshot=quote.as_json(),
    )
    await tx.flush()
    return line


async def _line(tx: WriteSession, merchant_id: UUID, *, kind: LineKind, **facts: Any) -> CommissionLine:
    now = clock.now()
    terms = await terms_of(tx, merchant_id)
    line = CommissionLine(
        merchant_id=merchant_id,
        id=uuid7(),
        kind=kind.value,
        order_kind=ORDER_KINDS[kind].value,
        earned_at=now,
        frozen_until=frozen_until(now, terms.freeze_days),
        state=first_state(terms.freeze_days).value,
        reversed_fen=0,
        **facts,
    )
    tx.add(line)
    return line
