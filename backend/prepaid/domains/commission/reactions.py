"""What commission does when something was sold, performed, undone, paid out; and whom it tells."""

from sqlalchemy import func, select

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.commission.commands.accrue import accrue_deal, accrue_performance
from prepaid.domains.commission.commands.keep_customer import keep_customer
from prepaid.domains.commission.commands.order_payout import CAUSE, fail_payout, finish_payout
from prepaid.domains.commission.commands.reverse_line import Cause, reverse_line
from prepaid.domains.commission.commands.settle_orders import settle_orders
from prepaid.domains.commission.events import CommissionPaid, HandedOver, PayoutRefused
from prepaid.domains.commission.models import CommissionLine, HandoverItem
from prepaid.domains.commission.reads.lines import lock_lines, lock_orders, original
from prepaid.domains.commission.rules import notices
from prepaid.domains.commission.rules.lines import ReversalCause
from prepaid.domains.identity.models import Membership
from prepaid.domains.notifications.commands.notify import Recipient, notify, notify_holders
from prepaid.domains.notifications.rules.kinds import Value
from prepaid.domains.ordering.events import OrderPaid
from prepaid.domains.ordering.models import Deal
from prepaid.domains.payment.events import PayoutFailed, PayoutReturned, PayoutSucceeded
from prepaid.domains.redemption.events import Redeemed, RedemptionUndone
from prepaid.domains.redemption.reads.redemptions import items_of, redemption_of
from prepaid.domains.salesforce.models import Salesperson
from prepaid.kit.ids import GlobalId
from prepaid.kit.money import format_yuan

RETURNED = "RETURNED"
PAYS = "commission.pay"


@reacts_to(OrderPaid)
async def earn_by_sale(tx: WriteSession, fact: OrderPaid) -> None:
    """The seller earns what the deal says, and looks after the buyer."""
    if fact.salesperson_id is None:
        return
    async with tx.under(DbRole.WORKER):
        await accrue_deal(tx, fact.merchant_id, fact.deal_id)
        deal = await tx.get_one(Deal, (fact.merchant_id, fact.deal_id))
        await keep_customer(
            tx,
            merchant_id=fact.merchant_id,
            account_id=fact.account_id,
            salesperson_id=fact.salesperson_id,
            buyer_masked=deal.buyer_masked,
        )


@reacts_to(Redeemed)
async def earn_by_visit(tx: WriteSession, fact: Redeemed) -> None:
    """Performers earn what was quoted with each item."""
    if not fact.commission_fen:
        return
    async with tx.under(DbRole.WORKER):
        redemption = await redemption_of(tx, fact.merchant_id, fact.redemption_id)
        await accrue_performance(tx, redemption, await items_of(tx, redemption))


@reacts_to(RedemptionUndone)
async def take_visit_back(tx: WriteSession, fact: RedemptionUndone) -> None:
    """What its items earned is reversed, also of people who have left."""
    async with tx.under(DbRole.WORKER):
        of_items = [*original(redemption_id=fact.redemption_id)]
        orders = select(CommissionLine.order_id).where(CommissionLine.merchant_id == fact.merchant_id, *of_items)
        order_ids = list(await tx.scalars(orders))
        await lock_orders(tx, fact.merchant_id, order_ids)
        cause = Cause(ReversalCause.REDEMPTION_UNDONE, fact.redemption_id, fact.reason)
        for line in await lock_lines(tx, fact.merchant_id, *of_items):
            await reverse_line(tx, line, cause)
        await settle_orders(tx, fact.merchant_id, order_ids)


@reacts_to(PayoutSucceeded)
async def note_paid(tx: WriteSession, fact: PayoutSucceeded) -> None:
    """The lines of the payout are paid."""
    if fact.cause.kind == CAUSE:
        await finish_payout(tx, merchant_id=fact.merchant_id, payout_id=fact.cause.id)


@reacts_to(PayoutFailed)
async def note_failed(tx: WriteSession, fact: PayoutFailed) -> None:
    """It can be tried again."""
    if fact.cause.kind == CAUSE:
        await fail_payout(tx, merchant_id=fact.merchant_id, payout_id=fact.cause.id, code=fact.code)


@reacts_to(PayoutReturned)
async def note_returned(tx: WriteSession, fact: PayoutReturned) -> None:
    """The money came back: it is owed as before."""
    if fact.cause.kind == CAUSE:
        await fail_payout(tx, merchant_id=fact.merchant_id, payout_id=fact.cause.id, code=RETURNED)


@reacts_to(PayoutRefused)
async def tell_failed(tx: WriteSession, fact: PayoutRefused) -> None:
    """Whoever pays commission."""
    data = {"name": fact.salesperson_name, "yuan": format_yuan(fact.amount_fen)}
    target = GlobalId("CommissionPayout", fact.merchant_id, fact.payout_id)
    await notify_holders(tx, notices.FAILED, fact.merchant_id, PAYS, data=data, target=target)


@reacts_to(HandedOver)
async def tell_successors(tx: WriteSession, fact: HandedOver) -> None:
    """Each with the number of customers and orders that are his now."""
    target = GlobalId("Handover", fact.merchant_id, fact.handover_id)
    async with tx.under(DbRole.WORKER):
        moved = await tx.execute(
            select(HandoverItem.successor_id, func.count())
            .filter_by(merchant_id=fact.merchant_id, handover_id=fact.handover_id, result="MOVED")
            .group_by(HandoverItem.successor_id)
        )
        counts = {row[0]: row[1] for row in moved}
        for successor_id, count in counts.items():
            member = await _member(tx, await tx.get_one(Salesperson, (fact.merchant_id, successor_id)))
            if member is not None:
                to = Recipient(fact.merchant_id, member.account_id, member.id)
                data: dict[str, Value] = {"leaver": fact.leaver_name, "count": count}
                await notify(tx, notices.TAKEN_OVER, [to], data=data, target=target)


@reacts_to(CommissionPaid)
async def tell_paid(tx: WriteSession, fact: CommissionPaid) -> None:
    """The person."""
    async with tx.under(DbRole.WORKER):
        member = await _member(tx, await tx.get_one(Salesperson, (fact.merchant_id, fact.salesperson_id)))
    if member is not None:
        target = GlobalId("CommissionPayout", fact.merchant_id, fact.payout_id)
        to = Recipient(fact.merchant_id, member.account_id, member.id)
        await notify(tx, notices.PAID, [to], data={"yuan": format_yuan(fact.amount_fen)}, target=target)


async def _member(tx: WriteSession, person: Salesperson) -> Membership | None:
    if person.membership_id is None:
        return None
    member = await tx.get(Membership, (person.merchant_id, person.membership_id))
    return member if member is not None and member.status == "ACTIVE" else None
