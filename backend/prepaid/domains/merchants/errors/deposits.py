"""Refusals about deposits."""

from prepaid.core.errors import Refusal


class DepositNothingDue(Refusal):
    code = "DEPOSIT_NOTHING_DUE"
    zh = "保证金已缴足，无需再缴"
    en = "Nothing of the deposit is due"


class DepositAmountTooSmall(Refusal):
    """`lowest_yuan`: what is missing, or one fen for a voluntary top-up."""

    code = "DEPOSIT_AMOUNT_TOO_SMALL"
    zh = "首次缴纳须一次缴足，至少 {lowest_yuan} 元"
    en = "The first payment is made whole: at least {lowest_yuan} yuan"


class DepositAmountInvalid(Refusal):
    code = "DEPOSIT_AMOUNT_INVALID"
    zh = "金额须大于 0"
    en = "The amount must be more than zero"


class DepositTooSmall(Refusal):
    """`available_yuan`: what is neither frozen nor still on its way to the bank."""

    code = "DEPOSIT_TOO_SMALL"
    zh = "可扣划的保证金不足：可用 {available_yuan} 元"
    en = "The deposit is too small: {available_yuan} yuan are free"


class DepositCaseMissing(Refusal):
    code = "DEPOSIT_CASE_MISSING"
    zh = "请填写扣划所依据的案件编号"
    en = "Name the case that the deduction pays for"


class DebtTooSmall(Refusal):
    code = "DEBT_TOO_SMALL"
    zh = "扣划金额超过商户欠款"
    en = "The merchant owes the bank less than that"


class WaiverInvalid(Refusal):
    code = "WAIVER_INVALID"
    zh = "减免须在今天之后到期，且不超过一年"
    en = "A waiver ends after today and within a year"


class WaiverEnded(Refusal):
    code = "WAIVER_ENDED"
    zh = "该减免已结束"
    en = "This waiver has ended"


class WaiverExceedsDeposit(Refusal):
    """`required_yuan`: what the rule asks for."""

    code = "WAIVER_EXCEEDS_DEPOSIT"
    zh = "减免金额不能超过应缴保证金 {required_yuan} 元"
    en = "No more than the required {required_yuan} yuan can be waived"


class DepositPaymentOver(Refusal):
    code = "DEPOSIT_PAYMENT_OVER"
    zh = "该笔缴纳已完成或已关闭"
    en = "This payment is made or closed"
