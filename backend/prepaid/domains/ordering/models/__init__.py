"""Tables of ordering."""

from prepaid.domains.ordering.models.deals import Deal, DealCommission, OrderReceipt
from prepaid.domains.ordering.models.orders import Order, OrderEvent, OrderLine, OrderReduction, OrderTender

__all__ = [
    "Deal",
    "DealCommission",
    "Order",
    "OrderEvent",
    "OrderLine",
    "OrderReceipt",
    "OrderReduction",
    "OrderTender",
]
