"""Words of payment for the pages; texts in the order of the enums in the schema."""

from typing import Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone

DICTIONARIES: Final = (
    dictionary(
        "PaymentMethod",
        (("JSAPI", "小程序支付", "Mini-program", None), ("NATIVE", "扫码支付", "QR code", None)),
    ),
    dictionary(
        "PayableKind",
        (
            ("ORDER", "订单", "Order", None),
            ("DEPOSIT", "保证金", "Deposit", None),
            ("DEMO", "演示收款", "Demonstration", None),
        ),
    ),
    dictionary(
        "PaymentState",
        (
            ("REQUESTED", "待发起", "Requested", Tone.INFO),
            ("READY", "待支付", "To be paid", Tone.INFO),
            ("CAPTURED", "已支付", "Paid", Tone.SUCCESS),
            ("PARTLY_REFUNDED", "部分退款", "Partly refunded", Tone.WARNING),
            ("REFUNDED", "已退款", "Refunded", Tone.NEUTRAL),
            ("CLOSED", "已关闭", "Closed", Tone.NEUTRAL),
            ("FAILED", "发起失败", "Refused", Tone.DANGER),
        ),
    ),
    dictionary(
        "PaymentRefundState",
        (
            ("REQUESTED", "待退款", "Requested", Tone.INFO),
            ("PROCESSING", "退款中", "Under way", Tone.INFO),
            ("FAILED", "退款失败", "Failed", Tone.DANGER),
            ("REDIRECTED", "转账退款中", "Sent as a transfer", Tone.WARNING),
            ("SUCCEEDED", "已退款", "Refunded", Tone.SUCCESS),
        ),
    ),
    dictionary(
        "PayoutState",
        (
            ("REQUESTED", "待付款", "Requested", Tone.INFO),
            ("STOPPED", "已暂停", "Stopped", Tone.WARNING),
            ("PROCESSING", "付款中", "Under way", Tone.INFO),
            ("AWAITING_PAYEE", "待收款人确认", "Waits for the payee", Tone.WARNING),
            ("FAILED", "付款失败", "Failed", Tone.DANGER),
            ("SUCCEEDED", "已付款", "Paid", Tone.SUCCESS),
            ("RETURNED", "已退票", "Returned", Tone.DANGER),
        ),
    ),
    dictionary(
        "PaymentUnappliedReason",
        (
            ("LATE", "关闭后支付", "Paid after the close", None),
            ("SECOND", "重复支付", "Paid twice", None),
            ("NOT_APPLICABLE", "无法入账", "Could not be applied", None),
        ),
    ),
    dictionary(
        "PaymentEventKind",
        (
            ("REQUESTED", "发起支付", "Requested", None),
            ("READY", "渠道受理", "Taken by the provider", None),
            ("REJECTED", "渠道拒绝", "Refused by the provider", Tone.DANGER),
            ("PAY_FAILED", "支付失败", "A try failed", Tone.WARNING),
            ("SUCCEEDED", "支付成功", "Paid", Tone.SUCCESS),
            ("CLOSED", "关闭", "Closed", None),
            ("CLOSED_BY_PROVIDER", "渠道关闭", "Closed by the provider", None),
            ("CREDITED", "入账", "Credited", Tone.SUCCESS),
            ("UNAPPLIED", "未入账", "Not applied", Tone.WARNING),
            ("REFUND_REQUESTED", "发起退款", "Refund requested", None),
            ("REFUND_ACCEPTED", "退款受理", "Refund taken", None),
            ("REFUND_FAILURE_REPORTED", "通知退款失败", "Refund failure reported", Tone.WARNING),
            ("REFUND_FAILED", "退款失败", "Refund failed", Tone.DANGER),
            ("REFUND_RETRIED", "重试退款", "Refund tried again", None),
            ("REFUND_REDIRECTED", "改走转账", "Sent as a transfer", Tone.WARNING),
            ("REFUND_REDIRECT_FAILED", "转账失败", "Transfer failed", Tone.DANGER),
            ("REFUNDED", "退款成功", "Refunded", Tone.SUCCESS),
            ("PAYOUT_REQUESTED", "发起付款", "Payout requested", None),
            ("PAYOUT_STOPPED", "付款暂停", "Payouts stopped", Tone.WARNING),
            ("PAYOUT_ACCEPTED", "付款受理", "Payout taken", None),
            ("PAYOUT_AWAITING_PAYEE", "待收款人确认", "Waits for the payee", None),
            ("PAYOUT_FAILURE_REPORTED", "通知付款失败", "Payout failure reported", Tone.WARNING),
            ("PAYOUT_FAILED", "付款失败", "Payout failed", Tone.DANGER),
            ("PAYOUT_SUCCEEDED", "付款成功", "Paid out", Tone.SUCCESS),
            ("PAYOUT_RETURNED", "退票", "Returned", Tone.DANGER),
        ),
    ),
    dictionary(
        "PaymentEventSource",
        (
            ("OWN", "本系统", "Our own", None),
            ("ANSWER", "渠道应答", "Answer", None),
            ("QUERY", "主动查询", "Query", None),
            ("NOTIFICATION", "渠道通知", "Notification", None),
        ),
    ),
    dictionary(
        "PayoutPurpose",
        (
            ("REFUND", "退款", "Refund", None),
            ("COMMISSION", "佣金", "Commission", None),
            ("WITHDRAWAL", "提现", "Withdrawal", None),
        ),
    ),
    dictionary(
        "PayeeKind",
        (("WALLET", "微信零钱", "Wallet", None), ("SETTLEMENT_ACCOUNT", "结算账户", "Settlement account", None)),
    ),
    dictionary(
        "PaymentAlertKind",
        (
            ("MALFORMED", "通知格式错误", "Malformed", Tone.WARNING),
            ("UNKNOWN_KEY", "未知密钥", "Unknown key", Tone.DANGER),
            ("STALE", "通知过期", "Stale", Tone.WARNING),
            ("FORGED_SIGNATURE", "签名不符", "Forged signature", Tone.DANGER),
            ("UNDECRYPTABLE", "无法解密", "Undecryptable", Tone.DANGER),
            ("UNEXPECTED_EVENT", "未知通知类型", "Unexpected event", Tone.WARNING),
            ("UNKNOWN_REFERENCE", "单号不存在", "Unknown reference", Tone.DANGER),
            ("WRONG_PARTNER", "服务商号不符", "Wrong partner", Tone.DANGER),
            ("WRONG_PAYEE", "收款方不符", "Wrong payee", Tone.DANGER),
            ("WRONG_APPLICATION", "应用不符", "Wrong application", Tone.DANGER),
            ("WRONG_AMOUNT", "金额不符", "Wrong amount", Tone.DANGER),
            ("WRONG_CURRENCY", "币种不符", "Wrong currency", Tone.DANGER),
            ("SECOND_TRANSACTION", "渠道流水重复", "Second transaction", Tone.DANGER),
            ("LATE_SUCCESS", "关闭后支付成功", "Paid after the close", Tone.WARNING),
            ("SECOND_SUCCESS", "重复支付成功", "Paid twice", Tone.WARNING),
            ("NOT_APPLICABLE", "支付成功但无法入账", "Could not be applied", Tone.WARNING),
            ("CHARGE_REFUSED", "渠道拒绝下单", "Charge refused", Tone.WARNING),
            ("REFUND_FAILED", "退款失败", "Refund failed", Tone.DANGER),
            ("REFUNDED_TWICE", "重复退款", "Refunded twice", Tone.DANGER),
            ("PAYOUT_FAILED", "付款失败", "Payout failed", Tone.WARNING),
            ("PAYOUT_RETURNED", "付款退票", "Payout returned", Tone.DANGER),
            ("PAYOUT_CONTRADICTED", "付款结果矛盾", "Payout contradicted", Tone.DANGER),
            ("UNTRUSTED_ANSWER", "渠道应答不可信", "Untrusted answer", Tone.DANGER),
        ),
    ),
    dictionary(
        "PaymentAlertState",
        (("OPEN", "待处理", "Open", Tone.WARNING), ("HANDLED", "已处理", "Handled", Tone.SUCCESS)),
    ),
    dictionary(
        "PaymentBreakKind",
        (
            ("MISSING_HERE", "渠道有、本系统无", "Missing here", Tone.DANGER),
            ("MISSING_AT_PROVIDER", "本系统有、渠道无", "Missing at the provider", Tone.DANGER),
            ("AMOUNT_DIFFERS", "金额不符", "Amount differs", Tone.DANGER),
            ("PAYEE_DIFFERS", "收款方不符", "Payee differs", Tone.DANGER),
            ("LISTED_TWICE", "账单重复", "Listed twice", Tone.WARNING),
            ("MISSING_IN_LEDGER", "未记账", "Missing in the ledger", Tone.DANGER),
            ("LEDGER_DIFFERS", "记账金额不符", "Ledger differs", Tone.DANGER),
        ),
    ),
    dictionary(
        "PaymentBreakState",
        (("OPEN", "待处理", "Open", Tone.WARNING), ("RESOLVED", "已处理", "Resolved", Tone.SUCCESS)),
    ),
    dictionary(
        "PaymentBreakResolution",
        (
            ("ADJUSTED", "已调账", "Adjusted", None),
            ("PROVIDER_CORRECTED", "渠道已更正", "Provider corrected it", None),
            ("LATER_MATCHED", "后续已匹配", "Matched later", None),
            ("ACCEPTED", "核实无误", "Nothing to do", None),
        ),
    ),
)
