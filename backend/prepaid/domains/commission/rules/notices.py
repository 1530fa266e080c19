"""What people are told of commission and handover."""

from typing import Final

from prepaid.domains.notifications.rules.kinds import NoticeKind, NoticeTone, Words, notice_kind

PAID: Final = notice_kind(
    NoticeKind(
        code="commission.paid",
        title=Words("佣金 {yuan} 元已发放", "¥{yuan} of commission were paid"),
        tone=NoticeTone.SUCCESS,
        page_key="commissionPayout",
    )
)
FAILED: Final = notice_kind(
    NoticeKind(
        code="commission.payout_failed",
        title=Words("{name} 的佣金 {yuan} 元发放失败", "Commission of {name}, ¥{yuan}, was not paid"),
        body=Words("请核对收款账户后重试", "Check the account, then try again"),
        tone=NoticeTone.DANGER,
        page_key="commissionPayout",
    )
)
TAKEN_OVER: Final = notice_kind(
    NoticeKind(
        code="handover.taken_over",
        title=Words(
            "{leaver} 离职，{count} 位客户与订单转由您跟进", "{leaver} left: {count} customers and orders are yours"
        ),
        page_key="handover",
    )
)
