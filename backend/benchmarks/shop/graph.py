"""The slice's read model, as any domain declares its own."""

from datetime import datetime
from enum import StrEnum

from prepaid.graph.types import Connection, Fen, column, connection, described_enum, graph_type, many, one
from prepaid.graph.types import root_connection, root_one

from benchmarks.shop import models as m


class OrderStatus(StrEnum):
    """State of an order."""

    UNPAID = "UNPAID"
    PAID = "PAID"
    SETTLED = "SETTLED"


described_enum(
    OrderStatus, {OrderStatus.UNPAID: "待支付", OrderStatus.PAID: "已支付", OrderStatus.SETTLED: "已结算"}
)


@graph_type(m.Product, permission="order.read")
class Product:
    """What is sold."""

    name: str = column(m.Product.name, "Name")
    price: Fen = column(m.Product.price_fen, "Price")


@graph_type(m.Customer, permission="order.read")
class Customer:
    """Who buys."""

    name: str = column(m.Customer.name, "Name", filterable=True)
    phone: str = column(m.Customer.phone, "Phone")
    orders: Connection["Order"] = connection("Order", "Orders")


@graph_type(m.Line, permission="order.read")
class Line:
    """A line of an order."""

    quantity: int = column(m.Line.quantity, "Quantity")
    price: Fen = column(m.Line.price_fen, "Price of one")
    product: "Product" = one("Product", "What is bought")


@graph_type(m.Order, permission="order.read")
class Order:
    """An order."""

    no: str = column(m.Order.no, "Number", filterable=True, sortable=True)
    status: OrderStatus = column(m.Order.status, "State", filterable=True)
    total: Fen = column(m.Order.total_fen, "Total", filterable=True, sortable=True)
    created_at: datetime = column(m.Order.created_at, "When", filterable=True, sortable=True)
    customer: "Customer" = one("Customer", "Who buys")
    lines: list["Line"] = many("Line", "Lines")


root_connection("orders", Order, "Orders, newest first", permission="order.read", search=[m.Order.no])
root_one("order", Order, "One order", permission="order.read")
