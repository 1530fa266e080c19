"""Commands of commission; after-sales calls what is listed here."""

from prepaid.domains.commission.commands.refund_commission import on_card_refund, on_service_return

__all__ = ["on_card_refund", "on_service_return"]
