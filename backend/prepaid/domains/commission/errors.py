"""Refusals of commission, its payout, and handover."""

from prepaid.core.errors import Refusal


class LineStepImpossible(Refusal):
    """`state`: where the line stands."""

    code = "COMMISSION_STEP_IMPOSSIBLE"
    zh = "该佣金当前状态不能执行此操作，请刷新后重试"
    en = "The commission's state does not allow this; look at it again"


class LineFrozen(Refusal):
    """`until`: end of the freeze."""

    code = "COMMISSION_FROZEN"
    zh = "该佣金仍在冻结期内，期满后方可审核"
    en = "The commission is frozen and can be reviewed afterwards"


class OwnCommission(Refusal):
    code = "OWN_COMMISSION"
    zh = "不能审核本人的佣金"
    en = "Nobody reviews his own commission"


class LineReversed(Refusal):
    code = "COMMISSION_REVERSED"
    zh = "该佣金已冲回"
    en = "The commission was reversed"


class NothingSelected(Refusal):
    code = "COMMISSION_NOTHING_SELECTED"
    zh = "没有符合条件的佣金"
    en = "No commission fits"


class NothingToPay(Refusal):
    code = "COMMISSION_NOTHING_TO_PAY"
    zh = "没有可发放的佣金"
    en = "No approved commission is to be paid"


class PayoutTermsIncomplete(Refusal):
    code = "PAYOUT_TERMS_INCOMPLETE"
    zh = "发放设置填写不完整：请按周期填写发放日，并至少选择一种订单"
    en = "The settings are incomplete: say the day of the cadence, and one kind of order at least"


class PayoutNotFailed(Refusal):
    """`state`: where the payout stands."""

    code = "COMMISSION_PAYOUT_NOT_FAILED"
    zh = "只有失败的付款可以重试"
    en = "Only a failed payout is tried again"


class AccountMissing(Refusal):
    code = "COMMISSION_ACCOUNT_MISSING"
    zh = "该人员还没有收款账户"
    en = "The person has no account to be paid to"


class ReceivableClosed(Refusal):
    code = "RECEIVABLE_CLOSED"
    zh = "该应收已结清或已核销"
    en = "Nothing of this receivable is open"


class WriteOffTooLarge(Refusal):
    """`open_yuan`: what is open still."""

    code = "WRITE_OFF_TOO_LARGE"
    zh = "核销金额超过未结金额 {open_yuan} 元"
    en = "Only ¥{open_yuan} are open"


class LeaverGone(Refusal):
    code = "LEAVER_GONE"
    zh = "该人员已离职并完成交接，或已有交接单"
    en = "This person has left, or a handover is there already"


class SuccessorInvalid(Refusal):
    code = "SUCCESSOR_INVALID"
    zh = "交接人必须在岗，且不能是离职人员本人"
    en = "A successor works here, and is not the leaver"


class OwnHandover(Refusal):
    code = "OWN_HANDOVER"
    zh = "不能为本人办理离职交接"
    en = "Nobody hands over his own work"


class HandoverStepImpossible(Refusal):
    code = "HANDOVER_STEP_IMPOSSIBLE"
    zh = "该交接单已完成或已取消"
    en = "This handover is done or cancelled"


class CutOffPassed(Refusal):
    code = "CUT_OFF_TOO_FAR"
    zh = "交接时点须在现在之后的 90 天内"
    en = "The cut-off lies within the next 90 days"
