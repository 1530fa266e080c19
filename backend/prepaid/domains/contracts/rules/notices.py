"""What people are told of contracts and seals."""

from typing import Final

from prepaid.domains.contracts.rules.scenes import ContractState, SealState
from prepaid.domains.notifications.rules.kinds import NoticeKind, NoticeTone, Words, notice_kind

TO_SIGN: Final = notice_kind(
    NoticeKind(
        code="contract.to_sign",
        title=Words("待签合同：{title}", "To sign: {title}"),
        body=Words("合同编号 {number}，请在 {until} 前签署", "Contract {number}; sign it by {until}"),
        page_key="contractSigning",
    )
)
REMINDER: Final = notice_kind(
    NoticeKind(
        code="contract.reminder",
        title=Words("合同即将过期未签：{title}", "Still to sign: {title}"),
        body=Words(
            "合同编号 {number}，剩余 {days} 天，逾期需重新发起",
            "Contract {number}; {days} days are left, afterwards it has to be drawn up again",
        ),
        tone=NoticeTone.WARNING,
        page_key="contractSigning",
    )
)
IN_FORCE: Final = notice_kind(
    NoticeKind(
        code="contract.in_force",
        title=Words("合同已生效：{title}", "In force: {title}"),
        body=Words("合同编号 {number}，各方均已签署", "Contract {number}; every party has signed"),
        tone=NoticeTone.SUCCESS,
        page_key="contract",
    )
)
ENDS: Final = {
    ContractState.DECLINED: ("被拒签", "Declined"),
    ContractState.VOIDED: ("已作废", "Voided"),
    ContractState.SUPERSEDED: ("已被替代", "Superseded"),
    ContractState.EXPIRED: ("已到期", "Expired"),
    ContractState.TERMINATED: ("已终止", "Terminated"),
}
ENDED: Final = notice_kind(
    NoticeKind(
        code="contract.ended",
        title=Words("合同{what}：{title}", "{what}: {title}"),
        body=Words("合同编号 {number}，详情见合同页面", "Contract {number}; see its page"),
        tone=NoticeTone.WARNING,
        page_key="contract",
    )
)
SEAL_TO_REVIEW: Final = notice_kind(
    NoticeKind(
        code="seal.to_review",
        title=Words("待审核印章：{name}", "Seal to review: {name}"),
        body=Words("请核对印模与单位名称", "Compare its image with the company's name"),
        page_key="seal",
    )
)
SEAL_OUTCOMES: Final = {
    SealState.ACTIVE: ("已启用", "is active"),
    SealState.REJECTED: ("未通过审核", "was not accepted"),
    SealState.SUSPENDED: ("已停用", "is suspended"),
    SealState.REVOKED: ("已吊销", "is revoked"),
}
SEAL_CHANGED: Final = notice_kind(
    NoticeKind(
        code="seal.changed",
        title=Words("印章{what}：{name}", "The seal {name} {what}"),
        body=Words("详情见印章页面", "See its page"),
        page_key="seal",
    )
)
