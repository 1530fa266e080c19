"""Enums of ordering in the schema, with their Chinese labels."""

from prepaid.domains.ordering.rules.disclosure import DisclosureItem
from prepaid.domains.ordering.rules.orders import (
    Axis,
    CloseReason,
    CommissionStatus,
    OrderKind,
    PaymentStatus,
    SaleChannel,
    TenderKind,
)
from prepaid.graph.types import described_enum

described_enum(
    OrderKind,
    {
        OrderKind.CARD_PURCHASE: "首次开卡: a first card",
        OrderKind.CARD_RECHARGE: "卡充值: on a card that is there",
        OrderKind.SINGLE_SERVICE: "单品: services without a card",
        OrderKind.CARD_CONSUMPTION: "卡消费: what was redeemed of a card",
    },
)
described_enum(
    PaymentStatus,
    {
        PaymentStatus.UNPAID: "未支付: waits to be paid",
        PaymentStatus.PAYING: "支付中: an offer to pay is open",
        PaymentStatus.PAID: "已支付: paid and carried out",
        PaymentStatus.CLOSED: "已关闭: nobody is to pay it any more",
        PaymentStatus.PARTLY_REFUNDED: "部分退款: some of it has gone back",
        PaymentStatus.REFUNDED: "已退款: all of it has gone back",
    },
    name="OrderPaymentStatus",
)
described_enum(
    CommissionStatus,
    {
        CommissionStatus.NONE: "无分佣: earns nobody anything",
        CommissionStatus.PENDING: "待分佣: commission waits for its review",
        CommissionStatus.SETTLED: "已分佣: commission is settled",
        CommissionStatus.REVERSED: "已冲回: commission is taken back",
    },
    name="OrderCommissionStatus",
)
described_enum(
    CloseReason,
    {
        CloseReason.CANCELLED: "已取消: given up by the buyer or a cashier",
        CloseReason.EXPIRED: "超时未付: not paid in time",
        CloseReason.OPENING_FAILED: "开卡失败: paid, but it could not be carried out; the money goes back",
    },
    name="OrderCloseReason",
)
described_enum(
    SaleChannel, {SaleChannel.MINI_PROGRAM: "小程序: by the buyer himself", SaleChannel.COUNTER: "柜台: by a cashier"}
)
described_enum(
    TenderKind,
    {
        TenderKind.CHANNEL: "线上支付: through the payment provider",
        TenderKind.CARD_BALANCE: "卡内余额: from the stored value of a card",
    },
    name="OrderTenderKind",
)
described_enum(Axis, {Axis.PAYMENT: "支付: its payment", Axis.COMMISSION: "分佣: its commission"}, name="OrderAxis")
described_enum(
    DisclosureItem,
    {
        DisclosureItem.PARTIES: "交易双方: who sells and who buys",
        DisclosureItem.PAYEE_ACCOUNT: "收款账户: who is paid",
        DisclosureItem.PRICE_AND_DEDUCTION: "价款与扣减方式: price, and how it is used up",
        DisclosureItem.TERM: "有效期: how long it is meant to be used",
        DisclosureItem.LEASE_TERM: "经营场所租赁期: how long the premises are rented",
        DisclosureItem.RISK: "风险提示: what may go wrong",
        DisclosureItem.GIFTS_AT_REFUND: "退款时赠品的处理: gifts at a refund",
        DisclosureItem.REFUND: "退款: formula, way and fee of a refund",
        DisclosureItem.LOSS_AND_TRANSFER: "挂失、补办与转让: loss, replacement and transfer",
        DisclosureItem.QUERY: "余额与记录查询: balance and records",
        DisclosureItem.LIABILITY: "违约责任: liability",
        DisclosureItem.DISPUTES: "争议解决: disputes",
    },
)
