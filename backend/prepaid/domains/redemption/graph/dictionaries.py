"""Words of redemption for the pages; texts in the order of the enums in the schema."""

from typing import Final

from prepaid.domains.pages.graph.base.building import dictionary
from prepaid.domains.pages.rules.forms import Tone

DICTIONARIES: Final = (
    dictionary(
        "RedemptionKind",
        (("COUNTER", "柜台核销", "Counter", None), ("PERIOD_DAY", "按日履约", "Days of a period", None)),
    ),
    dictionary(
        "RedemptionStatus",
        (
            ("PENDING", "待结算", "Pending", Tone.INFO),
            ("SETTLED", "已结算", "Settled", Tone.SUCCESS),
            ("UNDONE", "已撤销", "Undone", Tone.NEUTRAL),
        ),
    ),
    dictionary(
        "RedemptionItemStatus",
        (
            ("PENDING", "待结算", "Pending", Tone.INFO),
            ("DISPUTED", "争议中", "Disputed", Tone.WARNING),
            ("UPHELD", "争议成立", "Upheld", Tone.DANGER),
            ("SETTLED", "已结算", "Settled", Tone.SUCCESS),
            ("UNDONE", "已撤销", "Undone", Tone.NEUTRAL),
        ),
    ),
    dictionary("RedemptionSource", (("CARD", "卡", "Card", None), ("ORDER", "单品订单", "Order", None))),
    dictionary(
        "RedemptionMeans",
        (
            ("CODE", "核销码", "Code", None),
            ("CARD_PIN", "卡号与密码", "Card and PIN", None),
            ("ORDER_NUMBER", "订单号", "Order number", None),
            ("SCHEDULE", "系统", "By itself", None),
        ),
    ),
    dictionary(
        "DisputeOutcome",
        (
            ("WITHDRAWN", "已撤回", "Withdrawn", Tone.NEUTRAL),
            ("REJECTED", "不成立", "Rejected", Tone.NEUTRAL),
            ("UPHELD", "成立", "Upheld", Tone.DANGER),
        ),
    ),
)
