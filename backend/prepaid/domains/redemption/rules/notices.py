"""What consumers are told of redemptions."""

from typing import Final

from prepaid.domains.notifications.rules.kinds import NoticeKind, NoticeTone, Words, notice_kind

REDEEMED: Final = notice_kind(
    NoticeKind(
        code="redemption.redeemed",
        title=Words("核销成功：{what}", "Redeemed: {what}"),
        body=Words(
            "{store} · 单号 {number}。如非本人消费，请在争议期内提出",
            "{store}, {number}. If this was not you, dispute it in time",
        ),
        tone=NoticeTone.SUCCESS,
        page_key="redemption",
    )
)
UNDONE: Final = notice_kind(
    NoticeKind(
        code="redemption.undone",
        title=Words("核销已撤销：{what}", "Undone: {what}"),
        body=Words("{store} · 单号 {number}，权益已退回", "{store}, {number}: everything went back"),
        page_key="redemption",
    )
)
DISPUTED: Final = notice_kind(
    NoticeKind(
        code="redemption.disputed",
        title=Words("顾客对消费提出争议：{what}", "A customer disputes: {what}"),
        body=Words("单号 {number}，该笔款项已冻结", "{number}: its money stands still"),
        tone=NoticeTone.WARNING,
        page_key="redemption",
    )
)
