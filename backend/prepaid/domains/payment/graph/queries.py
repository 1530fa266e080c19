"""Root fields about payments, refunds, payouts, alerts and bills."""

from prepaid.domains.payment import models as m
from prepaid.domains.payment.graph.oversight_types import PaymentAlert, PaymentBill, PaymentBreak
from prepaid.domains.payment.graph.payment_types import Payment, PaymentEvent, PaymentRefund, SubMerchant
from prepaid.domains.payment.graph.payout_types import Payout, PayoutSwitch
from prepaid.graph.types import Argument, GlobalID, root_connection, root_one

MERCHANT = Argument(GlobalID | None, "Of this merchant", lambda row, value: row.merchant_id == value)

root_connection(
    "payments",
    Payment,
    "Payments that the caller may see, newest first",
    permission="payment.read",
    order_by=["-created_at"],
    search=[m.Payment.reference, m.Payment.provider_reference],
    arguments={"merchant": MERCHANT},
)
root_one("payment", Payment, "One payment", permission="payment.read")
root_connection(
    "paymentEvents",
    PaymentEvent,
    "What happened to a payment, a refund or a payout, oldest first",
    permission="payment_refund.read",
    order_by=["effective_at"],
    arguments={
        "payment": Argument(
            GlobalID | None, "To this payment and its refunds", lambda row, value: row.payment_id == value
        ),
        "refund": Argument(GlobalID | None, "To this refund", lambda row, value: row.payment_refund_id == value),
        "payout": Argument(GlobalID | None, "To this payout", lambda row, value: row.payout_id == value),
    },
)
root_connection(
    "paymentRefunds",
    PaymentRefund,
    "Refunds of payments, newest first",
    permission="payment_refund.read",
    order_by=["-created_at"],
    search=[m.PaymentRefund.reference, m.PaymentRefund.provider_reference],
    arguments={
        "merchant": MERCHANT,
        "payment": Argument(GlobalID | None, "Of this payment", lambda row, value: row.payment_id == value),
    },
)
root_one("paymentRefund", PaymentRefund, "One refund of a payment", permission="payment_refund.read")
root_connection(
    "payouts",
    Payout,
    "Payouts, newest first",
    permission="payout.read",
    order_by=["-created_at"],
    search=[m.Payout.reference, m.Payout.provider_reference],
    arguments={"merchant": MERCHANT},
)
root_one("payout", Payout, "One payout", permission="payout.read")
root_connection(
    "payoutSwitches",
    PayoutSwitch,
    "Where payouts were ever stopped, the last change first",
    permission="payout.read",
    order_by=["-changed_at"],
    arguments={"merchant": MERCHANT},
)
root_connection(
    "paymentAlerts",
    PaymentAlert,
    "What did not fit, the last first",
    permission="payment_alert.read",
    order_by=["-last_at"],
    search=[m.PaymentAlert.subject],
    arguments={"merchant": MERCHANT},
)
root_one("paymentAlert", PaymentAlert, "One alert", permission="payment_alert.read")
root_connection(
    "paymentBills",
    PaymentBill,
    "The provider's bills, the last day first",
    permission="payment_break.read",
    order_by=["-day"],
)
root_connection(
    "paymentBreaks",
    PaymentBreak,
    "Differences with the provider and the ledger, the last day first",
    permission="payment_break.read",
    order_by=["-day"],
    search=[m.PaymentBreak.reference],
    arguments={"merchant": MERCHANT},
)
root_one("paymentBreak", PaymentBreak, "One difference", permission="payment_break.read")
root_connection(
    "subMerchants",
    SubMerchant,
    "The merchants' numbers at the provider",
    permission="sub_merchant.read",
    order_by=["number"],
    search=[m.SubMerchant.number],
)
