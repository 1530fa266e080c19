"""Tables of payment."""

from prepaid.domains.payment.models.bills import PaymentBill, PaymentBillLine, PaymentBreak
from prepaid.domains.payment.models.events import PaymentAlert, PaymentEvent
from prepaid.domains.payment.models.payments import Payment, PaymentRefund, SubMerchant
from prepaid.domains.payment.models.payouts import Payout, PayoutSwitch

__all__ = [
    "Payment",
    "PaymentAlert",
    "PaymentBill",
    "PaymentBillLine",
    "PaymentBreak",
    "PaymentEvent",
    "PaymentRefund",
    "Payout",
    "PayoutSwitch",
    "SubMerchant",
]
