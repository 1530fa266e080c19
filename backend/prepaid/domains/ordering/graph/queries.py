"""Root fields about orders and deals, and the price of a cart."""

from collections.abc import Sequence
from typing import Annotated
from uuid import UUID

import strawberry

from prepaid.core.actor import DbRole
from prepaid.core.database import WriteSession
from prepaid.core.errors import Refusal
from prepaid.domains.identity.graph.reading import optional_id, own_merchant
from prepaid.domains.ordering import models as m
from prepaid.domains.ordering.commands.quote import Quote, quote
from prepaid.domains.ordering.graph.inputs import CartItemInput, items_of
from prepaid.domains.ordering.graph.types import Deal, Order, OrderEvent, OrderLine, OrderTender
from prepaid.domains.ordering.reads.orders import pending_order
from prepaid.domains.ordering.rules.orders import OrderKind
from prepaid.domains.ordering.rules.pricing import Skipped
from prepaid.graph.types import Argument, Fen, GlobalID, Info, query_field, root_connection, root_one
from prepaid.kit import clock
from prepaid.kit.ids import GlobalId

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)
OF_ORDER = Argument(GlobalID | None, "Of this order", lambda row, value: row.order_id == value)

root_connection(
    "orders",
    Order,
    "Orders that the caller may see, newest first",
    permission="order.read",
    order_by=["-placed_at"],
    search=[m.Order.number, m.Order.card_number],
    arguments={
        "merchant": MERCHANT,
        "card": Argument(GlobalID | None, "On this card", lambda row, value: row.card_id == value),
    },
)
root_one("order", Order, "One order", permission="order.read")
root_connection(
    "orderLines",
    OrderLine,
    "Lines of orders",
    permission="order.read",
    order_by=["position"],
    arguments={"order": OF_ORDER},
)
root_connection(
    "orderTenders",
    OrderTender,
    "What orders are paid with",
    permission="order.read",
    order_by=["position"],
    arguments={"order": OF_ORDER},
)
root_connection(
    "orderEvents",
    OrderEvent,
    "Steps of orders, oldest first",
    permission="order.read",
    order_by=["at"],
    arguments={"order": OF_ORDER},
)
root_connection(
    "deals",
    Deal,
    "What was sold, newest first",
    permission="deal.read",
    order_by=["-sold_at"],
    search=[m.Deal.products, m.Deal.card_number],
    arguments={"merchant": MERCHANT},
)
root_one("deal", Deal, "One deal", permission="deal.read")


@strawberry.type(description="One line of a quote.")
class QuotedLine:
    """A product at today's price."""

    name: str = strawberry.field(description="Product")
    quantity: int = strawberry.field(description="Pieces")
    list_fen: Fen = strawberry.field(description="List price of all")
    gross_fen: Fen = strawberry.field(description="Price of all, before reductions")
    net_fen: Fen = strawberry.field(description="What is to be paid for all")


@strawberry.type(description="A reduction of a quote: what applied.")
class QuotedReduction:
    """A reduction."""

    name: str = strawberry.field(description="What it is")
    amount_fen: Fen = strawberry.field(description="What it takes off")


@strawberry.type(description="A reduction that did not apply, and why.")
class SkippedReduction:
    """A reduction that was skipped."""

    name: str = strawberry.field(description="What it is")
    code: str = strawberry.field(description="Why not")
    shortfall_fen: Fen | None = strawberry.field(description="How much more would do")


@strawberry.type(description="What a cart costs now, and what buying it does (报价).")
class OrderQuote:
    """A quote."""

    kind: OrderKind = strawberry.field(description="A first card, a recharge, or services")
    list_fen: Fen = strawberry.field(description="List price of all")
    total_fen: Fen = strawberry.field(description="What is to be paid: `expectedTotalFen` of the order")
    card_id: strawberry.ID | None = strawberry.field(description="Card that it recharges")
    card_number: str | None = strawberry.field(description="Its number")
    lines: list[QuotedLine] = strawberry.field(description="Lines, in the order of the cart")
    applied: list[QuotedReduction] = strawberry.field(description="Reductions that apply")
    skipped: list[SkippedReduction] = strawberry.field(description="Reductions that do not, and why")
    pending_order_id: strawberry.ID | None = strawberry.field(
        description="An order of the buyer that waits for this card: pay or cancel it"
    )


@query_field(permission="order.read", cost=100)
async def order_quote(
    info: Info,
    items: Annotated[list[CartItemInput], strawberry.argument(description="One package, or services")],
    merchant_id: Annotated[GlobalID | None, strawberry.argument(description="Merchant; staff: their own")] = None,
    card_id: Annotated[GlobalID | None, strawberry.argument(description="Card to recharge")] = None,
) -> OrderQuote | None:
    """What a cart costs now; null where it cannot be bought. Placing the order says why not."""
    actor = info.context.actor
    consumer = actor.db_role is DbRole.CONSUMER
    try:
        merchant = own_merchant(actor, merchant_id)
        async with info.context.database.write(actor) as tx:
            priced = await quote(
                tx,
                merchant_id=merchant,
                items=items_of(items),
                account_id=actor.account_id if consumer else None,
                card_id=optional_id(card_id, "Card", "cardId"),
            )
            waiting = await _waiting(tx, priced, actor.account_id if consumer else None)
    except Refusal:
        return None
    return shown_quote(priced, waiting)


async def _waiting(tx: WriteSession, priced: Quote, account_id: UUID | None) -> UUID | None:
    if account_id is None or priced.pending_for is None:
        return None
    order = await pending_order(tx, priced.merchant_id, account_id, priced.pending_for)
    return order.id if order is not None and clock.now() < order.expires_at else None


def shown_quote(priced: Quote, waiting: UUID | None) -> OrderQuote:
    """A priced cart as it is told; `waiting` is the order that waits for its card."""
    cart = priced.cart
    nets: Sequence[int] = cart.nets_fen
    return OrderQuote(
        kind=priced.kind,
        list_fen=Fen(cart.list_fen),
        total_fen=Fen(cart.total_fen),
        card_id=strawberry.ID(GlobalId("Card", priced.merchant_id, priced.card.id).encode()) if priced.card else None,
        card_number=priced.card.number if priced.card else None,
        lines=[
            QuotedLine(
                name=item.name,
                quantity=line.quantity,
                list_fen=Fen(line.list_price_fen * line.quantity),
                gross_fen=Fen(line.gross_fen),
                net_fen=Fen(net),
            )
            for item, line, net in zip(priced.items, cart.lines, nets, strict=True)
        ],
        applied=[QuotedReduction(name=each.name, amount_fen=Fen(each.amount_fen)) for each in cart.reductions],
        skipped=[_skipped(each) for each in cart.skipped],
        pending_order_id=strawberry.ID(GlobalId("Order", priced.merchant_id, waiting).encode()) if waiting else None,
    )


def _skipped(each: Skipped) -> SkippedReduction:
    shortfall = None if each.shortfall_fen is None else Fen(each.shortfall_fen)
    return SkippedReduction(name=each.name, code=each.code, shortfall_fen=shortfall)
