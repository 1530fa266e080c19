"""The permissions that payment asks for."""

from typing import Final

from prepaid.domains.identity.rules.permissions import Audience, NodeKind, Permission, declare

EVERYBODY: Final = frozenset(Audience)
STAFF: Final = frozenset({Audience.BANK, Audience.MERCHANT})
PAYING: Final = frozenset({Audience.CONSUMER, Audience.MERCHANT})

declare(
    [
        Permission("payment.read", NodeKind.PAGE, "支付", "Payments", None, EVERYBODY),
        Permission("payment.ask", NodeKind.ACTION, "向渠道查询结果", "Ask the provider", "payment.read"),
        Permission("payment.redirect", NodeKind.ACTION, "退款改走转账", "Send a refund as a transfer", "payment.read"),
        Permission("payment.pay", NodeKind.FIELD, "付款凭据", "What one pays with", "payment.read", PAYING),
        Permission("payment_refund.read", NodeKind.PAGE, "支付退款", "Refunds of payments", None, STAFF),
        Permission("payout.read", NodeKind.PAGE, "付款", "Payouts", None, STAFF),
        Permission("payout.switch", NodeKind.ACTION, "暂停与恢复付款", "Stop and resume payouts", "payout.read"),
        Permission("payment_alert.read", NodeKind.PAGE, "支付告警", "Payment alerts"),
        Permission("payment_alert.handle", NodeKind.ACTION, "处理支付告警", "Handle alerts", "payment_alert.read"),
        Permission("payment_break.read", NodeKind.PAGE, "渠道对账", "Reconciliation with the provider"),
        Permission("payment_break.resolve", NodeKind.ACTION, "处理对账差错", "Resolve breaks", "payment_break.read"),
        Permission("payment_bill.fetch", NodeKind.ACTION, "获取渠道账单", "Fetch a bill", "payment_break.read"),
        Permission("sub_merchant.read", NodeKind.PAGE, "收款商户号", "Collection numbers", None, STAFF),
        Permission("sub_merchant.edit", NodeKind.ACTION, "登记收款商户号", "Register numbers", "sub_merchant.read"),
    ]
)
