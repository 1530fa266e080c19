"""What the audit trail calls payments, refunds, payouts and what is wrong with them, in the words of the pages."""

from typing import Final

from prepaid.core.audit.words import FieldWords, Words, describe, field
from prepaid.domains.payment.graph.dictionaries import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in DICTIONARIES
}
REFERENCE: Final = field("单号", "Reference")


def _state(of: str) -> FieldWords:
    return field("状态", "State", WORDS[of])


describe("Payment", "支付单", "Payment", naming="payment", fields={
    "state": _state("PaymentState"),
    "reference": REFERENCE,
})  # fmt: skip
describe("PaymentRefund", "支付退款", "Refund of a payment", naming="paymentRefund", fields={
    "state": _state("PaymentRefundState"),
    "reference": REFERENCE,
    "payout": field("转账单号", "Transfer"),
    "payee": field("收款人", "Payee"),
})  # fmt: skip
describe("Payout", "付款单", "Payout", naming="payout", fields={
    "state": _state("PayoutState"),
    "reference": REFERENCE,
})  # fmt: skip
describe("PayoutSwitch", "付款开关", "Payout switch", fields={"stopped": field("已暂停", "Stopped")})
describe("PaymentAlert", "支付告警", "Payment alert", naming="paymentAlert", fields={
    "kind": field("类型", "Kind", WORDS["PaymentAlertKind"]),
    "subject": field("对象", "About"),
    "count": field("次数", "Times"),
})  # fmt: skip
describe("PaymentAlertDetail", "应有与实收", "Expected and received", fields={
    "amount_fen": field("金额", "Amount"),
    "payee": field("收款商户号", "Collection number"),
    "application": field("应用", "Application"),
    "currency": field("币种", "Currency"),
    "transaction": field("渠道单号", "Provider's number"),
    "transactions": field("渠道单号", "Provider's number"),
    "code": field("渠道应答码", "Provider's code"),
    "purpose": field("用途", "Purpose", WORDS["PayoutPurpose"]),
    "ways": field("退款途径", "Ways", {"CHANNEL": ("原路退款", "Channel"), "TRANSFER": ("转账", "Transfer")}),
    "count": field("次数", "Times"),
    "state": field("状态", "State"),
    "detail": field("说明", "Detail"),
})  # fmt: skip
describe("PaymentBill", "渠道账单", "Provider's bill", fields={"day": field("账单日", "Day")})
describe("PaymentBreak", "对账差错", "Break", naming="paymentBreak", fields={
    "kind": field("类型", "Kind", WORDS["PaymentBreakKind"]),
    "reference": REFERENCE,
    "resolution": field("处理方式", "Resolution", WORDS["PaymentBreakResolution"]),
})  # fmt: skip
describe(
    "SubMerchant", "收款商户号", "Collection number", naming="merchant", fields={"number": field("号码", "Number")}
)
