"""Orders, lines, products and customers as the engine reads them."""

from datetime import datetime

from benchmarks.slice import tables as t
from prepaid.graph.types import (
    Connection,
    Fen,
    aggregate,
    column,
    connection,
    graph_type,
    many,
    one,
    root_connection,
    root_list,
    root_one,
)

READ = "bench.read"


@graph_type(t.BenchProduct, permission=READ)
class BenchProduct:
    """A thing that is sold."""

    name: str = column(t.BenchProduct.name, "Name", filterable=True, sortable=True)
    price_fen: Fen = column(t.BenchProduct.price_fen, "Price, in fen")


@graph_type(t.BenchCustomer, permission=READ)
class BenchCustomer:
    """Somebody who buys."""

    name: str = column(t.BenchCustomer.name, "Name", filterable=True, sortable=True)
    phone: str = column(t.BenchCustomer.phone_masked, "Phone, masked")
    orders: Connection["BenchOrder"] = connection("BenchOrder", "The customer's orders")


@graph_type(t.BenchLine, permission=READ)
class BenchLine:
    """One product of an order."""

    quantity: int = column(t.BenchLine.quantity, "Pieces")
    price_fen: Fen = column(t.BenchLine.price_fen, "Price of one piece, in fen")
    product: BenchProduct = one("BenchProduct", "What is sold")


@graph_type(t.BenchOrder, permission=READ)
class BenchOrder:
    """An order of one customer."""

    number: str = column(t.BenchOrder.number, "Readable number", filterable=True, sortable=True)
    status: str = column(t.BenchOrder.status, "PAID, UNPAID or SETTLED", filterable=True)
    total_fen: Fen = column(t.BenchOrder.total_fen, "Total, in fen", filterable=True, sortable=True)
    created_at: datetime = column(t.BenchOrder.created_at, "When it was placed", filterable=True, sortable=True)
    customer: BenchCustomer = one("BenchCustomer", "Who buys")
    lines: list[BenchLine] = many("BenchLine", "What is bought")
    line_count: int = aggregate("count", "BenchLine", "Number of lines")


root_list("latestBenchOrders", BenchOrder, "Orders, newest first", permission=READ)
root_connection("benchOrders", BenchOrder, "Orders, newest first", permission=READ)
root_one("benchOrder", BenchOrder, "One order", permission=READ)
