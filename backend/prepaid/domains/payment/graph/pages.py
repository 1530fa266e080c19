"""What payment brings to the pages."""

from prepaid.domains.pages.graph.registry import declare_pages
from prepaid.domains.pages.rules.layout.shell import Declared, NavItem
from prepaid.domains.pages.rules.text import Text
from prepaid.domains.payment.graph import record_words as _words  # noqa: F401 - declares
from prepaid.domains.payment.graph.base.oversight import ALERT, ALERTS, BILLS, BREAK, BREAKS
from prepaid.domains.payment.graph.base.payments import (
    PAYMENT,
    PAYMENT_EVENTS,
    PAYMENTS,
    REFUND,
    REFUND_EVENTS,
    REFUNDS,
    REFUNDS_OF_PAYMENT,
    SUB_MERCHANTS,
    TRANSFERS_OF_PAYMENT,
)
from prepaid.domains.payment.graph.base.payouts import PAYOUT, PAYOUT_EVENTS, PAYOUTS, SWITCHES
from prepaid.domains.payment.graph.dictionaries import DICTIONARIES
from prepaid.domains.payment.reads import record_names as _names  # noqa: F401 - declares


def _entry(page_key: str, zh: str, en: str) -> NavItem:
    return NavItem(key=page_key, label=Text(zh, en), parent_key="payment", page_key=page_key)


declare_pages(
    Declared(
        pages=(
            PAYMENTS,
            PAYMENT,
            PAYMENT_EVENTS,
            REFUNDS,
            REFUND,
            REFUND_EVENTS,
            REFUNDS_OF_PAYMENT,
            TRANSFERS_OF_PAYMENT,
            SUB_MERCHANTS,
            PAYOUTS,
            PAYOUT,
            PAYOUT_EVENTS,
            SWITCHES,
            ALERTS,
            ALERT,
            BILLS,
            BREAKS,
            BREAK,
        ),
        navigation=(
            NavItem(key="payment", label=Text("支付", "Payment"), icon="wallet"),
            _entry("payments", "支付单", "Payments"),
            _entry("paymentRefunds", "支付退款", "Refunds"),
            _entry("payouts", "付款", "Payouts"),
            _entry("payoutSwitches", "付款开关", "Payout switches"),
            _entry("paymentAlerts", "支付告警", "Alerts"),
            _entry("paymentBills", "渠道账单", "Provider's bills"),
            _entry("paymentBreaks", "对账差错", "Breaks"),
            _entry("subMerchants", "收款商户号", "Collection numbers"),
        ),
        dictionaries=DICTIONARIES,
    )
)
