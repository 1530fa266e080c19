"""What people are told of applications."""

from typing import Final

from prepaid.domains.merchants.rules.applications import ApplicationState
from prepaid.domains.notifications.rules.kinds import NoticeKind, NoticeTone, Words, notice_kind

TO_REVIEW: Final = notice_kind(
    NoticeKind(
        code="application.to_review",
        title=Words("待审核：{company} {kind}", "To review: {company}, {kind}"),
        body=Words("申请编号 {number}，请在 {until} 前完成审核", "Application {number}; decide it by {until}"),
        page_key="application",
    )
)
OUTCOMES: Final = {
    ApplicationState.REJECTED: notice_kind(
        NoticeKind(
            code="application.rejected",
            title=Words("申请需要修改：{company}", "To correct: {company}"),
            body=Words(
                "申请编号 {number}，银行指出 {count} 项内容需要修改，修改后重新提交",
                "Application {number}: the bank names {count} fields; correct them and submit it again",
            ),
            tone=NoticeTone.WARNING,
            page_key="myApplication",
        )
    ),
    ApplicationState.NEED_SIGN: notice_kind(
        NoticeKind(
            code="application.approved",
            title=Words("入驻审核通过：{company}", "Accepted: {company}"),
            body=Words(
                "申请编号 {number}，合同生成后请签署", "Application {number}: sign the contract once it is there"
            ),
            tone=NoticeTone.SUCCESS,
            page_key="myApplication",
        )
    ),
    ApplicationState.ACTIVE: notice_kind(
        NoticeKind(
            code="application.active",
            title=Words("入驻完成：{company}", "You are a merchant: {company}"),
            body=Words("申请编号 {number}，现在可以开始经营", "Application {number}: business can begin"),
            tone=NoticeTone.SUCCESS,
            page_key="myApplication",
        )
    ),
    ApplicationState.APPLIED: notice_kind(
        NoticeKind(
            code="application.applied",
            title=Words("变更已生效：{kind}", "The change is made: {kind}"),
            body=Words("申请编号 {number}，公司资料已更新", "Application {number}: the company's data are updated"),
            tone=NoticeTone.SUCCESS,
            page_key="companies",
        )
    ),
}
APPID_FAILED: Final = notice_kind(
    NoticeKind(
        code="appid.failed",
        title=Words("小程序注册失败", "The mini-program could not be registered"),
        body=Words("原因：{reason}", "Why: {reason}"),
        tone=NoticeTone.DANGER,
        page_key="myApplication",
    )
)
APPID_FACE_CHECK: Final = notice_kind(
    NoticeKind(
        code="appid.face_check",
        title=Words("请法定代表人完成人脸核验", "The legal person has to show his face"),
        body=Words(
            "微信已向法定代表人发送核验通知，请在 24 小时内完成", "WeChat has asked him; he has 24 hours to do so"
        ),
        tone=NoticeTone.WARNING,
        page_key="myApplication",
    )
)
