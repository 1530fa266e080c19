"""What people are told of identity: changes that wait for them, and what became of their own."""

from typing import Final

from prepaid.core.database import WriteSession
from prepaid.core.events import reacts_to
from prepaid.domains.identity.commands.change_kinds import CHANGE_KINDS
from prepaid.domains.identity.events.changes import ChangeClosed, ChangeSubmitted
from prepaid.domains.identity.models import ChangeRequest
from prepaid.domains.identity.rules.change_requests import ChangeState
from prepaid.domains.notifications.commands.notify import Recipient, notify, notify_holders, settle
from prepaid.domains.notifications.rules.kinds import NoticeKind, NoticeTone, Words, notice_kind
from prepaid.kit.ids import GlobalId

CHANGE: Final = "change"
WAITING: Final = notice_kind(
    NoticeKind(
        code="change.waiting",
        title=Words("待复核：{what}", "To review: {what}"),
        body=Words("请核对内容后通过或驳回", "Look at it, then approve or reject it"),
        page_key=CHANGE,
    )
)
OUTCOMES: Final = {
    ChangeState.APPROVED: notice_kind(
        NoticeKind(
            code="change.approved",
            title=Words("已通过：{what}", "Approved: {what}"),
            body=Words("您提交的变更已生效", "The change that you submitted is made"),
            tone=NoticeTone.SUCCESS,
            page_key=CHANGE,
        )
    ),
    ChangeState.REJECTED: notice_kind(
        NoticeKind(
            code="change.rejected",
            title=Words("被驳回：{what}", "Rejected: {what}"),
            body=Words("您提交的变更未生效，复核意见见详情", "The change that you submitted is not made; see why"),
            tone=NoticeTone.WARNING,
            page_key=CHANGE,
        )
    ),
    ChangeState.EXPIRED: notice_kind(
        NoticeKind(
            code="change.expired",
            title=Words("已过期：{what}", "Expired: {what}"),
            body=Words("没有人在期限内复核，请重新提交", "Nobody decided it in time; submit it again"),
            tone=NoticeTone.WARNING,
            page_key=CHANGE,
        )
    ),
}


@reacts_to(ChangeSubmitted)
async def tell_checkers(tx: WriteSession, fact: ChangeSubmitted) -> None:
    """Whoever may decide it, but not its maker."""
    kind = CHANGE_KINDS[fact.kind]
    data = {"what": Words(kind.zh, kind.en)}
    target = GlobalId("ChangeRequest", fact.merchant_id, fact.change_id)
    await notify_holders(
        tx, WAITING, fact.merchant_id, kind.decide, data=data, target=target, but=fact.maker_account_id
    )


@reacts_to(ChangeClosed)
async def tell_maker(tx: WriteSession, fact: ChangeClosed) -> None:
    """The checkers need not look any more; the maker learns what became of it, unless he withdrew it himself."""
    target = GlobalId("ChangeRequest", fact.merchant_id, fact.change_id)
    await settle(tx, WAITING, target)
    outcome = OUTCOMES.get(ChangeState(fact.state))
    change = await tx.get(ChangeRequest, (fact.merchant_id, fact.change_id))
    if outcome is None or change is None:
        return
    kind = CHANGE_KINDS[fact.kind]
    maker = Recipient(fact.merchant_id, change.maker_account_id, change.maker_membership_id)
    await notify(tx, outcome, [maker], data={"what": Words(kind.zh, kind.en)}, target=target)
