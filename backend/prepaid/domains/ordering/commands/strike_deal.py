"""Writing the deal of a paid order, with what it earns its seller."""

from collections.abc import Sequence
from uuid import UUID

from prepaid.core.database import WriteSession
from prepaid.domains.catalog.models import ServiceVersion
from prepaid.domains.catalog.rules.products import ProductKind, ProductRef
from prepaid.domains.ordering.models import Deal, DealCommission, Order, OrderLine
from prepaid.domains.ordering.reads.orders import tenders_of
from prepaid.domains.ordering.rules.orders import OrderKind, TenderKind
from prepaid.domains.salesforce.commands.quote_commission import quote_commission
from prepaid.domains.salesforce.rules.commission import CommissionQuote, Occasion, SaleItem
from prepaid.kit.ids import uuid7
from prepaid.kit.money import Fen, share_by_weights

OCCASIONS = {
    OrderKind.CARD_PURCHASE: Occasion.OPENING,
    OrderKind.CARD_RECHARGE: Occasion.RECHARGE,
    OrderKind.SINGLE_SERVICE: Occasion.SERVICE,
}


async def strike_deal(tx: WriteSession, order: Order, lines: Sequence[OrderLine]) -> Deal:
    """Unique on the order. The commission is that of the rules at the moment of PAID; Σ its lines = the deal's.

    What is paid from a card's balance has earned when the card was sold, and earns nothing again.
    """
    assert order.paid_at is not None
    balances = [each.amount_fen for each in await tenders_of(tx, order) if each.kind == TenderKind.CARD_BALANCE]
    from_card = share_by_weights(sum(balances), [line.net_fen for line in lines])
    quotes = [await _quoted(tx, order, line, card) for line, card in zip(lines, from_card, strict=True)]
    deal = Deal(
        merchant_id=order.merchant_id,
        id=uuid7(),
        order_id=order.id,
        kind=order.kind,
        account_id=order.account_id,
        buyer_masked=order.buyer_masked,
        salesperson_id=order.salesperson_id,
        salesperson_name=order.salesperson_name,
        store_id=order.store_id,
        store_name=order.store_name,
        region_path=order.region_path,
        card_id=order.card_id,
        card_number=order.card_number,
        products="、".join(line.name for line in lines),
        amount_fen=order.total_fen,
        commission_fen=sum(each.amount_fen for each in quotes),
        sold_at=order.paid_at,
    )
    tx.add(deal)
    await tx.flush()
    if order.salesperson_id is not None:
        for line, each, card in zip(lines, quotes, from_card, strict=True):
            tx.add(_line(deal, order.salesperson_id, line, each, line.net_fen - card))
    await tx.flush()
    return deal


def _line(deal: Deal, seller: UUID, line: OrderLine, quote: CommissionQuote, basis_fen: Fen) -> DealCommission:
    return DealCommission(
        merchant_id=deal.merchant_id,
        id=uuid7(),
        deal_id=deal.id,
        line_id=line.id,
        salesperson_id=seller,
        basis_fen=basis_fen,
        amount_fen=quote.amount_fen,
        rule=quote.as_json(),
    )


async def _quoted(tx: WriteSession, order: Order, line: OrderLine, from_card_fen: Fen) -> CommissionQuote:
    minutes = None
    if line.product_kind == ProductKind.SERVICE:
        version = await tx.get_one(ServiceVersion, (order.merchant_id, line.version_id))
        minutes = version.duration_minutes * line.quantity if version.duration_minutes else None
    item = SaleItem(
        occasion=OCCASIONS[OrderKind(order.kind)],
        product=ProductRef(ProductKind(line.product_kind), line.product_id),
        list_fen=line.list_fen,
        paid_fen=line.net_fen,
        from_card_fen=from_card_fen,
        count=line.quantity,
        minutes=minutes,
    )
    return await quote_commission(tx, merchant_id=order.merchant_id, salesperson_id=order.salesperson_id, item=item)
