"""Refusals of redemption; those of cards (CARD_FROZEN, CARD_EXPIRED, INSUFFICIENT, …) are the cards' own."""

from prepaid.core.errors import Refusal


class CodeUnknown(Refusal):
    """Also for a forged code, and one of another merchant or consumer: the same words for all."""

    code = "REDEMPTION_CODE_UNKNOWN"
    zh = "未识别到该核销码，请顾客刷新后重试"
    en = "This code is not known; ask the customer to refresh it"


class TokenUsed(Refusal):
    """`used_at`: when; `number`: the redemption that used it."""

    code = "TOKEN_USED"
    zh = "该核销码已使用，请顾客刷新核销码"
    en = "This code has been used; ask the customer for a new one"


class TokenExpired(Refusal):
    """`expired_at`: when."""

    code = "TOKEN_EXPIRED"
    zh = "该核销码已过期，请顾客刷新核销码"
    en = "This code has expired; ask the customer for a new one"


class CardOrPinWrong(Refusal):
    """Which of the two is wrong is not said."""

    code = "CARD_OR_PIN_WRONG"
    zh = "卡号或密码不正确"
    en = "Card number or PIN is wrong"


class WrongStore(Refusal):
    """`allowed`: names of the stores or regions where it is redeemed."""

    code = "WRONG_STORE"
    zh = "该权益不能在本店使用，可用范围：{allowed}"
    en = "This cannot be used in this store; it is good in: {allowed}"


class StaffNotAllowed(Refusal):
    """`staff`: the person's name, who may not redeem here, or not perform."""

    code = "STAFF_NOT_ALLOWED"
    zh = "{staff} 没有在本店核销或服务的资格"
    en = "{staff} may not redeem or perform in this store"


class OutOfHours(Refusal):
    """`opens`, `closes`: HH:MM, Shanghai time; `status`: the store's."""

    code = "OUT_OF_HOURS"
    zh = "本店当前不在营业时间（{hours}），不能核销"
    en = "The store is not open at present ({hours})"


class MerchantBlocked(Refusal):
    """A fraud hold: a suspended merchant still redeems (domain/10)."""

    code = "MERCHANT_BLOCKED"
    zh = "该商户已被风险冻结，暂停核销"
    en = "This merchant is on a fraud hold and cannot redeem"


class RedemptionUndoneAlready(Refusal):
    code = "REDEMPTION_UNDONE"
    zh = "该笔核销已撤销"
    en = "This redemption is undone already"


class RedemptionSettledAlready(Refusal):
    code = "REDEMPTION_SETTLED"
    zh = "该笔核销已结算，只能走售后"
    en = "This redemption is settled; only after-sales can help"


class UndoWindowOver(Refusal):
    """`until`: when it ended."""

    code = "UNDO_WINDOW_OVER"
    zh = "已超过可撤销时间，请走售后"
    en = "The time to undo is over; please go through after-sales"


class NotUndoable(Refusal):
    """A period is performed by its days, not by anybody's act."""

    code = "NOT_UNDOABLE"
    zh = "按日履约的期限权益不能撤销"
    en = "Days of a period cannot be undone"


class RedemptionDisputed(Refusal):
    code = "REDEMPTION_DISPUTED"
    zh = "该笔消费正在争议处理中"
    en = "This is in dispute"


class DisputeWindowOver(Refusal):
    """`until`: when it ended."""

    code = "DISPUTE_WINDOW_OVER"
    zh = "已超过可提出争议的时间，请走售后"
    en = "The time to dispute is over; please go through after-sales"


class NotDisputed(Refusal):
    code = "NOT_DISPUTED"
    zh = "该笔消费没有处理中的争议"
    en = "There is no open dispute about this"
