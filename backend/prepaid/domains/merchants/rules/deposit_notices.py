"""What people are told of deposits, documents, suspensions and closings."""

from typing import Final

from prepaid.domains.notifications.rules.kinds import NoticeKind, NoticeTone, Words, notice_kind

DEPOSIT_DUE: Final = notice_kind(
    NoticeKind(
        code="deposit.due",
        title=Words("请缴纳保证金 {yuan} 元", "Pay the deposit: ¥{yuan}"),
        body=Words("缴足后方可售卡", "Cards can be sold once it is paid"),
        page_key="deposit",
    )
)
DEPOSIT_SHORT: Final = notice_kind(
    NoticeKind(
        code="deposit.short",
        title=Words("{merchant} 保证金不足，缺口 {yuan} 元", "{merchant}: the deposit is short of ¥{yuan}"),
        body=Words("请在 {until} 前补足，逾期将暂停售卡", "Top it up by {until}; afterwards no cards are sold"),
        tone=NoticeTone.WARNING,
        page_key="deposit",
    )
)
DEPOSIT_PAUSED: Final = notice_kind(
    NoticeKind(
        code="deposit.paused",
        title=Words("{merchant} 已因保证金不足暂停售卡", "{merchant} sells no cards: its deposit is short"),
        body=Words("缺口 {yuan} 元，补足后自动恢复", "¥{yuan} are missing; sales resume when they are paid"),
        tone=NoticeTone.DANGER,
        page_key="deposit",
    )
)
DEPOSIT_ENOUGH: Final = notice_kind(
    NoticeKind(
        code="deposit.enough",
        title=Words("{merchant} 保证金已缴足", "{merchant}: the deposit is paid"),
        tone=NoticeTone.SUCCESS,
        page_key="deposit",
    )
)
DEPOSIT_DEDUCTED: Final = notice_kind(
    NoticeKind(
        code="deposit.deducted",
        title=Words("保证金已扣划 {yuan} 元", "¥{yuan} were taken of the deposit"),
        body=Words("案件编号 {number}", "Case {number}"),
        tone=NoticeTone.WARNING,
        page_key="deposit",
    )
)
DOCUMENT_EXPIRING: Final = notice_kind(
    NoticeKind(
        code="document.expiring",
        title=Words("{what}将于 {until} 到期", "{what} expires on {until}"),
        body=Words("剩余 {days} 天，到期未更新将暂停售卡", "{days} days are left; without a new one sales are paused"),
        tone=NoticeTone.WARNING,
        page_key="merchantDocuments",
    )
)
DOCUMENT_EXPIRED: Final = notice_kind(
    NoticeKind(
        code="document.expired",
        title=Words("{what}已到期", "{what} has expired"),
        body=Words("请尽快提交新的证照", "Hand in a new one"),
        tone=NoticeTone.DANGER,
        page_key="merchantDocuments",
    )
)
SUSPENDED: Final = notice_kind(
    NoticeKind(
        code="merchant.suspended",
        title=Words("经营已被银行暂停", "The bank has suspended your sales"),
        body=Words("原因：{reason}。核销与退款不受影响", "Reason: {reason}. Redemption and refunds go on"),
        tone=NoticeTone.DANGER,
        page_key="merchantStanding",
    )
)
RESUMED: Final = notice_kind(
    NoticeKind(
        code="merchant.resumed",
        title=Words("暂停经营已解除", "Your suspension is lifted"),
        tone=NoticeTone.SUCCESS,
        page_key="merchantStanding",
    )
)
CLOSING: Final = notice_kind(
    NoticeKind(
        code="merchant.closing",
        title=Words("银行已公告清退，{until} 起停止经营", "The bank closes your business on {until}"),
        body=Words("即日起停止售卡，请为持卡人办理退卡", "No cards are sold from now on; refund your card holders"),
        tone=NoticeTone.DANGER,
        page_key="merchantStanding",
    )
)
