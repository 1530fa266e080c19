"""What the audit trail calls orders, in the words of the pages."""

from typing import Final

from prepaid.core.audit.words import Words, describe, field
from prepaid.domains.ordering.graph.dictionaries import DICTIONARIES

WORDS: Final[dict[str, dict[str, Words]]] = {
    dictionary.name: {option.value: (option.label.zh, option.label.en) for option in dictionary.options}
    for dictionary in DICTIONARIES
}

STEPS: Final[dict[str, Words]] = {
    **WORDS["OrderPaymentStatus"],
    **WORDS["OrderCommissionStatus"],
    **WORDS["OrderCloseReason"],
    "REPLACED": ("已重新发起支付", "Offered anew"),
    "REJECTED": ("渠道拒绝", "Refused by the provider"),
}
"""States and reasons of steps, on both axes."""

describe("Order", "订单", "Order", naming="order", fields={
    "number": field("订单号", "Number"),
    "kind": field("类型", "Kind", WORDS["OrderKind"]),
    "totalFen": field("应付金额", "Amount"),
    "channel": field("下单渠道", "Channel", WORDS["SaleChannel"]),
    "payment": field("支付状态", "Payment", WORDS["OrderPaymentStatus"]),
    "commission": field("分佣状态", "Commission", WORDS["OrderCommissionStatus"]),
    "cause": field("原因", "Reason", STEPS),
    "seller": field("销售人员", "Seller", "salesperson"),
})  # fmt: skip
