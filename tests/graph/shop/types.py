"""Read model of the test business."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any

import strawberry
from sqlalchemy import ColumnElement, any_, case, func, select

from prepaid.core.actor import ScopeKind
from prepaid.graph.types import (
    JSON,
    PUBLIC,
    SIGNED_IN,
    ActionState,
    Connection,
    Fen,
    PlanContext,
    Row,
    action,
    actions,
    aggregate,
    batch,
    column,
    connection,
    described_enum,
    expr,
    extend_actions,
    graph_type,
    graph_union,
    many,
    one,
    one_of,
)
from tests.graph.shop import obstacles as o
from tests.graph.shop import tables as t


class OrderStatus(StrEnum):
    """State of an order."""

    UNPAID = "unpaid"
    PAID = "paid"
    SETTLED = "settled"


described_enum(OrderStatus, {OrderStatus.UNPAID: "待支付", OrderStatus.PAID: "已支付", OrderStatus.SETTLED: "已结算"})


@strawberry.interface(description="Something with a name.")
class Named:
    """Something with a name."""

    name: str = strawberry.field(description="Name")


@graph_type(t.Kind, permission=PUBLIC, interfaces=[Named])
class Kind:
    """A kind of product."""

    code: str = column(t.Kind.code, "Code", filterable=True, sortable=True)
    name: str = expr(lambda ctx: t.Kind.name_en if ctx.locale == "en" else t.Kind.name_zh, "Name")


batches: list[int] = []
"""How many parents each call of the batch function got."""


async def _greetings(context: Any, parents: list[dict[str, Any]]) -> list[str]:
    batches.append(len(parents))
    return [f"Dear {parent['name']}" for parent in parents]


def _spent(_: PlanContext, row: Row) -> ColumnElement[bool]:
    return row.status != "unpaid"


@graph_type(t.Customer, permission="customer.read", interfaces=[Named])
class Customer:
    """Who buys."""

    name: str = column(t.Customer.name, "Name", filterable=True, sortable=True)
    phone: str = column(
        t.Customer.phone, "Phone", permission="customer.phone", masked=t.Customer.phone_masked, filterable=True
    )
    email: str | None = column(t.Customer.email, "E-mail", permission="customer.email", filterable=True, sortable=True)
    greeting: str = batch(_greetings, "A greeting", requires=[t.Customer.name])
    referrer: "Customer | None" = one("Customer", "Who brought this customer")
    orders: Connection["Order"] = connection("Order", "Orders", search=[t.Order.no])
    spent_fen: Fen = aggregate("sum", "Order", "Paid so far", of=t.Order.total_fen, where=_spent)
    dearest_fen: Fen | None = aggregate("max", "Order", "Dearest order", of=t.Order.total_fen)
    order_count: int = aggregate("count", "Order", "Number of orders")
    favourites: list["Product"] = many(
        "Product", "Liked products", via=t.Favourite, order_by=lambda row: [row.name.desc()]
    )


@graph_type(t.Product, permission="product.read", interfaces=[Named])
class Product:
    """What is sold."""

    name: str = column(t.Product.name, "Name", filterable=True, sortable=True)
    price_fen: Fen = column(t.Product.price_fen, "Price")
    tags: list[str] = column(t.Product.tags, "Tags")
    attributes: JSON = column(t.Product.attributes, "Attributes")
    kind: Kind = one("Kind", "Its kind")
    liked_by: Connection["Customer"] = connection("Customer", "Who likes it", via=t.Favourite, order_by=["name"])


@graph_type(t.Line, permission="order.read")
class Line:
    """A line of an order."""

    quantity: int = column(t.Line.quantity, "Quantity")
    price_fen: Fen = column(t.Line.price_fen, "Price of one")
    product: Product | None = one("Product", "What is bought")


@graph_union("Customer", "Product")
class Subject:
    """Whom or what an order is about."""


def _own_stores(ctx: PlanContext, row: Row) -> list[ColumnElement[bool]]:
    if ctx.scope is ScopeKind.STORE:
        return [row.store_id == any_(ctx.actor_param("store_ids"))]
    return []


@graph_type(t.Order, permission="order.read", scope=_own_stores)
class Order:
    """An order."""

    no: str = column(t.Order.no, "Number", filterable=True, sortable=True)
    status: OrderStatus = column(t.Order.status, "State", filterable=True, sortable=True)
    total_fen: Fen = column(t.Order.total_fen, "Total", filterable=True, sortable=True)
    note: str | None = column(t.Order.note, "Note", filterable=True, sortable=True)
    due_on: date | None = column(t.Order.due_on, "Due day", filterable=True, sortable=True)
    rush: bool = column(t.Order.rush, "In a hurry", filterable=True, sortable=True)
    created_at: datetime = column(t.Order.created_at, "When", filterable=True, sortable=True)
    overdue: bool = expr(lambda ctx: func.coalesce(t.Order.created_at < ctx.now(), False), "In the past")
    size: str = expr(
        lambda ctx: case((t.Order.total_fen >= 5_000, "it's large"), else_="small"),
        "Size",
        filterable=True,
        sortable=True,
    )
    mine: bool = expr(
        lambda ctx: (
            select(func.count() > 0)
            .where(t.Customer.id == t.Order.customer_id, t.Customer.account_id == ctx.actor_param("account_id"))
            .scalar_subquery()
        ),
        "The caller's own",
    )
    available_actions: list[ActionState] = actions(
        action("setTotal", o.SETTLED, o.EMPTY),
        action("purgeOrders", o.OLD, offered=lambda ctx: t.Order.rush),
        action("remind", permission="customer.email"),
    )
    customer: "Customer" = one("Customer", "Who buys")
    lines: list[Line] = many("Line", "Lines")
    about: Subject | None = one_of(
        {
            "Customer": lambda order, customer: (customer.id == order.customer_id) & (order.status == "paid"),
            "Product": lambda order, product: product.id.in_(
                select(t.Line.product_id).where(t.Line.order_id == order.id, t.Line.quantity == 1)
            ),
        },
        "The customer of a paid order, else its first product",
    )
    named: Named | None = one_of(
        {"Customer": lambda order, customer: customer.id == order.customer_id}, "By its interface"
    )


extend_actions(Order, action("praise", o.OLD, permission=SIGNED_IN, offered=lambda ctx: t.Order.status == "settled"))
