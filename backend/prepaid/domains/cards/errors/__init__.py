"""Refusals of cards."""

from prepaid.core.errors import Refusal


class CardFrozen(Refusal):
    """`holds`: the kinds of the holds in force."""

    code = "CARD_FROZEN"
    zh = "该卡已被冻结，暂不能使用"
    en = "This card is on hold and cannot be used"


class CardExpired(Refusal):
    """`expired_at`: when; reactivation is free."""

    code = "CARD_EXPIRED"
    zh = "该卡已过期，可免费重新激活"
    en = "This card has expired; it can be reactivated free of charge"


class CardNotActive(Refusal):
    """`status`: the card's."""

    code = "CARD_NOT_ACTIVE"
    zh = "该卡当前状态不能执行此操作"
    en = "The card's state does not allow this"


class Insufficient(Refusal):
    """`available`: what is left of what was asked for, in fen, uses or days."""

    code = "INSUFFICIENT"
    zh = "余额或剩余次数不足"
    en = "Not enough is left on the card"


class TakenSince(Refusal):
    """Uses go back in the reverse order of their taking."""

    code = "TAKEN_SINCE"
    zh = "该权益之后还有使用记录，只能从最近一次开始撤销"
    en = "The entitlement was used again since; undo the latest use first"


class CardFaceOverLimit(Refusal):
    """`limit_fen`, `held_fen`."""

    code = "CARD_FACE_OVER_LIMIT"
    zh = "充值后卡内金额将超过上限 {limit} 元"
    en = "The card would hold more than the limit of {limit} yuan"


class IdentityRequired(Refusal):
    """`within_fen`: what the buyer has bought within 24 hours, this purchase included."""

    code = "IDENTITY_REQUIRED"
    zh = "办理该业务需要实名信息（姓名与身份证号）"
    en = "Real name and identity number are required for this"


class HoldPlaced(Refusal):
    """`kind`."""

    code = "HOLD_PLACED"
    zh = "该卡已有相同原因的冻结"
    en = "The card is on hold for this reason already"


class HoldNotPlaced(Refusal):
    """`kind`."""

    code = "HOLD_NOT_PLACED"
    zh = "该卡没有此原因的冻结"
    en = "The card is not on hold for this reason"


class PhysicalCardUnavailable(Refusal):
    """`state`: of the physical card; also for one of another store or card type."""

    code = "PHYSICAL_CARD_UNAVAILABLE"
    zh = "该实体卡不在本店可售库存中"
    en = "This physical card is not in the store's stock"


class StockTooSmall(Refusal):
    """`available`: cards of the batch that are in stock."""

    code = "STOCK_TOO_SMALL"
    zh = "该批次库存仅剩 {available} 张"
    en = "Only {available} cards of this batch are in stock"


class CardNotLost(Refusal):
    code = "CARD_NOT_LOST"
    zh = "请先挂失该卡"
    en = "Report the card as lost first"


class CardNotExpired(Refusal):
    code = "CARD_NOT_EXPIRED"
    zh = "该卡未过期，无需激活"
    en = "The card has not expired"


class CardRegistered(Refusal):
    code = "CARD_REGISTERED"
    zh = "该卡已是记名卡"
    en = "The card bears a name already"


class CardAnonymous(Refusal):
    code = "CARD_ANONYMOUS"
    zh = "不记名卡请办理实名升级"
    en = "The card bears no name: register it instead"


class TransferNotAllowed(Refusal):
    code = "TRANSFER_NOT_ALLOWED"
    zh = "该卡类型不允许转让"
    en = "Cards of this type cannot be transferred"


class CardPinWrong(Refusal):
    code = "CARD_PIN_WRONG"
    zh = "卡密码错误"
    en = "The card's PIN is wrong"


class CardPinNotSet(Refusal):
    code = "CARD_PIN_NOT_SET"
    zh = "该卡尚未设置密码"
    en = "The card has no PIN"
