"""What refunds do to commission, for after-sales: in its transaction, after the consumer's refund was decided.

The consumer's refund is computed without any of this (invariant 11).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import NotFound
from prepaid.domains.commission.commands.accrue import accrue_visit
from prepaid.domains.commission.commands.reverse_line import Cause, reverse_line
from prepaid.domains.commission.commands.settle_orders import settle_orders
from prepaid.domains.commission.models import CommissionLine, CommissionReceivable
from prepaid.domains.commission.reads.lines import lock_lines, lock_orders, original
from prepaid.domains.commission.rules.lines import ReversalCause, returned_share
from prepaid.domains.commission.rules.refunds import EARNS_VISITS, RETURNED, SALE, RefundCase, Visit
from prepaid.domains.ordering.models import Deal, DealCommission, Order, OrderLine
from prepaid.domains.salesforce.commands.quote_commission import quoted
from prepaid.kit.money import Fen

REASONS = {
    RefundCase.NOT_CONSUMED: "退卡：未消费，退回开卡佣金",
    RefundCase.ORDINARY: "退卡：已消费，退回开卡佣金，按次计佣",
    RefundCase.FULL: "退卡：特殊情况全额退款，佣金全部退回",
}


@dataclass(frozen=True, slots=True)
class RefundedCommission:
    """What a refund did to commission, in fen."""

    reversed_fen: Fen
    visits_fen: Fen
    """Earned by visits instead."""
    receivable_fen: Fen
    """Of what is reversed: paid already, so that somebody owes it."""


async def on_card_refund(
    tx: WriteSession,
    *,
    merchant_id: UUID,
    refund_id: UUID,
    case: RefundCase,
    order_ids: Sequence[UUID],
    visits: Sequence[Visit] = (),
) -> RefundedCommission:
    """Carry out the table of domain/60 for the orders whose principal goes back; the same refund does it once.

    `visits`: what was performed of them (`reads.visits.visits_of`); each earns its seller once, whatever is refunded.

    Raises:
        ValueError: visits of a card that was not consumed.
        NotFound: an order is not the merchant's.
    """
    if visits and case is RefundCase.NOT_CONSUMED:
        raise ValueError("a card that was visited with is consumed")
    async with tx.under(DbRole.WORKER):
        orders = {order.id: order for order in await lock_orders(tx, merchant_id, order_ids)}
        if set(orders) != set(order_ids):
            raise NotFound(path=("orderIds",))
        lines = await _lines(tx, merchant_id, case, order_ids, visits)
        cause = Cause(ReversalCause.CARD_REFUND, refund_id, REASONS[case])
        reversals = [await reverse_line(tx, line, cause) for line in lines]
        earned = 0
        if case in EARNS_VISITS:
            earned = sum([await _visited(tx, orders[visit.order_id], visit) for visit in visits])
        await settle_orders(tx, merchant_id, order_ids)
        return await _outcome(tx, merchant_id, reversals, earned)


async def on_service_return(
    tx: WriteSession, *, merchant_id: UUID, refund_id: UUID, line_id: UUID, returned_fen: Fen
) -> RefundedCommission:
    """Of a line of single services `returned_fen` of its price has gone back in all: so does its commission's share.

    Raises:
        NotFound.
    """
    async with tx.under(DbRole.WORKER):
        sold = await tx.get(OrderLine, (merchant_id, line_id))
        if sold is None:
            raise NotFound(path=("lineId",))
        await lock_orders(tx, merchant_id, [sold.order_id])
        of_line = select(DealCommission.id).filter_by(merchant_id=merchant_id, line_id=line_id).scalar_subquery()
        lines = await lock_lines(tx, merchant_id, *original(), CommissionLine.deal_commission_id == of_line)
        cause = Cause(ReversalCause.SERVICE_RETURN, refund_id, "退货：按退回金额退回佣金")
        reversals = []
        for line in lines:
            due_fen = returned_share(line.amount_fen, sold.net_fen, returned_fen) - line.reversed_fen
            reversals.append(await reverse_line(tx, line, cause, amount_fen=due_fen))
        await settle_orders(tx, merchant_id, [sold.order_id])
        return await _outcome(tx, merchant_id, reversals, 0)


async def _lines(
    tx: WriteSession, merchant_id: UUID, case: RefundCase, order_ids: Sequence[UUID], visits: Sequence[Visit]
) -> Sequence[CommissionLine]:
    sold = CommissionLine.order_id.in_(order_ids) & CommissionLine.kind.in_(SALE)
    if case is not RefundCase.FULL:
        return await lock_lines(tx, merchant_id, *original(), sold)
    made = CommissionLine.redemption_item_id.in_([visit.redemption_item_id for visit in visits])
    return await lock_lines(tx, merchant_id, *original(), CommissionLine.kind.in_(RETURNED[case]), sold | made)


async def _visited(tx: WriteSession, order: Order, visit: Visit) -> Fen:
    """What a visit earns its seller now, by the rules that were in force when the card was sold."""
    deal = (await tx.scalars(select(Deal).filter_by(merchant_id=order.merchant_id, order_id=order.id))).one()
    if deal.salesperson_id is None:
        return 0
    known = select(CommissionLine.id).filter_by(
        merchant_id=order.merchant_id, redemption_item_id=visit.redemption_item_id, kind="VISIT", reverses_id=None
    )
    if await tx.scalar(known) is not None:
        return 0
    source = await tx.raw()
    quote = await quoted(source, order.merchant_id, deal.salesperson_id, visit.as_item(), at=deal.sold_at)
    if quote.amount_fen:
        await accrue_visit(tx, deal, order, visit, quote)
    return quote.amount_fen


async def _outcome(
    tx: WriteSession, merchant_id: UUID, reversals: Sequence[CommissionLine | None], earned_fen: Fen
) -> RefundedCommission:
    made = [each for each in reversals if each is not None]
    owed = select(CommissionReceivable.amount_fen).where(
        CommissionReceivable.merchant_id == merchant_id, CommissionReceivable.line_id.in_([each.id for each in made])
    )
    return RefundedCommission(
        reversed_fen=-sum(each.amount_fen for each in made),
        visits_fen=earned_fen,
        receivable_fen=sum(await tx.scalars(owed)),
    )
