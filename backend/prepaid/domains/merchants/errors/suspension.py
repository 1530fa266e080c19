"""Refusals about the suspension and the closing of merchants."""

from prepaid.core.errors import Refusal


class MerchantSuspendedAlready(Refusal):
    code = "MERCHANT_SUSPENDED_ALREADY"
    zh = "该商户已处于暂停经营状态"
    en = "This merchant is suspended already"


class MerchantNotSuspended(Refusal):
    code = "MERCHANT_NOT_SUSPENDED"
    zh = "该商户未被暂停经营"
    en = "This merchant is not suspended"


class MerchantClosingAlready(Refusal):
    code = "MERCHANT_CLOSING_ALREADY"
    zh = "该商户已在清退中或已关闭"
    en = "This merchant is being closed, or closed"


class MerchantNotClosing(Refusal):
    code = "MERCHANT_NOT_CLOSING"
    zh = "该商户未在清退中"
    en = "This merchant is not being closed"


class ClosingTooSoon(Refusal):
    """`earliest`: the first day that is possible."""

    code = "CLOSING_TOO_SOON"
    zh = "须至少提前 30 天公告，最早 {earliest}"
    en = "It is announced 30 days ahead: {earliest} at the earliest"
