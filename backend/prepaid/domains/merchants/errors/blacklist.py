"""Refusals of the blacklist."""

from prepaid.core.errors import Refusal


class BlacklistValueInvalid(Refusal):
    code = "BLACKLIST_VALUE_INVALID"
    zh = "不是有效的代码、证件号或名称，请核对后重新填写"
    en = "This is no valid code, number or name"


class BlacklistedAlready(Refusal):
    code = "BLACKLISTED_ALREADY"
    zh = "该对象已在黑名单中"
    en = "It is on the blacklist already"


class NotBlacklisted(Refusal):
    code = "NOT_BLACKLISTED"
    zh = "该对象已被移出黑名单"
    en = "It is not on the blacklist any more"
