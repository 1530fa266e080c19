"""Refusals of maker and checker."""

from prepaid.core.errors import Refusal


class ChangeAlreadyOpen(Refusal):
    code = "CHANGE_ALREADY_OPEN"
    zh = "该对象已有待复核的变更，请先处理或撤回"
    en = "A change of this object waits for review; decide or withdraw it first"


class ChangeNotOpen(Refusal):
    code = "CHANGE_NOT_OPEN"
    zh = "该变更已处理，状态为 {state}"
    en = "This change is decided already: {state}"


class ChangeExpired(Refusal):
    code = "CHANGE_EXPIRED"
    zh = "该变更已过期，请重新提交"
    en = "This change has expired; submit it again"


class ChangeIsOwn(Refusal):
    """Also through another membership or account of the same person."""

    code = "CHANGE_IS_OWN"
    zh = "提交人不能复核自己的变更"
    en = "Nobody decides a change of his own"


class ChangeNotAsShown(Refusal):
    """The checker approves the hash of what will run: what he saw is not what is stored."""

    code = "CHANGE_NOT_AS_SHOWN"
    zh = "待复核的内容与您看到的不一致，请刷新后重新核对"
    en = "What waits is not what you were shown; refresh and check again"


class MakerLostPermission(Refusal):
    code = "MAKER_LOST_PERMISSION"
    zh = "提交人已无权提交此类变更"
    en = "The person who submitted this may no longer do so"


class ChangeNotYours(Refusal):
    code = "CHANGE_NOT_YOURS"
    zh = "只有提交人可以撤回变更"
    en = "Only the person who submitted a change can withdraw it"
