"""What buyers are told of their orders."""

from typing import Final

from prepaid.domains.notifications.rules.kinds import NoticeKind, NoticeTone, Words, notice_kind
from prepaid.kit.money import format_yuan

__all__ = ["OPENING_FAILED", "PAID", "REFUNDED", "NoticeKind", "format_yuan"]

PAID: Final = notice_kind(
    NoticeKind(
        code="order.paid",
        title=Words("支付成功：{yuan} 元", "Paid: {yuan} yuan"),
        body=Words("订单 {number} 已完成，可查看告知书与权益", "Order {number} is done; see its receipt"),
        tone=NoticeTone.SUCCESS,
        page_key="order",
    )
)
OPENING_FAILED: Final = notice_kind(
    NoticeKind(
        code="order.opening_failed",
        title=Words("开卡未成功，{yuan} 元将原路退回", "The card was not opened; {yuan} yuan go back"),
        body=Words("订单 {number} 已关闭，退款无需您操作", "Order {number} is closed; you need to do nothing"),
        tone=NoticeTone.WARNING,
        page_key="order",
    )
)
REFUNDED: Final = notice_kind(
    NoticeKind(
        code="order.refunded",
        title=Words("退款到账：{yuan} 元", "Refunded: {yuan} yuan"),
        body=Words("订单 {number} 的退款已退回原支付账户", "The refund of order {number} is back where it came from"),
        page_key="order",
    )
)
