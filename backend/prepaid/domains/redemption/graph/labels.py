"""Enums of redemption in the schema, with their Chinese labels."""

from prepaid.domains.redemption.rules.redemptions import (
    DisputeOutcome,
    ItemSource,
    ItemStatus,
    Means,
    RedemptionKind,
    RedemptionStatus,
)
from prepaid.graph.types import described_enum

described_enum(
    RedemptionKind,
    {
        RedemptionKind.COUNTER: "柜台核销: by a cashier",
        RedemptionKind.PERIOD_DAY: "按日履约: days of a period, by themselves",
    },
)
described_enum(
    RedemptionStatus,
    {
        RedemptionStatus.PENDING: "待结算: within the dispute window",
        RedemptionStatus.SETTLED: "已结算: the merchant's",
        RedemptionStatus.UNDONE: "已撤销: it never was",
    },
)
described_enum(
    ItemStatus,
    {
        ItemStatus.PENDING: "待结算: within the dispute window",
        ItemStatus.DISPUTED: "争议中: its money stands still",
        ItemStatus.UPHELD: "争议成立: after-sales decides about its money",
        ItemStatus.SETTLED: "已结算: the merchant's",
        ItemStatus.UNDONE: "已撤销: it never was",
    },
    name="RedemptionItemStatus",
)
described_enum(
    ItemSource,
    {ItemSource.CARD: "卡: from a card", ItemSource.ORDER: "单品订单: from a paid order of services"},
    name="RedemptionSource",
)
described_enum(
    Means,
    {
        Means.CODE: "核销码: a code on the consumer's phone",
        Means.CARD_PIN: "卡号与密码: card number and PIN",
        Means.ORDER_NUMBER: "订单号: the number of a paid order",
        Means.SCHEDULE: "系统: by itself",
    },
    name="RedemptionMeans",
)
described_enum(
    DisputeOutcome,
    {
        DisputeOutcome.WITHDRAWN: "已撤回: by the consumer",
        DisputeOutcome.REJECTED: "不成立: rejected",
        DisputeOutcome.UPHELD: "成立: upheld",
    },
)
