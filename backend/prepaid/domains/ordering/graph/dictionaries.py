"""Words of ordering for the pages; texts in the order of the enums in the schema."""

from typing import Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone

DICTIONARIES: Final = (
    dictionary(
        "OrderKind",
        (
            ("CARD_PURCHASE", "首次开卡", "First card", None),
            ("CARD_RECHARGE", "卡充值", "Recharge", None),
            ("SINGLE_SERVICE", "单品", "Services", None),
            ("CARD_CONSUMPTION", "卡消费", "Consumption", None),
        ),
    ),
    dictionary(
        "OrderPaymentStatus",
        (
            ("UNPAID", "未支付", "Unpaid", Tone.WARNING),
            ("PAYING", "支付中", "Being paid", Tone.INFO),
            ("PAID", "已支付", "Paid", Tone.SUCCESS),
            ("CLOSED", "已关闭", "Closed", Tone.NEUTRAL),
            ("PARTLY_REFUNDED", "部分退款", "Partly refunded", Tone.WARNING),
            ("REFUNDED", "已退款", "Refunded", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "OrderCommissionStatus",
        (
            ("NONE", "无分佣", "None", Tone.NEUTRAL),
            ("PENDING", "待分佣", "Pending", Tone.INFO),
            ("SETTLED", "已分佣", "Settled", Tone.SUCCESS),
            ("REVERSED", "已冲回", "Reversed", Tone.WARNING),
        ),
    ),
    dictionary(
        "OrderCloseReason",
        (
            ("CANCELLED", "已取消", "Cancelled", None),
            ("EXPIRED", "超时未付", "Not paid in time", None),
            ("OPENING_FAILED", "开卡失败", "Card not opened", None),
        ),
    ),
    dictionary("SaleChannel", (("MINI_PROGRAM", "小程序", "Mini-program", None), ("COUNTER", "柜台", "Counter", None))),
    dictionary(
        "OrderTenderKind",
        (("CHANNEL", "线上支付", "Payment channel", None), ("CARD_BALANCE", "卡内余额", "Card balance", None)),
    ),
    dictionary("OrderAxis", (("PAYMENT", "支付", "Payment", None), ("COMMISSION", "分佣", "Commission", None))),
)
